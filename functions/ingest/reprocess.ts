/** A batch of a Step Functions map (or of `gouji ops --laptop`) → each object is read again as it stands now. */
import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { isLitter } from '../../shared/document/litter.ts';
import { variable } from '../platform/environment.ts';
import { correlated, logger } from '../platform/logging.ts';
import { recordIds } from '../store/records/manifest.ts';
import { getRecords } from '../store/records/records.ts';
import { readPresent } from './process.ts';

/** What became of one object: the statuses of its reports, or `gone`, `litter`, `handed-over`, `failed-to-read`. */
export type ReprocessOutcomes = Record<string, number>;
export interface ReprocessAnswer {
  outcomes: ReprocessOutcomes;
  failed: { key: string; error: string }[];
}

/** A batch of reports of one object takes less. */
const RESERVE_MILLISECONDS = 60_000;

/**
 * One object that fails does not hold up the others: it is named in the answer.
 * @param request as the map's batches have it
 */
export async function handler(
  { Items }: { Items: readonly { key: string }[] },
  context: Context,
): Promise<ReprocessAnswer> {
  logger.addContext(context);
  const answer: ReprocessAnswer = { outcomes: {}, failed: [] };
  for (const { key } of Items) {
    const eventId = randomUUID();
    const words = await correlated(eventId, async () => {
      try {
        logger.info('begins', { kind: 'reprocess', key, eventId });
        return await readAgain(key, context);
      } catch (error) {
        logger.error('failed', { kind: 'reprocess', key, eventId, error });
        answer.failed.push({ key, error: `${(error as Error).name}: ${(error as Error).message}` });
        return ['failed-to-read'];
      }
    });
    for (const word of words) answer.outcomes[word] = (answer.outcomes[word] ?? 0) + 1;
  }
  return answer;
}

async function readAgain(key: string, context: Context): Promise<string[]> {
  if (isLitter(key)) return ['litter'];
  const object = { bucket: variable('BUCKET_NAME'), key };
  const hasTime = () => context.getRemainingTimeInMillis() > RESERVE_MILLISECONDS;
  if (!(await readPresent(object, { reread: true, hasTime }))) return ['handed-over'];
  const records = [...(await getRecords(await recordIds(object))).values()];
  return records.length === 0 ? ['gone'] : records.map(({ result }) => result.status);
}
