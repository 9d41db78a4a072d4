/** Files and folders named on the command line → objects in the bucket. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';

export interface Upload {
  path: string;
  key: string;
}

/**
 * What to upload, in the order named; a folder gives its files, with their path below it as the key.
 * @throws Error (ENOENT) for a path that is not there
 */
export function findUploads(paths: readonly string[]): Upload[] {
  return paths.flatMap((path) => {
    if (!statSync(path).isDirectory()) return [{ path, key: basename(path) }];
    return filesUnder(path).map((file) => ({ path: file, key: relative(path, file).split(sep).join('/') }));
  });
}

/** Hidden files (`.DS_Store`, `.git`) are no reports. */
function filesUnder(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) return [];
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

export async function upload(s3: S3Client, Bucket: string, { path, key: Key }: Upload): Promise<void> {
  await s3.send(new PutObjectCommand({ Bucket, Key, Body: readFileSync(path) }));
}
