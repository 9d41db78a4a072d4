import type { Heading } from '../../report/types.ts';
import { FORM_2021 } from '../basis.ts';
import { exampleHeadings, placeOfPart } from '../example-data.ts';
import type { Example, Fault, Rule } from '../types.ts';
import { decided } from '../verdict.ts';
import { PART_WORDS } from './parts.ts';

export const rule: Rule = {
  id: 'STR.HEADING',
  title: { zh: '部分标题与格式不一致', en: 'Heading differs from the official form' },
  severity: 'notice',
  about: 'words',
  why: {
    zh: '标题统一，公众和上级机关才能逐部分查找、汇总。',
    en: 'With the same headings everywhere readers and supervisors find each part.',
  },
  falseAlarm: { zh: '上级另行规定了标题写法时。', en: 'A supervisor prescribed other words.' },
  basis: FORM_2021,
  hiddenCodes: ['ALIAS'],
  check({ report: { headings } }) {
    return decided(headings.flatMap((heading) => compare(heading) ?? []));
  },
  examples: () => [
    { title: 'the official headings', outcome: 'pass' },
    {
      title: 'other words',
      report: { headings: renamed('problems', '当前存在的主要问题及下一步改进措施') },
      outcome: {
        fails: [{ expected: '存在的主要问题及改进情况', actual: '当前存在的主要问题及下一步改进措施' }],
      },
    },
    {
      title: '和 for 、',
      report: { headings: renamed('disputes', '政府信息公开行政复议和行政诉讼情况') },
      outcome: {
        fails: [
          {
            expected: '政府信息公开行政复议、行政诉讼情况',
            evidence: [{ place: placeOfPart('disputes'), text: '四、政府信息公开行政复议、行政诉讼情况' }],
          },
        ],
      },
    },
    {
      title: 'spaces and a closing mark are no difference',
      report: { headings: renamed('overview', '总体 情况。') },
      outcome: 'pass',
    },
    {
      title: "行政机关主动公开…, the statute's own words",
      report: { headings: renamed('proactive', '行政机关主动公开政府信息情况') },
      outcome: { fails: [{ code: 'ALIAS' }] },
    },
  ],
  cases: () => [
    {
      title: '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      report: { headings: renamed('disputes', '因政府信息公开工作被申请行政复议、提起行政诉讼情况') },
      outcome: { fails: [{ code: 'ALIAS' }] },
    },
    {
      title: '政府信息公开工作存在的…',
      report: { headings: renamed('problems', '政府信息公开工作存在的主要问题及改进情况') },
      outcome: { fails: [{ code: 'ALIAS' }] },
    },
    ...[
      ['proactive', '行政机关主动公开政府信息的情况'] as const,
      ['requests', '行政机关收到和处理政府信息公开申请情况'] as const,
      ['requests', '行政机关收到和处理政府信息公开申请的情况'] as const,
      ['disputes', '因政府信息公开工作被申请行政复议、提起行政诉讼的情况'] as const,
    ].map(
      ([part, name]): Example => ({
        title: `${name}, the statute's own words`,
        report: { headings: renamed(part, name) },
        outcome: { fails: [{ code: 'ALIAS' }] },
      }),
    ),
  ],
};

function compare({ part, plain, text, place }: Heading): Fault | null {
  const actual = plain.replace(/\s/g, '').replace(/[、。:.;,]+$/, '');
  const { name: expected, aliases } = PART_WORDS[part];
  if (actual === expected) return null;
  return {
    ...(aliases.includes(actual) && { code: 'ALIAS' }),
    message: {
      zh: `标题“${actual}”与规定格式不一致，应为“${expected}”。`,
      en: `The heading "${actual}" should read "${expected}".`,
    },
    expected,
    actual,
    evidence: [{ place, text }],
  };
}

function renamed(part: Heading['part'], plain: string): Heading[] {
  return exampleHeadings((heading) => (heading.part === part ? { ...heading, plain } : heading));
}
