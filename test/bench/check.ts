/**
 * What a check costs, as the table of docs/performance.md: `node test/bench/check.ts [FILE|DIR …]`.
 * Without arguments: the project's samples, the twins of five real reports, and a file of each format.
 */
import { availableParallelism, cpus, loadavg } from 'node:os';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from '../../shared/check.ts';
import { readClaims } from '../../shared/claims/read.ts';
import { listFiles, readInput } from '../../shared/cli/files.ts';
import { type InputFile, readDocuments } from '../../shared/document/read.ts';
import { UnreadableError } from '../../shared/document/unreadable.ts';
import { readReport } from '../../shared/report/read.ts';
import type { Report } from '../../shared/report/types.ts';
import { PROFILES } from '../../shared/rules/profile.ts';
import { validate } from '../../shared/rules/validate.ts';
import { measure, repeat, shown } from './measure.ts';
import { measureStart } from './start.ts';

/** What the best-known program needs for its rules alone, in milliseconds a report. */
const COMPETITOR = 10;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Until the engine has compiled what runs often: about as long as a folder of a thousand reports takes. */
const WARM_UP_MS = 6000;
const FIXTURES = 'test/document/fixtures/report';

const row = (...cells: string[]) => console.log(`| ${cells.join(' | ')} |`);
const given = process.argv.slice(2);

machine();
const lines = given.length > 0 ? [['given', given] as const] : groups();
await warmUp(lines.flatMap(([, paths]) => paths));
row('files', 'KB', 'read', 'claims', 'claims and rules', 'whole', `rules against ${COMPETITOR} ms`);
row('---', '--:', '--:', '--:', '--:', '--:', '--:');
for (const [name, paths] of lines) await line(name, paths);
console.log();
startLines(given[0] ?? join(ROOT, 'samples', '北岭市教育局2024.txt'));

function groups(): [name: string, paths: string[]][] {
  const formats = ['html', 'docx', 'doc', 'odt', 'xlsx', 'pdf'];
  return [
    ['`samples/`', [join(ROOT, 'samples')]],
    ['twins of five real reports', [join(ROOT, 'test/corpus/samples')]],
    ...formats.map((format): [string, string[]] => [`report.${format}`, [join(ROOT, `${FIXTURES}.${format}`)]]),
  ];
}

function machine(): void {
  const load = loadavg()[0]?.toFixed(1);
  const day = new Date().toISOString().slice(0, 10);
  console.log(
    `${day}, Node ${process.version}, ${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, load ${load}`,
  );
  console.log('\nMilliseconds of processor time a report: the least, and in brackets the median, of many batches.\n');
}

async function warmUp(paths: readonly string[]): Promise<void> {
  const files = await readable(paths);
  await repeat(async () => {
    for (const file of files) await check(file);
  }, WARM_UP_MS);
}

async function line(name: string, paths: readonly string[]): Promise<void> {
  const files = await readable(paths);
  const reports = (await Promise.all(files.map(read))).flat();
  const kilobytes = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / files.length / 1024;
  const each = async (work: () => unknown) => measure(work, reports.length);
  const reading = await each(async () => {
    for (const file of files) await read(file);
  });
  const claims = await each(() => {
    for (const report of reports) readClaims(anew(report));
  });
  const rules = await each(() => {
    for (const report of reports) validate(anew(report), { profile: PROFILES.strict });
  });
  const whole = await each(async () => {
    for (const file of files) await check(file);
  });
  const ratio = `${(COMPETITOR / rules.least).toFixed(1)} times as fast`;
  row(name, kilobytes.toFixed(0), shown(reading), shown(claims), shown(rules), shown(whole), ratio);
}

async function readable(paths: readonly string[]): Promise<InputFile[]> {
  const names = (await listFiles(paths)).filter((name) => basename(name) !== 'expected.json');
  const files = await Promise.all(names.map(async (name) => ({ name, bytes: await readInput(name) })));
  const results = await Promise.all(files.map((file) => check(file)));
  return files.filter((_, index) => results[index]?.every(({ report }) => report !== null));
}

async function read(file: InputFile): Promise<Report[]> {
  const reports: Report[] = [];
  for (const { document } of await readDocuments(file)) {
    if (document instanceof UnreadableError) throw document;
    reports.push(await readReport(document));
  }
  return reports;
}

/** Sentences are kept for the prose that they were read from: a copy is a report not seen before. */
function anew(report: Report): Report {
  return { ...report, prose: report.prose.map((prose) => ({ ...prose })) };
}

function startLines(file: string): void {
  const { bare, first, later } = measureStart(file);
  row('`gouji check` of one file, start of Node included', 'ms of processor time');
  row('---', '--:');
  row('Node alone (`node -e 0`)', shown(bare));
  row(`first start, \`${relative(ROOT, file)}\``, shown(first));
  row('every later start (compile cache)', shown(later));
}
