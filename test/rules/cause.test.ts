import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellAddress, FormEdition } from '../../shared/domain/addresses.ts';
import { exampleContext } from '../../shared/rules/example.ts';
import { REQUESTS_RULES } from '../../shared/rules/requests/index.ts';
import type { Example, Fault } from '../../shared/rules/types.ts';
import { CAUSES, NO_CAUSE } from './causes.ts';
import { consistentCells } from './consistent.ts';

const SUMS = REQUESTS_RULES.filter(({ id }) => ['T3.BALANCE', 'T3.RESULT-SUM', 'T3.ROW-TOTAL'].includes(id));

function faultsOf(cells: NonNullable<Example['cells']>, format: FormEdition = '2021-30'): Fault[] {
  return SUMS.flatMap((rule) => {
    const verdict = rule.check(exampleContext({ cells, report: { format } }));
    return verdict.verdict === 'decided' ? verdict.faults : [];
  });
}

/** The one hint that all faults share; fails where they differ. */
function sharedHint(cells: NonNullable<Example['cells']>, format?: FormEdition): string | undefined {
  const faults = faultsOf(cells, format);
  expect(faults.length).toBeGreaterThan(0);
  const hints = new Set(faults.map(({ hint }) => hint?.zh));
  expect(hints.size).toBe(1);
  return [...hints][0];
}

describe('one wrong cell', () => {
  test('is named with the number that mends every sum, wherever it stands', () => {
    fc.assert(
      fc.property(consistentCells('2021-30'), fc.nat(), fc.integer({ min: 1, max: 30 }), (numbers, pick, by) => {
        const requests = [...numbers].filter(([address]) => address.startsWith('requests.'));
        const [address, value] = requests[pick % requests.length] as [CellAddress, number];
        const wrong = pick % 2 === 0 && value >= by ? value - by : value + by;
        expect(sharedHint({ ...Object.fromEntries(numbers), [address]: wrong })).toContain(`由${wrong}改为${value}，`);
      }),
      { numRuns: 100 },
    );
  });
});

test.each(CAUSES)('$title: that is what every finding says', ({ cells, cause, format }) => {
  expect(sharedHint(cells, format)).toBe(cause);
});

test.each(NO_CAUSE)('no cause is named: $title', ({ cells }) => {
  expect(faultsOf(cells).length).toBeGreaterThan(0);
  expect(faultsOf(cells).filter(({ hint }) => hint)).toEqual([]);
});
