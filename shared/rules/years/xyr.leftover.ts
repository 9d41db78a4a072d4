import { allSentences, quantitiesOf, type Sentence } from '../../claims/sentences.ts';
import { earlierYear } from '../../neighbours/example.ts';
import type { Neighbour } from '../../neighbours/types.ts';
import type { Fault, Rule } from '../types.ts';
import { decided } from '../verdict.ts';
import { withEarlier } from './earlier.ts';

/** Smaller numbers are the same in two years by chance. */
const SMALLEST_TELLING = 100;
/** Characters around the number that have to be the same. */
const AROUND = 6;
/** Counts of what was done in the year; stocks and standing equipment stay the same. */
const DONE =
  /公开|发布|更新|推送|制作|编发|印发|受理|办理|答复|回复|接待|培训|转载|转发|解读|访问|浏览|点击|阅读|咨询|举办|召开|参训|参加|发放/;
const STANDING = /累计|历年|共有|现有|设有|设立|建有|栏目|目录|人口|编制|电话|邮编|地址|现行有效|以来|达标|满分/;

export const rule: Rule = {
  id: 'XYR.LEFTOVER',
  title: { zh: '正文数字与上年度报告相同', en: "Last year's number left standing in the text" },
  severity: 'notice',
  about: 'words',
  needs: 'earlier',
  why: {
    zh: '同一句话里的数字与上年完全相同，多为沿用上年文稿。',
    en: "The same number in the same words: last year's text was left.",
  },
  falseAlarm: { zh: '两年恰好相同；只作提示。', en: 'Equal by chance: a remark only.' },
  basis: null,
  check: (context) =>
    withEarlier(context, (earlier) => {
      const before = wordsOf(earlier);
      return decided(allSentences(context.report).flatMap((sentence) => sameNumber(sentence, before, earlier)));
    }),
  examples: () => [
    {
      title: 'another number in the same words',
      text: { overview: ['全年通过门户网站公开政府信息426条。'] },
      neighbours: { earlier: earlierYear({ text: { overview: '全年通过门户网站公开政府信息418条。' } }) },
      outcome: 'pass',
    },
    {
      title: 'the same number in the same words',
      text: { overview: ['2023年通过门户网站公开政府信息426条，组织培训2次。'] },
      neighbours: {
        earlier: earlierYear({ text: { overview: '2022年通过门户网站公开政府信息426条，组织培训3次。' } }),
      },
      outcome: {
        fails: [
          {
            message: {
              zh: '“公开政府信息426条”与2022年度报告完全相同，请核对是否沿用了上年的数字。',
              en: '"公开政府信息426条" is the same as in the report for 2022: check whether last year\'s number was left standing.',
            },
            actual: 426,
          },
        ],
      },
    },
    {
      title: 'a stock stays the same',
      text: { overview: ['网站累计公开政府信息1426条。'] },
      neighbours: { earlier: earlierYear({ text: { overview: '网站累计公开政府信息1426条。' } }) },
      outcome: 'pass',
    },
  ],
  cases: () => [
    {
      title: 'small numbers are the same by chance',
      text: { overview: ['全年组织业务培训2次。'] },
      neighbours: { earlier: earlierYear({ text: { overview: '全年组织业务培训2次。' } }) },
      outcome: 'pass',
    },
    {
      title: 'a hundred is enough',
      text: { overview: ['公开政府信息100条。'] },
      neighbours: { earlier: earlierYear({ text: { overview: '公开政府信息100条。' } }) },
      outcome: { fails: [{ actual: 100 }] },
    },
    {
      title: 'a number of nothing, and one of another part',
      text: { overview: ['公开政府信息426。'], problems: ['公开政府信息418条。'] },
      neighbours: { earlier: earlierYear({ text: { overview: '公开政府信息426。公开政府信息418条。' } }) },
      outcome: 'pass',
    },
    {
      title: 'those who were trained',
      text: { overview: ['举办培训37次，参训1286人次。'] },
      neighbours: { earlier: earlierYear({ text: { overview: '举办培训37次,参训1286人次。' } }) },
      outcome: { fails: [{ actual: 1286 }] },
    },
    {
      title: 'a number of the table, which the rules on cells look at',
      text: { proactive: ['作出行政许可决定1284件。'] },
      neighbours: { earlier: earlierYear({ text: { proactive: '作出行政许可决定1284件。' } }) },
      outcome: 'pass',
    },
    { title: 'without the earlier report it waits', neighbours: { earlier: null }, outcome: 'undecided' },
  ],
};

function wordsOf({ text }: Neighbour): string {
  return Object.values(text)
    .join('\n')
    .replace(/[^\S\n]/g, '');
}

function sameNumber(sentence: Sentence, before: string, earlier: Neighbour): Fault[] {
  const { plain, line, text } = sentence;
  if (line.where !== 'overview' || STANDING.test(plain)) return [];
  const found = quantitiesOf(sentence).find(({ start, end, value, unit }) => {
    const words = plain.slice(Math.max(0, start - AROUND), end);
    return value >= SMALLEST_TELLING && unit !== '' && DONE.test(words) && before.includes(words);
  });
  if (!found) return [];
  const words = plain.slice(Math.max(0, found.start - AROUND), found.end);
  return [
    {
      message: {
        zh: `“${words}”与${earlier.year}年度报告完全相同，请核对是否沿用了上年的数字。`,
        en: `"${words}" is the same as in the report for ${earlier.year}: check whether last year's number was left standing.`,
      },
      actual: found.value,
      evidence: [{ place: line.place, text }],
    },
  ];
}
