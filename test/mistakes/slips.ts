/** Generated reports with one slip of a hand, and what `mistakes` makes of it. */
import fc from 'fast-check';
import { check } from '../../shared/check.ts';
import {
  type CellAddress,
  DISPUTE_BLOCKS,
  disputeBlock,
  parseAddress,
  REQUEST_COLUMNS,
  type RequestColumn,
  type RequestRow,
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

/** The cells into which a slip in this one was added up. */
type Totals = (row: RequestRow, column: RequestColumn) => CellAddress[];

function slipOf(report: RandomReport, address: CellAddress, [key, by]: [number, number], totals: Totals): Slip {
  const meant = report.cells.get(address) as number;
  const other = KEYS[key]?.(meant, by) ?? 0;
  const typed = other === meant || other < 0 ? meant + by : other;
  const { row, column } = parseAddress(address);
  const others = totals(row as RequestRow, column as RequestColumn).map((total) => {
    const right = report.cells.get(total) as number;
    return [total, { meant: right, typed: right + typed - meant }] as const;
  });
  return { report, cells: new Map([[address, { meant, typed }], ...others]) };
}

const report = reportArbitrary('2021-30');
const cellsOf = (rows: readonly RequestRow[]) => rows.flatMap(requestRow);
const applicants = (cells: readonly CellAddress[]) => cells.filter((cell) => parseAddress(cell).column !== 'total');
const resultRows = requestRows('2021-30').filter((row) => !/^(?:received|carriedIn|total|carriedOut)$/.test(row));
const requestCells = cellsOf(requestRows('2021-30'));
const resultCells = applicants(cellsOf(resultRows));
const disputeCells = DISPUTE_BLOCKS.flatMap(disputeBlock);

const slipIn = (cells: readonly CellAddress[], totals: Totals = () => []): fc.Arbitrary<Slip> =>
  fc.tuple(report, fc.constantFrom(...cells), typing).map(([one, cell, typed]) => slipOf(one, cell, typed, totals));

/** Two neighbours in a row whose numbers were typed one in the place of the other. */
const exchanged: fc.Arbitrary<Slip> = fc
  .tuple(report, fc.constantFrom(...requestRows('2021-30')), fc.nat(REQUEST_COLUMNS.length - 3))
  .map(([one, row, index]) => {
    const [left, right] = requestRow(row).slice(index, index + 2) as [CellAddress, CellAddress];
    const [first, second] = [one.cells.get(left) as number, one.cells.get(right) as number];
    const cells = [
      [left, { meant: first, typed: second }],
      [right, { meant: second, typed: first }],
    ] as const;
    return { report: one, cells: new Map(first === second ? [] : cells) };
  })
  .filter(({ cells }) => cells.size > 0);

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
  'one cell of table 3': slipIn(requestCells),
  'a cell of table 3, and 总计 of its row': slipIn(applicants(requestCells), (row) => [`requests.${row}.total`]),
  'a result of table 3, and （七）总计 under it': slipIn(resultCells, (_, column) => [`requests.total.${column}`]),
  'a result of table 3, added up into every total': slipIn(resultCells, (row, column) => [
    `requests.${row}.total`,
    `requests.total.${column}`,
    'requests.total.total',
  ]),
  'two neighbours in a row of table 3 exchanged': exchanged,
  'a row of table 3 shifted by one column': shiftedRow,
  'one cell of table 4': slipIn(disputeCells),
} as const satisfies Record<string, fc.Arbitrary<Slip>>;

/** The report printed with the slip, read and checked. */
export async function checked({ report: one, cells }: Slip): Promise<CheckResult> {
  const typed = new Map([...one.cells, ...[...cells].map(([cell, value]) => [cell, value.typed] as const)]);
  const { bytes, name } = print({ ...one, cells: typed }, 'D with the whole head');
  const [result] = await check({ bytes, name });
  if (result === undefined) throw new Error('No result');
  return result;
}

/** Numbers of the narrative, in each of the wordings of the generator. */
const TOLD = {
  'requests received': /(?:收到|接到|新收|受理|新增)(?:政府信息公开申请|依申请公开)\d+/,
  'requests granted': /予以公开\d+/,
  'requests denied': /不予公开\d+/,
  'requests done': /办结\d+件/,
  reconsiderations: /行政复议(?:案件)?\d+/,
} as const;

/** Reports whose tables are right and whose text says another number than they do. */
export const RETOLD: Readonly<Record<string, fc.Arbitrary<RandomReport>>> = Object.fromEntries(
  Object.entries(TOLD).map(([what, words]) => [what, retold(words)]),
);

function retold(words: RegExp): fc.Arbitrary<RandomReport> {
  return fc
    .tuple(report, fc.integer({ min: 1, max: 40 }))
    .map(([one, by]) => {
      const change = (said: string) =>
        said.replace(/\d+/, (number) => String(Number(number) + by + 41 * carriedIn(one)));
      const overview = one.parts.overview.map((line) => line.replace(words, change));
      return { ...one, parts: { ...one.parts, overview } };
    })
    .filter((one) => words.test(one.parts.overview.join('')));
}

/** 收到 may mean those carried in as well: the number has to differ from both. */
function carriedIn({ cells }: RandomReport): number {
  return cells.get('requests.carriedIn.total') ?? 0;
}
