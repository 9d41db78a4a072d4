/** `gouji ops restore`: a file as it was becomes the present version, and is checked like any upload. */
import {
  CopyObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  S3Client,
} from '@aws-sdk/client-s3';
import { clientOptions } from '../../functions/platform/clients.ts';
import type { Operation } from './deployment.ts';

/**
 * @param version of a single key; otherwise the last one before the file was removed
 * @returns 1 where a key has nothing to be restored
 */
export async function restore(
  keys: readonly string[],
  version: string | null,
  { deployment: { bucket }, write }: Operation,
): Promise<number> {
  const s3 = new S3Client(clientOptions());
  let status = 0;
  for (const key of keys) {
    const from = version ?? (await lastVersion(s3, bucket, key));
    if (from === null) {
      await write(`${key}  nothing to restore: it was not removed, or nothing of it is kept\n`);
      status = 1;
      continue;
    }
    const CopySource = `/${bucket}/${encodeURIComponent(key)}?versionId=${encodeURIComponent(from)}`;
    await s3.send(new CopyObjectCommand({ Bucket: bucket, Key: key, CopySource }));
    await write(`${key}  restored from version ${from}\n`);
  }
  s3.destroy();
  return status;
}

/** The last version of a key that is removed now; `null` where it is there, or no version is kept. */
async function lastVersion(s3: S3Client, Bucket: string, key: string): Promise<string | null> {
  let page: ListObjectVersionsCommandOutput | undefined;
  let isRemoved = false;
  do {
    const after = page && { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
    page = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix: key, ...after }));
    isRemoved ||= (page.DeleteMarkers ?? []).some(({ Key, IsLatest }) => Key === key && IsLatest === true);
    // The newest first: the first that is no marker is the last that was a file.
    const file = (page.Versions ?? []).find(({ Key }) => Key === key);
    if (file?.VersionId !== undefined) return isRemoved ? file.VersionId : null;
  } while (page.IsTruncated === true);
  return null;
}
