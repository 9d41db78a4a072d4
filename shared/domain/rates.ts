/** Rates that people compute from the tables (last paragraph of the catalogue), over the column 总计. */
import { type CellAddress, DISPUTE_BLOCKS, type DisputeColumn, RESULT_ROWS } from './addresses.ts';
import type { Text } from './labels.ts';

export interface Rate {
  id: string;
  title: Text;
  /** The rate is the sum of the first cells over the sum of the second. */
  numerator: readonly CellAddress[];
  denominator: readonly CellAddress[];
}

const total = (row: string) => `requests.${row}.total` as CellAddress;
const rowsOf = (group: string) => RESULT_ROWS.filter((row) => row.startsWith(`${group}.`)).map(total);
const litigation = (...columns: DisputeColumn[]) =>
  (['directLitigation', 'litigationAfterReconsideration'] as const).flatMap((block) =>
    columns.map((column) => `disputes.${block}.${column}` as const),
  );
const reconsideration = (...columns: DisputeColumn[]) =>
  columns.map((column) => `disputes.reconsideration.${column}` as const);

const DONE = [total('total')];
const TO_DO = [total('received'), total('carriedIn')];

export const RATES: readonly Rate[] = [
  { id: 'granted', title: { zh: '予以公开率', en: 'granted' }, numerator: [total('granted')], denominator: DONE },
  {
    id: 'disclosed',
    title: { zh: '公开率（含部分公开）', en: 'granted or partially granted' },
    numerator: [total('granted'), total('partiallyGranted')],
    denominator: DONE,
  },
  { id: 'denied', title: { zh: '不予公开率', en: 'denied' }, numerator: rowsOf('denied'), denominator: DONE },
  {
    id: 'unavailable',
    title: { zh: '无法提供率', en: 'unavailable' },
    numerator: rowsOf('unavailable'),
    denominator: DONE,
  },
  { id: 'done', title: { zh: '年内办结率', en: 'done within the year' }, numerator: DONE, denominator: TO_DO },
  {
    id: 'carriedOut',
    title: { zh: '结转率', en: 'carried out to next year' },
    numerator: [total('carriedOut')],
    denominator: TO_DO,
  },
  {
    id: 'reconsiderationCorrected',
    title: { zh: '复议纠错率（占已审结）', en: 'corrected of decided reconsiderations' },
    numerator: reconsideration('corrected'),
    denominator: reconsideration('upheld', 'corrected', 'otherResult'),
  },
  {
    id: 'reconsiderationCorrectedOfAll',
    title: { zh: '复议纠错率（占总计）', en: 'corrected of all reconsiderations' },
    numerator: reconsideration('corrected'),
    denominator: reconsideration('total'),
  },
  {
    id: 'litigationLost',
    title: { zh: '诉讼败诉率（占已审结）', en: 'lost of decided lawsuits' },
    numerator: litigation('corrected'),
    denominator: litigation('upheld', 'corrected', 'otherResult'),
  },
  {
    id: 'pending',
    title: { zh: '复议诉讼未审结率', en: 'pending of all disputes' },
    numerator: DISPUTE_BLOCKS.map((block) => `disputes.${block}.pending` as const),
    denominator: DISPUTE_BLOCKS.map((block) => `disputes.${block}.total` as const),
  },
  {
    id: 'naturalPersons',
    title: { zh: '自然人占比', en: 'natural persons among applicants' },
    numerator: ['requests.received.naturalPerson'],
    denominator: [total('received')],
  },
];

/** Both sides of a rate in one report; `null` where a cell of it is blank or was not read: not read is never 0. */
export function sidesOf(
  rate: Rate,
  numberAt: (address: CellAddress) => number | null | undefined,
): { numerator: number; denominator: number } | null {
  const sum = (addresses: readonly CellAddress[]) => {
    const numbers = addresses.map(numberAt).filter((value) => typeof value === 'number');
    return numbers.length === addresses.length ? numbers.reduce((a, b) => a + b, 0) : null;
  };
  const numerator = sum(rate.numerator);
  const denominator = sum(rate.denominator);
  return numerator === null || denominator === null ? null : { numerator, denominator };
}
