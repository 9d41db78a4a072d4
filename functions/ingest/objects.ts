/** Objects in the bucket. */
import { Readable } from 'node:stream';
import { GetObjectCommand, HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { clientOptions, withShortcut } from '../platform/clients.ts';
import { variable } from '../platform/environment.ts';
import { unlessMissing } from '../platform/missing.ts';
import type { ObjectState } from './work.ts';

let client: S3Client | null = null;
const s3 = () => (client ??= withShortcut(new S3Client(clientOptions())));

/** Bytes of one object; or its size alone, where it is too large to be read. */
export type Download = { bytes: Uint8Array } | { tooLarge: number };

/** The version of this state, or `null` where it is not there any more. */
export async function download(state: Pick<ObjectState, 'bucket' | 'key' | 'version'>): Promise<Download | null> {
  const got = await unlessMissing(s3().send(new GetObjectCommand(name(state))));
  if (got?.Body === undefined) return null;
  const size = got.ContentLength ?? 0;
  if (size <= variable('MAX_OBJECT_BYTES')) return { bytes: await got.Body.transformToByteArray() };
  // The head of the answer tells the size; its body is not waited for.
  if (got.Body instanceof Readable) got.Body.destroy();
  return { tooLarge: size };
}

/** What stands under the key now (or the version, where one is named); `null` where nothing does. */
export async function current(
  state: Pick<ObjectState, 'bucket' | 'key' | 'version'>,
): Promise<{ version: string | null; size: number; changed: Date } | null> {
  const head = await unlessMissing(s3().send(new HeadObjectCommand(name(state))));
  if (head === null) return null;
  const { VersionId, ContentLength = 0, LastModified = new Date() } = head;
  // As S3 calls the version of an object that was put before there were versions.
  const version = VersionId === undefined || VersionId === 'null' ? null : VersionId;
  return { version, size: ContentLength, changed: LastModified };
}

function name({ bucket, key, version }: Pick<ObjectState, 'bucket' | 'key' | 'version'>) {
  return { Bucket: bucket, Key: key, ...(version !== null && { VersionId: version }) };
}
