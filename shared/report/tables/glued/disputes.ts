/** Table 4 with its cells glued together: the digits behind its header are cut by the three sums. */
import { type CellAddress, DISPUTE_BLOCKS, DISPUTE_COLUMNS, disputeBlock } from '../../../domain/addresses.ts';
import type { Cell } from '../../types.ts';
import type { Strategy } from '../strategy.ts';
import { cuts } from './cut.ts';
import { gluedRows } from './requests.ts';
import { agreedCell, digitsAt, tokenAt } from './text.ts';

/** The last words of the header, which the numbers follow. */
const LAST = /(?:总计|审结|结果)(?=\d)/g;

export const gluedDisputes: Strategy = {
  name: 'disputes: digits cut by the sums',
  table: 'disputes',
  shapes: 'M, N',
  evidence:
    'all ways to cut the digits behind 复议后起诉 that hold the three sums agree on the cell; table 3 prints its zeros',
  read(page) {
    const rows = gluedRows(page);
    if (!rows || rows.losesCells) return null;
    const { text, found } = rows;
    LAST.lastIndex = text.text.indexOf('复议后起诉', found.at(-1)?.to ?? 0);
    if (LAST.lastIndex <= 0) return null;
    const header = LAST.exec(text.text);
    const digits = header && digitsAt(text, header.index + header[0].length);
    if (!digits) return null;
    const ways = cuts(digits, DISPUTE_COLUMNS.length, DISPUTE_BLOCKS.length);
    const cells = DISPUTE_BLOCKS.flatMap(disputeBlock).flatMap((address, index): [CellAddress, Cell][] => {
      const cell = agreedCell(text, digits, ways, index, ['row']);
      return cell === null ? [] : [[address, cell]];
    });
    const end = header.index + header[0].length + digits.digits.length;
    return { cells: new Map(cells), span: { start: digits.token, end: tokenAt(text.tokens, end - 1).token + 1 } };
  },
};
