/** Is stored what is expected? The objects of the bucket beside the records of the table. */
import { isLitter } from '../../shared/document/litter.ts';
import { latestVersions } from './objects.ts';
import { type StoredObject, storedObjects } from './stored.ts';

interface Difference {
  /**
   * `unprocessed`: an object without a record; `outdated`: with records of another version; `partial`: a ZIP of which
   * some records are missing; `orphaned`: records without an object.
   */
  kind: 'unprocessed' | 'outdated' | 'partial' | 'orphaned';
  key: string;
  /** The version that is there now; `null` where none is, or the bucket keeps none. */
  version: string | null;
}

export interface Inventory {
  /** Keys of all objects and of all records: what `reprocess --all` reads again. */
  keys: string[];
  differences: Difference[];
}

/**
 * Reads the whole list of the bucket and the whole table: for schedules and operators, never for a request.
 * @param before what changed later than this (milliseconds) is not looked at: it may be on its way
 */
export async function takeInventory(before = Number.POSITIVE_INFINITY): Promise<Inventory> {
  // Records first: an object that comes in between is younger than `before`, a record would be called an orphan.
  const stored = await storedObjects();
  const keys = new Set<string>();
  const differences: Difference[] = [];
  for await (const { key, version, isMarker, changed } of latestVersions()) {
    const records = stored.get(key);
    stored.delete(key);
    if (isLitter(key) || (isMarker && records === undefined)) continue;
    keys.add(key);
    const kind = isMarker ? 'orphaned' : kindOf(records, version);
    if (kind !== null && changed < before) differences.push({ kind, key, version: isMarker ? null : version });
  }
  // Not even a marker is left of these.
  for (const key of stored.keys()) {
    keys.add(key);
    differences.push({ kind: 'orphaned', key, version: null });
  }
  return { keys: [...keys], differences };
}

function kindOf(records: StoredObject | undefined, version: string | null): Difference['kind'] | null {
  if (records === undefined) return 'unprocessed';
  if (records.versions.size > 1 || !records.versions.has(version)) return 'outdated';
  return records.missing > 0 ? 'partial' : null;
}
