import { type Sentence, sentencesWith } from '../../claims/sentences.ts';
import type { Report } from '../../report/types.ts';
import type { Fault, Rule } from '../types.ts';
import { decided } from '../verdict.ts';
import { SELF_REFERENCES, TERMS, type Term } from './terms.ts';

const MOST_SELF_NAMES = 2;

export const rule: Rule = {
  id: 'NAR.TERM',
  title: { zh: '术语错误', en: 'Wrong terms' },
  severity: 'notice',
  about: 'words',
  why: { zh: '术语应与条例、格式一致，避免误解。', en: 'Terms of the law and the form avoid misunderstanding.' },
  falseAlarm: { zh: '引用他人文件的原话。', en: 'Quotations of other texts.' },
  basis: null,
  check({ report }) {
    const wrong = TERMS.filter(({ since = 0 }) => (report.year ?? 0) >= since);
    return decided([...wrong.flatMap((term) => useOf(term, report)), ...selfNames(report)]);
  },
  examples: () => [
    { title: 'official terms throughout', outcome: 'pass' },
    {
      title: 'an answer called 主动公开',
      text: { overview: ['答复情况为主动公开24件、部分公开8件、不予公开15件。'] },
      outcome: { fails: [{ code: 'ANSWER', actual: '主动公开' }] },
    },
    {
      title: 'published on its own motion, in another sentence than the answers',
      text: { overview: ['主动公开政府信息426条。答复申请60件，其中予以公开24件、部分公开8件。'] },
      outcome: 'pass',
    },
    {
      title: 'a request called 政府信息依申请公开申请',
      text: { overview: ['本年度未收到政府信息依申请公开申请。'] },
      outcome: { fails: [{ code: 'REQUEST', actual: '政府信息依申请公开申请' }] },
    },
    {
      title: 'the fee by another name, but not inside the name of the rules',
      text: { other: ['按照〈政府信息公开信息处理费管理办法〉，本年度未收取信息公开处理费。'] },
      outcome: { fails: [{ code: 'FEE', actual: '信息公开处理费' }] },
    },
  ],
  cases: () => [
    {
      title: 'the fee by its name',
      text: { other: ['按照〈政府信息公开信息处理费管理办法〉，本年度未收取信息处理费。'] },
      outcome: 'pass',
    },
    {
      title: 'Regulations called new years later',
      text: { preamble: ['依据《中华人民共和国政府信息公开条例》（以下简称新《条例》）编制。'] },
      outcome: { fails: [{ code: 'NEW-REGULATIONS', actual: '新《条例》' }] },
    },
    {
      title: 'in the report for 2019 they were new',
      report: { year: 2019, format: '2019-60' },
      text: { preamble: ['依据新《条例》编制。'] },
      outcome: 'pass',
    },
    {
      title: 'in the report for 2021 they were not',
      report: { year: 2021 },
      text: { preamble: ['依据新《条例》编制。'] },
      outcome: { fails: [{ code: 'NEW-REGULATIONS' }] },
    },
    {
      title: 'the words of the site around the report',
      text: { head: ['2023年政务公开工作报告'], tail: ['政府信息处理费收取标准'] },
      outcome: 'pass',
    },
    {
      title: 'the report called by another name',
      text: { overview: ['我镇2023年政务公开工作报告如下:'] },
      outcome: { fails: [{ code: 'REPORT-NAME' }] },
    },
    {
      title: 'three names for itself',
      text: { overview: ['我局推进公开。', '我单位落实公开。', '本机关加强培训。', '我局接受评议。'] },
      outcome: {
        fails: [
          {
            code: 'SELF-NAMES',
            expected: MOST_SELF_NAMES,
            actual: 3,
            evidence: [
              { place: { line: 201 }, text: '我局推进公开。' },
              { place: { line: 202 }, text: '我单位落实公开。' },
              { place: { line: 203 }, text: '本机关加强培训。' },
            ],
          },
        ],
      },
    },
    {
      title: '我区 of a department is the place',
      text: { overview: ['我局推进公开。', '我区各街道由我局指导。', '本机关加强培训。'] },
      outcome: 'pass',
    },
    {
      title: 'a report that sums up bodies names several',
      report: { level: 'government', agency: '示例县人民政府' },
      text: { overview: ['我县推进公开。', '我局落实公开。', '本机关加强培训。'] },
      outcome: 'pass',
    },
    {
      title: '我镇 of a town is the town',
      report: { level: 'town', agency: '示例镇政府' },
      text: { overview: ['我镇推进公开。', '我单位落实公开。', '本机关加强培训。'] },
      outcome: { fails: [{ code: 'SELF-NAMES', actual: 3 }] },
    },
    {
      title: '我镇 is a place where the agency is not known',
      report: { level: 'town', agency: null },
      text: { overview: ['我镇推进公开。', '我单位落实公开。', '本机关加强培训。'] },
      outcome: 'pass',
    },
    {
      title: 'terms that are wrong in any year need no year',
      report: { year: null },
      text: { overview: ['本年度未收到政府信息依申请公开申请。'] },
      outcome: { fails: [{ code: 'REQUEST' }] },
    },
  ],
};

/** Above and below the report stand words of the site. */
function saying(report: Report, words: RegExp): Sentence[] {
  return sentencesWith(report, words).filter(({ line }) => line.where !== 'head' && line.where !== 'tail');
}

/** One fault for each term, at its first use. */
function useOf({ code, wrong, advice }: Term, report: Report): Fault[] {
  const [first] = saying(report, wrong);
  if (!first) return [];
  const words = code === 'ANSWER' ? '主动公开' : (wrong.exec(first.plain)?.[0] as string);
  return [
    {
      code,
      message: {
        zh: `用语不规范：“${words}”。${advice.zh}`,
        en: `Unexpected term 「${words}」. ${advice.en}`,
      },
      actual: words,
      evidence: [{ place: first.line.place, text: first.text }],
    },
  ];
}

/** Reports that sum up several agencies rightly speak of several. */
function selfNames(report: Report): Fault[] {
  if (report.level === 'government') return [];
  const first = new Map<string, Sentence>();
  for (const sentence of saying(report, SELF_REFERENCES)) {
    for (const [name] of sentence.plain.matchAll(SELF_REFERENCES)) {
      if (isSelf(name, report) && !first.has(name)) first.set(name, sentence);
    }
  }
  if (first.size <= MOST_SELF_NAMES) return [];
  const names = [...first.keys()];
  return [
    {
      code: 'SELF-NAMES',
      message: {
        zh: `正文自称不统一：${names.map((name) => `“${name}”`).join('、')}，建议统一为一种。`,
        en: `The body calls itself by ${names.length} names: ${names.join(', ')}.`,
      },
      expected: MOST_SELF_NAMES,
      actual: names.length,
      evidence: [...new Set(first.values())].map(({ line, text }) => ({ place: line.place, text })),
    },
  ];
}

/** 我区 of a department is the place where it stands; only a name that the agency itself ends in can be one of its own. */
function isSelf(name: string, { agency }: Report): boolean {
  const last = name.at(-1) as string;
  return !PLACES.includes(last) || (agency ?? '').replace(/(?:人民)?政府$/, '').endsWith(last);
}
const PLACES = '省市州盟县区旗镇乡';
