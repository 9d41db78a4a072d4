/** Official papers over HTTP: names, kinds, and what the filter leaves out. */
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { beforeAll, expect, test } from 'vitest';
import { reportId } from '../../shared/record.ts';
import { faultyDocx, recordOf } from '../output/papers.ts';
import { unreadable } from '../output/results.ts';
import { useApi } from './api.ts';
import { record, store } from './records.ts';

const office = { letterhead: '示例市人民政府办公室', signatory: '示例市人民政府办公室' };
const api = useApi({ office });
let id = '';
let other = '';

beforeAll(async () => {
  id = (await store(await recordOf('示例局2023.docx', faultyDocx()))).id;
  other = (await store(record('通过.txt', { report: { agency: '青禾市财政局', year: 2023 } }))).id;
  await store(record('扫描/件.pdf', {}, unreadable()));
});

const get = (path: string) => fetch(api().address + path);
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

test('the opinion on one report is a Word file with a Chinese name', async () => {
  const answer = await get(`/reports/${id}/opinion`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Content-Type')).toMatch(/wordprocessingml\.document$/);
  const disposition = answer.headers.get('Content-Disposition') ?? '';
  expect(decodeURIComponent(disposition)).toContain("filename*=UTF-8''核查意见-示例市示例局2023.docx");
  const { value } = await mammoth.extractRawText({ buffer: await bytesOf(answer) });
  expect(value).toContain('关于示例市示例局2023年政府信息公开工作年度报告的核查意见');
  expect((await get('/reports/0123456789abcdef0123/opinion')).status).toBe(404);
});

test('the uploaded docx comes back with comments; anything else, and a file that is not the checked one, does not', async () => {
  const original = faultyDocx();
  const put = (Body: Uint8Array) =>
    new S3Client({ forcePathStyle: true }).send(
      new PutObjectCommand({ Bucket: 'reports', Key: '示例局2023.docx', Body }),
    );
  await put(original);
  const answer = await get(`/reports/${id}/commented`);
  expect(decodeURIComponent(answer.headers.get('Content-Disposition') ?? '')).toContain('示例局2023（批注）.docx');
  expect(Object.keys(unzipSync(await bytesOf(answer)))).toContain('word/comments-gouji.xml');
  expect((await get(`/reports/${other}/commented`)).status).toBe(404);
  await put(Buffer.from('新版本'));
  expect((await get(`/reports/${id}/commented`)).status).toBe(409);
});

test('notices are made for what has not passed, within the filter, under names that files can have', async () => {
  const names = async (query: string) => Object.keys(unzipSync(await bytesOf(await get(`/notices${query}`)))).sort();
  expect(await names('')).toEqual(['整改通知书-扫描_件.pdf.docx', '整改通知书-示例市示例局2023.docx']);
  expect(await names('?year=2023')).toEqual(['整改通知书-示例市示例局2023.docx']);
});

test('where all have passed there is nothing to correct, which the answer says', async () => {
  const answer = await get('/notices?status=passed');
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ detail: '没有需要整改的报告。' });
});

test('a docx in a ZIP comes back with comments too', async () => {
  const entry = '街道/示例局2023.docx';
  const made = await recordOf('示例局2023.docx', faultyDocx());
  const source = { ...made.result.source, name: `报送.zip!/${entry}` };
  const inZip = { ...made, key: '报送.zip', id: reportId('reports', '报送.zip', entry), version: null };
  const { id: own } = await store({ ...inZip, result: { ...made.result, source } });
  const Body = zipSync({ [entry]: faultyDocx() });
  await new S3Client({ forcePathStyle: true }).send(new PutObjectCommand({ Bucket: 'reports', Key: '报送.zip', Body }));
  const answer = await get(`/reports/${own}/commented`);
  expect(answer.status).toBe(200);
  expect(decodeURIComponent(answer.headers.get('Content-Disposition') ?? '')).toContain('示例局2023（批注）.docx');
  expect(Object.keys(unzipSync(await bytesOf(answer)))).toContain('word/comments-gouji.xml');
});
