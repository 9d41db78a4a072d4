import type { Fault, Rule } from '../types.ts';
import { decided } from '../verdict.ts';
import { citingSentences, quote } from './citations.ts';

/** A number of the State Council's office, as far as the next mark. */
const CITED = /国办(?:公开办函|函|发)(?:明电)?(?=[^,。;、)》]{0,3}\d)(?:[^,。;、》]{1,14}?号|[^,。;、)》]{0,14})/g;
const WELL_FORMED = /^国办(?:公开办函|函|发)(?:明电)?[〔[]\d{4}[〕\]]\d+号$/;
const ANY_BRACKET = /[〔〕[\]【】]/;

export const rule: Rule = {
  id: 'META.CITE-FORM',
  title: { zh: '文号括号、年份、号数残缺', en: 'The number of a cited document is damaged' },
  severity: 'warning',
  about: 'words',
  why: { zh: '文号残缺，读者无法查找。', en: 'A damaged number cannot be looked up.' },
  falseAlarm: { zh: '转换时丢失的括号。', en: 'Brackets lost in conversion.' },
  basis: null,
  check({ report }) {
    // A site that strips these brackets strips all of them: nothing that the agency wrote.
    const stripped = citingSentences(report, ANY_BRACKET).length === 0;
    return decided(
      citingSentences(report, /国办/).flatMap((sentence) =>
        [...sentence.plain.matchAll(CITED)].flatMap(([cited]): Fault[] => {
          if (WELL_FORMED.test(cited) || (stripped && !/[(（]/.test(cited))) return [];
          return [
            {
              message: {
                zh: `文号“${cited}”不完整，规范写法如“国办函〔2020〕109号”，请改正。`,
                en: `The document number 「${cited}」 is damaged; expected a form like 国办函〔2020〕109号.`,
              },
              expected: '〔年份〕序号',
              actual: cited,
              evidence: [quote(sentence)],
            },
          ];
        }),
      ),
    );
  },
  examples: () => [
    { title: 'numbers in full', outcome: 'pass' },
    {
      title: 'a bracket is lost',
      text: { other: ['按照国办函〔2020109号规定的收费标准，本年度未收取信息处理费。'] },
      outcome: { fails: [{ actual: '国办函〔2020109号' }] },
    },
    {
      title: 'round brackets, and a lost number',
      text: { preamble: ['依据（国办公开办函(2021)30号）、《通知》（国办函〔2020〕号）编制。'] },
      outcome: { fails: [{ actual: '国办公开办函(2021)30号' }, { actual: '国办函〔2020〕号' }] },
    },
    {
      title: 'square brackets, spaces and numbers by telegram',
      text: { preamble: ['依据国办公开办函[2021]30号、国办公开办函〔2021〕 30号、国办发明电〔2020〕5号编制。'] },
      outcome: 'pass',
    },
    {
      title: 'round brackets where a site strips the others',
      text: { preamble: ['依据国办公开办函(2021)30号编制。'], other: [] },
      outcome: { fails: [{ actual: '国办公开办函(2021)30号' }] },
    },
  ],
  cases: () => [
    {
      title: 'a site that strips all such brackets',
      text: { preamble: ['依据国办公开办函202130号编制。'], other: ['依据国办函2020109号，未收取信息处理费。'] },
      outcome: 'pass',
    },
    { title: 'no number is cited', text: { preamble: ['依据国办函件要求编制。'], other: [] }, outcome: 'pass' },
    {
      title: 'the words of the site around the report',
      text: { head: ['国办函〔2020109号'], tail: ['国办函〔2020109号'] },
      outcome: 'pass',
    },
  ],
};
