import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recheck } from '../../shared/check.ts';
import type { CellAddress, FormEdition } from '../../shared/domain/addresses.ts';
import { itemsOf } from '../../shared/mistakes/items.ts';
import type { CheckResult, Finding, Mistake } from '../../shared/result.ts';
import { exampleReport } from '../../shared/rules/example.ts';
import type { Example } from '../../shared/rules/types.ts';
import { CAUSES, NO_CAUSE } from './causes.ts';
import { checked, RETOLD, SLIPS, type Slip } from './slips.ts';

const { source } = {
  source: { name: 'x', bytes: 1, sha256: '', mediaType: 'text/plain', encoding: null },
} as CheckResult;

function resultOf(cells: NonNullable<Example['cells']>, format: FormEdition = '2021-30'): CheckResult {
  return recheck({ source, report: exampleReport({ cells, report: { format } }) });
}

/** Mistakes that name a cell of table 3 or 4 as suspect. */
const suspected = ({ mistakes }: CheckResult) => mistakes.filter(({ suspects }) => suspects.length > 0);

test.each(CAUSES)('$title', ({ cells, says, repaired, format }) => {
  const result = resultOf(cells, format);
  const [mistake, another] = suspected(result);
  expect(another).toBeUndefined();
  expect(mistake?.message.zh).toContain(says);
  expect(Object.fromEntries(mistake?.suspects.map((suspect) => [suspect.cell, suspect.repaired]) ?? [])).toEqual(
    repaired,
  );
  for (const suspect of mistake?.suspects ?? []) {
    expect(suspect.reported).toBe(result.report?.cells.get(suspect.cell)?.value);
  }
});

test.each(NO_CAUSE)('no cell is suspected: $title', ({ cells }) => {
  expect(suspected(resultOf(cells))).toEqual([]);
});

test('two slips in different rows and columns are two mistakes', () => {
  const result = resultOf({ 'requests.granted.naturalPerson': 19, 'requests.carriedIn.total': 9 });
  expect(suspected(result).map(({ suspects }) => suspects)).toEqual([
    [{ cell: 'requests.carriedIn.total', reported: 9, repaired: 4 }],
    [{ cell: 'requests.granted.naturalPerson', reported: 19, repaired: 18 }],
  ]);
});

test('every finding is in exactly one mistake, and no mistake is without one', () => {
  const cells = fc.dictionary(
    fc.constantFrom<CellAddress>(
      'requests.granted.total',
      'requests.total.naturalPerson',
      'requests.received.enterprise',
      'disputes.reconsideration.total',
      'proactive.fees.amount',
    ),
    fc.option(fc.nat(80), { nil: null }),
  );
  fc.assert(
    fc.property(cells, (edit) => {
      const { findings, mistakes } = resultOf(edit);
      expect(mistakes.flatMap((mistake) => mistake.findings).sort()).toEqual(
        findings.map(({ fingerprint }) => fingerprint).sort(),
      );
      expect(mistakes.every((mistake) => mistake.findings.length > 0)).toBe(true);
    }),
  );
});

test('a mistake goes with the last of its findings, and findings stored without mistakes stand alone', () => {
  const result = resultOf({ 'requests.granted.naturalPerson': 19 });
  const [one] = suspected(result);
  const left = result.findings.filter(({ fingerprint }) => !one?.findings.slice(1).includes(fingerprint));
  expect(itemsOf({ ...result, findings: left })[0]?.findings.map(({ fingerprint }) => fingerprint)).toEqual(
    one?.findings.slice(0, 1),
  );
  const none = result.findings.filter(({ fingerprint }) => !one?.findings.includes(fingerprint));
  expect(itemsOf({ ...result, findings: none }).filter(({ suspects }) => suspects.length > 0)).toEqual([]);
  expect(itemsOf({ ...result, mistakes: [] }).map(({ findings }) => findings)).toEqual(
    result.findings.map((each) => [each]),
  );
});

const isArithmetic = ({ rule, severity }: Finding) => /^T[34]\./.test(rule) && severity === 'error';

/** With these cells as they are suspected to be meant, every sum holds. */
async function mends(slip: Slip, suspects: Mistake['suspects']): Promise<boolean> {
  const repaired = suspects.map(({ cell, repaired: typed }) => [cell, { meant: typed, typed }] as const);
  const { findings } = await checked({ ...slip, cells: new Map([...slip.cells, ...repaired]) });
  return suspects.length === slip.cells.size && !findings.some(isArithmetic);
}

describe('generated reports with a single slip', () => {
  const RUNS = 60;
  /**
   * Where sums and text leave several cells, those in which it is likelier come first. What then comes first instead of the
   * slip mends every sum with as few cells: no sum can tell the two apart.
   */
  const LEAST_FIRST: Partial<Record<string, number>> = {
    'a cell of table 3, and 总计 of its row': 55,
    'a result of table 3, added up into every total': 54,
    'two neighbours in a row of table 3 exchanged': 48,
    'one cell of table 4': 47,
  };
  const LEAST = 0.95 * RUNS;

  test.each(Object.entries(SLIPS))(
    '%s: one mistake, whose suspects name the cell and its number',
    async (kind, slips) => {
      let found = 0;
      let first = 0;
      let undecidable = 0;
      for (const slip of fc.sample(slips, { numRuns: RUNS, seed: 20_211 })) {
        const { findings, mistakes } = await checked(slip);
        const arithmetic = findings.filter(isArithmetic);
        const own = mistakes.filter((mistake) =>
          arithmetic.some(({ fingerprint }) => mistake.findings.includes(fingerprint)),
        );
        // The first cell is where the slip began; what was shifted or exchanged is wrong in all of its cells.
        const wrong = [...slip.cells].slice(0, /shifted|exchanged/.test(kind) ? undefined : 1);
        const isNamed = wrong.every(([cell, { meant }]) =>
          own[0]?.suspects.some((suspect) => suspect.cell === cell && suspect.repaired === meant),
        );
        if (own.length === 1 && isNamed) found += 1;
        const suspects = own[0]?.suspects ?? [];
        if (suspects[0]?.cell === wrong[0]?.[0]) first += 1;
        else if (await mends(slip, suspects.slice(0, slip.cells.size))) undecidable += 1;
      }
      expect(found).toBeGreaterThanOrEqual(LEAST);
      expect(first).toBeGreaterThanOrEqual(LEAST_FIRST[kind] ?? LEAST);
      expect(first + undecidable).toBe(RUNS);
    },
  );

  test.each(Object.entries(RETOLD))(
    '%s in the text, which the table has right: the text is suspected, and no cell',
    async (_, retold) => {
      let found = 0;
      for (const report of fc.sample(retold, { numRuns: RUNS, seed: 20_211 })) {
        const { findings, mistakes } = await checked({ report, cells: new Map() });
        const differing = findings.filter(({ rule }) => rule.startsWith('NAR.'));
        const told = mistakes.filter((mistake) =>
          differing.some(({ fingerprint }) => mistake.findings.includes(fingerprint)),
        );
        const isText = told.every(
          ({ suspects, message }) => suspects.length === 0 && message.zh.includes('请先核对正文'),
        );
        if (told.length > 0 && isText) found += 1;
      }
      expect(found).toBeGreaterThanOrEqual(LEAST);
    },
  );
});
