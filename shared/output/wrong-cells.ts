/** Which cells of a mistake are marked as wrong: the same in the terminal, on the page, in mails and in comments. */
import type { CellAddress } from '../domain/addresses.ts';
import type { MistakeItem } from '../mistakes/items.ts';
import type { StoredReport } from '../record.ts';
import type { Finding } from '../result.ts';
import { sumOf } from './sum.ts';

/** Of more cells than this only the last, which holds the sum, bears the number of the mistake. */
const MOST_NUMBERED = 4;

/**
 * The suspects; where there are none, of a sum that one total has to meet the total, or the cells of it that hold no
 * number; of two sides that have to be equal, both; of anything else, every cell that the findings name.
 */
export function wrongCells({ suspects, findings }: MistakeItem, report: StoredReport): CellAddress[] {
  const cells =
    suspects.length > 0 ? suspects.map(({ cell }) => cell) : findings.flatMap((one) => wrongIn(one, report));
  return [...new Set(cells)];
}

function wrongIn(finding: Finding, report: StoredReport): readonly CellAddress[] {
  const sum = sumOf(finding);
  if (!sum || sum.right.length > 1) return finding.cells;
  const unread = finding.cells.filter((address) => typeof report.cells[address]?.value !== 'number');
  return unread.length > 0 ? unread : sum.right;
}

/** The cells at which its number, or a comment, stands. */
export function numberedCells(item: MistakeItem, report: StoredReport): CellAddress[] {
  const wrong = wrongCells(item, report);
  return wrong.length <= MOST_NUMBERED || item.suspects.length > 0 ? wrong : wrong.slice(-1);
}
