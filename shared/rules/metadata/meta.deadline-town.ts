import type { Rule } from '../types.ts';
import { notApplicable } from '../verdict.ts';
import { checkDeadline, isTown } from './deadline.ts';

const SET_LOCALLY = {
  zh: '乡镇、街道、管委会的公布日期由各地自行规定，如当地另有规定，可在配置中修改。',
  en: 'No law sets this date; change it in the profile where local rules set another.',
};

export const rule: Rule = {
  id: 'META.DEADLINE-TOWN',
  title: { zh: '乡镇、街道、管委会年报晚于约定日期公布', en: 'Town, street or zone: published late' },
  severity: 'warning',
  about: 'words',
  why: { zh: '条例没有规定乡镇的期限，按当地要求核对。', en: 'The law sets no date for towns; local practice does.' },
  falseAlarm: { zh: '当地期限不同（可在配置中修改）。', en: 'Another local date (the profile sets it).' },
  basis: null,
  check({ report, parameters }) {
    if (!isTown(report)) return notApplicable();
    const hard = checkDeadline(report, parameters.deadlineTownHard, { code: 'HARD' });
    const isHard = hard.verdict === 'decided' && hard.faults.length > 0;
    return isHard ? hard : checkDeadline(report, parameters.deadlineTown, { hint: SET_LOCALLY });
  },
  examples: () => [
    { title: 'published in January', report: { level: 'town' }, outcome: 'pass' },
    {
      title: 'published and signed after January',
      report: {
        level: 'town',
        publishedOn: '2024-03-07',
        signedOn: '2024-02-06',
        dates: [
          { kind: 'created', iso: '2024-03-06', text: '生成日期：2024-03-06', place: { line: 4 } },
          { kind: 'published', iso: '2024-03-07', text: '公开日期：2024-03-07', place: { line: 5 } },
          { kind: 'signed', iso: '2024-02-06', text: '2024年2月6日', place: { line: 300 } },
        ],
      },
      outcome: {
        fails: [
          {
            expected: '2024-01-31',
            actual: '2024-03-07',
            evidence: [
              { place: { line: 5 }, text: '公开日期：2024-03-07' },
              { place: { line: 300 }, text: '2024年2月6日' },
            ],
          },
        ],
      },
    },
    {
      title: 'later than any government may',
      report: { level: 'town', publishedOn: '2024-04-02' },
      outcome: { fails: [{ code: 'HARD', expected: '2024-03-31' }] },
    },
    {
      title: 'an administration of a zone',
      report: { level: 'other', agency: '青禾市云岭开发区管理委员会', publishedOn: '2024-02-02' },
      outcome: { fails: [{ expected: '2024-01-31' }] },
    },
    {
      title: 'another kind of body',
      report: { level: 'other', agency: '示例大学', publishedOn: '2024-02-02' },
      outcome: 'notApplicable',
    },
  ],
  cases: () => [
    {
      title: 'on the last day that any government has',
      report: { level: 'town', publishedOn: '2024-03-31' },
      outcome: { fails: [{ expected: '2024-01-31', hint: SET_LOCALLY }] },
    },
    {
      title: 'the office of a department for zones',
      report: { agency: '示例市开发区管理委员会协调局', publishedOn: '2024-02-02' },
      outcome: 'notApplicable',
    },
    { title: 'no date of publication', report: { level: 'town', publishedOn: null }, outcome: 'undecided' },
    { title: 'a department', outcome: 'notApplicable' },
  ],
};
