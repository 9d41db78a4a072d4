/** Table 4: three blocks of five numbers under a header that often lost its second line; the fifteen numbers anchor it. */
import { DISPUTE_BLOCKS, DISPUTE_COLUMNS, disputeBlock } from '../../../domain/addresses.ts';
import { matchHeading } from '../../headings.ts';
import { looksLikeValue } from '../../number.ts';
import type { Token } from '../../tokens.ts';
import { DISPUTE_HEADER } from '../patterns.ts';
import { headersIn, noTable, type TableSpan } from '../table-span.ts';
import { toCell, type Value, withGaps } from '../values.ts';

const WIDTH = DISPUTE_BLOCKS.length * DISPUTE_COLUMNS.length;
/** Words that only this table's header has. */
const ANCHOR = /未经复议|直接起诉|复议后/;
/** What surrounds the names of blocks where they head rows or tables of their own: 行政诉讼——复议后起诉, (一)行政复议. */
const AROUND = /^(?:\([一二三]\)|[一二三123][、.])|(?:情况|案件)$|[()—–:、·-]/g;
const isHeader = ({ key }: Token) => DISPUTE_HEADER.some.test(key.replace(AROUND, ''));

/** Reads table 4 from the tokens after `from` (where table 3 ends). */
export function readDisputes(tokens: readonly Token[], from: number): TableSpan {
  const isAnchor = (token: Token) => ANCHOR.test(token.key) && isHeader(token);
  const anchor = tokens.findIndex((token, index) => index >= from && isAnchor(token));
  if (anchor === -1) return noTable();
  const isTable = (token: Token) => token.key === '' || isHeader(token) || looksLikeValue(token.plain);
  const region = noTable();
  const { cells, reading } = region;
  region.start = anchor;
  while (region.start > from && isTable(tokens[region.start - 1] as Token)) region.start -= 1;
  const next = tokens.findIndex(({ key }, index) => index > anchor && matchHeading(key) !== null);
  const limit = next === -1 ? tokens.length : next;
  const last = tokens.findLastIndex((token, index) => index < limit && token.key !== '' && isTable(token));
  region.end = last + 1;
  while (region.end < limit && (tokens[region.end] as Token).key === '') region.end += 1;
  const zone = tokens.slice(region.start, region.end);
  const values = numberRow(zone, tokens[region.end]);
  for (const [index, address] of DISPUTE_BLOCKS.flatMap(disputeBlock).entries()) {
    const value = values[index];
    if (value) cells.set(address, toCell(value));
  }
  reading.headers = headersIn(tokens, region.start, region.end, DISPUTE_HEADER);
  reading.place = (tokens[region.start] as Token).place;
  reading.state = values.length > 0 ? 'read' : 'labels';
  if (values.length === 0 && zone.some((token) => token.key !== '' && looksLikeValue(token.plain))) {
    reading.notes.push({
      zh: '表四的数据不是十五个，无法确定各自的位置，未读取。',
      en: 'Table 4 does not hold fifteen values in certain places and was not read.',
    });
  }
  return region;
}

/** The fifteen values, or none where their places are not certain. */
function numberRow(zone: readonly Token[], next: Token | undefined): Value[] {
  const printed = zone.filter(({ key, plain }) => key !== '' && looksLikeValue(plain));
  if (printed.length === WIDTH) return inOrder(zone, printed);
  const header = zone.findLastIndex(isHeader);
  const first = printed[0] ?? zone.slice(header + 1).find(({ row }) => row !== null && row !== zone[header]?.row);
  return (first && sameRow(zone, first)) ?? afterResidue(zone, header) ?? byGaps(zone, printed, next);
}

/** Fifteen values block by block, as on the form; turned where the rows are the outcomes and the columns the blocks. */
function inOrder(zone: readonly Token[], printed: Token[]): Token[] {
  const outcomes = printed.map((value) => {
    const before = zone.slice(0, zone.indexOf(value)).findLast(({ key }) => OUTCOMES.some((words) => words.test(key)));
    return OUTCOMES.findIndex((words) => before !== undefined && words.test(before.key));
  });
  const [blocks, columns] = [DISPUTE_BLOCKS.length, DISPUTE_COLUMNS.length];
  if (outcomes.every((outcome, index) => outcome === Math.floor(index / blocks))) {
    return Array.from({ length: WIDTH }, (_, index) => {
      return printed[(index % columns) * blocks + Math.floor(index / columns)] as Token;
    });
  }
  return printed;
}
const OUTCOMES = [/维持$/, /纠正$/, /^其他(?:结果)?$/, /审结$/, /^总计$/];

/** A grid row, or a line of pipes, that holds exactly fifteen cells. */
function sameRow(zone: readonly Token[], first: Token): Token[] | null {
  const row = zone.filter((token) =>
    first.row === null ? token.cell && token.place.line === first.place.line : token.row === first.row,
  );
  // A pipe in front of the row's first cell looks like an empty cell behind the row above.
  const cells = row.length === WIDTH + 1 && row[0]?.key === '' ? row.slice(1) : row;
  return cells.length === WIDTH ? cells : null;
}

/**
 * Cells a line, each with its pipe: rows shorter than the table are padded with empty cells. How many stand behind
 * 行政诉讼, the second of fifteen, shows how this file pads; the row of outcomes before the numbers is padded alike.
 */
function afterResidue(zone: readonly Token[], header: number): Token[] | null {
  const litigation = zone.findIndex(({ key }) => key === '行政诉讼');
  const anchor = zone.findLastIndex(({ key }) => ANCHOR.test(key));
  if (litigation === -1) return null;
  const behind = (index: number) => zone.slice(index + 1).findIndex(({ key }) => key !== '');
  const padding = behind(litigation);
  const padded = padding >= WIDTH - 2;
  const outcomes = zone.slice(anchor + 1, header + 1).filter(({ key }) => key !== '').length;
  const residue = padded ? WIDTH - outcomes + (padding - (WIDTH - 2)) : padding;
  const cells = zone.slice(header + 1 + residue, header + 1 + residue + WIDTH);
  return cells.length === WIDTH && cells.every((token) => token.cell || token.key !== '') ? cells : null;
}

function byGaps(zone: readonly Token[], printed: readonly Token[], next: Token | undefined): Value[] {
  if (printed.length === 0 || zone.some((token) => token.cell)) return [];
  const filled = withGaps(printed, next);
  return filled.length === WIDTH ? filled : [];
}
