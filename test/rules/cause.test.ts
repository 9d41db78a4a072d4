import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CellAddress, REQUEST_COLUMNS } from '../../shared/domain/addresses.ts';
import { numberAt } from '../../shared/report/types.ts';
import { exampleContext, exampleReport } from '../../shared/rules/example.ts';
import { REQUESTS_RULES } from '../../shared/rules/requests/index.ts';
import type { Example, Fault } from '../../shared/rules/types.ts';
import { consistentCells } from './consistent.ts';

const SUMS = REQUESTS_RULES.filter(({ id }) => ['T3.BALANCE', 'T3.RESULT-SUM', 'T3.ROW-TOTAL'].includes(id));

function faultsOf(cells: NonNullable<Example['cells']>): Fault[] {
  return SUMS.flatMap((rule) => {
    const verdict = rule.check(exampleContext({ cells }));
    return verdict.verdict === 'decided' ? verdict.faults : [];
  });
}

/** The one hint that all faults share; fails where they differ. */
function sharedHint(cells: NonNullable<Example['cells']>): string | undefined {
  const faults = faultsOf(cells);
  expect(faults.length).toBeGreaterThan(0);
  const hints = new Set(faults.map(({ hint }) => hint?.zh));
  expect(hints.size).toBe(1);
  return [...hints][0];
}

const base = exampleReport();
const is = (address: CellAddress) => numberAt(base, address) as number;
/** The example report with more partially granted requests counted as granted, too. */
const countedTwice = Object.fromEntries(
  REQUEST_COLUMNS.map((column) => [
    `requests.granted.${column}`,
    is(`requests.granted.${column}`) + is(`requests.partiallyGranted.${column}`),
  ]),
);

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

  test('is named by row and column', () => {
    expect(sharedHint({ 'requests.denied.threeSecuritiesOneStability.legalService': 2 })).toBe(
      '只要把“(三)3.危及‘三安全一稳定’·法律服务机构”由2改为0，全表的勾稽关系就都成立，请先核对这一格。',
    );
  });
});

const NO_CAUSE: { title: string; cells: NonNullable<Example['cells']> }[] = [
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
      'requests.total.naturalPerson': 44,
      'requests.carriedOut.naturalPerson': 5,
      'requests.total.total': 57,
      'requests.carriedOut.total': 6,
      'requests.denied.stateSecret.total': 3,
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

test.each(NO_CAUSE)('no cause is named: $title', ({ cells }) => {
  expect(faultsOf(cells).length).toBeGreaterThan(0);
  expect(faultsOf(cells).filter(({ hint }) => hint)).toEqual([]);
});

test('two neighbours in a row that were exchanged', () => {
  expect(sharedHint({ 'requests.granted.naturalPerson': 2, 'requests.granted.enterprise': 18 })).toBe(
    '把“(一)予以公开·自然人”与“(一)予以公开·商业企业”两格对调后，全表的勾稽关系就都成立，可能是错列。',
  );
});

test('two neighbours in a column that were exchanged', () => {
  expect(sharedHint({ 'requests.received.naturalPerson': 3, 'requests.carriedIn.naturalPerson': 46 })).toBe(
    '把“一、本年新收政府信息公开申请数量·自然人”与“二、上年结转政府信息公开申请数量·自然人”两格对调后，全表的勾稽关系就都成立，可能是错行。',
  );
});

test('requests partially granted that were counted twice', () => {
  expect(sharedHint(countedTwice)).toContain('每一列的差额都恰好等于“(二)部分公开”的件数');
});
