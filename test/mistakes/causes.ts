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

type Cells = NonNullable<Example['cells']>;
/** The numbers that every suspect cell would have. */
type Repaired = Partial<Record<CellAddress, number>>;

/** The row （七）总计 with one value in every column that is not 0. */
function totalRow(value: number | null): NonNullable<Example['cells']> {
  return Object.fromEntries(REQUEST_COLUMNS.map((column) => [`requests.total.${column}`, value]));
}
const TOTALS = Object.fromEntries(
  REQUEST_COLUMNS.map((column) => [`requests.total.${column}`, is(`requests.total.${column}`)]),
);

/** A row with its numbers one column to the right, and the last one, 总计, lost. */
function shifted(row: 'received'): NonNullable<Example['cells']> {
  const values = REQUEST_COLUMNS.map((column) => is(`requests.${row}.${column}`));
  return Object.fromEntries(
    REQUEST_COLUMNS.map((column, index) => [`requests.${row}.${column}`, values[index - 1] ?? 0]),
  );
}

export const CAUSES: {
  title: string;
  cells: Cells;
  /** Words of the message. */
  says: string;
  repaired: Repaired;
  format?: FormEdition;
}[] = [
  {
    title: 'one wrong cell',
    cells: { 'requests.denied.threeSecuritiesOneStability.legalService': 2 },
    says: '经测算，仅“（三）3.危及‘三安全一稳定’·法律服务机构”由2改为0一格即可使各项勾稽关系成立，请先对照台账核实（勿为凑平而改数）。',
    repaired: { 'requests.denied.threeSecuritiesOneStability.legalService': 0 },
  },
  {
    title: 'one wrong total, which the text has right',
    cells: { 'requests.granted.total': 21 },
    says: '“（一）予以公开”一行各类申请人之和18+2+1+1+2=24，总计填21；',
    repaired: { 'requests.granted.total': 24 },
  },
  {
    title: 'two neighbours in a row exchanged',
    cells: { 'requests.granted.naturalPerson': 2, 'requests.granted.enterprise': 18 },
    says: '相邻两格可能填反了',
    repaired: { 'requests.granted.naturalPerson': 18, 'requests.granted.enterprise': 2 },
  },
  {
    title: 'two neighbours in a column exchanged',
    cells: { 'requests.received.naturalPerson': 3, 'requests.carriedIn.naturalPerson': 46 },
    says: '相邻两格可能填反了',
    repaired: { 'requests.received.naturalPerson': 46, 'requests.carriedIn.naturalPerson': 3 },
  },
  {
    title: 'requests partially granted counted twice',
    cells: countedTwice,
    says: '差额恰好等于“（二）部分公开”的件数',
    repaired: {
      'requests.granted.naturalPerson': 18,
      'requests.granted.enterprise': 2,
      'requests.granted.legalService': 2,
      'requests.granted.total': 24,
    },
  },
  {
    title: 'one wrong cell in the form of 2019',
    format: '2019-60',
    cells: { 'requests.other.other.total': 3 },
    says: '由3改为1一格',
    repaired: { 'requests.other.other.total': 1 },
  },
  {
    title: 'one wrong cell beside a blank',
    cells: { 'requests.granted.naturalPerson': 19, 'requests.denied.stateSecret.legalService': null },
    says: '由19改为18一格',
    repaired: { 'requests.granted.naturalPerson': 18 },
  },
  {
    title: 'a cell, and the total of its row with it',
    cells: { 'requests.carriedOut.enterprise': 2, 'requests.carriedOut.total': 4 },
    says: '这一错误同时计入了总计',
    repaired: { 'requests.carriedOut.enterprise': 1, 'requests.carriedOut.total': 3 },
  },
  {
    title: 'a cell, and （七）总计 under it',
    cells: { 'requests.granted.naturalPerson': 19, 'requests.total.naturalPerson': 48 },
    says: '这一错误同时计入了（七）总计',
    repaired: { 'requests.granted.naturalPerson': 18, 'requests.total.naturalPerson': 47 },
  },
  {
    title: 'the row （七）总计 left at 0',
    cells: totalRow(0),
    says: '（七）总计一行填的是0，各项之和是47、5、1、2、4、60；改后勾稽关系即可平衡，请先对照台账核实（勿为凑平而改数）。',
    repaired: TOTALS,
  },
  {
    title: 'the row （七）总计 left blank',
    cells: totalRow(null),
    says: '（七）总计一行空着，各项之和是47、5、1、2、4、60；改后勾稽关系即可平衡',
    repaired: TOTALS,
  },
  {
    title: 'a row whose numbers stand a column to the right',
    cells: shifted('received'),
    says: '这一行的数据可能错了一列',
    repaired: Object.fromEntries(
      REQUEST_COLUMNS.map((column) => [`requests.received.${column}`, is(`requests.received.${column}`)]),
    ),
  },
  {
    title: 'a block of table 4 whose total the text has right',
    cells: { 'disputes.reconsideration.total': 7 },
    says: '“行政复议”四项之和3+1+1+1=6，总计填7。经测算，仅“行政复议·总计”由7改为6一格',
    repaired: { 'disputes.reconsideration.total': 6 },
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
    title: 'as much too much as was partially granted, but not in every column',
    cells: { ...countedTwice, 'requests.granted.legalService': 2, 'requests.granted.total': 31 },
  },
  {
    title: 'as much too much as was partially granted, and a total that does not balance',
    cells: { ...countedTwice, 'requests.carriedOut.total': 4, 'requests.carriedOut.enterprise': 2 },
  },
];
