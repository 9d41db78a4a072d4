/** The objects of the uploads' bucket, to be replaced or taken away. */
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { clientOptions } from '../platform/clients.ts';
import { variable } from '../platform/environment.ts';
import { unlessMissing } from '../platform/missing.ts';

let client: S3Client | null = null;
const s3 = () => {
  client ??= new S3Client({ ...clientOptions(), forcePathStyle: true });
  return client;
};

/** The bytes of an object as it is now; `null` where it is not there. */
export async function readObject(Key: string): Promise<Uint8Array | null> {
  const got = await unlessMissing(s3().send(new GetObjectCommand({ Bucket: variable('BUCKET_NAME'), Key })));
  return (await got?.Body?.transformToByteArray()) ?? null;
}

/** Kept as bytes of no kind, so that no browser shows what a stranger sent. */
export async function putObject(Key: string, Body: Uint8Array): Promise<void> {
  const ContentType = 'application/octet-stream';
  await s3().send(new PutObjectCommand({ Bucket: variable('BUCKET_NAME'), Key, Body, ContentType }));
}

/** Removes an object; a bucket with versions keeps what was there. */
export async function removeObject(Key: string): Promise<void> {
  await s3().send(new DeleteObjectCommand({ Bucket: variable('BUCKET_NAME'), Key }));
}
