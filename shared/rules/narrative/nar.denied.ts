import { sentencesWith } from '../../claims/sentences.ts';
import { REQUEST_COLUMNS, RESULT_ROWS, type RequestAddress } from '../../domain/addresses.ts';
import type { Rule } from '../types.ts';
import { addCells, decided, notApplicable, undecided, whyUndecided } from '../verdict.ts';

const DENIED: RequestAddress[] = RESULT_ROWS.filter((row) => row.startsWith('denied.')).map(
  (row) => `requests.${row}.${REQUEST_COLUMNS[6]}` as const,
);
/** What was done with requests that were denied. */
const HANDLED = /对于?不予公开的(?:申请|信息|政府信息)?[^。;]{0,30}?(?:说明|告知|解释|沟通)/;
/** It tells what has to be done, not what was done. */
const PROCEDURE = /应当|应该|必须|要求|规定|制度|流程|如有|若有|凡|坚持|要(?:详细|依法|及时|向)/;

export const rule: Rule = {
  id: 'NAR.DENIED',
  title: { zh: '正文述及不予公开，表三对应数据为零', en: 'Denials described in the text, none in table 3' },
  severity: 'notice',
  about: 'words',
  why: {
    zh: '正文写到不予公开的处理而表三为零，多为套话。',
    en: 'Denials are described and none is counted: a set phrase.',
  },
  falseAlarm: { zh: '说的是以前年度或一般做法。', en: 'It tells of other years or of what is usual.' },
  basis: null,
  check({ report }) {
    const told = sentencesWith(report, HANDLED).find(({ plain }) => !PROCEDURE.test(plain));
    if (!told) return notApplicable();
    const denied = addCells(report, DENIED);
    if (denied === null) return undecided(whyUndecided(report, DENIED));
    if (denied > 0) return decided([]);
    return decided([
      {
        message: {
          zh: '正文写到对不予公开的申请说明理由，但表三“不予公开”各项均为0，请核对是否为套话或漏填。',
          en: 'The text tells how denied requests were handled, but table 3 has none.',
        },
        cells: DENIED,
        expected: 0,
        evidence: [{ place: told.line.place, text: told.text }],
      },
    ]);
  },
  examples: () => [
    { title: 'the text describes no denial', outcome: 'notApplicable' },
    {
      title: 'reasons given for denials that table 3 does not have',
      cells: Object.fromEntries(DENIED.map((cell) => [cell, 0])),
      text: { overview: ['对于不予公开的申请，详细说明理由和依据，争取理解和支持。'] },
      outcome: { fails: [{ cells: DENIED, expected: 0 }] },
    },
    {
      title: 'reasons given for denials',
      text: { overview: ['对于不予公开的申请，详细说明理由和依据。'] },
      outcome: 'pass',
    },
  ],
  cases: () => [
    {
      title: 'a procedure only',
      cells: Object.fromEntries(DENIED.map((cell) => [cell, 0])),
      text: { overview: ['健全答复制度，对不予公开的申请应当说明理由。'] },
      outcome: 'notApplicable',
    },
    {
      title: 'a row was not read',
      cells: { 'requests.denied.stateSecret.total': undefined },
      text: { overview: ['对不予公开的申请均说明理由。'] },
      outcome: 'undecided',
    },
    {
      title: 'one denial is enough to tell of',
      cells: { ...Object.fromEntries(DENIED.map((cell) => [cell, 0])), 'requests.denied.stateSecret.total': 1 },
      text: { overview: ['对不予公开的申请均说明理由。'] },
      outcome: 'pass',
    },
  ],
};
