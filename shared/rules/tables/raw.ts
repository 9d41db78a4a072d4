/** What a cell prints, for the rules about blanks and words. */

import type { CellAddress } from '../../domain/addresses.ts';
import { plainLine, squeeze } from '../../report/normalise.ts';
import type { Cell, Report } from '../../report/types.ts';

/** The printed text: half width, without spaces, lost spaces shown as `?` and thousands separators. */
export function printed(cell: Cell): string {
  return squeeze(plainLine(cell.raw)).replace(/(?<=\d),(?=\d{3})/g, '');
}

/** The cells that satisfy the test, by printed row, in printed order. */
export function byRow(report: Report, test: (cell: Cell, address: CellAddress) => boolean): Map<string, CellAddress[]> {
  const rows = new Map<string, CellAddress[]>();
  for (const [address, cell] of report.cells) {
    if (!test(cell, address)) continue;
    const row = address.slice(0, address.lastIndexOf('.'));
    const found = rows.get(row);
    if (found) found.push(address);
    else rows.set(row, [address]);
  }
  return rows;
}
