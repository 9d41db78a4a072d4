/** What of a ZIP cannot be written anew is refused, and nothing is called withdrawn then. */
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { reportId } from '../../shared/record.ts';
import { useApi } from './api.ts';
import { record, store } from './records.ts';

const api = useApi();
const ZIP = '汇总.zip';

async function entry(path: string) {
  const plain = record(ZIP);
  const source = { ...plain.result.source, name: `${ZIP}!/${path}` };
  return store({ ...plain, id: reportId('reports', ZIP, path), version: null, result: { ...plain.result, source } });
}

async function putZip(names: readonly string[]) {
  const bytes = zipSync(Object.fromEntries(names.map((name) => [name, Buffer.from(name)])));
  const client = new S3Client({ forcePathStyle: true });
  await client.send(new PutObjectCommand({ Bucket: 'reports', Key: ZIP, Body: bytes }));
}

test('an entry that the ZIP has no more is refused, and the report stands', async () => {
  const { id } = await entry('甲.txt');
  await putZip(['乙.txt']);
  const address = `${api().address}/reports/${id}`;
  expect((await fetch(`${address}/file`, { method: 'PUT', body: '更正' })).status).toBe(409);
  const withdrawn = await fetch(`${address}?reason=${encodeURIComponent('误传')}`, { method: 'DELETE' });
  expect(withdrawn.status).toBe(409);
  expect((await fetch(address)).status).toBe(200);
});

test('of several changes at once each is made or refused, and none is lost', async () => {
  const names = ['一.txt', '二.txt', '三.txt'];
  const reports = await Promise.all(names.map(entry));
  await putZip(names);
  const put = (i: number) =>
    fetch(`${api().address}/reports/${reports[i]?.id}/file`, { method: 'PUT', body: `更正${i}` });
  const statuses = await Promise.all(names.map(async (_, i) => (await put(i)).status));
  for (const [i, status] of statuses.entries()) {
    expect([202, 409]).toContain(status);
    if (status === 409) expect((await put(i)).status).toBe(202);
  }
  const reading = (i: number) => fetch(`${api().address}/reports/${reports[i]?.id}/reading`).then((it) => it.text());
  for (const i of names.keys()) expect(await reading(i)).toContain(`更正${i}`);
});
