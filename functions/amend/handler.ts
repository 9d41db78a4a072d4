/**
 * API → amend: the file of a report is replaced by its next version, or taken away. A function of its own, because only
 * this one may write beside `uploads/`: the API names a report, and which object that is stands in the table.
 */
import type { Context } from 'aws-lambda';
import { reportId } from '../../shared/record.ts';
import type { AmendAnswer, AmendRequest } from '../platform/amend.ts';
import { correlated, logger } from '../platform/logging.ts';
import { getRecord } from '../store/records/records.ts';
import { changeEntry } from './entries.ts';
import { putObject, removeObject } from './files.ts';

export async function handler(request: AmendRequest, context: Context): Promise<AmendAnswer> {
  logger.addContext(context);
  return correlated(request.correlationId ?? context.awsRequestId, async () => {
    const { report, content } = request;
    logger.info('begins', { kind: content === null ? 'removal' : 'replacement', report });
    try {
      const answer = await amend(report, content === null ? null : Buffer.from(content, 'base64'));
      logger.info('amended', { report, ...answer });
      return answer;
    } catch (error) {
      logger.error('failed', { report, error });
      throw error;
    }
  });
}

async function amend(id: string, content: Uint8Array | null): Promise<AmendAnswer> {
  const record = await getRecord(id);
  if (record === null) return { outcome: 'gone' };
  const { bucket, key } = record;
  // An entry of a ZIP, whose object holds other reports as well.
  if (id !== reportId(bucket, key)) return { outcome: await changeEntry(record, content), key };
  if (content === null) await removeObject(key);
  else await putObject(key, content);
  return { outcome: 'done', key };
}
