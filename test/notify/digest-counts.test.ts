/** What the numbers of a digest cost: they come from sums, so that a country costs no more than a county. */
import { expect, test } from 'vitest';
import { readNumbers } from '../../functions/notify/digests/digest-numbers.ts';
import { finding } from '../output/results.ts';
import { measured } from '../query/capacity.ts';
import { record, store } from '../query/records.ts';
import { useEngines } from '../support/engines.ts';

useEngines();

const REGIONS = ['360403', '360402', '430623'];
async function keep(from: number, to: number): Promise<void> {
  for (let at = from; at < to; at++) {
    const regionCode = REGIONS[at % REGIONS.length] as string;
    const report = { agency: `第${at}局`, regionCode, level: 'department', year: 2023 } as const;
    await store(
      record(`份/${at}.txt`, { report }, { findings: [finding({ rule: at % 2 ? 'T3.BALANCE' : 'T4.CASE-TOTAL' })] }),
    );
  }
}

test('read units of the whole country do not grow with its reports; rules are counted once for an agency and year', async () => {
  await keep(0, 6);
  const few = await measured(() => readNumbers(null, 2025, null));
  await keep(6, 24);
  const many = await measured(() => readNumbers(null, 2025, null));
  expect([many.reads, many.commands]).toEqual([few.reads, few.commands]);
  expect(many.reads).toBeLessThanOrEqual(10);
  expect(many.answer.rules).toEqual([
    { rule: 'T3.BALANCE', reports: 12 },
    { rule: 'T4.CASE-TOTAL', reports: 12 },
  ]);
  // A second file of the first agency replaces the first in every number.
  const report = { agency: '第0局', regionCode: '360403', level: 'department', year: 2023 } as const;
  await store(record('份/又.txt', { report }));
  const { rules } = await readNumbers(null, 2025, 'department');
  expect(rules).toContainEqual({ rule: 'T4.CASE-TOTAL', reports: 11 });
}, 120_000);
