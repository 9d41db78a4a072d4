import type { Sentence } from '../../claims/sentences.ts';
import type { Fault, Rule } from '../types.ts';
import { decided } from '../verdict.ts';
import { citingSentences, KNOWN_DOCUMENTS, NUMBER, quote, spelledNumber } from './citations.ts';

/** A number right after its name: `》(国务院令第711号`, `〉的通知》(国办函…`. */
const AFTER_NAME = new RegExp(`^(?:的通知|[》〉])*\\(${NUMBER.source}`);
/** 《…办公厅做好…的通知》: titles of notices need 关于. */
const TITLE_WITHOUT_ABOUT = /《[^《》]*?(?:办公厅|办公室|人民政府|局)(?:做好|开展|加强|印发)[^《》]*(?:通知|意见)》/;

export const rule: Rule = {
  id: 'META.CITE-NUM',
  title: { zh: '文号或文件名错误', en: 'Wrong number or title of a cited document' },
  severity: 'warning',
  about: 'words',
  why: { zh: '文号或文件名写错，依据就不成立。', en: 'With a wrong number the source does not hold.' },
  falseAlarm: { zh: '只核对已知的几个文件。', en: 'Only documents that are known are compared.' },
  basis: null,
  check({ report }) {
    return decided(
      citingSentences(report, /[》〉]/).flatMap((sentence) => [
        ...wrongNumbers(sentence),
        ...titleWithoutAbout(sentence),
      ]),
    );
  },
  examples: () => [
    { title: 'numbers that belong to their documents', outcome: 'pass' },
    {
      title: 'the number of another document',
      text: { other: ['按照《政府信息公开信息处理费管理办法》（国办函〔2020〕190号），未收取信息处理费。'] },
      outcome: { fails: [{ code: 'NUMBER', expected: '国办函〔2020〕109号', actual: '国办函〔2020〕190号' }] },
    },
    {
      title: 'the Regulations with another number',
      text: { preamble: ['依据《中华人民共和国政府信息公开条例》（国务院令第771号）编制。'] },
      outcome: { fails: [{ code: 'NUMBER', expected: '国务院令第711号', actual: '国务院令第771号' }] },
    },
    {
      title: 'a number that was right once (META.CITE-OLD says so)',
      text: { preamble: ['依据《中华人民共和国政府信息公开条例》（国务院令第492号）编制。'] },
      outcome: 'pass',
    },
    {
      title: 'the title of a notice without 关于',
      text: { preamble: ['根据《青禾市人民政府办公厅做好2023年年度报告编制工作的通知》编制。'] },
      outcome: {
        fails: [{ code: 'TITLE', actual: '《青禾市人民政府办公厅做好2023年年度报告编制工作的通知》' }],
      },
    },
  ],
  cases: () => [
    {
      title: 'no number, and the number of another document further on',
      text: { preamble: ['依据《中华人民共和国政府信息公开条例》和有关规定，按国办函〔2020〕109号编制。'] },
      outcome: 'pass',
    },
    {
      title: 'the title of a notice with 关于',
      text: { preamble: ['根据《青禾市人民政府办公厅关于做好2023年年度报告编制工作的通知》编制。'] },
      outcome: 'pass',
    },
    {
      title: 'the form with another number, and with that of the trial form (META.CITE-OLD says so)',
      text: {
        preamble: [
          '依据《政府信息公开工作年度报告格式》（国办公开办函〔2021〕31号）编制。',
          '依据《政府信息公开工作年度报告格式》（国办公开办函〔2019〕60号）编制。',
        ],
      },
      outcome: { fails: [{ code: 'NUMBER', actual: '国办公开办函〔2021〕31号' }] },
    },
  ],
};

function wrongNumbers(sentence: Sentence): Fault[] {
  return KNOWN_DOCUMENTS.flatMap(({ name, words, number, outdated }) => {
    const named = words.exec(sentence.plain);
    if (!named) return [];
    const after = sentence.plain.slice(named.index + named[0].length);
    const found = AFTER_NAME.exec(after)?.[1];
    if (found === undefined) return [];
    const cited = spelledNumber(found);
    if (cited === number || outdated.includes(cited)) return [];
    return [
      {
        code: 'NUMBER',
        message: {
          zh: `《${name}》的文号应为${number}，报告写作${cited}，请改正。`,
          en: `《${name}》 is ${number}, not ${cited}.`,
        },
        expected: number,
        actual: cited,
        evidence: [quote(sentence)],
      },
    ];
  });
}

function titleWithoutAbout(sentence: Sentence): Fault[] {
  const found = TITLE_WITHOUT_ABOUT.exec(sentence.plain);
  if (!found) return [];
  return [
    {
      code: 'TITLE',
      message: {
        zh: `文件名${found[0]}似缺“关于”二字，请核对。`,
        en: `The title ${found[0]} seems to lack 关于.`,
      },
      actual: found[0],
      evidence: [quote(sentence)],
    },
  ];
}
