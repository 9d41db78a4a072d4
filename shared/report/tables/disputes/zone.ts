/** Where table 4 stands: a header that often lost its second line, and what is printed around it. */
import { DISPUTE_BLOCKS, DISPUTE_COLUMNS } from '../../../domain/addresses.ts';
import { matchHeading } from '../../headings.ts';
import type { Token } from '../../tokens.ts';
import { isNearHeader } from '../near-labels.ts';
import { DISPUTE_HEADER } from '../patterns.ts';

export const WIDTH = DISPUTE_BLOCKS.length * DISPUTE_COLUMNS.length;

export interface DisputeZone {
  /** First token of the table and the one after its last. */
  start: number;
  end: number;
  tokens: readonly Token[];
  /** What follows it. */
  next: Token | undefined;
  /** The tokens that hold a number or a sign for "nothing". */
  printed: readonly Token[];
}

/** Words that only this table's header has. */
export const ANCHOR = /未经复议|直接起诉|复议后/;
/** What surrounds the names of blocks where they head rows or tables of their own: 行政诉讼——复议后起诉, (一)行政复议. */
const AROUND = /^(?:\([一二三]\)|[一二三123][、.])|(?:情况|案件)$|[()—–:、·-]/g;

export const isHeader = ({ key }: Token): boolean => DISPUTE_HEADER.some.test(key.replace(AROUND, ''));

/** Finds table 4 behind the token `from`, where table 3 ends; `null` where none of its own words stands. */
export function findDisputes(tokens: readonly Token[], from: number): DisputeZone | null {
  const anchor = tokens.findIndex((token, index) => index >= from && ANCHOR.test(token.key) && isHeader(token));
  if (anchor === -1) return null;
  const isTable = (token: Token) => token.holds !== 'words' || isHeader(token) || isNearHeader('disputes', token.key);
  let start = anchor;
  while (start > from && isTable(tokens[start - 1] as Token)) start -= 1;
  const heading = tokens.findIndex(({ key }, index) => index > anchor && matchHeading(key) !== null);
  const limit = heading === -1 ? tokens.length : heading;
  let end = tokens.findLastIndex((token, index) => index < limit && token.key !== '' && isTable(token)) + 1;
  while (end < limit && (tokens[end] as Token).key === '') end += 1;
  const zone = tokens.slice(start, end);
  const printed = zone.filter(({ holds }) => holds === 'value');
  return { start, end, tokens: zone, next: tokens[end], printed };
}
