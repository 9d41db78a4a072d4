/** Table 3, the common way: each label with its seven cells behind it. */
import { type RequestRow, requestRow } from '../../../domain/addresses.ts';
import type { Token } from '../../tokens.ts';
import type { Cell } from '../../types.ts';
import { isPadding, lacksOnlyLast, leavesLastBlank } from '../padding.ts';
import type { TablePage } from '../page.ts';
import type { Strategy } from '../strategy.ts';
import { anyValue, cellsOf, showsItsSum, type Value } from '../values.ts';
import { fullWidth, isNarrow, rowWidth, unevenLines } from './widths.ts';

export const labelledRows: Strategy = {
  name: 'requests: label and seven cells',
  table: 'requests',
  shapes: 'A–F, G–L, P, Q, R, S, T, X, Y, Z: a cell or a row a line, with or without pipes, and real tables',
  evidence: 'the label, and exactly as many cells as the form has columns',
  read(page) {
    const cells = new Map<ReturnType<typeof requestRow>[number], Cell>();
    for (const { row, values } of fullRows(page)) {
      for (const [address, cell] of cellsOf(requestRow(row), values)) if (!cells.has(address)) cells.set(address, cell);
    }
    return cells.size > 0 ? { cells } : null;
  },
};

/** The rows with a label whose seven cells stand behind it, padding left out. */
export function fullRows({
  tokens,
  requests,
}: TablePage): { row: RequestRow; from: number; values: readonly Value[] }[] {
  if (!requests) return [];
  const rows = requests.rows.flatMap(({ row, label, run }) =>
    row !== null && run.values.length > 0
      ? [{ row, from: label.from, values: run.values, width: rowWidth(tokens, label, run.values, run.found) }]
      : [],
  );
  const uneven = unevenLines(
    tokens.slice(requests.start, requests.end),
    (rows[0]?.from ?? requests.start) - requests.start,
  );
  const full = fullWidth(rows.map(({ width }) => width));
  const numbered = requests.rows.filter(({ row, run }) => row !== null && anyValue(run.found)).length;
  const isBlank = leavesLastBlank(
    rows.map(({ values }) => values),
    numbered,
  );
  const first = requests.rows.findIndex(({ run }) => anyValue(run.found));
  return rows.filter(
    ({ values, width, from }) =>
      !(width && isNarrow(width, full)) &&
      (values.every(({ plain }) => plain !== '') || !uneven.has((tokens[from] as Token).place.line)) &&
      (!isPadding(values) || (isBlank && lacksOnlyLast(values))) &&
      !(first >= MOST_BLANK_ROWS && requests.rows[first]?.label.from === from && !showsItsSum(values)),
  );
}

/** Where so many labels stand before the first number, they may be a list: the numbers are then not those of the last. */
const MOST_BLANK_ROWS = 3;
