/** `/uploads/{name}`: puts a file into the bucket and tells when it has been checked. */

import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { isSameAgency } from '../../../shared/neighbours/names.ts';
import { PROBLEMS } from '../../../shared/output/words/problems.ts';
import { type ReportRecord, reportId } from '../../../shared/record.ts';
import { listReports } from '../../store/lists/listing.ts';
import { readDecisions } from '../../store/records/decisions.ts';
import { progressOf } from '../../store/records/progress.ts';
import { type Summary, summaryOf } from '../../store/records/summary.ts';
import { type Caller, folderOf, may, placeOfSummary } from '../access/caller.ts';
import { noFields, operation } from '../operation.ts';
import { ProblemError } from '../problem.ts';
import { ProgressSchema, Sha256Field, UploadSchema } from '../schemas.ts';

/** Lambda takes 6 MB of a request, in base64. */
export const LARGEST_UPLOAD = 4 * 1024 * 1024;
/** More entries of a ZIP than this are counted and not named one by one. */
const MOST_NAMED = 100;
const MOST_COPIES = 5;
const fields = z.strictObject({ name: z.string().check(z.minLength(1), z.maxLength(255)) });

/** A key for a file name, in the caller's own folder: no folders in the name, nothing that is not a visible character, no leading dots. */
function keyOf(name: string, caller: Caller): string {
  const safe = name.replaceAll(/[\p{C}/\\]+/gu, '_').replace(/^\.+/, '_');
  return `uploads/${folderOf(caller)}${safe}`;
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const putUploadOperation = operation({
  method: 'put',
  path: '/uploads/{name}',
  summary:
    'Stores a file as an object of the bucket, which is then checked like any other. The same name replaces it, unless `If-None-Match: *` asks that nothing be replaced.',
  fields,
  query: noFields,
  bytes: LARGEST_UPLOAD,
  answers: {
    202: { description: 'Stored', content: { 'application/json': UploadSchema } },
    412: { description: 'There is a file of this name, and it was to be kept' },
    413: { description: 'Over 4 MB' },
  },
  async handle({ path, body, context, caller, dependencies: { files, bucket } }) {
    const key = keyOf(path.name, caller);
    if (context.req.header('If-None-Match') === '*' && (await files.has(key))) {
      throw new ProblemError('already-there', PROBLEMS.sameName);
    }
    const bytes = body as Uint8Array;
    await files.put(key, bytes);
    const progress = `/uploads/${encodeURIComponent(path.name)}?sha256=${sha256Of(bytes)}`;
    return context.json({ key, id: reportId(bucket, key), progress }, 202);
  },
});

export const getUploadOperation = operation({
  method: 'get',
  path: '/uploads/{name}',
  summary: 'How far the check of the bytes with this hash is, with the reports that are known so far',
  fields,
  query: z.strictObject({ sha256: Sha256Field }),
  answers: { 200: { description: 'How far it is', content: { 'application/json': ProgressSchema } } },
  async handle({ path, query, context, caller, dependencies: { bucket } }) {
    return context.json(await readProgress({ bucket, key: keyOf(path.name, caller) }, query.sha256, caller));
  },
});

/** What a client that sent bytes wants to know of them. @param id of the report where they became an entry of a ZIP */
export async function readProgress(
  object: { bucket: string; key: string },
  sha256: string,
  caller: Caller,
  id?: string,
): Promise<z.output<typeof ProgressSchema>> {
  const { records, done, listed } = await progressOf(object, sha256, id);
  const reports = await Promise.all(
    records.slice(0, MOST_NAMED).map(async (record) => ({
      ...summaryOf(record, await readDecisions(record.id)),
      name: record.result.source.name,
      copies: await copiesOf(record, caller),
    })),
  );
  return { key: object.key, done, listed, checked: records.length, reports } as z.output<typeof ProgressSchema>;
}

/** Other reports of the same agency and year, which the caller may put a new one in the place of. */
async function copiesOf({ id, result: { report } }: ReportRecord, caller: Caller) {
  if (report === null || report.agency === null || report.year === null) return [];
  const { agency, year, regionCode } = report;
  const isSame = (other: Summary) => isSameAgency({ agency, regionCode }, { ...other, agency });
  const { reports } = await listReports({ agency, year }, MOST_COPIES + 1, null);
  return reports
    .filter((other) => other.id !== id && isSame(other) && may(caller, 'withdraw', placeOfSummary(other)))
    .map(({ id: other, key, status }) => ({ id: other, key, status }));
}
