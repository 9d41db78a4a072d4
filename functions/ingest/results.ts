/** An object → the reports in it, each checked by itself. */
import { IS_ELSEWHERE } from '#pictures';
import { openReports, unreadable } from '../../shared/check.ts';
import { tooLarge } from '../../shared/document/limits.ts';
import { UNKNOWN } from '../../shared/document/types.ts';
import { UnreadableError } from '../../shared/document/unreadable.ts';
import { reportId } from '../../shared/record.ts';
import type { CheckResult } from '../../shared/result.ts';
import { deployedProfile } from '../platform/profile.ts';
import type { Download } from './objects.ts';

export interface ReadReport {
  /** Of the record. */
  id: string;
  /** Other reports took no part, nor did a region that was given to the agency: that is `show`'s. */
  alone: CheckResult;
}

/** A report of an object that is not read yet. */
export interface Unread {
  /** Of the record. */
  id: string;
  /** Of the file, with the entry of a ZIP. */
  name: string;
  read(): Promise<ReadReport>;
}

/** Another function reads this file, with all that stands beside it. */
export class ReadElsewhereError extends Error {}

function orElsewhere(result: CheckResult): CheckResult {
  if (IS_ELSEWHERE && result.findings[0]?.rule === 'FILE.PICTURES') throw new ReadElsewhereError(result.source.name);
  return result;
}

/** The reports of an object by their ids, none of them read yet. */
export async function openObject(bucket: string, key: string, object: Download): Promise<Unread[]> {
  const opened =
    'tooLarge' in object
      ? [{ name: key, check: async () => notDownloaded(key, object.tooLarge) }]
      : await openReports({ name: key, bytes: object.bytes }, { profile: deployedProfile() });
  const seen = new Map<string | undefined, number>();
  return opened.map(({ name, check }) => {
    const path = name.startsWith(`${key}!/`) ? name.slice(key.length + 2) : undefined;
    // A ZIP may hold two entries of one name; neither may take the other's place.
    const copies = (seen.get(path) ?? 0) + 1;
    seen.set(path, copies);
    const id = reportId(bucket, key, copies === 1 ? path : `${path}#${copies}`);
    return { id, name, read: async () => ({ id, alone: orElsewhere(await check()) }) };
  });
}

/** All reports of an object. */
export async function readReports(bucket: string, key: string, object: Download): Promise<ReadReport[]> {
  const reports: ReadReport[] = [];
  for (const { read } of await openObject(bucket, key, object)) reports.push(await read());
  return reports;
}

/** Not downloaded, so that its content and its hash are not known. */
function notDownloaded(name: string, bytes: number): CheckResult {
  return unreadable(sourceOf(name, bytes), tooLarge(bytes));
}

/** What is said of an object, or of one entry of it, whose processing was cut off, or failed, at each try. */
export function notProcessed(
  { bucket, key }: { bucket: string; key: string },
  bytes: number,
  { id, name }: { id: string; name: string } = { id: reportId(bucket, key), name: key },
): ReadReport {
  return { id, alone: unreadable(sourceOf(name, bytes), new UnreadableError('FILE.NOT-PROCESSED')) };
}

const sourceOf = (name: string, bytes: number) => ({ name, bytes, sha256: '', mediaType: UNKNOWN, encoding: null });
