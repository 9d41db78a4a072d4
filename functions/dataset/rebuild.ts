/**
 * Builds again what changed: the files first, then the note of which change they have. Cut off in between, the next run
 * begins that partition again; what did not change is not touched.
 */
import { createHash } from 'node:crypto';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { MEDIA_TYPES } from '../../shared/dataset/formats/index.ts';
import { aboutWords } from '../../shared/dataset/names.ts';
import type { ByteSink } from '../../shared/dataset/types.ts';
import { writeTables } from '../../shared/dataset/write.ts';
import { SAY } from '../../shared/output/language.ts';
import { CATALOG_VERSION } from '../../shared/rules/index.ts';
import { variable } from '../platform/environment.ts';
import {
  markBuilt,
  markDescribed,
  type PartitionState,
  readDescribed,
  readPartitions,
  touchPartitions,
} from '../store/dataset/partitions.ts';
import { storedEntries } from './entries.ts';
import { codebookOf, manifestOf } from './manifest.ts';
import { targetsOf } from './paths.ts';

/**
 * @param until no partition is begun after this time, in milliseconds since 1970
 * @returns the partitions that were built, in the order in which they were
 */
export async function rebuildChanged(s3: S3Client, until = Number.POSITIVE_INFINITY): Promise<string[]> {
  const done: string[] = [];
  for (const partition of await readPartitions()) {
    if (partition.rev === partition.built) continue;
    if (Date.now() > until) break;
    await build(s3, partition);
    done.push(`${partition.year}/${partition.province}`);
  }
  await describe(s3);
  return done;
}

/** The change is read before the reports are: what comes meanwhile is one change more, and another build. */
async function build(s3: S3Client, partition: PartitionState): Promise<void> {
  const { year, province, rev } = partition;
  const region = province === '00' ? null : `${province}0000`;
  const about = { year: year === 0 ? null : year, region, level: null, date: '', catalog: CATALOG_VERSION };
  const { date: _, ...words } = aboutWords(about);
  const entries = ofPartition(storedEntries({ ...(year > 0 && { year }), ...(region && { region }) }), partition);
  const files = await writeTables(entries, targetsOf(partition), {
    open: async (name) => objectSink(s3, name),
    heads: null,
    say: SAY.zh,
    about: words,
  });
  const isLatest = await markBuilt(partition, rev, {
    files: files.map(({ name, resource, format, gzip, rows, bytes, sha256 }) => ({
      ...{ path: name, resource, format: gzip ? `${format}.gz` : format, rows, bytes, sha256 },
    })),
    builtAt: new Date().toISOString(),
    catalog: CATALOG_VERSION,
  });
  // Another run had built a later state, over which these files were put: once more, then.
  if (!isLatest) await touchPartitions([partition]);
}

/** The lists have no range for reports without a year or without a region. */
async function* ofPartition(
  entries: ReturnType<typeof storedEntries>,
  { year, province }: PartitionState,
): ReturnType<typeof storedEntries> {
  for await (const entry of entries) {
    const { report } = entry.result;
    if ((report?.year ?? 0) === year && (report?.regionCode?.slice(0, 2) ?? '00') === province) yield entry;
  }
}

/** Manifest and codebook beside the files, for those who read the bucket itself. An earlier run may have been cut off before. */
async function describe(s3: S3Client): Promise<void> {
  const partitions = await readPartitions();
  const files = partitions.map(({ year, province, built }) => `${year}/${province} ${built}`).join();
  const state = createHash('sha256').update(files).digest('hex');
  if (partitions.length === 0 || (await readDescribed()) === state) return;
  await put(s3, 'manifest.json', Buffer.from(JSON.stringify(manifestOf(partitions))), 'application/json');
  await put(s3, 'datapackage.json', Buffer.from(JSON.stringify(codebookOf(partitions))), 'application/json');
  await markDescribed(state);
}

/** Compressed files of one year and province: a few megabytes, sent in one piece, so that none is ever half there. */
function objectSink(s3: S3Client, key: string): ByteSink {
  const parts: Uint8Array[] = [];
  const type = key.endsWith('.parquet') ? MEDIA_TYPES.parquet : 'application/gzip';
  return {
    write: async (bytes) => void parts.push(Uint8Array.from(bytes)),
    end: () => put(s3, key, Buffer.concat(parts), type),
  };
}

async function put(s3: S3Client, Key: string, Body: Uint8Array, ContentType: string): Promise<void> {
  await s3.send(new PutObjectCommand({ Bucket: variable('DATASET_BUCKET_NAME'), Key, Body, ContentType }));
}
