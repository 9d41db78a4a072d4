/** The laptop's S3 keeps versions and delete markers as S3 does, over a restart too. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalStorage, type ObjectChange, startStorage } from '../../infra/local/storage.ts';

const folder = mkdtempSync(join(tmpdir(), 'gouji-versions-'));
const Bucket = 'reports';
let storage: LocalStorage;
let s3: S3Client;
let changes: ObjectChange[] = [];

async function begin(): Promise<void> {
  storage = await startStorage(folder, 0, (change) => changes.push(change));
  const credentials = { accessKeyId: 'any', secretAccessKey: 'any' };
  s3 = new S3Client({ endpoint: storage.address, region: 'us-east-1', forcePathStyle: true, credentials });
}
beforeAll(begin);
afterAll(async () => {
  await storage.stop();
  rmSync(folder, { recursive: true });
});

const put = async (Key: string, Body: string) =>
  (await s3.send(new PutObjectCommand({ Bucket, Key, Body }))).VersionId as string;
const get = async (Key: string, VersionId?: string) =>
  (await s3.send(new GetObjectCommand({ Bucket, Key, VersionId }))).Body?.transformToString();
const remove = (Key: string, VersionId?: string) => s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
const refused = (asked: Promise<unknown>) =>
  asked.then(
    () => 'no error',
    ({ name, $metadata }) => `${name} ${$metadata.httpStatusCode}`,
  );
/** Versions and markers of one key, the newest first: `id` or `id deleted`, the latest with a star. */
async function versionsOf(key: string): Promise<string[]> {
  const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix: key }));
  const all = [...Versions, ...DeleteMarkers.map((marker) => ({ ...marker, marker: ' deleted' }))];
  return all
    .filter(({ Key }) => Key === key)
    .sort((one, other) => ((one.VersionId ?? '') < (other.VersionId ?? '') ? 1 : -1))
    .map((one) => `${one.VersionId}${'marker' in one ? one.marker : ''}${one.IsLatest ? ' *' : ''}`);
}

test('what is replaced and deleted can be read by its version, and comes back when the marker goes', async () => {
  const key = '局/报告 1+1=2?.txt';
  const one = await put(key, '一');
  const two = await put(key, '二');
  expect([await get(key), await get(key, one), await get(key, two)]).toEqual(['二', '一', '二']);
  expect((await s3.send(new HeadObjectCommand({ Bucket, Key: key }))).VersionId).toBe(two);

  const { VersionId: marker = '', DeleteMarker } = await remove(key);
  expect(DeleteMarker).toBe(true);
  expect(await refused(get(key))).toBe('NoSuchKey 404');
  expect(await get(key, two)).toBe('二');
  expect(await refused(get(key, marker))).toBe('MethodNotAllowed 405');
  expect(await refused(get(key, 'nothing'))).toBe('NoSuchVersion 404');
  expect(await versionsOf(key)).toEqual([`${marker} deleted *`, two, one]);
  expect((await s3.send(new ListObjectsV2Command({ Bucket }))).Contents ?? []).toEqual([]);

  await remove(key, marker);
  expect([await get(key), await versionsOf(key)]).toEqual(['二', [`${two} *`, one]]);
  await remove(key, two);
  expect([await get(key), await versionsOf(key)]).toEqual(['一', [`${one} *`]]);
  expect(changes.map(({ kind, version, deletion }) => `${deletion ?? kind} ${version}`)).toEqual([
    ...[`Object Created ${one}`, `Object Created ${two}`, `Delete Marker Created ${marker}`],
    ...[`Permanently Deleted ${marker}`, `Permanently Deleted ${two}`],
  ]);
});

test('a former version is copied back, and becomes a version of its own', async () => {
  const one = await put('copy.txt', '一');
  await put('copy.txt', '二');
  const CopySource = `/${Bucket}/copy.txt?versionId=${one}`;
  await s3.send(new CopyObjectCommand({ Bucket, Key: 'copy.txt', CopySource }));
  expect([await get('copy.txt'), (await versionsOf('copy.txt')).length]).toEqual(['一', 3]);
});

test('an upload in parts has a version too', async () => {
  const Key = 'parts.txt';
  const before = await put(Key, '一');
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key }));
  const { ETag } = await s3.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber: 1, Body: '二' }));
  const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] };
  await s3.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload }));
  expect([await get(Key), await get(Key, before)]).toEqual(['二', '一']);
});

test('all of it is there after a restart; the place of former versions stays hidden', async () => {
  const one = await put('restart.txt', '一');
  const two = await put('restart.txt', '二');
  const { VersionId: marker } = await remove('restart.txt');
  await storage.stop();
  changes = [];
  await begin();
  expect(await versionsOf('restart.txt')).toEqual([`${marker} deleted *`, two, one]);
  expect(await get('restart.txt', one)).toBe('一');
  const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
  expect(Buckets.map(({ Name }) => Name)).toEqual(['dataset', 'reports']);
  expect(await refused(s3.send(new ListObjectsV2Command({ Bucket: 'reports.versions' })))).toBe('NoSuchBucket 404');
});

test('a list of many goes on page by page', async () => {
  for (const key of ['页/乙', '页/甲', '页/a', '页/é']) for (const body of ['1', '2', '3']) await put(key, body);
  const seen: string[] = [];
  let after = {};
  for (;;) {
    const page = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix: '页/', MaxKeys: 5, ...after }));
    seen.push(...(page.Versions ?? []).map(({ Key, VersionId }) => `${Key} ${VersionId}`));
    if (!page.IsTruncated) break;
    after = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
  }
  expect([seen.length, new Set(seen).size]).toEqual([12, 12]);
});
