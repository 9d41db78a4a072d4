/** Table 4 with empty cells: a row of fifteen cells, or cells a line with the padding of the file. */
import { DISPUTE_BLOCKS, DISPUTE_COLUMNS, disputeBlock } from '../../../domain/addresses.ts';
import type { Token } from '../../tokens.ts';
import { isPadding } from '../padding.ts';
import type { Strategy } from '../strategy.ts';
import { cellsOf } from '../values.ts';
import { ALL_SUMS, sumsThatHold, totalsOf } from './sums.ts';
import { ANCHOR, type DisputeZone, isHeader, WIDTH } from './zone.ts';

export const fifteenCells: Strategy = {
  name: 'disputes: a row of fifteen cells',
  table: 'disputes',
  shapes: 'D, E, F, L, R, S, T with blanks; B, C, G–J with blanks, where the padding of the file can be told',
  evidence: 'exactly fifteen cells; where padding may stand in place of cells, all three sums as well',
  read({ disputes }) {
    if (!disputes || disputes.printed.length === WIDTH) return null;
    const { tokens, printed } = disputes;
    const header = tokens.findLastIndex(isHeader);
    const first = printed[0] ?? tokens.slice(header + 1).find(({ row }) => row !== null && row !== tokens[header]?.row);
    const row = first && sameRow(tokens, first);
    const cells = row ?? afterResidue(disputes, header);
    if (!cells || cells.some((token) => token.holds === 'words' && isHeader(token))) return null;
    const padded = isPadding(cells);
    if ((!row || padded) && sumsThatHold(cells) < ALL_SUMS) return null;
    // Where cells may have been dropped, a block that adds up to nothing may be one that moved to the left.
    return padded && totalsOf(cells).some((total) => total === 0)
      ? null
      : { cells: new Map(cellsOf(DISPUTE_BLOCKS.flatMap(disputeBlock), cells)) };
  },
};

/** A grid row, or a line of pipes, that holds exactly fifteen cells. */
function sameRow(zone: readonly Token[], first: Token): Token[] | null {
  const row = zone.filter((token) =>
    first.row === null ? token.cell && token.place.line === first.place.line : token.row === first.row,
  );
  // A pipe in front of the row's first cell looks like an empty cell behind the row above.
  const cells = row.length === WIDTH + 1 && row[0]?.key === '' ? row.slice(1) : row;
  return cells.length === WIDTH ? cells : null;
}

/** Those of 行政复议 stand a row above. */
const OUTCOMES_OF_LITIGATION = 2 * DISPUTE_COLUMNS.length;

/**
 * Cells a line, each with its pipe: rows shorter than the table are padded with empty cells. How many stand behind
 * 行政诉讼, the second of fifteen, shows how this file pads; the row of outcomes before the numbers is padded alike.
 */
function afterResidue({ tokens: zone }: DisputeZone, header: number): Token[] | null {
  const litigation = zone.findIndex(({ key }) => key === '行政诉讼');
  const anchor = zone.findLastIndex(({ key }) => ANCHOR.test(key));
  if (litigation === -1) return null;
  const behind = (index: number) => zone.slice(index + 1).findIndex(({ key }) => key !== '');
  const padding = behind(litigation);
  const padded = padding >= WIDTH - 2;
  const outcomes = zone.slice(anchor + 1, header + 1).filter(({ key }) => key !== '').length;
  // Where some were lost, their empty cells cannot be told from those of the numbers.
  if (outcomes !== OUTCOMES_OF_LITIGATION) return null;
  const residue = padded ? WIDTH - outcomes + (padding - (WIDTH - 2)) : padding;
  const cells = zone.slice(header + 1 + residue, header + 1 + residue + WIDTH);
  return cells.length === WIDTH && cells.every((token) => token.cell || token.key !== '') ? cells : null;
}
