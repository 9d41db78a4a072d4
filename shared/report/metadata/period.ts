/** The statistics period (统计期限), in the spellings of docs/layouts.md §7. */
import type { Place } from '../../document/types.ts';
import type { Prose, Where } from '../types.ts';
import { arabicDates, isoDay } from './calendar.ts';

interface Period {
  from: string;
  to: string;
  place: Place;
}

const YEAR = String.raw`(?<!\d)((?:19|20)\d{2})`;
const TO = String.raw`\s*(?:起|始|开始)?\s*[,、]?\s*(?:至|到|—+|–|-+|~|～)\s*`;
/** 2023年1月1日起至(2023年)12月31日止, also without the last 日. */
const RANGE = new RegExp(
  String.raw`${YEAR}\s*年度?\(?\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?(?:\s*0?0[时:](?:00)?)?${TO}(?:((?:19|20)\d{2})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})(?!\d|\s*月)`,
  'g',
);
/** 2023-01-01至2023-12-31, 2023.1.1-2023.12.31. */
const NUMERIC_RANGE = new RegExp(
  String.raw`${YEAR}[-./](\d{1,2})[-./](\d{1,2})${TO}((?:19|20)\d{2})[-./](\d{1,2})[-./](\d{1,2})(?!\d)`,
  'g',
);
/** 20230101至20231231. */
const COMPACT_RANGE = new RegExp(
  String.raw`${YEAR}(0[1-9]|1[0-2])([0-3]\d)${TO}((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)(?!\d)`,
  'g',
);
/** 2023年1月至12月: the whole year, by months. */
const MONTHS = new RegExp(
  String.raw`${YEAR}\s*年\s*0?(1)\s*月份?()${TO}(?:((?:19|20)\d{2})\s*年\s*)?(12)\s*月(?!\s*\d)()`,
  'g',
);
/** The whole year with 年 or 月 lost: 自20231月1日至202312月31日, 202111日至1231日. */
const DAMAGED = new RegExp(String.raw`${YEAR}年?(1)月?(1)日?${TO}((?:19|20)\d{2})?年?(12)月?(31)日?`, 'g');
/** 截止日期为2024年12月31日. */
const END_ONLY = new RegExp(
  String.raw`(?:统计|数据|时限|期限)[^。]{0,20}截[止至][^。\d]{0,6}${YEAR}\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日|截止日期[为是:]?\s*${YEAR}\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日`,
);
const ABOUT = /统计|数据|期限|时限|时段|周期|范围|期间|截止|起止/;

/** Where the period may stand, in the order of trust: the preamble, under 一 or at its end, elsewhere. */
const ORDER: readonly (readonly Where[])[] = [
  ['preamble', 'head'],
  ['overview'],
  ['other', 'problems', 'proactive', 'requests', 'disputes', 'tail'],
];

/**
 * The period as printed, whatever days it names (a slip is a rule's business). Where the second year is left out it is the
 * first; where only the end is printed, the period begins with that year, as annual figures do (条例 art. 49).
 */
export function readPeriod(prose: readonly Prose[]): Period | null {
  for (const places of ORDER) {
    const lines = prose.filter((line) => places.includes(line.where));
    const ranges = lines.flatMap((line, index) => rangesOf(line, lines.slice(index + 1, index + 1 + MOST_LINES)));
    const said = ranges.find((range) => range.about) ?? ranges.find((range) => longEnough(range));
    if (said) return { from: said.from, to: said.to, place: said.place };
    for (const line of lines) {
      const end = endOnly(line);
      if (end) return end;
    }
  }
  return null;
}

interface Range extends Period {
  /** The sentence says that this is the period of the figures. */
  about: boolean;
}

/** Lines on which a range may go on behind the one that it begins in, and their characters: each may stand on its own. */
const MOST_LINES = 14;
const LONGEST_REST = 40;

/** Ranges that begin in the line; where a text has hard line ends, they may end in one of the next. */
function rangesOf({ plain, place }: Prose, following: readonly Prose[]): Range[] {
  if (!/\d/.test(plain) && !plain.includes('年')) return [];
  const own = arabicDates(plain);
  let text = own;
  let line = place.line;
  for (const next of following) {
    const isFar = next.place.line - line > 2 || text.length - own.length > LONGEST_REST;
    if (/[。;:!]$/.test(text) || isFar) break;
    text += arabicDates(next.plain);
    line = next.place.line;
  }
  return [RANGE, NUMERIC_RANGE, COMPACT_RANGE, DAMAGED, MONTHS].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      if (match.index >= own.length) return [];
      const [year, month, day, endYear, endMonth, endDay] = match.slice(1).map(Number);
      const last = match[4] === undefined ? year : endYear;
      const from = printedDay(year ?? 0, month ?? 0, day || 1);
      const to = printedDay(last ?? 0, endMonth ?? 0, endDay || 31);
      const sentence = text.slice(text.lastIndexOf('。', match.index) + 1).split('。')[0] ?? '';
      return from && to ? [{ from, to, place, about: ABOUT.test(sentence) }] : [];
    }),
  );
}

/** A day as printed, also one that the calendar has not (11月31日): that slip is what META.PERIOD is about. */
function printedDay(year: number, month: number, day: number): string | null {
  const two = (number: number) => String(number).padStart(2, '0');
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? `${year}-${two(month)}-${two(day)}` : null;
}

/** A range that no words explain is the period only if it is about a year long. */
function longEnough({ from, to }: Range): boolean {
  return Math.abs(Date.parse(to) - Date.parse(from)) > 300 * 86_400_000;
}

function endOnly({ plain, place }: Prose): Period | null {
  const match = END_ONLY.exec(arabicDates(plain));
  if (!match) return null;
  const [year, month, day] = match
    .slice(1)
    .filter((group) => group !== undefined)
    .map(Number);
  const to = isoDay(year ?? 0, month ?? 0, day ?? 0);
  return to === null ? null : { from: `${year}-01-01`, to, place };
}
