/**
 * `npm run memory [-- --reports 1000 --heap 512] [--port 4600]`: `npm start -- --once` over a folder of so many small reports,
 * a hundred a county. After each tenth, or each thousand of more than ten, the memory that the process holds and the
 * processor time that they took. Its heap is bounded: what grows without end ends the process, and this with exit status 1.
 * (The exit status of the process itself is 1: one report in four has a mistake.)
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { regionIndex } from '../../shared/domain/region-index.ts';
import { regionOf } from '../../shared/domain/regions.ts';
import { reportText } from '../support/report.ts';
import { startProcess } from './chaos/laptop.ts';

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '1000' },
    heap: { type: 'string', default: '512' },
    port: { type: 'string', default: '4600' },
  },
});
const [reports, port] = [Number(values.reports), Number(values.port)];
const STEPS = Math.max(10, reports / 1000);
const IN_A_COUNTY = 100;
const MEGABYTE = 1024 * 1024;
const TICKS_A_SECOND = 100;
const LOOK_MILLISECONDS = 100;
/** Those whose name leads to them. */
const COUNTIES = [...regionIndex().names]
  .filter(([code, name]) => !code.endsWith('00') && regionOf(name) === code)
  .slice(0, Math.ceil(reports / IN_A_COUNTY))
  .map(([, name]) => name);

process.env.NODE_OPTIONS = `--max-old-space-size=${values.heap}`;
const [data, folder] = ['data', 'files'].map((name) => mkdtempSync(join(tmpdir(), `gouji-memory-${name}-`))) as [
  string,
  string,
];
for (let at = 0; at < reports; at++) {
  const county = join(folder, String(at % COUNTIES.length));
  mkdirSync(county, { recursive: true });
  const agency = `${COUNTIES[at % COUNTIES.length]}第${Math.floor(at / COUNTIES.length)}示例局`;
  writeFileSync(join(county, `${at}.txt`), reportText({ agency, ...(at % 4 === 0 && { received: 21 }) }));
}
const running = startProcess(data, port, { more: ['--once', folder] });

/** What the process holds, in megabytes: https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
function held(name: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${running.child.pid}/status`, 'utf8');
  return Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
}

/** Seconds of processor so far, of all its threads: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function processor(): number {
  const fields = readFileSync(`/proc/${running.child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

function onDisk(): number {
  const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return Math.round(files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0) / MEGABYTE);
}

const started = performance.now();
const isEnded = () => running.child.exitCode !== null || running.child.signalCode !== null;
const printed = () => running.printed().split('示例局').length - 1;
let before = 0;
for (let step = 0; step <= STEPS && !isEnded(); step++) {
  // The first report comes when all is loaded: what that takes is no part of the first tenth.
  const wanted = step === 0 ? 1 : Math.floor((reports * step) / STEPS);
  while (printed() < wanted && !isEnded()) await sleep(LOOK_MILLISECONDS);
  if (isEnded()) break;
  const [now, seconds] = [processor(), Math.round((performance.now() - started) / 1000)];
  const rate = step === 0 ? '' : `, ${Math.round(reports / STEPS / (now - before))} a second of processor`;
  const memory = `${held('VmRSS')} MB held, ${held('VmHWM')} MB at most, ${onDisk()} MB on disk`;
  console.log(`${wanted} reports: ${memory}, ${now.toFixed(1)} s of processor in ${seconds} s${rate}`);
  before = now;
}
const status = await running.ended;
for (const gone of [data, folder]) rmSync(gone, { recursive: true });
console.log(`exit status ${status} after ${printed()} reports`);
process.exit(status === 1 && printed() >= reports ? 0 : 1);
