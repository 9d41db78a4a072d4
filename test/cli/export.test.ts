import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { putDecision } from '../../functions/store/records/decisions.ts';
import { startEngines } from '../../infra/local/engines.ts';
import { runExport } from '../../shared/cli/export.ts';
import { schemaText } from '../../shared/cli/schema.ts';
import { parseCommand } from '../../shared/cli/usage.ts';
import { UsageError } from '../../shared/cli/usage-error.ts';
import { SCHEMA_NAMES } from '../../shared/cli/usage-export.ts';
import { parseCsv } from '../dataset/parse-csv.ts';
import { type DataPackage, problemsOf } from '../dataset/table-schema.ts';
import { finding } from '../output/results.ts';
import { record, store } from '../query/records.ts';
import { exampleFolder } from './folder.ts';

const MAIN = new URL('../../shared/cli/main.ts', import.meta.url).pathname;
let folder: string;
const out = mkdtempSync(join(tmpdir(), 'gouji-export-'));
beforeAll(async () => {
  folder = await exampleFolder();
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await rm(out, { recursive: true });
});

async function exported(name: string, ...args: string[]): Promise<string[]> {
  const command = parseCommand(['export', '--out', join(out, name), ...args]);
  if (command.command !== 'export') throw new TypeError('not the export command');
  await runExport(command, async () => {});
  return readdirSync(join(out, name)).sort();
}
const read = (name: string, file: string) => readFileSync(join(out, name, file), 'utf8');
const files = (...names: string[]) => names.map((name) => join(folder, name));

describe('from files', () => {
  test('names say what is inside, and every file keeps to the codebook', async () => {
    const names = await exported('all', ...files('good.txt', 'before.txt', 'wrong.txt', 'nothing.txt'));
    expect(names.filter((name) => name.endsWith('.csv'))).toEqual([
      expect.stringMatching(/^gouji-findings_all-years_all-regions_all-levels_\d{4}-\d\d-\d\d_[\d.]+\.csv$/),
      expect.stringMatching(/^gouji-long_/),
      expect.stringMatching(/^gouji-reports_/),
    ]);
    const described = JSON.parse(read('all', 'datapackage.json')) as DataPackage;
    expect(described.resources.map(({ path }) => path).sort()).toEqual(names.filter((name) => name.endsWith('.csv')));
    for (const resource of described.resources) expect(problemsOf(resource, read('all', resource.path))).toEqual([]);
  });

  test('the columns of the long table, and one row a cell of the form', async () => {
    const names = await exported('year', '--year', '2022', ...files('good.txt', 'before.txt'));
    const long = names.find((name) => name.startsWith('gouji-long_2022_')) as string;
    const [head, ...rows] = parseCsv(read('year', long).slice(1));
    expect(head?.slice(0, 12).join()).toBe(
      'agency,agencyId,regionCode,level,year,form,cell,value,state,raw,provenance,reportId',
    );
    expect(rows).toHaveLength(200);
    expect(rows.find((row) => row[6] === 'requests.received.total')?.slice(7, 11)).toEqual([
      ...['5', 'number', '5'],
      expect.stringMatching(/^printed line=\d+/),
    ]);
  });

  test.each(['ndjson', 'parquet', 'xlsx'])('%s, one report a row', async (format) => {
    const names = await exported(format, '--format', format, '--shape', 'wide', ...files('good.txt'));
    expect(names.filter((name) => name.endsWith(`.${format}`))).toHaveLength(3);
    expect(names.some((name) => name.startsWith('gouji-wide_'))).toBe(true);
  });

  test.each([
    ['export needs --out', ['export', 'a.txt']],
    ['--year 23', ['export', '--out', 'o', '--year', '23', 'a.txt']],
    ['--region 36', ['export', '--out', 'o', '--region', '36', 'a.txt']],
    ['--format text', ['export', '--out', 'o', '--format', 'text', 'a.txt']],
    ['--shape tall', ['export', '--out', 'o', '--shape', 'tall', 'a.txt']],
    ['export has no option --alone', ['export', '--out', 'o', '--alone', 'a.txt']],
    ['check has no option --year', ['check', '--year', '2023', 'a.txt']],
    ['--data has no use', ['export', '--out', 'o', '--data', '.gouji', 'a.txt']],
    ['schema cell', ['schema', 'cell']],
  ])('bad usage: %s', (message, args) => {
    expect(() => parseCommand(args)).toThrow(UsageError);
    expect(() => parseCommand(args)).toThrow(message);
  });
});

test('from what the laptop has stored, decisions too', async () => {
  const data = join(out, 'store');
  const engines = await startEngines({ data });
  Object.assign(process.env, engines.environment);
  const { id } = await store(record('示例.txt', { report: { year: 2023 } }, { findings: [finding()] }));
  const decision = { decision: 'dismissed', remark: '已核对', by: '复核人', identity: null, at: 'now' } as const;
  await putDecision(id, finding().fingerprint, decision);
  const args = [MAIN, 'export', '--out', join(out, 'stored'), '--data', data];
  const busy = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(busy).toMatchObject({ status: 64, stderr: expect.stringContaining('is in use') });
  await engines.stop();
  const done = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(done).toMatchObject({ status: 0, stderr: '' });
  const names = readdirSync(join(out, 'stored'));
  const decisions = names.find((name) => name.startsWith('gouji-decisions_')) as string;
  expect(read('stored', decisions)).toContain('"0123456789abcdef",dismissed,已核对,复核人');
  const reports = names.find((name) => name.startsWith('gouji-reports_')) as string;
  expect(parseCsv(read('stored', reports).slice(1))[1]?.slice(0, 2)).toEqual([id, '示例市示例局']);
});

test('without a store and without files, a sentence', async () => {
  await expect(exported('none', '--data', join(out, 'nowhere'))).rejects.toThrow('no store of npm start');
});

test.each(SCHEMA_NAMES)('the schema of %s is one', (of) => {
  const schema = JSON.parse(schemaText(of));
  expect(schema).toMatchObject({ $schema: expect.stringContaining('2020-12'), type: 'object' });
  expect(Object.keys(schema.properties).length).toBeGreaterThan(5);
});

test('a line of the export keeps to its schema', async () => {
  const names = await exported('lines', '--format', 'ndjson', ...files('good.txt', 'wrong.txt'));
  for (const [of, resource] of [
    ['cells', 'long'],
    ['reports', 'reports'],
    ['findings', 'findings'],
  ] as const) {
    const schema = z.fromJSONSchema(JSON.parse(schemaText(of)));
    const file = names.find((name) => name.startsWith(`gouji-${resource}_`)) as string;
    const lines = read('lines', file).trim().split('\n');
    for (const line of lines) expect(schema.safeParse(JSON.parse(line)).error).toBeUndefined();
  }
});
