/** Rows that were copied with spaces or marks between their cells: a line of words and numbers, or of numbers alone. */

import { MAX_CELLS, refuse } from '../document/limits.ts';
import { DISPUTE_BLOCKS, DISPUTE_COLUMNS, REQUEST_COLUMNS } from '../domain/addresses.ts';
import { squeeze } from './normalise.ts';
import {
  DISPUTE_HEADER,
  isGroupLabel,
  isGroupPiece,
  isItemLabel,
  isLabelPiece,
  isRowLabel,
} from './tables/patterns.ts';

const VALUE = /^(?:[-+]?\d[\d,.]*(?:万?元|件)?|[-/—])$/;
const NUMBER = /^\d[\d,]*(?:\.\d+)?$/;
const PAGE_NUMBER = /^[-—] \d+ [-—]$/;
/** In table 2 a number may be glued to its label; where the form has three of them, they stay unread. */
const GLUED_TO_LABEL = /^(规章|(?:行政)?规范性文件|行政许可|行政处罚|行政强制|行政事业性收费) ?(\d[\d.]*)$/;
/** So many numbers make a row whatever stands before them: applicants and total, or the outcomes of three blocks. */
const WHOLE_ROWS: ReadonlySet<number> = new Set([REQUEST_COLUMNS.length, 15]);

/** Numbers behind a block or an outcome of table 4 that heads a row, or stands before each of its numbers. */
const ROWS_OF_DISPUTES: ReadonlySet<number> = new Set([DISPUTE_COLUMNS.length, DISPUTE_BLOCKS.length, 1]);

/**
 * The cells of a line in its plain spelling; a line that is no row comes back whole. A piece of the label of a group that
 * was set vertically (本, 法提供, (五)不) is a cell of its own, before or behind the label of the row.
 */
export function splitAtSpaces(plain: string): string[] {
  const spaced = listWithSpaces(plain);
  const cells = splitSpaced(spaced ?? plain);
  return cells.length > 1 ? cells : [plain];
}

/** What the numbers of a list at the end of a line, and the marks before and between them, consist of. */
const LIST = /[\d.;、,: /—-]/;
const MARK = /[;、,:]/g;
const TRAILING = /[;、, ]/;
/** Fewer numbers without a label before them are no row. */
const FEWEST_NUMBERS = 5;

/**
 * A line that ends in numbers behind a colon or with marks between them, with spaces instead: 规章:0、1、3. `null` where it
 * does not, where several marks part them, or where the comma may stand inside a number.
 */
function listWithSpaces(plain: string): string | null {
  let from = plain.length;
  while (from > 0 && LIST.test(plain[from - 1] as string)) from -= 1;
  const [before = ''] = /^[;、,: ]*/.exec(plain.slice(from)) ?? [];
  let to = plain.length;
  while (to > from + before.length && TRAILING.test(plain[to - 1] as string)) to -= 1;
  const list = plain.slice(from + before.length, to);
  const [mark, ...others] = new Set(list.match(MARK));
  const numbers = mark === undefined ? [list] : list.split(mark).map((number) => number.trim());
  const isCut = mark === undefined ? before.includes(':') : from > 0 ? before !== '' : numbers.length >= FEWEST_NUMBERS;
  const isDoubtful =
    others.length > 0 || mark === ':' || (mark === ',' && numbers.slice(1).some((one) => /^\d{3}(?!\d)/.test(one)));
  if (!isCut || isDoubtful || (mark !== undefined && numbers.some((number) => number.includes(' ')))) return null;
  return `${plain.slice(0, from)} ${numbers.join(' ')}`.trim();
}

function splitSpaced(plain: string): string[] {
  const glued = GLUED_TO_LABEL.exec(plain);
  if (glued) return [glued[1] as string, glued[2] as string];
  if (!plain.includes(' ')) return [plain];
  if (PAGE_NUMBER.test(plain)) return [plain];
  const words = plain.split(' ', MAX_CELLS + 1);
  if (words.length > MAX_CELLS) refuse(`more than ${MAX_CELLS} words between spaces on a line`);
  const label = words.findLastIndex((word) => !VALUE.test(word)) + 1;
  const numbers = words.slice(label);
  if (label === 0) return words;
  if (numbers.length === 0) return beforeLabel(words) ?? [plain];
  const cells = labelCells(words.slice(0, label), numbers.length);
  return cells ? [...cells, ...numbers] : [plain];
}

/** Numbers that stand before a label: those of table 3, or of the rows of table 2; 1 属于国家秘密 begins with its own number. */
function beforeLabel(words: readonly string[]): string[] | null {
  const first = words.findIndex((word) => !VALUE.test(word));
  const label = words.slice(first);
  const isRow = first === 1 ? isItemLabel(squeeze(label.join(''))) : first > 1 && isLabel(label);
  return isRow ? [...words.slice(0, first), label.join(' ')] : null;
}

/** The cells that the words before the numbers make; `null` where they are no label. */
function labelCells(words: readonly string[], numbers: number): string[] | null {
  const text = words.join(' ');
  // Numbers among the words: several rows on one line, of which only the last would be cut.
  if (words.some((word) => NUMBER.test(word))) return null;
  if (isLabel(words) || (ROWS_OF_DISPUTES.has(numbers) && isDisputeLabel(squeeze(text)))) return [text];
  let from = 0;
  let to = words.length;
  while (from < to - 1 && isGroupPiece(words[from] as string)) from += 1;
  while (to - 1 > from && isGroupPiece(words[to - 1] as string)) to -= 1;
  for (const [start, end] of [
    [from, words.length],
    [from, to],
    [0, to],
  ] as const) {
    if (start === 0 && end === words.length) continue;
    if (!isLabel(words.slice(start, end))) continue;
    return [words.slice(0, start), words.slice(start, end), words.slice(end)]
      .map((cell) => cell.join(' '))
      .filter((cell) => cell !== '');
  }
  return WHOLE_ROWS.has(numbers) || isLabelPiece(squeeze(text)) ? [text] : null;
}

/** A block or an outcome of table 4, where it heads a row. */
const isDisputeLabel = (key: string) => DISPUTE_HEADER.one.test(key);

function isLabel(words: readonly string[]): boolean {
  const key = squeeze(words.join(''));
  return isRowLabel(key) || isGroupLabel(key);
}
