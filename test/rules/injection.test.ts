import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CellAddress, FORM_EDITIONS, type FormEdition } from '../../shared/domain/addresses.ts';
import type { Report } from '../../shared/report/types.ts';
import { exampleContext, exampleReport } from '../../shared/rules/example.ts';
import { RULES } from '../../shared/rules/index.ts';
import { PROFILES } from '../../shared/rules/profile.ts';
import { validate } from '../../shared/rules/validate.ts';
import { consistentCells, truthfulText } from './consistent.ts';
import { broken, type Equation, equations, line } from './equations.ts';

const ARITHMETIC = RULES.filter(({ id }) => ['T3.BALANCE', 'T3.RESULT-SUM', 'T3.ROW-TOTAL', 'T4.SUM'].includes(id));
const context = exampleContext();

/** What the rules of sums find, in the words of the second calculation; remarks on blanks are left out. */
function found(report: Report): string[] {
  return ARITHMETIC.flatMap((rule) => {
    const verdict = rule.check({ ...context, report });
    const faults = verdict.verdict === 'decided' ? verdict.faults : [];
    return faults
      .filter(({ severity }) => severity === undefined)
      .map(({ cells, expected, actual }) => line(rule.id, cells ?? [], expected, actual));
  }).sort();
}

function reportOf(format: FormEdition, numbers: ReadonlyMap<CellAddress, number>): Report {
  return exampleReport({ report: { format }, cells: Object.fromEntries(numbers) });
}

function withCell(report: Report, address: CellAddress, value: number | null | undefined): Report {
  const cells = new Map(report.cells);
  if (value === undefined) cells.delete(address);
  else cells.set(address, { value, raw: String(value ?? ''), place: { line: 1 } });
  return { ...report, cells };
}

const STRIDE = 12;
const has = ({ left, right }: Equation, cell: CellAddress) => left.includes(cell) || right.includes(cell);

describe.each(FORM_EDITIONS)('tables in the form of %s', (format) => {
  const all = equations(format);
  const equationsOf = new Map(
    all.flatMap(({ left, right }) => [...left, ...right]).map((cell) => [cell, all.filter((one) => has(one, cell))]),
  );

  test('consistent tables give no finding, and a change of one cell just those that arithmetic demands', () => {
    // Each report has every STRIDEth of its cells changed, one at a time; where to begin is random.
    fc.assert(
      fc.property(
        consistentCells(format),
        fc.integer({ min: -3, max: 60 }),
        fc.nat(STRIDE - 1),
        (numbers, by, start) => {
          const report = reportOf(format, numbers);
          expect(found(report)).toEqual([]);
          const cells = [...numbers].filter((_, index) => index % STRIDE === start);
          for (const [address, value] of cells) {
            const changed = by === 0 || value + by < 0 ? value + 1 : value + by;
            const demanded = broken(equationsOf.get(address) ?? [], new Map(numbers).set(address, changed));
            expect(demanded.length).toBeGreaterThan(0);
            expect(found(withCell(report, address, changed)).join('\n')).toBe(demanded.join('\n'));
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('several changes at once, and cells that are blank or not read, which are never taken for 0', () => {
    const cell = fc.constantFrom(...new Set(all.flatMap(({ left, right }) => [...left, ...right])));
    const edits = fc.uniqueArray(fc.tuple(cell, fc.constantFrom(null, undefined, 0, 1, 7, 500)), {
      minLength: 1,
      maxLength: 12,
      selector: ([address]) => address,
    });
    fc.assert(
      fc.property(consistentCells(format), edits, (numbers, changes) => {
        const edited = new Map<CellAddress, number | null | undefined>(numbers);
        let report = reportOf(format, numbers);
        for (const [address, value] of changes) {
          edited.set(address, value);
          report = withCell(report, address, value);
        }
        expect(found(report)).toEqual(broken(all, edited));
      }),
      { numRuns: 1000 },
    );
  });
});

test('a consistent report with a truthful narrative has no error and no warning', () => {
  const plausible = consistentCells('2021-30').filter((numbers) => {
    const cases = [...numbers].filter(([address]) => /^disputes\..*\.total$/.test(address));
    const disputes = cases.reduce((sum, [, value]) => sum + value, 0);
    return disputes <= (numbers.get('requests.total.total') ?? 0);
  });
  fc.assert(
    fc.property(plausible, (numbers) => {
      const report = exampleReport({ cells: Object.fromEntries(numbers), text: truthfulText(numbers) });
      const { findings, status } = validate(report, { profile: PROFILES.strict });
      expect(findings.filter(({ severity }) => severity !== 'notice')).toEqual([]);
      expect(status).toBe('passed');
    }),
    { numRuns: 300 },
  );
});
