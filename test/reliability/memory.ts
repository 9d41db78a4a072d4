/**
 * `npm run memory [-- --reports 3000 --heap 512] [--port 4600]`: so many small reports through the laptop, and how much
 * memory it holds meanwhile. Its heap is bounded: what grows without end ends the process, and this with exit status 1.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { reportText } from '../support/report.ts';
import { clientOf, serving, startProcess } from './chaos/laptop.ts';

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '3000' },
    heap: { type: 'string', default: '512' },
    port: { type: 'string', default: '4600' },
  },
});
const [reports, port] = [Number(values.reports), Number(values.port)];
const STEPS = 10;
const MEGABYTE = 1024 * 1024;
const COUNTIES = ['浔阳区', '濂溪区', '柴桑区', '武宁县', '修水县', '永修县', '德安县', '都昌县', '湖口县', '彭泽县'];

process.env.NODE_OPTIONS = `--max-old-space-size=${values.heap}`;
const data = mkdtempSync(join(tmpdir(), 'gouji-memory-'));
const running = startProcess(data, port);
await serving(running);
const client = clientOf(port);
const started = performance.now();

/** What the process holds, in megabytes: https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
function held(name: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${running.child.pid}/status`, 'utf8');
  return Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
}

function onDisk(): number {
  const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return Math.round(files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0) / MEGABYTE);
}

function say(done: number): void {
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(
    `${done} reports: ${held('VmRSS')} MB held, ${held('VmHWM')} MB at most, ${onDisk()} MB on disk, ${seconds} s`,
  );
}

say(0);
for (let at = 0; at < reports; at++) {
  const agency = `${COUNTIES[at % COUNTIES.length]}第${Math.floor(at / COUNTIES.length)}示例局`;
  const text = reportText({ agency, ...(at % 4 === 0 && { received: 21 }) });
  await client.send(`${at}.txt`, new TextEncoder().encode(text));
  if ((at + 1) % Math.ceil(reports / STEPS) === 0) {
    await client.idle();
    say(at + 1);
  }
}
await client.idle();
running.child.kill('SIGINT');
const status = await running.ended;
rmSync(data, { recursive: true });
console.log(`exit status ${status}`);
process.exit(status === 0 ? 0 : 1);
