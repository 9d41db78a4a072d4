/** What texts say about table 3. Order matters: the first pattern that fits is taken, so the narrower stands first. */

import {
  type CellAddress,
  REQUEST_COLUMNS,
  RESULT_ROWS,
  type RequestColumn,
  type ResultRow,
} from '../domain/addresses.ts';
import { ANYONE, type ClaimPattern, LAST_YEAR, NEXT_YEAR, REQUEST, TAIL } from './pattern.ts';
import type { ClaimKind } from './types.ts';

const RECEIVED: CellAddress = 'requests.received.total';
const CARRIED_IN: CellAddress = 'requests.carriedIn.total';
const DONE: CellAddress = 'requests.total.total';
const CARRIED_OUT: CellAddress = 'requests.carriedOut.total';

const totals = (group: string): CellAddress[] =>
  RESULT_ROWS.filter((row) => row === group || row.startsWith(`${group}.`)).map(
    (row) => `requests.${row}.total` as const,
  );

const RECEIVED_AT_ALL = '(?:收到|收悉|接到|接收到?|受理|收取)';
const RECEIVE = `(?<!不予|不|未)${RECEIVED_AT_ALL}`;
const RECEIVE_NEW = '(?:(?:本年度?)?新收到?|新受理|新接到|新接收|新增)';
const ALL = `(?:了|过|各类|有效|共|共计|累计|全部|${ANYONE})*`;
const CARRY = '(?:结转|转结|转办|转)';

const received: ClaimPattern[] = [
  // 受理 and 收到 mean the new ones, or the new ones with those carried in (docs/domain.md).
  ...[
    { before: `${REQUEST}:?${ALL}${RECEIVE_NEW}${TAIL}`, cells: [[RECEIVED]] },
    { before: `${RECEIVE_NEW}${ALL}${REQUEST}?${TAIL}`, cells: [[RECEIVED]] },
    {
      before: `收到(?:和|并)(?:办理|处理)${ALL}${REQUEST}${TAIL}`,
      cells: [[RECEIVED], [RECEIVED, CARRIED_IN], [DONE]],
    },
    {
      before: `${RECEIVE}${ALL}${REQUEST}?${TAIL}`,
      after: `(?:${REQUEST})?`,
      cells: [[RECEIVED], [RECEIVED, CARRIED_IN]],
    },
    { before: `${REQUEST}:?${ALL}${RECEIVE}${TAIL}`, cells: [[RECEIVED], [RECEIVED, CARRIED_IN]] },
    { before: `(?:收到|受理|接到)的`, after: `${REQUEST}中`, cells: [[RECEIVED], [RECEIVED, CARRIED_IN]] },
    { before: `(?:收到|受理|接到)的${REQUEST}${TAIL}`, after: '中', cells: [[RECEIVED], [RECEIVED, CARRIED_IN]] },
    { before: `申请(?:总数|总量|数量)${TAIL}`, cells: [[RECEIVED], [RECEIVED, CARRIED_IN], [DONE]] },
  ].map((one): ClaimPattern => ({ kind: 'received', topic: 'requests', needs: ['requests'], wholeOnly: true, ...one })),
  {
    kind: 'received',
    topic: 'requests',
    zero: `(?:尚未|尚无|从未|未曾|并未|未|没有|无)(?:${RECEIVED_AT_ALL}|发生|产生|出现)?(?:过|到|任何|形式|的|要求|关于|有关|${ANYONE})*${REQUEST}(?:的|情况|情形|事项|记录)*`,
    cells: [[RECEIVED]],
  },
  { kind: 'received', topic: 'requests', zero: `${REQUEST}(?:情况)?(?:为|是|实行)?(?:零|零报告)`, cells: [[RECEIVED]] },
];

const carried: ClaimPattern[] = [
  { before: `${LAST_YEAR}${CARRY}(?:至?(?:本年度?|今年)|的|${REQUEST}|办理|来)*${TAIL}`, cells: [[CARRIED_IN]] },
  { before: `(?:含|包括)${CARRY}(?:的|${REQUEST})*${TAIL}`, cells: [[CARRIED_IN]] },
  { before: `${CARRY}自?${LAST_YEAR}(?:的|${REQUEST})*${TAIL}`, cells: [[CARRIED_IN]] },
  {
    after: `(?:均?[为是系属])?${LAST_YEAR}${CARRY}(?:的|${REQUEST}|办理|来)*`,
    wholeOnly: true as const,
    cells: [[CARRIED_IN]],
  },
  { zero: `(?:无|没有)${LAST_YEAR}${CARRY}(?:的|${REQUEST}|办理|情况)*`, cells: [[CARRIED_IN]] },
].map((one): ClaimPattern => ({ kind: 'carriedIn', topic: 'requests', needs: ['requests'], ...one }));

