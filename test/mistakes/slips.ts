/** Generated reports with one slip of a hand, and what `mistakes` makes of it. */
import fc from 'fast-check';
import { check } from '../../shared/check.ts';
import {
  type CellAddress,
  DISPUTE_BLOCKS,
  disputeBlock,
  parseAddress,
  REQUEST_COLUMNS,
  requestRow,
  requestRows,
} from '../../shared/domain/addresses.ts';
import type { CheckResult } from '../../shared/result.ts';
import { print } from '../generator/print.ts';
import { type RandomReport, reportArbitrary } from '../generator/report.ts';

/** A slip: cells with the number that was meant and the one that was typed. */
export interface Slip {
  report: RandomReport;
  cells: Map<CellAddress, { meant: number; typed: number }>;
}

/** What a slip of the keyboard makes of a number: one more or less, a digit left out, doubled, exchanged or mistyped. */
const KEYS: readonly ((value: number, by: number) => number)[] = [
  (value) => value + 1,
  (value) => value - 1,
  (value) => Number(String(value).slice(0, -1) || '0'),
  (value) => Number(`${value}${String(value).at(-1)}`),
  (value) => Number([...String(value)].reverse().join('')),
  (value, by) => Number(`${String(value).slice(0, -1)}${by % 10}`),
  (value, by) => value + by,
];
const typing = fc.tuple(fc.nat(KEYS.length - 1), fc.integer({ min: 1, max: 40 }));

function slipOf(report: RandomReport, address: CellAddress, [key, by]: [number, number], withTotal: boolean): Slip {
  const meant = report.cells.get(address) as number;
  const other = KEYS[key]?.(meant, by) ?? 0;
  const typed = other === meant || other < 0 ? meant + by : other;
  const cells = new Map([[address, { meant, typed }]]);
  const total = address.replace(/\.\w+$/, '.total') as CellAddress;
  if (withTotal && total !== address) {
    const right = report.cells.get(total) as number;
    cells.set(total, { meant: right, typed: right + typed - meant });
  }
  return { report, cells };
}

const report = reportArbitrary('2021-30');
const requestCells = requestRows('2021-30').flatMap(requestRow);
const applicantCells = requestCells.filter((cell) => parseAddress(cell).column !== REQUEST_COLUMNS.at(-1));
const disputeCells = DISPUTE_BLOCKS.flatMap(disputeBlock);

const slipIn = (cells: readonly CellAddress[], withTotal: boolean): fc.Arbitrary<Slip> =>
  fc.tuple(report, fc.constantFrom(...cells), typing).map(([one, cell, typed]) => slipOf(one, cell, typed, withTotal));

/** A row of table 3 whose numbers stand one column to the right, the last one lost; rows in which it makes a difference. */
const shiftedRow: fc.Arbitrary<Slip> = fc
  .tuple(report, fc.constantFrom(...requestRows('2021-30')))
  .map(([one, row]) => {
    const values = requestRow(row).map((cell) => one.cells.get(cell) as number);
    const cells = requestRow(row).map(
      (cell, index) => [cell, { meant: values[index] ?? 0, typed: values[index - 1] ?? 0 }] as const,
    );
    return { report: one, cells: new Map(cells.filter(([, { meant, typed }]) => meant !== typed)) };
  })
  .filter(({ cells }) => cells.size > 2);

export const SLIPS = {
  'one cell of table 3': slipIn(requestCells, false),
  'a cell of table 3, and the total of its row with it': slipIn(applicantCells, true),
  'a row of table 3 shifted by one column': shiftedRow,
  'one cell of table 4': slipIn(disputeCells, false),
} as const satisfies Record<string, fc.Arbitrary<Slip>>;

/** The report printed with the slip, read and checked. */
export async function checked({ report: one, cells }: Slip): Promise<CheckResult> {
  const typed = new Map([...one.cells, ...[...cells].map(([cell, value]) => [cell, value.typed] as const)]);
  const { bytes, name } = print({ ...one, cells: typed }, 'D with the whole head');
  const [result] = await check({ bytes, name });
  if (result === undefined) throw new Error('No result');
  return result;
}

/** The number received, in each of the wordings of the generator. */
const RECEIVED = /(?:收到|接到|新收|受理|新增)(?:政府信息公开申请|依申请公开)\d+/;

/** Reports whose tables are right and whose text says another number of requests received than they do. */
export const retold: fc.Arbitrary<RandomReport> = fc
  .tuple(report, fc.integer({ min: 1, max: 40 }))
  .map(([one, by]) => {
    const overview = one.parts.overview.map((line) =>
      line.replace(RECEIVED, (words) =>
        words.replace(/\d+/, (number) => String(Number(number) + by + 41 * carriedIn(one))),
      ),
    );
    return { ...one, parts: { ...one.parts, overview } };
  })
  .filter((one) => RECEIVED.test(one.parts.overview.join('')));

/** 收到 may mean those carried in as well: the number has to differ from both. */
function carriedIn({ cells }: RandomReport): number {
  return cells.get('requests.carriedIn.total') ?? 0;
}
