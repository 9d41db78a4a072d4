/**
 * What it costs to start `gouji check` for one file from the packed bundle, against bare Node: `node test/bench/start.ts
 * [--json]`. Floor and subjects are started in turns.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundlePackage } from '../../infra/package.ts';
import { type Figure, report } from './figures.ts';
import { type Cost, summary } from './measure.ts';

const ROOT = join(import.meta.dirname, '../..');
/** What is read in the command's own process: others have processes of their own, whose time it would not tell. */
const FILES = ['samples/北岭市教育局2024.txt', 'samples/青禾市财政局2024.html'];
const TIMES = 11;
/** Runs in the process that is measured: its processor time, the start of Node included, as the last word of all. */
const HOOK = `data:text/javascript,${encodeURIComponent(`process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  process.stderr.write(String((user + system) / 1000));
});`)}`;

const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
try {
  const main = join(folder, 'package', 'main.cjs');
  await bundlePackage(join(folder, 'package'));
  const figures = FILES.flatMap((file) => {
    const { bare, first, later } = startsOf(main, file);
    const kind = file.slice(file.lastIndexOf('.') + 1);
    const start = (what: string, cost: Cost, bar: number): Figure => ({
      ...{ name: `gouji check of one ${kind}, ${what} start`, value: cost.median, unit: 'ms', floor: bare.median, bar },
    });
    return [start('first', first, 6), start('later', later, 3)];
  });
  report(figures);
} finally {
  rmSync(folder, { recursive: true });
}

/** `bare`: `node -e 0`; `first`: nothing compiled before; `later`: with the cache that the first left. */
function startsOf(main: string, file: string): Record<'bare' | 'first' | 'later', Cost> {
  const check = [main, 'check', '--format', 'ndjson', join(ROOT, file)];
  const kept = mkdtempSync(join(folder, 'cache-'));
  startOnce(check, kept);
  const costs = { bare: [] as number[], first: [] as number[], later: [] as number[] };
  for (let time = 0; time < TIMES; time += 1) {
    costs.bare.push(startOnce(['-e', '0'], kept));
    costs.first.push(startOnce(check, mkdtempSync(join(folder, 'cache-'))));
    costs.later.push(startOnce(check, kept));
  }
  return { bare: summary(costs.bare), first: summary(costs.first), later: summary(costs.later) };
}

function startOnce(args: readonly string[], cache: string): number {
  const { stderr, status } = spawnSync(process.execPath, ['--import', HOOK, ...args], {
    encoding: 'utf8',
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
  const milliseconds = Number(stderr);
  if (stderr === '' || Number.isNaN(milliseconds)) throw new Error(`${args.join(' ')}: ${status} ${stderr}`);
  return milliseconds;
}
