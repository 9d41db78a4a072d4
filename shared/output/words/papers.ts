/** The words of 核查意见 and 整改通知书. */
import type { Text } from '../../domain/labels.ts';
import type { Severity } from '../../domain/severity.ts';
import type { Status } from '../../domain/status.ts';
import { countWords, NAMES } from './common.ts';

export const PAPER_WORDS = {
  number: { zh: '〔　　　　〕　　　号', en: 'No.' },
  noAgency: { zh: '＿＿＿＿＿＿＿＿', en: '________' },
  colon: NAMES.colon,
  listHead: NAMES.findingsList,
  verdictHead: { zh: '一、核查结论', en: '1. Conclusion' },
  opinionListHead: { zh: '二、问题清单', en: '2. What was found' },
  place: NAMES.place,
  order: { zh: '序号', en: 'No.' },
  reported: NAMES.reported,
  expected: NAMES.lookUp,
  problem: { zh: '问题、处理建议和依据', en: 'What is wrong, advice, basis' },
  whole: { zh: '整份报告', en: 'the report as a whole' },
  advice: { zh: '处理建议：', en: 'Advice: ' },
  basis: { zh: '依据：', en: 'Basis: ' },
  caution: {
    zh: '请对照原始台账逐项核实后更正，勿为使勾稽关系成立而改动数据。',
    en: 'Please look each number up in the records before correcting it; do not change numbers to make sums hold.',
  },
  seeOther: { zh: '见同一序号的批注', en: 'see the comment of the same number' },
  inserted: {
    zh: '（本批注针对此段之后插入的文件内容）',
    en: '(About the file that is inserted behind this paragraph)',
  },
  contact: { zh: '联系人：　　　　　　联系电话：', en: 'Contact:              Telephone:' },
  signatory: { zh: '（发文机关署名）', en: '(issuing office)' },
} as const satisfies Record<string, Text>;

/** Names of the files, before the agency and the year. */
export const PAPER_FILES = {
  opinion: { zh: '核查意见', en: 'opinion' },
  notice: { zh: '整改通知书', en: 'notice' },
  commented: { zh: '（批注）', en: ' (comments)' },
  readMe: { zh: '请先看.txt', en: 'read-me.txt' },
} as const satisfies Record<string, Text>;

/** What a paper says of a report. */
export interface Subject {
  agency: string | null;
  year: number | null;
  /** Name of the file. */
  file: string;
  status: Status;
  /** Mistakes that stand. */
  counts: Readonly<Record<Severity, number>>;
}

const REPORT: Text = { zh: '政府信息公开工作年度报告', en: 'annual report on open government information' };
const yearOf = ({ year }: Subject, language: 'zh' | 'en') =>
  year === null ? '' : language === 'zh' ? `${year}年` : ` for ${year}`;

export function titleOf(kind: 'opinion' | 'notice', subject: Subject): Text {
  const { agency } = subject;
  const name = `${yearOf(subject, 'zh')}${REPORT.zh}`;
  const english = `the ${REPORT.en}${yearOf(subject, 'en')}`;
  return kind === 'opinion'
    ? { zh: `关于${agency ?? ''}${name}的核查意见`, en: `Opinion on ${english}${agency ? ` of ${agency}` : ''}` }
    : { zh: `${REPORT.zh}整改通知书`, en: `Notice to correct ${english}` };
}

/** Stands for the name of the file, which is never turned into other characters. */
const FILE = '{file}';

/** The result of the check in one sentence. */
export function verdictWords({ status, counts }: Subject): Text {
  const found = countWords(counts);
  switch (status) {
    case 'passed':
      return {
        zh: `文件“${FILE}”通过核查，${found.zh}。`,
        en: `The file “${FILE}” has passed: ${found.en}.`,
      };
    case 'failed':
      return { zh: `文件“${FILE}”未通过核查：${found.zh}。`, en: `The file “${FILE}” has not passed: ${found.en}.` };
    case 'incomplete':
      return {
        zh: `文件“${FILE}”未能全部读出，不能视为通过；已读出部分：${found.zh}。`,
        en: `The file “${FILE}” was read only in part, which is no pass; in what was read: ${found.en}.`,
      };
    case 'unreadable':
      return {
        zh: `在文件“${FILE}”中未识别出年度报告。`,
        en: `No annual report was found in the file “${FILE}”.`,
      };
  }
}

/** 条例 art. 47: the competent department urges correction; art. 50: what a report holds and its form. */
export function requestWords(subject: Subject): Text {
  const found = verdictWords(subject);
  const what = `${yearOf(subject, 'zh')}${REPORT.zh}`;
  const task =
    subject.status === 'unreadable'
      ? { zh: '重新报送可识别的文件', en: 'send a file that can be read' }
      : { zh: '核实更正、重新公布，并报送更正后的文件', en: 'correct and republish it, and send the corrected file' };
  return {
    zh: `经核查，你单位${what}存在需要整改的问题。${found.zh}根据《中华人民共和国政府信息公开条例》第四十七条、第五十条的规定，请于　　　　年　　月　　日前${task.zh}。`,
    en: `Your ${REPORT.en}${yearOf(subject, 'en')} was checked. ${found.en} Under articles 47 and 50 of the Regulations on Open Government Information, please ${task.en} by ____________.`,
  };
}

/** Words with the name of the file as it is. */
export function withFile(words: string, { file }: Subject): string {
  return words.replaceAll(FILE, () => file);
}

/** `2026年3月2日`. @param day `YYYY-MM-DD` */
export function dayWords(day: string): Text {
  const [year, month, date] = day.split('-').map(Number);
  return { zh: `${year}年${month}月${date}日`, en: day };
}
