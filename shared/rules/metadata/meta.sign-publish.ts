import type { Report } from '../../report/types.ts';
import type { Fault, Rule } from '../types.ts';
import { decided, notApplicable, undecided } from '../verdict.ts';
import { workingDays } from './working-days.ts';

/** Art. 26: information is published within 20 working days after it came to be. */
const MOST = 20;
const UNKNOWN_HOLIDAYS = {
  zh: '落款与公布之间有的日子不在已知的放假安排之内，无法计算工作日。',
  en: 'Between signature and publication are days whose holidays are not known, so working days cannot be counted.',
};

export const rule: Rule = {
  id: 'META.SIGN-PUBLISH',
  title: { zh: '落款日期与公布日期相距过大或倒置', en: 'Signed long before or after it was published' },
  severity: 'notice',
  about: 'words',
  why: {
    zh: '落款与公布相距过大或倒置，多为日期写错。',
    en: 'Signed long before or after it was published: mostly a wrong date.',
  },
  falseAlarm: { zh: '重新发布的旧报告。', en: 'An old report that was published anew.' },
  basis: null,
  check({ report }) {
    const { signedOn, publishedOn } = report;
    if (signedOn === null || publishedOn === null) return notApplicable();
    if (publishedOn < signedOn) return decided([toFault(report, 'INVERTED', INVERTED)]);
    const days = workingDays(signedOn, publishedOn);
    if (days === null) return undecided(UNKNOWN_HOLIDAYS);
    return decided(days > MOST ? [toFault(report, 'GAP', gap(days))] : []);
  },
  examples: () => [
    { title: 'published two days after it was signed', outcome: 'pass' },
    {
      title: 'published before it was signed',
      report: {
        publishedOn: '2024-01-10',
        dates: [
          { kind: 'created', iso: '2024-01-10', text: '生成日期：2024-01-10', place: { line: 1 } },
          { kind: 'published', iso: '2024-01-12', text: '公开日期：2024-01-12', place: { line: 2 } },
          { kind: 'published', iso: '2024-01-10', text: '发布日期：2024-01-10', place: { line: 3 } },
          { kind: 'signed', iso: '2024-01-18', text: '2024年1月18日', place: { line: 801 } },
        ],
      },
      outcome: {
        fails: [
          {
            code: 'INVERTED',
            expected: '2024-01-18',
            actual: '2024-01-10',
            evidence: [
              { place: { line: 3 }, text: '发布日期：2024-01-10' },
              { place: { line: 801 }, text: '2024年1月18日' },
            ],
          },
        ],
      },
    },
    { title: 'published on the day it was signed', report: { publishedOn: '2024-01-18' }, outcome: 'pass' },
    {
      title: 'published twenty-one working days after it was signed',
      report: { signedOn: '2024-03-01', publishedOn: '2024-04-01' },
      outcome: { fails: [{ code: 'GAP' }] },
    },
    {
      title: 'published two months after it was signed',
      report: { publishedOn: '2024-03-20' },
      outcome: { fails: [{ code: 'GAP', expected: '2024-01-18', actual: '2024-03-20' }] },
    },
  ],
  cases: () => [
    {
      title: 'published twenty working days after it was signed',
      report: { signedOn: '2024-03-01', publishedOn: '2024-03-29' },
      outcome: 'pass',
    },
    {
      title: 'thirty days with the Spring Festival are 18 working days',
      report: { signedOn: '2024-02-06', publishedOn: '2024-03-07' },
      outcome: 'pass',
    },
    {
      title: 'a year whose holidays are not in the table',
      report: { signedOn: '2019-03-01', publishedOn: '2019-06-01' },
      outcome: 'undecided',
    },
    { title: 'not signed', report: { signedOn: null }, outcome: 'notApplicable' },
    { title: 'not published', report: { publishedOn: null }, outcome: 'notApplicable' },
  ],
};

const INVERTED = {
  zh: '公布日期早于落款日期，请核对落款。',
  en: 'It was published before it was signed.',
};

function gap(days: number) {
  return {
    zh: `落款后约${days}个工作日才公布，请核对日期。`,
    en: `It was published about ${days} working days after it was signed.`,
  };
}

function toFault({ signedOn, publishedOn, dates }: Report, code: string, why: Fault['message']): Fault {
  return {
    code,
    message: {
      zh: `落款日期${signedOn}，公布日期${publishedOn}：${why.zh}`,
      en: `Signed on ${signedOn}, published on ${publishedOn}. ${why.en}`,
    },
    expected: signedOn,
    actual: publishedOn,
    evidence: dates
      .filter(({ iso, kind }) => (kind === 'signed' ? iso === signedOn : kind === 'published' && iso === publishedOn))
      .filter(({ kind }, index, all) => all.findIndex((other) => other.kind === kind) === index)
      .map(({ place, text }) => ({ place, text })),
  };
}
