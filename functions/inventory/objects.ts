/** What the bucket holds now: the latest version of each key. */
import { ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { clientOptions } from '../platform/clients.ts';
import { variable } from '../platform/environment.ts';

export interface Latest {
  key: string;
  version: string | null;
  isMarker: boolean;
  /** Milliseconds. */
  changed: number;
}

/** What S3 calls the version of an object that was put before there were versions. */
const NO_VERSION = 'null';

let client: S3Client | null = null;

/** The latest version, or the delete marker, of every key. */
export async function* latestVersions(): AsyncGenerator<Latest> {
  client ??= new S3Client(clientOptions());
  let after: { KeyMarker?: string; VersionIdMarker?: string } = {};
  for (;;) {
    // A key may hold what XML cannot.
    const page = await client.send(
      new ListObjectVersionsCommand({ Bucket: variable('BUCKET_NAME'), EncodingType: 'url', ...after }),
    );
    const marked = [
      ...(page.Versions ?? []).map((one) => ({ ...one, isMarker: false })),
      ...(page.DeleteMarkers ?? []).map((one) => ({ ...one, isMarker: true })),
    ];
    for (const { Key = '', VersionId, IsLatest, LastModified, isMarker } of marked) {
      if (IsLatest !== true) continue;
      const version = VersionId === undefined || VersionId === NO_VERSION ? null : VersionId;
      yield { key: decoded(Key), version, isMarker, changed: LastModified?.getTime() ?? 0 };
    }
    if (page.IsTruncated !== true || page.NextKeyMarker === undefined) return;
    const { NextKeyMarker, NextVersionIdMarker } = page;
    after = { KeyMarker: decoded(NextKeyMarker), ...(NextVersionIdMarker && { VersionIdMarker: NextVersionIdMarker }) };
  }
}

const decoded = (encoded: string) => decodeURIComponent(encoded.replaceAll('+', ' '));
