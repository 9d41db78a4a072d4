/** What it costs to start `gouji check` for one file. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Cost, summary } from './measure.ts';

const MAIN = fileURLToPath(new URL('../../shared/cli/main.ts', import.meta.url));
const TIMES = 10;
/** Runs in the process that is measured: its processor time, the start of Node included, as the last word of all. */
const REPORT_TIME = `process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  process.stderr.write(String((user + system) / 1000));
});`;

export interface StartCosts {
  /** `node -e 0`: no program can be below it. */
  bare: Cost;
  /** Nothing compiled before. */
  first: Cost;
  /** From the second start on, with Node's compile cache. */
  later: Cost;
}

export function measureStart(file: string): StartCosts {
  const check = [MAIN, 'check', '--format', 'ndjson', file];
  const costs = (args: readonly string[], cache: () => string) =>
    summary(Array.from({ length: TIMES }, () => startOnce(args, cache())));
  const folders: string[] = [];
  const fresh = () => {
    const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
    folders.push(folder);
    return folder;
  };
  try {
    const kept = fresh();
    startOnce(check, kept);
    return { bare: costs(['-e', '0'], () => kept), first: costs(check, fresh), later: costs(check, () => kept) };
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true });
  }
}

function startOnce(args: readonly string[], cache: string): number {
  const hook = `data:text/javascript,${encodeURIComponent(REPORT_TIME)}`;
  const { stderr, status } = spawnSync(process.execPath, ['--import', hook, ...args], {
    encoding: 'utf8',
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
  const milliseconds = Number(stderr);
  if (stderr === '' || Number.isNaN(milliseconds)) throw new Error(`${args.join(' ')}: ${status} ${stderr}`);
  return milliseconds;
}
