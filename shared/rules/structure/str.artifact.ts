import type { MediaType } from '../../document/types.ts';
import { placeOfPart } from '../example-data.ts';
import type { Example, Rule } from '../types.ts';
import { decided, notApplicable } from '../verdict.ts';

/** What making a file leaves behind, where it can be read by everybody. */
const ARTIFACT = /\[bookmark:|_GoBack|错误!未找到|错误!书签|Evaluation|&nbsp;|页眉|【$/;
/** In these what is read is what was published; in the text of Word and PDF files it may be residue of reading them. */
const PUBLISHED: readonly MediaType[] = ['text/html', 'multipart/related', 'text/plain', 'text/markdown'];

export const rule: Rule = {
  id: 'STR.ARTIFACT',
  title: { zh: '正文残留制作痕迹', en: 'Residue of making the file in the text' },
  severity: 'warning',
  about: 'words',
  why: {
    zh: '修订痕迹、书签、模板提示残留在公布的文本里，有损严肃性。',
    en: 'Residue of making the file in a published text.',
  },
  falseAlarm: { zh: '由转换软件产生、原件没有的文字。', en: 'Text that only the conversion made.' },
  basis: null,
  check({ report }) {
    if (!PUBLISHED.includes(report.mediaType)) return notApplicable();
    const lines = report.prose.filter(({ where }) => where !== 'head' && where !== 'tail');
    return decided(
      lines.flatMap(({ plain, text, place }) => {
        const residue = ARTIFACT.exec(plain)?.[0];
        if (residue === undefined) return [];
        return {
          message: {
            zh: `正文中残留“${residue}”，是制作文件时留下的痕迹，请删除。`,
            en: `"${residue}" is left in the text from making the file: remove it.`,
          },
          actual: residue,
          evidence: [{ place, text }],
        };
      }),
    );
  },
  examples: () => [
    { title: 'clean', outcome: 'pass' },
    {
      title: 'a bookmark of Word',
      text: { problems: ['（一）个别答复不够规范。', '[bookmark: _GoBack]下一步将加强培训。'] },
      outcome: {
        fails: [
          {
            actual: '[bookmark:',
            evidence: [{ place: placeOfPart('problems', 1), text: '[bookmark: _GoBack]下一步将加强培训。' }],
          },
        ],
      },
    },
    {
      title: 'a lost reference on a page',
      report: { mediaType: 'text/html' },
      text: { other: ['信息处理费见错误!未找到引用源。'] },
      outcome: { fails: [{ actual: '错误!未找到' }] },
    },
    {
      title: 'residue of reading a Word file',
      report: { mediaType: 'application/msword' },
      text: { problems: ['[bookmark: _GoBack]下一步将加强培训。'] },
      outcome: 'notApplicable',
    },
  ],
  cases: () => [
    {
      title: 'the frame of the page is not the report: 字号【',
      text: { head: ['发布日期：2024-01-20 字号【'], tail: ['页眉'] },
      outcome: 'pass',
    },
    ...(['multipart/related', 'text/markdown'] as const).map(
      (mediaType): Example => ({
        title: `the same in ${mediaType}`,
        report: { mediaType },
        text: { other: ['信息处理费见错误!未找到引用源。'] },
        outcome: { fails: [{}] },
      }),
    ),
  ],
};
