/** The entry of a ZIP that a report is, replaced or taken out: the ZIP is written anew, as its next version. */
import { MAX_ZIP_BYTES } from '../../shared/document/limits.ts';
import { UnreadableError } from '../../shared/document/unreadable.ts';
import { unzip, zipEntries } from '../../shared/document/zip.ts';
import { ZipStream } from '../../shared/output/zip-stream.ts';
import { type ReportRecord, reportId } from '../../shared/record.ts';
import { removeItem } from '../store/table/items.ts';
import { lockItem } from '../store/table/lock.ts';
import { putObject, readObject, removeObject } from './files.ts';

/** Longer than one call lasts. */
const LOCK_SECONDS = 60;

/**
 * Other entries are kept as they are.
 * @param content what the entry is to hold; `null` takes it out
 * @returns `busy`: another change of the same ZIP is being made; `fixed`: it cannot be written anew
 */
export async function changeEntry(
  { id, bucket, key, result }: ReportRecord,
  content: Uint8Array | null,
): Promise<'done' | 'busy' | 'fixed'> {
  const path = result.source.name.slice(`${key}!/`.length);
  // Of two entries of one name it is not told which one is meant.
  if (reportId(bucket, key, path) !== id) return 'fixed';
  const lock = { pk: `OBJECT#${reportId(bucket, key)}`, sk: 'CHANGE' };
  if (!(await lockItem(lock, new Date(), LOCK_SECONDS, { exists: false }))) return 'busy';
  try {
    const bytes = await readObject(key);
    const changed = bytes && (await withEntry(bytes, path, content));
    if (changed === null) return 'fixed';
    if (changed.length === 0) await removeObject(key);
    else await putObject(key, changed);
    return 'done';
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
