/** What texts say about table 2. Counts of *published* items look the same and are kept out by `scope.ts`. */

import type { CellAddress } from '../domain/addresses.ts';
import { type ClaimPattern, TAIL } from './pattern.ts';
import type { ClaimKind } from './types.ts';

const DOCUMENTS = '(?:行政)?规范性文件';
/** The verb of the form; 制定, 出台 and 公开 may count something else. */
const ISSUE = '(?:新?制发)';

const documentLines = [
  { name: DOCUMENTS, topic: 'documents', row: 'normativeDocuments' },
  { name: '(?:部门|政府)?规章', topic: 'regulations', row: 'regulations' },
] as const;

const documents = documentLines.flatMap(({ name, topic, row }) => {
  const kind = (known: ClaimKind): ClaimKind => (topic === 'documents' ? known : 'regulations');
  const issued: CellAddress[][] = [
    [`proactive.${row}.issued`],
    [`proactive.${row}.created`],
    [`proactive.${row}.disclosed`],
  ];
  const repealed: CellAddress[][] = [[`proactive.${row}.repealed`]];
  const inForce: CellAddress[][] = [[`proactive.${row}.inForce`]];
  const needs = [topic];
  return [
    { kind: kind('documents.issued'), topic, before: `${ISSUE}了?${name}${TAIL}`, cells: issued },
    { kind: kind('documents.issued'), topic, before: `${name}(?:本年)?${ISSUE}${TAIL}`, cells: issued },
    { kind: kind('documents.issued'), topic, needs, before: `(?:本年)?${ISSUE}${TAIL}`, cells: issued },
    { kind: kind('documents.issued'), topic, zero: `(?:未|没有)${ISSUE}(?:过|任何)*${name}`, cells: issued },
    {
      kind: kind('documents.repealed'),
      topic,
      needs,
      before: `(?:清理|宣布)?废止了?(?:${name})?${TAIL}`,
      cells: repealed,
    },
    {
      kind: kind('documents.inForce'),
      topic,
      needs,
      before: `(?:(?:现行|继续|保留)有效的?(?:${name}|文件)?|现有${name})${TAIL}`,
      cells: inForce,
    },
  ] satisfies ClaimPattern[];
});

const disclosed: ClaimPattern[] = [
  {
    kind: 'documents.disclosed',
    topic: 'documents',
    // 累计公开 counts since when, nobody knows.
    before: `(?<!累计(?:主动)?)(?:主动公开|公开|(?:新?制定|出台|印发|发布)+)了?${DOCUMENTS}${TAIL}`,
    units: ['件'],
    cells: [
      ['proactive.normativeDocuments.issued'],
      ['proactive.normativeDocuments.inForce'],
      ['proactive.normativeDocuments.disclosed'],
      ['proactive.normativeDocuments.disclosedTotal'],
    ],
  },
];

const ACT = '(?:办理|作出|做出|实施|处理|下达)';
const POWERS = [
  { kind: 'licensing', words: '行政许可' },
  { kind: 'penalties', words: '行政处罚' },
  { kind: 'coercion', words: '行政强制' },
] as const;
const CASE_UNITS = ['件', '宗', '起', '例', ''];
const powers = POWERS.flatMap(({ kind, words }) => {
  const one = { kind, topic: 'powers', cells: [[`proactive.${kind}.decisions`]] } satisfies ClaimPattern;
  const decisions = `${words}(?:的?处理)?决定(?:书)?(?:本年)?${TAIL}`;
  return [
    { ...one, before: `(?:${ACT}了?)?${decisions}` },
    { ...one, before: `${words}本年处理决定${TAIL}` },
    { ...one, before: `(?:${ACT}了?(?:各类)?)?${words}${TAIL}`, units: CASE_UNITS },
    { ...one, before: `(?:${ACT}了?)?${words.slice(2)}处理决定${TAIL}` },
    { ...one, before: `${ACT}了?`, after: `的?${words}(?:决定)?` },
    { ...one, after: `的?${words}(?:决定)?`, units: CASE_UNITS },
    { ...one, zero: `未${ACT}(?:过|任何)*${words}(?:决定)?` },
  ] satisfies ClaimPattern[];
});

const fees: ClaimPattern[] = [
  {
    kind: 'fees',
    topic: 'powers',
    before: `(?:收取|收缴)?了?行政事业性收费(?:收入|金额|总额|总金额)?${TAIL}`,
    units: ['万元'],
    cells: [['proactive.fees.amount']],
  },
];

export const PROACTIVE_CLAIMS: readonly ClaimPattern[] = [...documents, ...disclosed, ...powers, ...fees];
