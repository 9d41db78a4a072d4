/** `/reports/{id}/file`: the corrected file as the next version of a report. */
import * as z from 'zod/mini';
import { getRecord } from '../../store/records/records.ts';
import { amendFile } from '../amending.ts';
import { noReport } from '../no-report.ts';
import { noFields, operation } from '../operation.ts';
import { IdField, ProgressSchema, Sha256Field, UploadSchema } from '../schemas.ts';
import { standingRecord } from '../withdrawn.ts';
import { LARGEST_UPLOAD, readProgress, sha256Of } from './uploads.ts';

const fields = z.strictObject({ id: IdField });
const path = '/reports/{id}/file';

export const putFileOperation = operation({
  method: 'put',
  path,
  summary:
    'Stores the corrected file as the next version of this report, whatever the file is called; of a ZIP its entry is replaced',
  fields,
  query: noFields,
  bytes: LARGEST_UPLOAD,
  answers: {
    202: { description: 'Stored', content: { 'application/json': UploadSchema } },
    404: { description: 'No such report' },
    409: { description: 'The report is an entry of a ZIP that cannot be written anew, or is just being changed' },
    413: { description: 'Over 4 MB' },
  },
  async handle({ path: { id }, body, context }) {
    await standingRecord(id);
    const bytes = body as Uint8Array;
    const key = await amendFile(id, bytes);
    return context.json({ key, id, progress: `/reports/${id}/file?sha256=${sha256Of(bytes)}` }, 202);
  },
});

export const getFileOperation = operation({
  method: 'get',
  path,
  summary: 'How far the check of the bytes with this hash is',
  fields,
  query: z.strictObject({ sha256: Sha256Field }),
  answers: {
    200: { description: 'How far it is', content: { 'application/json': ProgressSchema } },
    404: { description: 'No such report' },
  },
  async handle({ path: { id }, query, context, caller }) {
    // While another file takes its place the record is always there: it is replaced and never removed.
    const record = await getRecord(id);
    if (record === null) throw noReport();
    return context.json(await readProgress(record, query.sha256, caller, id));
  },
});
