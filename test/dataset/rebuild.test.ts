/** The data set in step with what is stored: by partition, after a kill too, and read by DuckDB as it lies. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { rebuildChanged } from '../../functions/dataset/rebuild.ts';
import { ManifestSchema } from '../../functions/query/schemas.ts';
import { project } from '../../functions/store/lists/projections.ts';
import { removeRecord } from '../../functions/store/records/records.ts';
import { agencyId } from '../../shared/neighbours/agency-id.ts';
import { useApi } from '../query/api.ts';
import { record, store } from '../query/records.ts';
import { parseCsv } from './parse-csv.ts';
import type { DataPackage } from './table-schema.ts';

const api = useApi();
let s3: S3Client;
beforeEach(() => {
  s3 = new S3Client({ forcePathStyle: true });
});
afterEach(() => s3.destroy());

const TOTAL = 'requests.received.total';
const put = (key: string, agency: string, regionCode: string | null, year: number, received: number) =>
  store(record(key, { cells: { [TOTAL]: received }, report: { agency, regionCode, year, level: 'department' } }));

async function manifest(): Promise<z.output<typeof ManifestSchema>> {
  return ManifestSchema.parse(await (await fetch(`${api().address}/dataset`)).json());
}
async function file(path: string): Promise<Buffer> {
  return Buffer.from(await (await fetch(`${api().address}/dataset/${path}`)).arrayBuffer());
}
const checksums = ({ partitions }: Awaited<ReturnType<typeof manifest>>) =>
  Object.fromEntries(partitions.flatMap(({ files }) => files.map(({ path, sha256 }) => [path, sha256])));

test('only partitions that changed are built again; the files are those of the manifest, and DuckDB reads them as one', async () => {
  const kept = await put('浔阳.txt', '浔阳区教育局', '360403', 2023, 10);
  await put('岳阳.txt', '云溪区教育局', '430603', 2023, 20);
  await put('无名.txt', '某某局', null, 2022, 30);
  expect((await manifest()).stale).toBe(3);
  expect(await rebuildChanged(s3)).toEqual(['2022/00', '2023/36', '2023/43']);
  const first = await manifest();
  expect(first).toMatchObject({ stale: 0 });
  expect(first.partitions).toHaveLength(3);
  for (const { path, sha256, bytes } of first.partitions.flatMap(({ files }) => files)) {
    const content = await file(path);
    expect([path, content.length, createHash('sha256').update(content).digest('hex')]).toEqual([path, bytes, sha256]);
  }
  expect(gunzipSync(await file('long/year=2023/province=36/long.csv.gz')).toString()).toContain('浔阳区教育局');

  expect(await rebuildChanged(s3)).toEqual([]);
  await put('浔阳二.txt', '浔阳区民政局', '360403', 2023, 7);
  expect((await manifest()).partitions.filter(({ stale }) => stale)).toMatchObject([{ year: 2023, province: '36' }]);
  expect(await rebuildChanged(s3)).toEqual(['2023/36']);
  const [before, after] = [checksums(first), checksums(await manifest())];
  const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
  expect(changed.every((path) => path.includes('year=2023/province=36'))).toBe(true);
  expect(changed.length).toBeGreaterThan(3);

  const folder = mkdtempSync(join(tmpdir(), 'gouji-parts-'));
  for (const path of Object.keys(after).filter((each) => each.endsWith('.parquet'))) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), await file(path));
  }
  const connection = await (await DuckDBInstance.create()).connect();
  const asked = `SELECT year::INT AS year, province, sum(value) AS sum FROM read_parquet('${folder}/long/**/*.parquet', hive_partitioning = true) WHERE cell = '${TOTAL}' GROUP BY ALL ORDER BY ALL`;
  const rows = (await connection.runAndReadAll(asked)).getRowsJson();
  expect(rows.map((row) => row.map(String))).toEqual([
    ['2022', '00', '30'],
    ['2023', '36', '17'],
    ['2023', '43', '20'],
  ]);
  connection.closeSync();
  rmSync(folder, { recursive: true });

  // A report that goes is gone from its partition, and one that moves is in its new one alone.
  await removeRecord({ ...kept, sequencer: record('x').sequencer });
  await project(kept.id);
  await put('浔阳二.txt', '云溪区民政局', '430603', 2023, 7);
  expect(await rebuildChanged(s3)).toEqual(['2023/36', '2023/43']);
  expect((await manifest()).partitions.find(({ province }) => province === '36')?.files[0]?.rows).toBe(0);
});