const carriedOn: ClaimPattern[] = [
  { before: `${CARRY}[至到入]?${NEXT_YEAR}(?:继续|办理|处理|答复|的|${REQUEST})*${TAIL}` },
  { after: `(?:均?将?)${CARRY}[至到入]?${NEXT_YEAR}(?:继续|办理|处理|答复|的)*(?:以外|之外)?` },
  { zero: `(?:无|没有|不存在)${CARRY}[至到入]?${NEXT_YEAR}(?:继续|办理|处理|的|${REQUEST}|情况)*` },
  { before: `(?:正在|尚在|仍在)(?:办理|处理)(?:中|的)*${TAIL}` },
  { after: '(?:正在|尚在|仍在)(?:办理|处理)中?' },
  { before: `在办${TAIL}` },
].map(
  (one): ClaimPattern => ({
    kind: 'carriedOut',
    topic: 'requests',
    needs: ['requests'],
    cells: [[CARRIED_OUT]],
    ...one,
  }),
);

const done: ClaimPattern[] = [
  { before: `办结(?:了|完成|${REQUEST})*${TAIL}`, cells: [[DONE]] },
  { before: `${REQUEST}办结${TAIL}`, cells: [[DONE]] },
  // Answered: all of (七), or without what was not processed and not continued.
  {
    before: `(?:答复|回复|办复)(?:了|${REQUEST})*${TAIL}`,
    wholeOnly: true as const,
    cells: [
      [DONE],
      [...totals('granted'), ...totals('partiallyGranted'), ...totals('denied'), ...totals('unavailable')],
      [
        ...totals('granted'),
        ...totals('partiallyGranted'),
        ...totals('denied'),
        ...totals('unavailable'),
        ...totals('notProcessed'),
      ],
    ],
  },
  // Handled: finished, or all that was on the table.
  {
    before: `(?:办理|处理)(?:了|${ALL}${REQUEST})*${TAIL}`,
    wholeOnly: true as const,
    cells: [[DONE], [RECEIVED], [RECEIVED, CARRIED_IN]],
  },
].map((one): ClaimPattern => ({ kind: 'done', topic: 'requests', needs: ['requests'], ...one }));

/** Applicants by their words; all columns but the first are organizations. */
const APPLICANTS: readonly [string, readonly RequestColumn[]][] = [
  ['(?:自然人|公民)', ['naturalPerson']],
  ['(?:法人(?:和|或者?|及|、)其他组织|法人(?:和|或|及|、)非法人组织)', REQUEST_COLUMNS.slice(1, -1)],
  ['商业企业', ['enterprise']],
  ['科研机构', ['researchInstitution']],
  ['社会公益组织', ['socialOrganization']],
  ['法律服务机构', ['legalService']],
];
const applicants = APPLICANTS.flatMap(([words, columns]) => {
  const kind: ClaimKind = columns[0] === 'naturalPerson' ? 'received.naturalPerson' : 'received.organization';
  const inRow = (row: 'received' | 'carriedIn' | 'total') =>
    columns.map((column) => `requests.${row}.${column}` as const);
  const cells = [inRow('received'), [...inRow('received'), ...inRow('carriedIn')], inRow('total')];
  const needs = ['requests'] as const;
  return [
    {
      kind,
      topic: 'requests',
      needs,
      before: `(?:${RECEIVE}${ALL})?${words}(?:提出|提交|的|${REQUEST})*${TAIL}`,
      cells,
    },
    { kind, topic: 'requests', needs, after: `(?:[为是系由])?${words}(?:提出|提交|的|${REQUEST})*`, cells },
  ] satisfies ClaimPattern[];
});

