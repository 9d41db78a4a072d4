/** `/uploads/{name}`: puts a file into the bucket and tells when it has been checked. */
import * as z from 'zod/mini';
import { reportId } from '../../../shared/record.ts';
import { readSummaries } from '../../store/lists/projected.ts';
import { recordIds } from '../../store/records/manifest.ts';
import { getRecord } from '../../store/records/records.ts';
import { noFields, operation } from '../operation.ts';
import { ProgressSchema, UploadSchema } from '../schemas.ts';

/** Lambda takes 6 MB of a request, in base64. */
const LARGEST_UPLOAD = 4 * 1024 * 1024;
const fields = z.strictObject({ name: z.string().check(z.minLength(1), z.maxLength(255)) });

/** A key for a file name: no folders, nothing that is not a visible character, no leading dots. */
function keyOf(name: string): string {
  const safe = name.replaceAll(/[\p{C}/\\]+/gu, '_').replace(/^\.+/, '_');
  return `uploads/${safe}`;
}

/** The latest state of the object that has been checked, as far as its records tell. */
async function latestSequencer(bucket: string, key: string): Promise<string> {
  const records = await Promise.all((await recordIds({ bucket, key })).map(getRecord));
  return records
    .map((record) => record?.sequencer ?? '')
    .sort()
    .at(-1) as string;
}

export const putUploadOperation = operation({
  method: 'put',
  path: '/uploads/{name}',
  summary: 'Stores a file as an object of the bucket, which is then checked like any other. The same name replaces it.',
  fields,
  query: noFields,
  bytes: LARGEST_UPLOAD,
  answers: {
    202: { description: 'Stored', content: { 'application/json': UploadSchema } },
    413: { description: 'Over 4 MB' },
  },
  async handle({ path, body, context, dependencies: { files, bucket } }) {
    const key = keyOf(path.name);
    const before = await latestSequencer(bucket, key);
    await files.put(key, body as Uint8Array);
    const progress = `/uploads/${encodeURIComponent(path.name)}?after=${encodeURIComponent(before)}`;
    return context.json({ key, id: reportId(bucket, key), progress }, 202);
  },
});

export const getUploadOperation = operation({
  method: 'get',
  path: '/uploads/{name}',
  summary: 'Whether an uploaded file has been checked since, and its reports',
  fields,
  query: z.strictObject({ after: z._default(z.string().check(z.regex(/^[\w-]{0,64}$/)), '') }),
  answers: { 200: { description: 'How far it is', content: { 'application/json': ProgressSchema } } },
  async handle({ path, query, context, dependencies: { bucket } }) {
    const key = keyOf(path.name);
    const done = (await latestSequencer(bucket, key)) > query.after;
    const summaries = done ? await readSummaries((await recordIds({ bucket, key })).slice(0, 100)) : new Map();
    return context.json({ key, done: summaries.size > 0, reports: [...summaries.values()] });
  },
});
