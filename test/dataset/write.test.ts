/** What is written is read back, by other programs, equal cell for cell. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COLUMNS } from '../../shared/dataset/columns.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../shared/dataset/formats/index.ts';
import { dataPackage } from '../../shared/dataset/package.ts';
import { ROWS } from '../../shared/dataset/rows.ts';
import { RESOURCES, type ResourceName, type Row } from '../../shared/dataset/types.ts';
import { type Target, writeTables } from '../../shared/dataset/write.ts';
import { readDocuments } from '../../shared/document/read.ts';
import { SAY, type Say } from '../../shared/output/language.ts';
import { HOSTILE, manyEntries, streamed } from './entries.ts';
import { parseCsv } from './parse-csv.ts';
import { type DataPackage, problemsOf } from './table-schema.ts';

const folder = mkdtempSync(join(tmpdir(), 'gouji-dataset-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function write(heads: Say | null, gzip?: true) {
  const targets = EXPORT_FORMATS.flatMap((format) =>
    RESOURCES.map((resource): Target => ({ resource, format, name: `${resource}.${format}`, ...(gzip && { gzip }) })),
  );
  const held = new Map<string, Buffer>();
  const open = async (name: string) => {
    const parts: Uint8Array[] = [];
    return {
      write: async (bytes: Uint8Array) => void parts.push(Uint8Array.from(bytes)),
      end: async () => void held.set(name, Buffer.concat(parts)),
    };
  };
  const about = { year: 'all', region: 'all', level: 'all', date: '2026-11-27', catalog: '2026.11.0' };
  const files = await writeTables(streamed(manyEntries()), targets, { open, heads, say: SAY.zh, about });
  return { files, held, described: dataPackage(files, about, heads) as unknown as DataPackage };
}
type Written = Awaited<ReturnType<typeof write>>;

let plain: Written;
let readable: Written;
beforeAll(async () => {
  plain = await write(null);
  readable = await write(SAY.zh);
  for (const [name, bytes] of plain.held) writeFileSync(join(folder, name), bytes);
});

const bytesOf = ({ held }: Written, resource: ResourceName, format: ExportFormat) =>
  held.get(`${resource}.${format}`) as Buffer;
/** Three spellings of one name, with the same numbers: the last of them counts. */
const COPIES: Readonly<Record<string, string>> = Object.fromEntries(
  ['4', '5'].map((digit) => [`c${digit.padStart(19, '0')}`, `c${'6'.padStart(19, '0')}`]),
);
const COPY_OF = COLUMNS.reports.findIndex(({ name }) => name === 'copyOf');

/** The rows as they are to be read back. */
function expected(resource: ResourceName): Row[] {
  const rows = manyEntries().flatMap((entry) => ROWS[resource](entry, SAY.zh));
  if (resource !== 'reports') return rows;
  return rows.map((row) => row.with(COPY_OF, COPIES[String(row[0])]));
}
const defusedOf = (text: string) => (/^\s*[=+\-@＝]|^\t/.test(text) ? `'${text}` : text);

test('every cell of both editions in the wide table, each once', () => {
  expect(COLUMNS.wide.filter(({ editions }) => editions)).toHaveLength(219);
});

describe.each(RESOURCES)('%s', (resource) => {
  const names = COLUMNS[resource].map(({ name }) => name);

  test('Parquet by hyparquet', async () => {
    const bytes = bytesOf(plain, resource, 'parquet');
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
    const rows = await parquetReadObjects({ file });
    const read = rows.map((row) =>
      names.map((name) => (row[name] instanceof Date ? row[name].toISOString().slice(0, 10) : row[name])),
    );
    expect(read).toEqual(expected(resource).map((row) => row.map((value) => value ?? null)));
    const about = Object.fromEntries(
      (parquetMetadata(file).key_value_metadata ?? []).map(({ key, value }) => [key, value]),
    );
    expect(about).toMatchObject({ 'gouji.catalog': '2026.11.0', 'gouji.date': '2026-11-27', 'gouji.region': 'all' });
  });

  test('Parquet by DuckDB', async () => {
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    const read = await connection.runAndReadAll(`SELECT * FROM read_parquet('${join(folder, `${resource}.parquet`)}')`);
    expect(read.columnNames()).toEqual(names);
    const rows = read.getRowsJson().map((row) => row.map((value) => value));
    expect(rows).toEqual(expected(resource).map((row) => row.map((value) => value ?? null)));
    connection.closeSync();
    instance.closeSync();
  });

  test('lines of JSON, with the three states', () => {
    const lines = bytesOf(plain, resource, 'ndjson').toString().split('\n').filter(Boolean);
    const rows = lines.map((line) => JSON.parse(line)).map((row) => names.map((name) => row[name]));
    expect(rows).toEqual(expected(resource).map((row) => [...row]));
  });

  test('CSV, with the three states and no formula', () => {
    const text = bytesOf(plain, resource, 'csv').toString();
    expect(text.startsWith(`\uFEFF${names[0]},`)).toBe(true);
    const [, ...rows] = parseCsv(text.slice(1));
    const printed = expected(resource).map((row) =>
      row.map((value) => (value === undefined ? '' : typeof value === 'string' ? defusedOf(value) : String(value))),
    );
    expect(rows).toEqual(printed);
  });

  test('the files keep to the codebook, in both kinds of heads', () => {
    for (const written of [plain, readable]) {
      const described = written.described.resources.find(({ path }) => path === `${resource}.csv`);
      if (!described) throw new Error(`${resource} is not described`);
      expect(problemsOf(described, bytesOf(written, resource, 'csv').toString())).toEqual([]);
    }
  });
});

test('codes stand in quotes and numbers bare', () => {
  const [, line = ''] = bytesOf(plain, 'long', 'csv').toString().split('\r\n');
  expect(line).toContain('"360403"');
  expect(line).toContain('"0123456789e123456789"');
  expect(line).toContain(',2023,');
});

test('heads and words for a reader', () => {
  const [head, first] = parseCsv(bytesOf(readable, 'reports', 'csv').toString().slice(1));
  expect(head?.slice(0, 8)).toEqual([
    '报告标识',
    '机关',
    '机关标识',
    '行政区划代码',
    '区划代码年份',
    '层级',
    '年度',
    '报表格式',
  ]);
  expect(first?.slice(5, 9)).toEqual(['政府', '2023', '2021-30', '通过']);
});

test('a workbook holds numbers as numbers, and what a stranger wrote as text', async () => {
  const bytes = bytesOf(plain, 'findings', 'xlsx');
  const [read] = await readDocuments({ name: 'a.xlsx', bytes });
  if (!read || read.document instanceof Error) throw new Error('the workbook is not read');
  const texts = read.document.blocks.flatMap((block) =>
    block.kind === 'grid' ? block.rows.flat().map(({ text }) => text) : [block.text],
  );
  expect(texts).toEqual(expect.arrayContaining(['reportId', '=1+1', '00123', 'T3.BALANCE']));
  expect(HOSTILE.length).toBeGreaterThan(5);
});

test('the same rows give the same bytes, gzip too', async () => {
  const [one, other] = [await write(null, true), await write(null, true)];
  expect(one.files).toEqual(other.files);
  expect(gunzipSync(bytesOf(one, 'long', 'csv'))).toEqual(bytesOf(plain, 'long', 'csv'));
});
