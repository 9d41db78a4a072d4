/** Random numbers that agree with each other: every sum of tables 3 and 4 holds, stock of documents included. */

import fc from 'fast-check';
import { type CellAddress, type FormEdition, requestRows } from '../../shared/domain/addresses.ts';
import type { Level } from '../../shared/domain/level.ts';

export type Cells = ReadonlyMap<CellAddress, number>;

const COLUMNS = [
  'naturalPerson',
  'enterprise',
  'researchInstitution',
  'socialOrganization',
  'legalService',
  'otherOrganization',
] as const;
const OUTCOMES = ['upheld', 'corrected', 'otherResult', 'pending'] as const;
const BLOCKS = ['reconsideration', 'directLitigation', 'litigationAfterReconsideration'] as const;

/** Most cells of real reports are 0; sizes go from a town without requests to a ministry. */
const SCALES: Record<Level, readonly number[]> = {
  ministry: [40, 2000, 300_000],
  government: [3, 40, 2000],
  department: [0, 3, 40, 500],
  town: [0, 0, 3, 12],
  other: [0, 3, 40],
};
const count = (scale: number) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat({ max: scale }) });

/** All cells of the three tables in the given form for an agency of the given level. */
export function cellsArbitrary(format: FormEdition, level: Level): fc.Arbitrary<Cells> {
  return fc.constantFrom(...SCALES[level]).chain((scale) =>
    fc
      .tuple(requestCells(format, scale), proactiveCells(format, level, scale), fc.array(fc.nat(1000), size(12)))
      .map(([requests, proactive, shares]) => {
        const total = requests.find(([address]) => address === 'requests.total.total')?.[1] ?? 0;
        return new Map([...proactive, ...requests, ...disputeCells(total, shares)] as [CellAddress, number][]);
      }),
  );
}

const size = (length: number) => ({ minLength: length, maxLength: length });

function requestCells(format: FormEdition, scale: number): fc.Arbitrary<[string, number][]> {
  const results = requestRows(format).filter((row) => !['received', 'carriedIn', 'total', 'carriedOut'].includes(row));
  const column = fc.record({
    results: fc.array(count(scale), size(results.length)),
    carriedOut: count(scale),
    /** Part of all that was pending in the year which came from the year before, in thousandths. */
    carried: fc.oneof(fc.constant(0), fc.nat(1000)),
  });
  return fc.array(column, size(COLUMNS.length)).map((columns) => {
    const rows = new Map<string, number[]>();
    const add = (row: string, value: number) => rows.set(row, [...(rows.get(row) ?? []), value]);
    for (const one of columns) {
      const total = one.results.reduce((sum, value) => sum + value, 0);
      const carriedIn = Math.floor(((total + one.carriedOut) * one.carried) / 1000);
      add('received', total + one.carriedOut - carriedIn);
      add('carriedIn', carriedIn);
      for (const [index, row] of results.entries()) add(row, one.results[index] ?? 0);
      add('total', total);
      add('carriedOut', one.carriedOut);
    }
    return [...rows].flatMap(([row, values]): [string, number][] => [
      ...COLUMNS.map((name, index): [string, number] => [`requests.${row}.${name}`, values[index] ?? 0]),
      [`requests.${row}.total`, values.reduce((sum, value) => sum + value, 0)],
    ]);
  });
}

/** Fewer disputes than requests answered; each share is a part of a twelfth of them. */
function disputeCells(answered: number, shares: readonly number[]): [string, number][] {
  return BLOCKS.flatMap((block, blockIndex): [string, number][] => {
    const values = OUTCOMES.map((_, index) => Math.floor(((shares[blockIndex * 4 + index] ?? 0) * answered) / 12_000));
    return [
      ...OUTCOMES.map((outcome, index): [string, number] => [`disputes.${block}.${outcome}`, values[index] ?? 0]),
      [`disputes.${block}.total`, values.reduce((sum, value) => sum + value, 0)],
    ];
  });
}

/** Up to six decimals, as fees are printed: 24252.311082. */
const money = (max: number) =>
  fc.tuple(fc.nat({ max }), fc.integer({ min: 0, max: 6 }), fc.nat(999_999)).map(([whole, decimals, rest]) => {
    const fraction = String(rest).padStart(6, '0').slice(0, decimals);
    return Number(fraction === '' ? whole : `${whole}.${fraction}`);
  });

function proactiveCells(format: FormEdition, level: Level, scale: number): fc.Arbitrary<[string, number][]> {
  const great = level === 'ministry' || level === 'government';
  const amount = fc.nat({ max: great ? 400_000 : 3000 });
  const counts = fc.array(fc.oneof(fc.constant(0), fc.nat(level === 'ministry' ? 60 : 0)), size(3));
  const documents = fc.array(count(Math.min(scale, 300)), size(3));
  return fc
    .tuple(
      counts,
      documents,
      fc.array(amount, size(8)),
      fc.array(fc.integer({ min: -30, max: 30 }), size(5)),
      money(great ? 9000 : 800),
    )
    .map(([regulations, norms, numbers, changes, fee]) => {
      const [a = 0, b = 0, c = 0] = regulations;
      const [d = 0, e = 0, f = 0] = norms;
      const [n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0, n5 = 0, n6 = 0, n7 = 0] = numbers;
      const rows: [string, number[]][] =
        format === '2021-30'
          ? [
              ['regulations.issued repealed inForce', [a, b, a + c]],
              ['normativeDocuments.issued repealed inForce', [d, e, d + f]],
              ['licensing.decisions', [n0 + (great ? 1 : 0)]],
              ['penalties.decisions', [n1]],
              ['coercion.decisions', [n2]],
              ['fees.amount', [fee]],
            ]
          : [
              ['regulations.created disclosed disclosedTotal', [a, a, a + c]],
              ['normativeDocuments.created disclosed disclosedTotal', [d, d, d + f]],
              ...['licensing', 'otherServices', 'penalties', 'coercion'].map((row, index): [string, number[]] => [
                `${row}.previousItems change decisions`,
                [30 + ([n3, n4, n5, n6][index] ?? 0), changes[index] ?? 0, [n0, n1, n2, n7][index] ?? 0],
              ]),
              ['fees.previousItems change', [30 + (n7 % 50), changes[4] ?? 0]],
              ['procurement.projects amount', [n6, fee]],
            ];
      return rows.flatMap(([key, values]) => {
        const [row, columns = ''] = key.split('.');
        return columns
          .split(' ')
          .map((column, index): [string, number] => [`proactive.${row}.${column}`, values[index] ?? 0]);
      });
    });
}
