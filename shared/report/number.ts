/** The number that a cell prints. */
import { remembered } from '../remembered.ts';

/** What nearly every cell holds. */
const COUNT = /^(?:0|[1-9]\d*)$/;
/** Units and marks that may stand behind a number in a cell; the number is taken as printed, whatever its unit. */
const NUMBER = /^([+-]?)((?:0|[1-9]\d*)(?:\.\d+)?)(?:件|条|份|宗|项|个|起|部|万元|亿元|元)?(?:\((?=\D).*\))?[。.;]?$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?![\d,])/;
/** 2019 本年增/减 in words: 增加5, 减少3, 增2/减1, 0/0. */
const CHANGE = /^(?:增加?|\+)?(\d+)\/(?:减少?|-)?(\d+)$/;
const CHANGE_WORD = /^(增加?|减少?)(\d+)$/;

/**
 * The number printed in a cell, or `null` where a blank, a dash, a slash or words stand.
 * `plain` is the cell's plain spelling; `22(其中修订16件)` is 22, `1,234` is 1234, `43.788万元` is 43.788.
 */
export const cellNumber: (plain: string) => number | null = remembered(readNumber);

function readNumber(plain: string): number | null {
  // Stryker disable next-line ConditionalExpression: only for speed, NUMBER takes plain digits as well
  if (COUNT.test(plain)) return exact(Number(plain));
  let text = plain.replace(/\s/g, '').replace(/−|–/g, '-');
  // Stryker disable next-line Regex: GROUPED has seen three digits behind each comma
  if (GROUPED.test(text)) text = text.replace(/,(?=\d{3})/g, '');
  const match = NUMBER.exec(text);
  if (match) return exact(Number(`${match[1] === '-' ? '-' : ''}${match[2]}`));
  const change = CHANGE.exec(text);
  if (change) return exact(Number(change[1]) - Number(change[2]));
  const word = CHANGE_WORD.exec(text);
  // Stryker disable next-line OptionalChaining: the pattern has two groups; TypeScript wants the mark
  if (word) return exact(word[1]?.startsWith('减') ? -Number(word[2]) : Number(word[2]));
  return null;
}

/** A run of digits longer than a number can hold is none: its last digits would be made up. */
function exact(value: number): number | null {
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : null;
}

/** Signs that agencies print for "nothing". */
const NOTHING = /^(?:[-—–―－/／\\×xX○〇oO*]+|无|没有|不适用|空白?|零|N\/?A)$/;

/** Whether a token of running text can be a table's value: a number, or a sign for "nothing". */
export const looksLikeValue: (plain: string) => boolean = remembered(
  (plain) => cellNumber(plain) !== null || NOTHING.test(plain),
);

/** What a printer sets at the foot of a page, as a line of its own: - 4 -, —4—, 第4页, 第4页 共9页. */
const PAGE_MARK = /^(?:[-—–·~]+\d{1,3}[-—–·~]+|第\d{1,3}页(?:[,，/]?共\d{1,3}页)?)$/;

/** Whether words without spaces are a page number that shows itself as one; a bare number does not. */
export function isPageMark(key: string): boolean {
  return PAGE_MARK.test(key);
}
