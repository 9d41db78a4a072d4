/** An object → the reports in it, each checked by itself. */
import { check, unreadable } from '../../shared/check.ts';
import { tooLarge } from '../../shared/document/limits.ts';
import { UNKNOWN } from '../../shared/document/types.ts';
import { UnreadableError } from '../../shared/document/unreadable.ts';
import { reportId } from '../../shared/record.ts';
import type { CheckResult } from '../../shared/result.ts';
import type { Download } from './objects.ts';
import { deployedProfile } from './profile.ts';

export interface ReadReport {
  /** Of the record. */
  id: string;
  /** Other reports took no part, nor did a region that was given to the agency: that is `show`'s. */
  alone: CheckResult;
}

export async function readReports(bucket: string, key: string, object: Download): Promise<ReadReport[]> {
  const results =
    'tooLarge' in object
      ? [notDownloaded(key, object.tooLarge)]
      : await check({ name: key, bytes: object.bytes }, { profile: deployedProfile() });
  const seen = new Map<string | undefined, number>();
  return results.map((alone) => {
    const path = alone.source.name.startsWith(`${key}!/`) ? alone.source.name.slice(key.length + 2) : undefined;
    // A ZIP may hold two entries of one name; neither may take the other's place.
    const copies = (seen.get(path) ?? 0) + 1;
    seen.set(path, copies);
    return { id: reportId(bucket, key, copies === 1 ? path : `${path}#${copies}`), alone };
  });
}

/** Not downloaded, so that its content and its hash are not known. */
function notDownloaded(name: string, bytes: number): CheckResult {
  return unreadable(sourceOf(name, bytes), tooLarge(bytes));
}

/** What is said of an object whose processing was cut off, or failed, at each try. */
export function notProcessed({ bucket, key }: { bucket: string; key: string }, bytes: number): ReadReport {
  const alone = unreadable(sourceOf(key, bytes), new UnreadableError('FILE.NOT-PROCESSED'));
  return { id: reportId(bucket, key), alone };
}

const sourceOf = (name: string, bytes: number) => ({ name, bytes, sha256: '', mediaType: UNKNOWN, encoding: null });
