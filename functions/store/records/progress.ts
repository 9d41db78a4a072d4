/** How far the check of bytes that were just put into the bucket is. */
import { type ReportRecord, reportId } from '../../../shared/record.ts';
import { readProjection } from '../lists/projected.ts';
import { contentOf } from './manifest.ts';
import { getRecord } from './records.ts';

interface Progress {
  /** Records made from these bytes so far: one, or one for each entry of a ZIP. */
  records: ReportRecord[];
  /** All of them are there. */
  done: boolean;
  /** Lists and statistics have them as well. */
  listed: boolean;
}

/**
 * Told from the records, never from the lists, which follow later; and only of records whose bytes these are, so that
 * the outcome of an earlier content of the object is never taken for that of the present one.
 * @param sha256 of the bytes that were put
 * @param id of the report that they became, where that is an entry of the object
 */
export async function progressOf(
  object: { bucket: string; key: string },
  sha256: string,
  id = reportId(object.bucket, object.key),
): Promise<Progress> {
  const own = await getRecord(id);
  if (own?.result.source.sha256 === sha256) return { records: [own], done: true, listed: await isListed(own) };
  const content = await contentOf(object);
  if (content?.sha256 !== sha256) return { records: [], done: false, listed: false };
  const found = await Promise.all(content.ids.map(getRecord));
  const records = found.filter((record): record is ReportRecord => record?.sequencer === content.sequencer);
  const done = records.length === content.ids.length;
  return { records, done, listed: done && (await Promise.all(records.map(isListed))).every(Boolean) };
}

async function isListed({ id, checkedAt }: ReportRecord): Promise<boolean> {
  const projection = await readProjection(id);
  return projection?.settled === true && (projection.summary?.checkedAt ?? '') >= checkedAt;
}
