import { earlierYear, OTHER_SECTION, OWN_SECTION } from '../../neighbours/example.ts';
import { neighbourPieces, reportPieces } from '../../neighbours/prepared.ts';
import { similarity } from '../../neighbours/similarity.ts';
import { type Part, proseOf } from '../../report/types.ts';
import { FORM_2021_LIABILITY } from '../basis.ts';
import type { Fault, Rule } from '../types.ts';
import { decided } from '../verdict.ts';
import { withEarlier } from './earlier.ts';

interface Section {
  part: Part;
  zh: string;
  en: string;
  /** Similarity from which on it is a copy. */
  from: number;
  /** Where it weighs less than the rule. */
  less?: Pick<Fault, 'code' | 'severity'>;
}

const SEC5 = { code: 'SEC5', severity: 'notice' } as const;

/** Parts two to four restate the tables: without their numbers, such sentences are the same every year. */
const SECTIONS: readonly Section[] = [
  { part: 'overview', zh: '第一部分“总体情况”', en: 'Part one', from: 0.9 },
  { part: 'problems', zh: '第五部分“存在的主要问题及改进情况”', en: 'Part five', from: 0.85, less: SEC5 },
  { part: 'other', zh: '第六部分“其他需要报告的事项”', en: 'Part six', from: 0.9 },
];

const OWN = OWN_SECTION.join('\n');
const FEW_WORDS = ['本年度未收取信息处理费，没有其他需要报告的事项。'];

/** Text taken over from the report of the year before, numbers and dates apart. */
export const rule: Rule = {
  id: 'XYR.COPY',
  title: { zh: '与上年度报告高度雷同', en: 'Text copied from the year before' },
  severity: 'warning',
  about: 'words',
  needs: 'earlier',
  why: { zh: '与上年雷同的文字没有报告本年的工作。', en: 'Copied text does not report on the year.' },
  falseAlarm: { zh: '制度性的固定表述。', en: 'Standing phrases about rules.' },
  basis: FORM_2021_LIABILITY,
  check: (context) =>
    withEarlier(context, (earlier) => {
      const { report } = context;
      const faults = SECTIONS.flatMap(({ part, zh, en, from, less }): Fault[] => {
        const first = proseOf(report, part)[0];
        if (!first || !earlier.text[part]) return [];
        const alike = similarity(reportPieces(report, [part]), neighbourPieces(earlier, [part]), from);
        if (alike === null || alike < from) return [];
        const percent = Math.floor(alike * 100);
        return [
          {
            ...less,
            evidence: [{ place: first.place, text: first.text }],
            message: {
              zh: `${zh}与${earlier.year}年度报告的相似度为${percent}%（数字和日期不计）。`,
              en: `${en} is ${percent} % like that for ${earlier.year}, numbers and dates apart.`,
            },
            hint: { zh: '请按本年度的实际工作改写。', en: "Rewrite it from this year's work." },
          },
        ];
      });
      return decided(faults);
    }),
  examples: () => [
    {
      title: 'part one again, with other numbers',
      text: { overview: [OWN] },
      neighbours: { earlier: earlierYear({ text: { overview: OWN.replace('7次', '19次').replace('86份', '110份') } }) },
      outcome: {
        fails: [
          {
            message: {
              zh: '第一部分“总体情况”与2022年度报告的相似度为100%（数字和日期不计）。',
              en: 'Part one is 100 % like that for 2022, numbers and dates apart.',
            },
          },
        ],
      },
    },
    {
      title: 'part five with its sentences in another order and one left out is a notice',
      text: { problems: [OWN] },
      neighbours: { earlier: earlierYear({ text: { problems: OWN_SECTION.slice(0, 4).toReversed().join('\n') } }) },
      outcome: { fails: [{ code: 'SEC5', severity: 'notice' }] },
    },
    {
      title: 'another text',
      text: { overview: [OWN] },
      neighbours: { earlier: earlierYear({ text: { overview: OTHER_SECTION.join('\n') } }) },
      outcome: 'pass',
    },
    {
      title: 'false alarm: the few words that part six needs',
      text: { other: FEW_WORDS },
      neighbours: { earlier: earlierYear({ text: { other: FEW_WORDS.join('') } }) },
      outcome: 'pass',
    },
    {
      title: 'part six again',
      text: { other: [OWN] },
      neighbours: { earlier: earlierYear({ text: { other: OWN } }) },
      outcome: {
        fails: [
          {
            message: {
              zh: '第六部分“其他需要报告的事项”与2022年度报告的相似度为100%（数字和日期不计）。',
              en: 'Part six is 100 % like that for 2022, numbers and dates apart.',
            },
          },
        ],
      },
    },
  ],
  cases: () => [{ title: 'without the earlier report it waits', neighbours: { earlier: null }, outcome: 'undecided' }],
};
