/** What of a ZIP cannot be written anew is refused, and nothing is called withdrawn then. */
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { unzipSync, zipSync } from 'fflate';
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

test('a report takes the place of an entry: it leaves the ZIP, the others stay; of another year it does not', async () => {
  const [kept, later] = await Promise.all([
    store(record('更正稿.txt')),
    store(record('下一年.txt', { report: { year: 2024 } })),
  ]);
  const { id } = await entry('旧稿.txt');
  await putZip(['旧稿.txt', '别家.txt']);
  const supersede = (by: string) =>
    fetch(`${api().address}/reports/${by}/supersede`, {
      method: 'POST',
      body: new URLSearchParams({ report: id }),
      headers: { Origin: api().address },
      redirect: 'manual',
    });
  expect((await supersede(later.id)).status).toBe(409);
  expect((await supersede(kept.id)).status).toBe(303);
  const object = await new S3Client({ forcePathStyle: true }).send(
    new GetObjectCommand({ Bucket: 'reports', Key: ZIP }),
  );
  const bytes = await object.Body?.transformToByteArray();
  expect(Object.keys(unzipSync(bytes ?? new Uint8Array()))).toEqual(['别家.txt']);
});

test('that an original is gone is said in words, since a frame shows no problem page', async () => {
  const { id } = await store(record('已撤.txt'));
  for (const path of ['reading', 'original/view']) {
    const answer = await fetch(`${api().address}/reports/${id}/${path}`);
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect(await answer.text()).toContain('原件已不在存储桶中');
  }
});
