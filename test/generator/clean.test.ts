/** Where nothing is wrong nothing is said: consistent reports with truthful narratives in every printer. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../../shared/check.ts';
import { LAYOUTS, type LayoutName } from './layouts/all.ts';
import { print } from './print.ts';
import { reportArbitrary } from './report.ts';

/** Reports a printer: some hundreds in all; GOUJI_CLEAN_RUNS makes them more (`npm run corpus:judge` prints what fires). */
const RUNS = Number(process.env.GOUJI_CLEAN_RUNS ?? 12);
const names = Object.entries(LAYOUTS).flatMap(([name, { reading }]) =>
  reading === 'none' ? [] : [name as LayoutName],
);
const TIMEOUT_MS = Math.max(60_000, RUNS * 5_000);

test.each(names)('%s: no error and no warning', { timeout: TIMEOUT_MS }, async (name) => {
  for (const report of fc.sample(reportArbitrary(), { numRuns: RUNS, seed: 20_211 })) {
    const { bytes, name: file } = print(report, name);
    const [result] = await check({ bytes, name: file });
    const found = result?.findings.filter(({ severity }) => severity !== 'notice') ?? [];
    expect(found.map(({ rule, code, message }) => `${rule}/${code} ${message.zh}`)).toEqual([]);
  }
});
