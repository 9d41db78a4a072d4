/** Where a report names another year than its own: in its period, in all that it tells, or in one sentence. */
import { sentencesOf } from '../../claims/sentences.ts';
import type { Prose, Report, Where } from '../../report/types.ts';
import { groupsOf } from '../groups.ts';
import type { Fault } from '../types.ts';
import { slipIn } from './year-slips.ts';

/** Parts that tell of the report's own year; part five rightly names others. */
const OWN_YEAR: readonly Where[] = ['overview', 'proactive', 'requests', 'disputes'];
/** A sentence that opens with a year and tells what was done in it. */
const OPENS_WITH_YEAR =
  /^(?<year>\d{4})年度?(?!.{0,12}(?:相比|以来|同期)).*(?:收到|受理|办结|公开|发布|制发|办理|答复)/;
/** One slip of the pen is not the year of the text. */
const LEAST_SENTENCES = 2;
/** More are a habit of the text, not slips. */
const MOST_SLIPS = 2;

/** The period ends in another year. `year`: of the report, here and below. */
export function periodOfAnotherYear({ period, prose }: Report, year: number): Fault[] {
  if (period === null) return [];
  const ends = Number(period.to.slice(0, 4));
  if (ends === year) return [];
  const text = prose.find(({ place }) => place.line === period.place.line)?.text ?? `${period.from}—${period.to}`;
  return [
    {
      code: 'PERIOD',
      message: {
        zh: `报告是${year}年度的，统计期限却写作${period.from}至${period.to}，请改正。`,
        en: `The report is for ${year}, but its period is ${period.from} to ${period.to}.`,
      },
      expected: year,
      actual: ends,
      evidence: [{ place: period.place, text }],
    },
  ];
}

/** Only where every sentence that opens with a year opens with the same wrong one. */
export function textOfAnotherYear({ prose }: Report, year: number): Fault[] {
  const told = prose
    .filter(({ where }) => OWN_YEAR.includes(where))
    .flatMap((line) => sentencesOf(line).flatMap(({ plain, text }) => opening(plain, text, line)));
  const [first] = told;
  if (!first) return [];
  const same = told.filter((one) => one.year === first.year);
  if (first.year === year || same.length < LEAST_SENTENCES || same.length < told.length) return [];
  return [
    {
      code: 'TEXT',
      message: {
        zh: `报告是${year}年度的，正文却都在写${first.year}年，请核对是否沿用了旧稿。`,
        en: `The report is for ${year}, but its text tells of ${first.year}.`,
      },
      expected: year,
      actual: first.year,
      evidence: same.map(({ line, text }) => ({ place: line.place, text })),
    },
  ];
}

/** One slip in one sentence, beside others that have the right year; a history of several years is none. */
export function sentenceOfAnotherYear({ prose }: Report, year: number): Fault[] {
  const isOwn = prose.some(({ where, plain }) => where !== 'head' && plain.includes(`${year}年`));
  if (!isOwn) return [];
  const slips = prose
    .filter(({ where }) => OWN_YEAR.includes(where) || where === 'problems')
    .flatMap((line) =>
      sentencesOf(line).flatMap(({ plain, text }) => {
        const found = slipIn(plain, line.where, year);
        return found ? [{ ...found, text, line }] : [];
      }),
    );
  const years = new Set(slips.flatMap(({ actual, expected }) => (expected === year ? [actual] : [])));
  if (slips.length > MOST_SLIPS || years.size > 1) return [];
  return slips.map(({ expected, actual, text, line }) => ({
    code: 'SENTENCE',
    severity: 'warning',
    message: {
      zh: `报告是${year}年度的，这一句写作${actual}年，按上下文应为${expected}年，请核对。`,
      en: `The report is for ${year}; this sentence says ${actual} where ${expected} seems to be meant: check it.`,
    },
    expected,
    actual,
    evidence: [{ place: line.place, text }],
  }));
}

function opening(plain: string, text: string, line: Prose): { year: number; text: string; line: Prose }[] {
  const { year } = groupsOf(OPENS_WITH_YEAR, plain);
  return year === undefined ? [] : [{ year: Number(year), text, line }];
}
