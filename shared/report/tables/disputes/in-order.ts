/** Fifteen printed numbers in an order that can be the form's: by blocks, or by outcomes. */
import { DISPUTE_BLOCKS, DISPUTE_COLUMNS, disputeBlock } from '../../../domain/addresses.ts';
import type { Token } from '../../tokens.ts';
import type { Strategy } from '../strategy.ts';
import { cellsOf, toPlacedCell } from '../values.ts';
import { ALL_SUMS, sumsThatHold } from './sums.ts';
import { type DisputeZone, isHeader, WIDTH } from './zone.ts';

const ADDRESSES = DISPUTE_BLOCKS.flatMap(disputeBlock);
const OUTCOMES = [/维持$/, /纠正$/, /^其他(?:结果)?$/, /审结$/, /^总计$/];

export const fifteenNumbers: Strategy = {
  name: 'disputes: fifteen numbers',
  table: 'disputes',
  shapes: 'every layout that prints all fifteen; rows for blocks, rows for outcomes, text set column by column',
  evidence: 'the labels before each number; or the order of header and numbers; or the three sums',
  read({ disputes }) {
    if (!disputes || disputes.printed.length !== WIDTH) return null;
    const { printed } = disputes;
    const turned = byOutcomes(printed);
    if (isLabelledByOutcome(disputes)) return { cells: new Map(cellsOf(ADDRESSES, turned)) };
    const holding = sumsThatHold(printed);
    if (holding < ALL_SUMS && sumsThatHold(turned) === ALL_SUMS) {
      // Sums that nothing but zeros make do not speak for the order printed.
      if (holding > 0) return null;
      return {
        cells: new Map(ADDRESSES.map((address, index) => [address, toPlacedCell(turned[index] as Token, ['row'])])),
      };
    }
    if (holding === ALL_SUMS) return { cells: new Map(cellsOf(ADDRESSES, printed)) };
    return isInReadingOrder(disputes) ? { cells: new Map(cellsOf(ADDRESSES, printed)) } : null;
  },
};

/** The values of a table set by outcomes, three to each, put into the order of the form. */
function byOutcomes(printed: readonly Token[]): Token[] {
  const [blocks, columns] = [DISPUTE_BLOCKS.length, DISPUTE_COLUMNS.length];
  return Array.from({ length: WIDTH }, (_, index) => {
    return printed[(index % columns) * blocks + Math.floor(index / columns)] as Token;
  });
}

/** Whether each outcome stands before three values, in the order of the form. */
function isLabelledByOutcome({ tokens, printed }: DisputeZone): boolean {
  const values = new Set<Token>(printed);
  let outcome = -1;
  let count = 0;
  for (const token of tokens) {
    const named = OUTCOMES.findIndex((words) => words.test(token.key));
    if (values.has(token)) {
      if (outcome !== Math.floor(count / DISPUTE_BLOCKS.length)) return false;
      count += 1;
    } else if (named !== -1) outcome = named;
  }
  return true;
}

/**
 * Whether the page gives its cells row by row: the numbers stand in one piece behind the header, or each block of five
 * behind its own name; no header word stands where the numbers of a row are broken off.
 */
function isInReadingOrder({ tokens, printed }: DisputeZone): boolean {
  const values = new Set<Token>(printed);
  let count = 0;
  for (const token of tokens) {
    if (values.has(token)) count += 1;
    else if (isHeader(token) && token.key !== '' && count % DISPUTE_COLUMNS.length !== 0) return false;
  }
  return headerInOrder(tokens.filter((token) => !values.has(token)));
}

/** 行政复议 … 行政诉讼 … 未经复议直接起诉 … 复议后起诉, and outcomes in the order of the form wherever they follow each other. */
function headerInOrder(tokens: readonly Token[]): boolean {
  const header = tokens.map(({ key }) => key).join('');
  const [direct, after] = [header.search(/未经复议|直接起诉/), header.search(/复议后/)];
  if (direct === -1 || after < direct) return false;
  const outcomes = [...header.matchAll(/维持|纠正|其他|审结|尚未|总计/g)].map(([word]) => word);
  const follows: Record<string, RegExp> = {
    维持: /纠正|其他|维持/,
    纠正: /其他|纠正/,
    其他: /尚未|审结/,
    尚未: /审结|总计|维持|其他/,
    审结: /总计/,
    总计: /维持|其他|纠正/,
  };
  return outcomes.every((word, index) => {
    const next = outcomes[index + 1];
    return next === undefined || follows[word]?.test(next) === true;
  });
}
