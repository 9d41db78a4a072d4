/** Table 3 with the numbers of each row above its label, or before it on its line. */
import { type CellAddress, type RequestRow, requestRow } from '../../../domain/addresses.ts';
import { cellNumber } from '../../number.ts';
import type { Token } from '../../tokens.ts';
import type { Cell } from '../../types.ts';
import type { Strategy } from '../strategy.ts';
import { addsUp, toPlacedCell } from '../values.ts';
import { isWhole } from './form.ts';
import { fittingWays, type Way } from './solve.ts';
import { WIDTH } from './survey.ts';

export const rowsAbove: Strategy = {
  name: 'requests: numbers above their labels',
  table: 'requests',
  shapes: 'the seven numbers of a row on the line above its label, or before the label on its line',
  evidence:
    'all rows of the form, seven numbers before each label and none behind the last; every row, every column and the balance add up',
  read({ tokens, requests }) {
    if (!requests?.isAbove) return null;
    const rows = new Map<RequestRow, Token[]>();
    const start = Math.max((requests.rows[0]?.label.from ?? 0) - WIDTH, 0);
    let from = start;
    for (const { row, label } of requests.rows) {
      if (row === null) continue;
      rows.set(
        row,
        tokens.slice(from, label.from).filter(({ holds }) => holds === 'value'),
      );
      from = label.to;
    }
    const all = [...rows.values()];
    if (!isWhole(rows) || !all.every((values) => values.length === WIDTH && addsUp(values))) return null;
    const wayOf = (values: readonly Token[]): Way => values.map(({ plain }) => cellNumber(plain) ?? 0);
    if (!fittingWays(new Map([...rows].map(([row, values]) => [row, [wayOf(values)]])))) return null;
    const cells = [...rows].flatMap(([row, values]) =>
      requestRow(row).map((address, column): [CellAddress, Cell] => [
        address,
        toPlacedCell(values[column] as Token, ['row', 'column']),
      ]),
    );
    return { cells: new Map(cells), span: { start, end: requests.end } };
  },
};
