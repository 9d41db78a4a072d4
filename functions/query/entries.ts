/** The entry of a ZIP that a report is, replaced or taken out: the ZIP is written anew, as its next version. */
import { MAX_ZIP_BYTES } from '../../shared/document/limits.ts';
import { UnreadableError } from '../../shared/document/unreadable.ts';
import { unzip, zipEntries } from '../../shared/document/zip.ts';
import { ZipStream } from '../../shared/output/zip-stream.ts';
import { type ReportRecord, reportId } from '../../shared/record.ts';
import { removeItem } from '../store/table/items.ts';
import { lockItem } from '../store/table/lock.ts';
import type { Dependencies } from './dependencies.ts';
import { ProblemError } from './problem.ts';

/** Longer than one call lasts. */
const LOCK_SECONDS = 60;

/** Whether the report is an entry of a ZIP, whose object holds other reports as well. */
export const isEntry = ({ id, bucket, key }: ReportRecord) => id !== reportId(bucket, key);

/**
 * Other entries are kept as they are. Of two changes of one ZIP at once, one is asked to come again.
 * @param content what the entry is to hold; `null` takes it out
 * @throws ProblemError 409 where the ZIP is just being changed, or cannot be written anew
 */
export async function changeEntry(
  record: ReportRecord,
  content: Uint8Array | null,
  { files }: Dependencies,
): Promise<void> {
  const { bucket, key } = record;
  const path = record.result.source.name.slice(`${key}!/`.length);
  // Of two entries of one name it is not told which one is meant.
  if (reportId(bucket, key, path) !== record.id) throw cannotChange(key);
  const lock = { pk: `OBJECT#${reportId(bucket, key)}`, sk: 'CHANGE' };
  if (!(await lockItem(lock, new Date(), LOCK_SECONDS, { exists: false }))) {
    throw new ProblemError('conflict', {
      zh: '该压缩包正在更新，请稍后重试。',
      en: 'The ZIP is just being changed; try again in a moment.',
    });
  }
  try {
    const bytes = await files.read({ bucket, key, version: null });
    const changed = bytes && (await withEntry(bytes, path, content));
    if (changed === null) throw cannotChange(key);
    if (changed.length === 0) await files.remove(key);
    else await files.put(key, changed);
  } finally {
    await removeItem(lock);
  }
}

/** @returns the ZIP with that change; empty where no entry is left, `null` where it has no such entry or is not readable */
async function withEntry(zip: Uint8Array, path: string, content: Uint8Array | null): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  const stream = new ZipStream(async (bytes) => {
    parts.push(bytes);
  });
  try {
    const entries = zipEntries(zip);
    const size = entries.reduce((sum, entry) => sum + entry.size, 0);
    if (size > MAX_ZIP_BYTES || entries.filter(({ name }) => name === path).length !== 1) return null;
    const kept = content === null ? entries.filter(({ name }) => name !== path) : entries;
    if (kept.length === 0) return new Uint8Array();
    for (const entry of kept) {
      const written = await stream.open(entry.name);
      await written.write(entry.name === path && content !== null ? content : unzip(zip, entry, MAX_ZIP_BYTES));
      await written.close();
    }
  } catch (error) {
    if (error instanceof UnreadableError) return null;
    throw error;
  }
  await stream.end();
  return Buffer.concat(parts);
}

const cannotChange = (key: string) =>
  new ProblemError('conflict', {
    zh: `该报告是压缩包 ${key} 中的一份，该压缩包无法改写（加密、过大、嵌套或有同名文件）。请更正后重新上传整个压缩包。`,
    en: `The report is an entry of ${key}, which cannot be written anew (encrypted, too large, nested, or two files of one name). Correct it and upload the whole ZIP again.`,
  });
