/** Table 2, the common way: each label with its cells behind it. */
import type { CellAddress } from '../../../domain/addresses.ts';
import type { Cell } from '../../types.ts';
import { isPadding } from '../padding.ts';
import type { Strategy } from '../strategy.ts';
import { cellsOf } from '../values.ts';
import type { ProactiveRow } from './survey.ts';

export const labelledItems: Strategy = {
  name: 'proactive: label and its cells',
  table: 'proactive',
  shapes: 'A–L, Q, R, S, T, X, Y, Z, either edition of the form',
  evidence: 'the label, and exactly as many cells as the header has columns',
  read({ proactive }) {
    const cells = new Map<CellAddress, Cell>();
    for (const row of proactive?.rows ?? []) {
      // A row that ends in an empty cell may have been filled up.
      if (isPadding(row.run.values)) continue;
      for (const [address, cell] of cellsOf(addressesOf(row), row.run.values)) {
        if (!cells.has(address)) cells.set(address, cell);
      }
    }
    return cells.size > 0 ? { cells } : null;
  },
};

export function addressesOf({ row, columns }: Pick<ProactiveRow, 'row' | 'columns'>): CellAddress[] {
  return columns.map((column) => `proactive.${row}.${column}` as CellAddress);
}
