/** Dates as reports print them. */

const CHINESE_DIGITS = '零一二三四五六七八九';
const YEAR_IN_WORDS = /[〇○零Oo0一二三四五六七八九]{4}(?=\s*年)/g;
const DAY_IN_WORDS = /(?<=年\s*)([一二三四五六七八九十]{1,2})\s*月(?:\s*([一二三四五六七八九十]{1,3})\s*日)?/g;

/** Rewrites 二〇二四年二月六日 as 2024年2月6日; anything else stays. */
export function arabicDates(text: string): string {
  if (!text.includes('年')) return text;
  return text
    .replace(/(?<=年\s*)元月/g, '1月')
    .replace(YEAR_IN_WORDS, (year) => [...year].map(digit).join(''))
    .replace(DAY_IN_WORDS, (_, month: string, day: string | undefined) =>
      day === undefined ? `${tens(month)}月` : `${tens(month)}月${tens(day)}日`,
    );
}

function digit(character: string): string {
  const value = CHINESE_DIGITS.indexOf(character);
  if (value >= 0) return String(value);
  return '〇○Oo'.includes(character) ? '0' : character;
}

/** 十 → 10, 十二 → 12, 三十一 → 31. */
function tens(words: string): number {
  const [before, after] = words.split('十');
  if (after === undefined) return CHINESE_DIGITS.indexOf(words);
  const ten = before === '' ? 1 : CHINESE_DIGITS.indexOf(before ?? '');
  return ten * 10 + (after === '' ? 0 : CHINESE_DIGITS.indexOf(after));
}

/** `YYYY-MM-DD` of a day that the calendar has; otherwise `null`. */
export function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}

/** 2024年2月6日, with or without spaces; three groups. */
export const CHINESE_DAY = String.raw`(?<!\d)((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日`;
/** 2024-02-06, 2024/2/6, 2024.2.6; three groups. */
export const NUMERIC_DAY = String.raw`(?<!\d)((?:19|20)\d{2})[-./](\d{1,2})[-./](\d{1,2})(?!\d)`;

const FIRST_DAY = new RegExp(`${CHINESE_DAY}|${NUMERIC_DAY}`);

/** The first day that a text names, in either notation. */
export function firstDay(text: string): { iso: string; printed: string } | null {
  const match = FIRST_DAY.exec(arabicDates(text));
  if (!match) return null;
  const [printed, year, month, day, numericYear, numericMonth, numericDay] = match;
  const iso = isoDay(Number(year ?? numericYear), Number(month ?? numericMonth), Number(day ?? numericDay));
  return iso === null ? null : { iso, printed };
}
