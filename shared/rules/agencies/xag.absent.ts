import { levelOf } from '../../domain/regions.ts';
import { peer } from '../../neighbours/example.ts';
import { ARTICLE_49 } from '../metadata/basis.ts';
import type { Context, Parameters, Rule } from '../types.ts';
import { decided, notApplicable, undecided } from '../verdict.ts';
import { GOVERNMENT } from './example.ts';

/** The deadline that each kind of agency has to keep; those that no text binds are given the town's. */
function deadlineOf(body: string, parameters: Parameters): string {
  const level = levelOf(body);
  if (level === 'department') return parameters.deadlineDepartment;
  return level === 'government' ? parameters.deadlineGovernment : parameters.deadlineTown;
}

const IN_MARCH = { ...GOVERNMENT, publishedOn: '2024-03-20' };
const rosterWithout = (...absent: string[]) => ({
  expected: ['示例市教育局', '示例市水利局', '示例县人民政府'],
  absent,
});

/**
 * Agencies that owe a report and have none, on the report of the government that supervises them. Whether a deadline has
 * passed is told by the latest publication among the reports, not by the clock: a check gives the same result every day.
 */
export const rule: Rule = {
  id: 'XAG.ABSENT',
  title: { zh: '应发未发年度报告', en: 'Reports that are due and absent' },
  severity: 'warning',
  about: 'words',
  needs: 'roster',
  why: { zh: '名录上的单位到期未报送。', en: 'Agencies on the roster that have not reported in time.' },
  falseAlarm: { zh: '名录过期，或已公布而未送来。', en: 'An old roster, or a report that was not sent here.' },
  basis: ARTICLE_49,
  check: (context) => {
    const { report, neighbours, parameters } = context;
    if (report.level !== 'government') return notApplicable();
    if (neighbours.roster === undefined)
      return undecided({
        zh: '没有应当发布报告的单位名录。',
        en: 'There is no list of the agencies that have to report.',
      });
    if (report.year === null)
      return undecided({
        zh: '没有读到年度，无法核对应当发布报告的单位。',
        en: 'The year was not read, so no agency can be called absent.',
      });
    const year = report.year + 1;
    const latest = latestPublication(context);
    const isDue = (body: string) => latest !== null && latest > `${year}-${deadlineOf(body, parameters)}`;
    const due = neighbours.roster.absent.filter(isDue);
    const waiting = neighbours.roster.absent.filter((body) => !isDue(body));
    return decided(
      due.map((body) => ({
        expected: body,
        message: {
          zh: `名录中的${body}没有${report.year}年度报告，期限为${year}-${deadlineOf(body, parameters)}。`,
          en: `${body} is on the roster and has no report for ${report.year}; it was due on ${year}-${deadlineOf(body, parameters)}.`,
        },
        hint: {
          zh: '请督促发布；已合并或撤销的单位请在名录中注明。',
          en: 'Ask for it; if the body was merged or dissolved, note that in the roster.',
        },
      })),
      waiting.length > 0
        ? [
            {
              zh: `等待${waiting.join('、')}${report.year}年度的报告，期限是否已过尚不能判定。`,
              en: `Waiting for the reports of ${waiting.join(', ')} for ${report.year}; whether they are overdue is not known yet.`,
            },
          ]
        : [],
    );
  },
  examples: () => [
    { title: 'all have reported', report: IN_MARCH, neighbours: { roster: rosterWithout() }, outcome: 'pass' },
    {
      title: 'a department is late, its government is not yet due',
      report: IN_MARCH,
      neighbours: { roster: rosterWithout('示例市教育局', '示例县人民政府') },
      outcome: { fails: [{ expected: '示例市教育局' }] },
    },
    {
      title: 'another report of the region shows that the deadline has passed',
      report: IN_MARCH,
      neighbours: {
        roster: rosterWithout('示例县人民政府'),
        peers: [peer('示例市水利局', { publishedOn: '2024-04-01' })],
      },
      outcome: { fails: [{ expected: '示例县人民政府' }] },
    },
    {
      title: 'on the last day it is not late',
      report: { ...GOVERNMENT, publishedOn: '2024-01-31' },
      neighbours: { roster: rosterWithout('示例市教育局') },
      outcome: 'undecided',
    },
    {
      title: 'a town is late as a department is',
      report: IN_MARCH,
      neighbours: { roster: rosterWithout('示例市示例镇人民政府') },
      outcome: { fails: [{ expected: '示例市示例镇人民政府' }] },
    },
  ],
  cases: () => [
    {
      title: 'false alarm: a merged body is not absent when its successor has reported (see the roster)',
      report: IN_MARCH,
      neighbours: { roster: { expected: ['示例市粮食局', '示例市发展和改革委员会'], absent: [] } },
      outcome: 'pass',
    },
    {
      title: 'a department supervises nobody',
      neighbours: { roster: rosterWithout('示例市教育局') },
      outcome: 'notApplicable',
    },
    { title: 'without a roster it waits', report: IN_MARCH, outcome: 'undecided' },
    {
      title: 'a report whose year was not read',
      report: { ...IN_MARCH, year: null },
      neighbours: { roster: rosterWithout('示例市教育局') },
      outcome: 'undecided',
    },
  ],
};

/** The latest day on which a report of the region is known to have been published. */
function latestPublication({ report, neighbours }: Context): string | null {
  const days = [report.publishedOn, ...(neighbours.peers ?? []).map(({ publishedOn }) => publishedOn)];
  return (
    days
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null
  );
}
