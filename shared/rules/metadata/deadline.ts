/** When a report was due, and when it was published: the common part of the three rules on deadlines. */

import type { Report } from '../../report/types.ts';
import type { Fault, Parameters, Verdict } from '../types.ts';
import { decided, undecided } from '../verdict.ts';

/** From the reports for this year on, agencies have dates of their own; before, 31 March for all (492号令 art. 31). */
const FIRST_YEAR = 2019;

/** The last day, `YYYY-MM-DD`, of the year after the report's. `monthDay`: `MM-DD`. */
function dueDate(year: number, monthDay: string): string {
  return `${year + 1}-${year < FIRST_YEAR ? '03-31' : monthDay}`;
}

/** Art. 49 sets no date for towns, streets and committees of zones: local practice, a matter of the profile. */
export function isTown({ level, agency }: Pick<Report, 'level' | 'agency'>): boolean {
  return level === 'town' || (level === 'other' && /管委会|管理委员会/.test(String(agency)));
}

/** The last day of a report, `YYYY-MM-DD`, in a deployment; `null` for agencies that have none, as universities. */
export function lastDay(report: Pick<Report, 'level' | 'agency'>, year: number, parameters: Parameters): string | null {
  if (isTown(report)) return dueDate(year, parameters.deadlineTown);
  if (report.level === 'other') return null;
  return dueDate(year, report.level === 'government' ? parameters.deadlineGovernment : parameters.deadlineDepartment);
}

/**
 * Published later than due? The earliest date that the file names counts, since pages are moved and files uploaded
 * again. A date of signature that is late itself is evidence too.
 */
export function checkDeadline(report: Report, monthDay: string, more: Partial<Fault> = {}): Verdict {
  const { year, publishedOn, signedOn } = report;
  if (year === null)
    return undecided({
      zh: '没有读到报告年度，无法判断公布期限。',
      en: 'The year was not read, so the deadline is not known.',
    });
  if (publishedOn === null)
    return undecided({ zh: '文件中没有公布日期，无法判断是否逾期。', en: 'The file names no date of publication.' });
  const due = dueDate(year, monthDay);
  if (publishedOn <= due) return decided([]);
  const signedLate = (signedOn ?? '') > due;
  return decided([
    {
      message: {
        zh: `${year}年度报告公布日期为${publishedOn}，晚于${due}${signedLate ? `；落款日期${signedOn}已在期限之后` : ''}。`,
        en: `The report for ${year} was published on ${publishedOn}, after ${due}${signedLate ? `; it was signed on ${signedOn}, after the deadline` : ''}.`,
      },
      hint: {
        zh: '公布日期写错的请改正；确属逾期的，请按主管部门要求说明情况，今后在期限前公布。',
        en: 'Correct the date if it is wrong; if the report was late, explain it to the supervising office and keep the deadline.',
      },
      expected: due,
      actual: publishedOn,
      evidence: report.dates
        .filter(({ iso, kind }) => (kind === 'published' && iso === publishedOn) || (kind === 'signed' && signedLate))
        .filter(({ kind }, index, all) => all.findIndex((other) => other.kind === kind) === index)
        .map(({ place, text }) => ({ place, text })),
      ...more,
    },
  ]);
}
