import type { MediaType } from '../../document/types.ts';
import { plainLine, squeeze } from '../../report/normalise.ts';
import { FORM_2021 } from '../basis.ts';
import { placeOfPart } from '../example-data.ts';
import type { Rule } from '../types.ts';
import { decided, pass, undecided } from '../verdict.ts';

const YEAR = /[\d〇零一二三四五六七八九]{4}年/;
const NAME = /政府信息公开工作的?(?:年度|度)报告(?:\([^()]*\))?$/;
const TRADITIONAL = [
  ['資訊', '信息'],
  ['開', '开'],
  ['報', '报'],
] as const;
/** A copied text may have left its title behind, on the page or in `<title>`. */
const COPIED: readonly MediaType[] = ['text/plain', 'text/markdown'];

export const rule: Rule = {
  id: 'STR.TITLE',
  title: { zh: '标题缺失或不规范', en: 'Title missing or not as usual' },
  severity: 'warning',
  about: 'words',
  why: { zh: '标题应写明机关和年度，便于检索。', en: 'The title names agency and year, by which reports are found.' },
  falseAlarm: {
    zh: '标题是图片，或由网站模板生成。',
    en: "The title is a picture, or comes from the site's template.",
  },
  basis: FORM_2021,
  check({ report: { title, titlePlace, mediaType } }) {
    const expected = '机关名称+年份+政府信息公开工作年度报告';
    if (title === null) {
      if (COPIED.includes(mediaType))
        return undecided({
          zh: '文件中没有标题；如标题只在网页上，无法核对。',
          en: 'The file has no title; whether the web page has one is not known.',
        });
      return decided([
        {
          code: 'MISSING',
          message: { zh: '没有读到报告标题。', en: 'The report has no title.' },
          hint: {
            zh: '请在正文前写明“机关名称＋年份＋政府信息公开工作年度报告”。',
            en: 'Put 机关名称＋年份＋政府信息公开工作年度报告 above the text.',
          },
          expected,
          actual: null,
        },
      ]);
    }
    const printed = squeeze(plainLine(title));
    const simplified = TRADITIONAL.reduce((text, [old, plain]) => text.replaceAll(old, plain), printed);
    const named = NAME.test(simplified.replace(YEAR, ''));
    if (named && YEAR.test(simplified)) return pass();
    return decided([
      {
        message: named
          ? { zh: `标题“${title}”没有写明年份，请补上。`, en: `The title "${title}" names no year: add it.` }
          : {
              zh: `标题“${title}”不规范，应为“…年政府信息公开工作年度报告”。`,
              en: `The title "${title}" should end in 政府信息公开工作年度报告.`,
            },
        expected,
        actual: title,
        ...(titlePlace && { evidence: [{ place: titlePlace, text: title }] }),
      },
    ]);
  },
  examples: () => [
    { title: 'body, year and name', outcome: 'pass' },
    {
      title: 'a title over two lines',
      report: titled('示例市示例街道2023年政府信息公开工作 年度报告'),
      outcome: 'pass',
    },
    {
      title: 'without 年度 (浔阳区政府办)',
      report: titled('示例市示例局2023年政府信息公开工作报告'),
      outcome: { fails: [{ actual: '示例市示例局2023年政府信息公开工作报告' }] },
    },
    { title: 'without 工作', report: titled('示例市示例局2023年政府信息公开年度报告'), outcome: { fails: [{}] } },
    { title: '政务公开', report: titled('示例市示例局2023年政务公开工作年度报告'), outcome: { fails: [{}] } },
  ],
  cases: () => [
    { title: 'without the body', report: titled('2025年度政府信息公开工作年度报告'), outcome: 'pass' },
    { title: 'the year in the middle', report: titled('示例市示例局政府信息公开工作2024年度报告'), outcome: 'pass' },
    { title: 'Traditional', report: titled('雲溪縣2023年政府信息公開工作年度報告'), outcome: 'pass' },
    {
      title: 'a remark in brackets',
      report: titled('示例市示例局2023年政府信息公开工作年度报告（文字版）'),
      outcome: 'pass',
    },
    {
      title: 'without a year',
      report: titled('示例市示例局政府信息公开工作年度报告'),
      outcome: {
        fails: [{ evidence: [{ place: placeOfPart('head', 2), text: '示例市示例局政府信息公开工作年度报告' }] }],
      },
    },
    {
      title: 'no title in a copied text: it may stand in the page',
      report: { title: null, titlePlace: null },
      outcome: 'undecided',
    },
    {
      title: 'no title in a Word file',
      report: { title: null, titlePlace: null, mediaType: 'application/msword' },
      outcome: { fails: [{ code: 'MISSING' }] },
    },
    {
      title: 'no title in Markdown',
      report: { title: null, titlePlace: null, mediaType: 'text/markdown' },
      outcome: 'undecided',
    },
    {
      title: 'Traditional, in the words of Taiwan, title of the page only',
      report: { title: '雲溪縣2023年政府資訊公開工作年度報告', titlePlace: null },
      outcome: 'pass',
    },
    {
      title: 'a wrong title of the page only',
      report: { title: '示例市示例局2023年政务公开工作年度报告', titlePlace: null },
      outcome: { fails: [{ actual: '示例市示例局2023年政务公开工作年度报告' }] },
    },
  ],
};

function titled(title: string) {
  return { title };
}
