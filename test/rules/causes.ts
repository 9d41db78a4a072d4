/** Edits of the example report whose sums miss for one reason, and the reason that has to be told; or for none. */
import { type CellAddress, type FormEdition, REQUEST_COLUMNS } from '../../shared/domain/addresses.ts';
import { numberAt } from '../../shared/report/types.ts';
import { exampleReport } from '../../shared/rules/example.ts';
import type { Example } from '../../shared/rules/types.ts';

const base = exampleReport();
const is = (address: CellAddress) => numberAt(base, address) as number;
/** The example report with more partially granted requests counted as granted, too. */
const countedTwice = Object.fromEntries(
  REQUEST_COLUMNS.map((column) => [
    `requests.granted.${column}`,
    is(`requests.granted.${column}`) + is(`requests.partiallyGranted.${column}`),
  ]),
);

export const CAUSES: { title: string; cells: NonNullable<Example['cells']>; cause: string; format?: FormEdition }[] = [
  {
    title: 'one wrong cell',
    cells: { 'requests.denied.threeSecuritiesOneStability.legalService': 2 },
    cause: '只要把“(三)3.危及‘三安全一稳定’·法律服务机构”由2改为0，全表的勾稽关系就都成立，请先核对这一格。',
  },
  {
    title: 'one wrong total',
    cells: { 'requests.granted.total': 21 },
    cause: '只要把“(一)予以公开·总计”由21改为24，全表的勾稽关系就都成立，请先核对这一格。',
  },
  {
    title: 'two neighbours in a row exchanged',
    cells: { 'requests.granted.naturalPerson': 2, 'requests.granted.enterprise': 18 },
    cause: '把“(一)予以公开·自然人”与“(一)予以公开·商业企业”两格对调后，全表的勾稽关系就都成立，可能是错列。',
  },
  {
    title: 'two neighbours in a column exchanged',
    cells: { 'requests.received.naturalPerson': 3, 'requests.carriedIn.naturalPerson': 46 },
    cause:
      '把“一、本年新收政府信息公开申请数量·自然人”与“二、上年结转政府信息公开申请数量·自然人”两格对调后，全表的勾稽关系就都成立，可能是错行。',
  },
  {
    title: 'requests partially granted counted twice',
    cells: countedTwice,
    cause: '每一列的差额都恰好等于“(二)部分公开”的件数，部分公开的申请可能又计入了其他情形；区分处理的，只计部分公开。',
  },
  {
    title: 'one wrong cell in the form of 2019',
    format: '2019-60',
    cells: { 'requests.other.other.total': 3 },
    cause: '只要把“(六)3.其他·总计”由3改为1，全表的勾稽关系就都成立，请先核对这一格。',
  },
];

export const NO_CAUSE: { title: string; cells: NonNullable<Example['cells']> }[] = [
  {
    title: 'as much too much as was partially granted, and a row that does not add up',
    cells: {
      ...countedTwice,
      'requests.received.total': 60,
      'requests.carriedIn.total': 3,
    },
  },
  {
    title: 'as much too much as was partially granted, and one row too large',
    cells: { ...countedTwice, 'requests.granted.total': 33, 'requests.notProcessed.complaint.total': 0 },
  },
  {
    title: 'two wrong cells in different rows and columns',
    cells: { 'requests.granted.naturalPerson': 19, 'requests.granted.enterprise': 4, 'requests.carriedIn.total': 9 },
  },
  {
    title: 'a row and a column that miss by different numbers',
    cells: { 'requests.granted.naturalPerson': 19, 'requests.granted.total': 26, 'requests.total.naturalPerson': 50 },
  },
  {
    title: 'a number that would have to be negative',
    cells: {
      'requests.denied.stateSecret.naturalPerson': 1,
      'requests.total.naturalPerson': 48,
      'requests.received.naturalPerson': 47,
      'requests.total.legalService': 3,
      'requests.received.legalService': 3,
    },
  },
  {
    title: 'one wrong cell beside a blank',
    cells: { 'requests.granted.naturalPerson': 19, 'requests.denied.stateSecret.legalService': null },
  },
  {
    title: 'two pairs of neighbours whose exchange would mend all',
    cells: {
      'requests.denied.stateSecret.enterprise': 4,
      'requests.denied.stateSecret.total': 4,
      'requests.total.enterprise': 9,
      'requests.total.total': 64,
      'requests.received.enterprise': 9,
      'requests.received.total': 63,
      'requests.denied.enforcementFile.naturalPerson': 0,
      'requests.denied.enforcementFile.enterprise': 4,
    },
  },
  {
    title: 'as much too much as was partially granted, but not in every column',
    cells: { ...countedTwice, 'requests.granted.legalService': 2, 'requests.granted.total': 31 },
  },
  {
    title: 'as much too much as was partially granted, and a total that does not balance',
    cells: { ...countedTwice, 'requests.carriedOut.total': 4, 'requests.carriedOut.enterprise': 2 },
  },
];
