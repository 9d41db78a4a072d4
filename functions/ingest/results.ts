/** An object → the records of the reports in it. */
import { check, unreadable } from '../../shared/check.ts';
import { MEDIA_TYPES } from '../../shared/document/types.ts';
import { UnreadableError } from '../../shared/document/unreadable.ts';
import { type ReportRecord, reportId, toStoredResult } from '../../shared/record.ts';
import type { CheckResult } from '../../shared/result.ts';
import { checkWithStored } from './neighbours.ts';
import type { Download } from './objects.ts';
import type { ObjectState } from './work.ts';

/** Every report of the object, checked by itself and with what is stored of its body and its area. */
export async function readRecords(state: ObjectState, object: Download): Promise<ReportRecord[]> {
  const { bucket, key, version, sequencer, receivedAt } = state;
  const results =
    'tooLarge' in object ? [tooLarge(key, object.tooLarge)] : await check({ name: key, bytes: object.bytes });
  const seen = new Map<string | undefined, number>();
  const records: ReportRecord[] = [];
  for (const alone of results) {
    const path = alone.source.name.startsWith(`${key}!/`) ? alone.source.name.slice(key.length + 2) : undefined;
    // A ZIP may hold two entries of one name; neither may take the other's place.
    const copies = (seen.get(path) ?? 0) + 1;
    seen.set(path, copies);
    const id = reportId(bucket, key, copies === 1 ? path : `${path}#${copies}`);
    const result = await checkWithStored(id, alone);
    const counts = { error: 0, warning: 0, notice: 0 };
    for (const { severity } of result.findings) counts[severity] += 1;
    const checkedAt = new Date().toISOString();
    const rest = { version, sequencer, receivedAt, checkedAt, counts, result: toStoredResult(result) };
    records.push({ id, bucket, key, ...rest });
  }
  return records;
}

/** Not downloaded, so that its content and its hash are not known. */
function tooLarge(name: string, bytes: number): CheckResult {
  const source = { name, bytes, sha256: '', mediaType: MEDIA_TYPES.unknown, encoding: null };
  return unreadable(source, new UnreadableError('FILE.TOO-LARGE', `${bytes} bytes`));
}