/** Words for the rows of (三) to (六). */
const DETAILS: readonly [ResultRow, string][] = [
  ['denied.stateSecret', '国家秘密'],
  ['denied.prohibitedByLaw', '(?:其他)?法律、?行政法规禁止公开'],
  ['denied.threeSecuritiesOneStability', '(?:危及)?“?三安全一稳定”?'],
  ['denied.thirdPartyRights', '(?:保护|损害|侵害)?第三方合法权益'],
  ['denied.internalAffairs', '(?:三类)?内部事务信息'],
  ['denied.processInformation', '(?:四类)?过程性信息'],
  ['denied.enforcementFile', '行政执法案卷(?:信息)?'],
  ['denied.administrativeInquiry', '行政查询事项'],
  ['unavailable.notHeld', '(?:本机关|本单位|我局)?不掌握(?:相关)?(?:政府信息)?'],
  ['unavailable.needsCreation', '(?:没有现成信息)?(?:、|,)?需要?另行制作'],
  ['unavailable.unclearAfterCorrection', '补正后(?:申请内容)?仍不明确'],
  ['notProcessed.complaint', '信访、?举报、?投诉类?(?:申请)?'],
  ['notProcessed.repeated', '重复申请'],
  ['notProcessed.publication', '(?:要求提供)?公开出版物'],
  ['notProcessed.excessive', '(?:无正当理由)?大量反复申请'],
  ['notProcessed.confirmation', '(?:要求行政机关)?确认或重新出具已获取信息'],
  ['other.notCorrected', '(?:申请人)?(?:无正当理由)?逾期不补正'],
  ['other.feeUnpaid', '(?:申请人)?逾期(?:未|不)(?:按收费通知要求)?缴纳?费用?'],
];
const GROUP = '(?:不予公开|无法提供|不予处理|其他处理)';
const details = DETAILS.flatMap(([row, words]) => {
  const one = { kind: 'detail', topic: 'requests', cells: [[`requests.${row}.total`]] } as const;
  return [
    {
      ...one,
      before: `${GROUP}?(?:因|属于?|涉及|为)*${words}(?:的|而|${GROUP}|答复|决定)*${TAIL}`,
      needs: ['requests'],
    },
    { ...one, after: `均?(?:因|属于?|涉及|为|系)?${words}(?:的|而|${GROUP})*`, needs: ['requests'] },
  ] satisfies ClaimPattern[];
});
/** A withdrawn request is usually counted in (六)3, but no text says so. */
const withdrawn: ClaimPattern[] = ['before', 'after'].map((side) => ({
  kind: 'detail',
  topic: 'requests',
  [side]:
    side === 'before' ? `(?:撤件|撤回(?:申请)?|撤销申请)${TAIL}` : '(?:主动)?(?:撤件|撤回(?:申请)?|撤销(?:申请)?)',
  loose: true,
  cells: [['requests.other.other.total']],
}));

const GRANT = '(?:予以公开|(?<!不)(?:同意|准予)公开)';
/** What may stand between an answer and its number: 无法提供相关信息答复2件. */
const ANSWERED = `(?:的|答复|决定|告知|相关|有关|所需|该|类|政府信息|信息|${REQUEST})*`;
const OUTCOMES: readonly (Pick<ClaimPattern, 'kind' | 'amongOutcomes' | 'follows'> & {
  words: string;
  cells: CellAddress[];
})[] = [
  {
    kind: 'grantedOrPartially',
    words: `${GRANT}(?:及|和|与|或|、)(?:予以)?部分公开`,
    cells: [...totals('granted'), ...totals('partiallyGranted')],
  },
  {
    kind: 'grantedOrPartially',
    words: GRANT,
    follows: /^(?:\((?:其中|含|包括|包含)?|,(?:其中|含|包括|包含))(?:区分处理后?)?部分公开/,
    cells: [...totals('granted'), ...totals('partiallyGranted')],
  },
  { kind: 'granted', words: GRANT, cells: totals('granted') },
  // A common slip for 予以公开 in lists of answers (NAR.TERM says so).
  { kind: 'granted', words: '已?主动公开', amongOutcomes: true, cells: totals('granted') },
  { kind: 'partiallyGranted', words: '(?:予以|同意|准予|区分处理后?)?部分公开', cells: totals('partiallyGranted') },
  { kind: 'denied', words: '(?:不予公开|不同意公开)', cells: totals('denied') },
  { kind: 'unavailable', words: '无法提供', cells: totals('unavailable') },
  { kind: 'notProcessed', words: '不予处理', cells: totals('notProcessed') },
  { kind: 'otherProcessing', words: '作?其他处理', cells: totals('other') },
  { kind: 'otherProcessing', words: '其他(?:情形|方式|类型)?', amongOutcomes: true, cells: totals('other') },
];
const outcomes = OUTCOMES.flatMap(({ words, cells, ...rest }) => {
  const one = { ...rest, topic: 'requests', cells: [cells] } as const;
  return [
    { ...one, before: `${words}${ANSWERED}${TAIL}`, needs: ['requests'] },
    { ...one, after: `(?:均|依法|依规|决定|已|为|属于)*${words}(?:的|答复|决定)*`, needs: ['requests'] },
  ] satisfies ClaimPattern[];
});

export const REQUEST_CLAIMS: readonly ClaimPattern[] = [
  ...carried,
  ...carriedOn,
  ...received,
  ...applicants,
  ...details,
  ...withdrawn,
  ...outcomes,
  ...done,
];
