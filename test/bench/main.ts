/**
 * `npm run bench [-- --json FILE] [--against FILE] [GROUP …]`: every figure beside its floor, which the same process measured
 * in turns with it. Groups are scripts of this folder, each in a process of its own. With `--against` the figures of a saved
 * run are compared: exit 1 where one has grown.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Figure, grown, printed } from './figures.ts';

const GROUPS = ['reading', 'start', 'cold', 'pipeline', 'digest', 'hot-items', 'stored'];
const MEGABYTE = 1024 * 1024;

const { values, positionals } = parseArgs({
  options: { json: { type: 'string' }, against: { type: 'string' } },
  allowPositionals: true,
});
const day = new Date().toISOString().slice(0, 10);
const load = loadavg()[0]?.toFixed(1);
console.log(
  `${day}, Node ${process.version}, ${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, load ${load}`,
);
const figures: Figure[] = [];
for (const group of positionals.length > 0 ? positionals : GROUPS) {
  if (!GROUPS.includes(group)) throw new RangeError(`${group}: none of ${GROUPS.join(', ')}`);
  console.log(`\n${group}`);
  const { status, stdout } = spawnSync(process.execPath, [join(import.meta.dirname, `${group}.ts`), '--json'], {
    ...{ encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: MEGABYTE },
  });
  if (status !== 0) throw new Error(`${group} ended with ${status}`);
  const measured: Figure[] = JSON.parse(stdout);
  for (const figure of measured) console.log(printed(figure));
  figures.push(...measured);
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 1)}\n`);
if (values.against !== undefined) {
  const lines = grown(figures, values.against);
  console.log(`\nagainst ${values.against}: ${lines.length === 0 ? 'nothing has grown' : ''}`);
  for (const line of lines) console.log(line);
  if (lines.some((line) => line.startsWith('grown'))) process.exitCode = 1;
}
