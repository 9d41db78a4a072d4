/** Rows of a table saved as CSV, or with another mark between the cells: prose has commas too, so only sure rows are cut. */
import { remembered } from '../remembered.ts';
import { plainLine, squeeze } from './normalise.ts';
import { looksLikeValue } from './number.ts';
import {
  bareLabel,
  DISPUTE_HEADER,
  GROUP_PATTERNS,
  isRowLabel,
  PROACTIVE_HEADER,
  REQUEST_HEADER,
} from './tables/patterns.ts';

const MARK = /[,;，；、]/g;
/** A cell of a row that this mark parts. */
const cellBefore = remembered((mark) => new RegExp(`"((?:[^"]|"")*)"|[^${mark}]*`, 'y'));
const HEADERS = [PROACTIVE_HEADER, REQUEST_HEADER, DISPUTE_HEADER];
/** Fewer numbers without a label may be one number with thousands separators. */
const FEWEST_NUMBERS = 5;

/** No row of the form is nearly as long, and none has so many words before its numbers. */
const LONGEST_ROW = 1500;
const MOST_WORDS = 20;

/** The cells of a line that is a row of one of the three tables, or `null`. */
export function delimitedCells(line: string, simplify: (text: string) => string): string[] | null {
  const mark = line.length > LONGEST_ROW ? undefined : line.match(MARK)?.at(-1);
  if (mark === undefined) return null;
  const [cells, places] = split(line, cellBefore(mark));
  const key = (text: string) => squeeze(simplify(plainLine(text)));
  const labels = cells.findLastIndex((cell) => cell.trim() !== '' && !looksLikeValue(key(cell))) + 1;
  const words = cells.slice(0, labels);
  const values = cells.slice(labels);
  // 属于国家秘密0 01,884 and 1,234 2,345: the comma is inside a number, and something else parts the cells.
  if (words.some((word) => /\d\s*$/.test(word)) || values.some((value) => /\d\s+\d/.test(value))) return null;
  if (labels === 0) return values.filter((cell) => cell.trim() !== '').length >= FEWEST_NUMBERS ? cells : null;
  if (words.length > MOST_WORDS) return null;
  if (words.every((word) => isTableWord(key(word)))) return cells;
  // An unquoted label has commas of its own: (二)部分公开(区分处理的,只计这一情形,…).
  for (let from = 0; from < labels; from += 1) {
    const label = line.slice(places[from], (places[labels] ?? line.length + 1) - 1);
    if (values.length > 0 && words.slice(0, from).every((word) => isTableWord(key(word))) && isRowLabel(key(label))) {
      return [...words.slice(0, from), label, ...values];
    }
  }
  return null;
}

/** The cells of a line, and where each begins in it. */
function split(line: string, cell: RegExp): [cells: string[], places: number[]] {
  const cells: string[] = [];
  const places: number[] = [];
  cell.lastIndex = 0;
  for (;;) {
    places.push(cell.lastIndex);
    const match = cell.exec(line);
    if (!match) return [cells, places];
    cells.push(match[1] === undefined ? match[0] : match[1].replaceAll('""', '"'));
    if (cell.lastIndex >= line.length) return [cells, places];
    cell.lastIndex += 1;
  }
}

function isTableWord(key: string): boolean {
  return (
    key === '' ||
    isRowLabel(key) ||
    looksLikeValue(key) ||
    HEADERS.some(({ some }) => some.test(key)) ||
    /^三、本年度办理结果$/.test(key) ||
    GROUP_PATTERNS.some(([, pattern]) => pattern.test(bareLabel(key).bare))
  );
}
