/** Table 3 with its cells glued together: the digits between two labels are cut by the sums. */

import type { CellAddress } from '../../../domain/addresses.ts';
import { REQUEST_COLUMNS, RESULT_ROWS, type RequestRow, requestRow } from '../../../domain/addresses.ts';
import type { Cell } from '../../types.ts';
import type { TablePage } from '../page.ts';
import { REQUEST_LABELS } from '../patterns.ts';
import { isNext, isWhole } from '../requests/form.ts';
import { fullRows } from '../requests/labelled.ts';
import { fittingWays } from '../requests/solve.ts';
import type { Strategy } from '../strategy.ts';
import { agreed, cuts } from './cut.ts';
import { agreedCell, digitsAt, type GluedText, glue, type Located, tokenAt } from './text.ts';

interface GluedRow {
  row: RequestRow;
  /** `null` where none are printed, or where they may be those of several rows. */
  digits: Located | null;
  /** Where the label begins and ends in the text. */
  from: number;
  to: number;
}

const ROW_NUMBER: Partial<Record<RequestRow, string>> = Object.fromEntries(
  ['denied', 'unavailable', 'notProcessed', 'other'].flatMap((group) =>
    RESULT_ROWS.filter((row) => row.startsWith(`${group}.`)).map((row, index) => [row, String(index + 1)]),
  ),
);
/** Words that may stand between the part of a label that is looked for and its numbers. */
const LONGEST_REST = 60;
const UNANCHORED: readonly (readonly [RequestRow, RegExp])[] = [
  ...REQUEST_LABELS.map(([row, pattern]) => [row, new RegExp(pattern.source.replace(/^\^|\$$/g, ''), 'g')] as const),
  ['other.other', /其他(?:处理)?(?=\d)(?!\d[.、])/g],
  ['total', /总计(?=\d)/g],
];
const ORDER = ['received', 'carriedIn', ...RESULT_ROWS, 'total', 'carriedOut'] as const;
const FEWEST_ROWS = 12;
/** A row in which all seven cells are printed for certain. */
const ONLY_ZEROS = /^0{7}$/;
/** What stands between the numbers of a row and the label of the next: the label of its group, its numeral. */
const BETWEEN =
  /^(?:三、本年度办理结果|\([一二三四五六七]\)|[二三四]、|(?:不予公开|无法提供|不予处理|其他处理)|\d[.、])*$/;
const START = /第三项加第四项|申请人情况|收到和处理政府信息公开申请情况/g;

export const gluedRequests: Strategy = {
  name: 'requests: digits cut by the sums',
  table: 'requests',
  shapes: 'M, N: all cells glued, half of the spaces kept, the whole body on one line',
  evidence: 'all ways to cut a row that add up, or that fit the columns and the balance, agree on the cell',
  read(page) {
    const rows = gluedRows(page);
    if (!rows) return null;
    const { text, found, ways, losesCells } = rows;
    const fitting = isWhole(ways) ? fittingWays(ways) : null;
    const isCertain = isWhole(ways) && !losesCells;
    const cells = new Map<CellAddress, Cell>();
    for (const { row, digits } of found) {
      const own = ways.get(row) ?? [];
      const left = fitting?.get(row) ?? (isCertain ? own : []);
      if (!digits) continue;
      for (const [index, address] of requestRow(row).entries()) {
        const restsOn = agreed(own, index) === null ? (['row', 'column'] as const) : (['row'] as const);
        const cell = agreedCell(text, digits, left, index, restsOn);
        if (cell !== null) cells.set(address, cell);
      }
    }
    const last = found.at(-1) as GluedRow;
    return {
      cells,
      span: {
        start: tokenAt(text.tokens, (found[0] as GluedRow).from).token,
        end: tokenAt(text.tokens, Math.max(last.to - 1, last.from)).token + 1,
      },
    };
  },
};

interface GluedRows {
  text: GluedText;
  found: readonly GluedRow[];
  /** For each row with digits the ways to cut them. */
  ways: ReadonlyMap<RequestRow, readonly number[][]>;
  /** Whether cells may be missing from the digits, blank or lost: then a single way to cut them proves nothing. */
  losesCells: boolean;
}

/** The rows of a page on which no label of table 3 has seven cells of its own; `null` where too few labels have digits. */
export function gluedRows(page: TablePage): GluedRows | null {
  if (fullRows(page).length > 0) return null;
  const text = glue(page.tokens);
  const found = findRows(text);
  const printed = found.flatMap(({ row, digits }) => (digits ? [{ row, digits }] : []));
  if (printed.length < FEWEST_ROWS) return null;
  const ways = new Map(printed.map(({ row, digits }) => [row, cuts(digits, REQUEST_COLUMNS.length)]));
  // Blanks leave no trace here. Where no row prints its zeros, others may have lost cells.
  const isShort =
    printed.some(({ digits }) => digits.digits.length < REQUEST_COLUMNS.length) ||
    !printed.some(({ digits }) => ONLY_ZEROS.test(digits.digits));
  // Numbers that were lost show where a row cannot be cut at all.
  const isUncut = printed.some(
    ({ row, digits }) => digits.digits.length !== REQUEST_COLUMNS.length && ways.get(row)?.length === 0,
  );
  return { text, found, ways, losesCells: isShort || isUncut };
}

function findRows(glued: GluedText): GluedRow[] {
  const { text } = glued;
  const starts: { row: RequestRow; from: number; to: number }[] = [];
  START.lastIndex = 0;
  let position = START.exec(text)?.index ?? 0;
  for (const row of ORDER) {
    const pattern = UNANCHORED.find(([name]) => name === row)?.[1] as RegExp;
    pattern.lastIndex = position;
    const match = pattern.exec(text);
    if (!match) continue;
    position = match.index + match[0].length;
    starts.push({ row, from: match.index, to: position });
  }
  return starts.map(({ row, from, to }, index) => {
    const next = starts[index + 1];
    const rest = text.slice(to, Math.min(next?.from ?? text.length, to + LONGEST_REST)).search(/\d/);
    const digits = rest === -1 ? null : digitsAt(glued, to + rest, next && ROW_NUMBER[next.row]);
    const end = to + (digits ? rest + digits.digits.length : 0);
    // With no row of the form between two labels, the digits between them are those of one row.
    const isAlone = next ? isNext(row, next.row) && BETWEEN.test(text.slice(end, next.from)) : row === 'carriedOut';
    return { row, from, to: end, digits: isAlone ? digits : null };
  });
}
