/**
 * Milliseconds a report: reading, the rules, the rules across years and bodies.
 * `node test/bench/check.ts [REPORTS] [FILE|DIR …]` — random reports in every layout, or the files named.
 */
import fc from 'fast-check';
import { check, recheck } from '../../shared/check.ts';
import { listFiles, readInput } from '../../shared/cli/files.ts';
import type { InputFile } from '../../shared/document/read.ts';
import { checkTogether } from '../../shared/neighbours/together.ts';
import type { CheckResult } from '../../shared/result.ts';
import { PROFILES } from '../../shared/rules/profile.ts';
import { LAYOUTS, type LayoutName } from '../generator/layouts/all.ts';
import { print } from '../generator/print.ts';
import { reportArbitrary } from '../generator/report.ts';

/** What the best-known program needs for its rules alone. */
const COMPETITOR = 10;

const [count = '200', ...paths] = process.argv.slice(2);
const files = paths.length > 0 ? await named(paths) : random(Number(count));

async function named(given: string[]): Promise<InputFile[]> {
  return Promise.all((await listFiles(given)).map(async (name) => ({ name, bytes: await readInput(name) })));
}

function random(reports: number): InputFile[] {
  const layouts = Object.keys(LAYOUTS) as LayoutName[];
  return fc.sample(reportArbitrary(), { numRuns: reports, seed: 1 }).map((report, index) => {
    const { name, bytes } = print(report, layouts[index % layouts.length] as LayoutName);
    return { name: `${index} ${name}`, bytes };
  });
}

/** Runs the work over all items and gives milliseconds an item. */
async function measured<Item>(items: readonly Item[], work: (item: Item) => unknown): Promise<number> {
  const start = performance.now();
  for (const item of items) await work(item);
  return (performance.now() - start) / items.length;
}

const results: CheckResult[] = [];
for (const file of files) results.push(...(await check(file)));
const readable = results.flatMap(({ source, report }) => (report ? [{ source, report }] : []));

const whole = await measured(files, (file) => check(file));
const rules = await measured(readable, (one) => recheck(one));
const start = performance.now();
const together = [...checkTogether(results, PROFILES.strict)];
const across = (performance.now() - start) / together.length;

const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
const line = (what: string, milliseconds: number) => `${what.padEnd(44)} ${milliseconds.toFixed(2).padStart(8)} ms\n`;
process.stdout.write(
  `${files.length} files, ${Math.round(bytes / files.length / 1024)} KB each, ${readable.length} reports\n` +
    line('whole check', whole) +
    line('of it reading', whole - (rules * readable.length) / files.length) +
    line('of it rules', rules) +
    line('rules with all others for neighbours', across) +
    `rules against the ${COMPETITOR} ms of the best-known program: ${(COMPETITOR / rules).toFixed(0)} times as fast\n`,
);