test('a roster that learns of a renaming gives former reports the id of today; an earlier id still leads there', async () => {
  await put('旧.txt', '浔阳区粮食局', '360403', 2018, 1);
  await put('别.txt', '云溪区粮食局', '430603', 2018, 1);
  await rebuildChanged(s3);
  const reports = async () => {
    const csv = gunzipSync(await file('reports/year=2018/province=36/reports.csv.gz')).toString();
    const [names = [], values = []] = parseCsv(csv.replace('\uFEFF', ''));
    return { agencyId: values[names.indexOf('agencyId')], nameId: values[names.indexOf('nameId')] };
  };
  const before = await reports();
  expect(before.agencyId).toBe(before.nameId);
  const roster = { agencies: ['浔阳区发改委'], merged: { 浔阳区粮食局: '浔阳区发改委' }, by: '管理员' };
  const request = { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(roster) };
  expect((await fetch(`${api().address}/rosters/360403`, request)).status).toBe(200);
  const built = await rebuildChanged(s3);
  expect([built.includes('2018/36'), built.includes('2018/43')]).toEqual([true, false]);
  expect(await reports()).toEqual({ agencyId: agencyId('浔阳区发改委'), nameId: before.agencyId });
});

test('killed at any file, the next run ends what was begun and leaves the rest alone', async () => {
  await put('甲.txt', '浔阳区甲局', '360403', 2021, 1);
  await put('乙.txt', '云溪区乙局', '430603', 2021, 2);
  for (const puts of [0, 3, 11]) {
    let left = puts;
    const killed = new S3Client({ forcePathStyle: true });
    killed.middlewareStack.add(
      (next) => async (args) => {
        left -= 1;
        if (left < 0) throw new Error('killed');
        return next(args);
      },
      { step: 'initialize' },
    );
    await expect(rebuildChanged(killed)).rejects.toThrow('killed');
    killed.destroy();
  }
  expect(await rebuildChanged(s3)).toEqual(['2021/43']);
  const { stale, partitions } = await manifest();
  expect(stale).toBe(0);
  for (const { path, sha256 } of partitions.flatMap(({ files }) => files)) {
    const found = await s3.send(new GetObjectCommand({ Bucket: 'dataset', Key: path }));
    const bytes = await found.Body?.transformToByteArray();
    expect(
      createHash('sha256')
        .update(bytes ?? '')
        .digest('hex'),
    ).toBe(sha256);
  }
});

test.each(['long/year=2023/province=36/wide.parquet', 'long/year=1999/province=36/long.parquet', 'long/x/y/z'])(
  'no such file: %s',
  async (path) => {
    const answer = await fetch(`${api().address}/dataset/${path}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  },
);

test('the codebook names every column in both languages and lists the files', async () => {
  const answer = await fetch(`${api().address}/dataset/datapackage.json`);
  const codebook = (await answer.json()) as DataPackage;
  expect(codebook).toMatchObject({ profile: 'tabular-data-package', version: expect.any(String) });
  expect(codebook.resources).toHaveLength(10);
  const [long] = codebook.resources;
  expect(long?.path.length).toBeGreaterThan(0);
  expect(long?.schema.fields[0]).toMatchObject({ name: 'agency', title: '机关', titleEn: 'agency' });
});
