/** SQS → ingest. A message that fails comes again a few times and then goes to the dead-letter queue. */
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { reportId } from '../../shared/record.ts';
import { correlated, logger } from '../platform/logging.ts';
import { count, METRIC, measure } from '../platform/metrics.ts';
import { ComeAgainError, hold } from '../platform/queue.ts';
import { giveUp, processWork } from './process.ts';
import { MOST_TRIES, readWork, type Work } from './work.ts';

/** A batch of reports of one object takes less. */
const RESERVE_MILLISECONDS = 60_000;
/** 5 + 10 + … + 40 seconds are longer than a call of the function. */
const MOST_HOLDS = 8;

export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  logger.addContext(context);
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const message of event.Records) {
    // After a failure each report of an object has a message of its own: one that breaks the call takes no other with it.
    const isFirst = Number(message.attributes.ApproximateReceiveCount) === 1;
    const hasTime = () => isFirst && context.getRemainingTimeInMillis() > RESERVE_MILLISECONDS;
    const isDone = await handleMessage(message, hasTime);
    if (!isDone) batchItemFailures.push({ itemIdentifier: message.messageId });
  }
  return { batchItemFailures };
}

async function handleMessage(message: SQSRecord, hasTime: () => boolean): Promise<boolean> {
  const tries = Number(message.attributes.ApproximateReceiveCount);
  const { messageId } = message;
  let work: Work;
  try {
    work = readWork(message.body);
  } catch (error) {
    logger.error('failed', { messageId, tries, error });
    return false;
  }
  return correlated(work.correlationId ?? work.eventId, () => handleWork(work, message, tries, hasTime));
}

/** What a log line says of a piece of work. */
function about(work: Work) {
  const { eventId, kind } = work;
  const { bucket, key } = work.kind === 'recheck' ? work : work.state;
  const report = (work.kind === 'recheck' ? work.id : undefined) ?? reportId(bucket, key);
  return { eventId, kind, key, version: work.kind === 'recheck' ? undefined : work.state.version, report };
}

async function handleWork(work: Work, message: SQSRecord, tries: number, hasTime: () => boolean): Promise<boolean> {
  try {
    logger.info('begins', { ...about(work), tries });
    const started = performance.now();
    if (work.kind !== 'recheck') count(METRIC.received);
    if (tries >= MOST_TRIES && work.kind === 'created') await giveUp(work);
    else await processWork(work, hasTime);
    measure(METRIC.duration, performance.now() - started);
    return true;
  } catch (error) {
    if (error instanceof ComeAgainError) {
      // By now the call that it waits for has ended, and was cut off: it looks around anew when its message comes again.
      if (tries > MOST_HOLDS && error.isForAWhile) return true;
      await hold(message, error.seconds * tries);
    } else logger.error('failed', { ...about(work), messageId: message.messageId, tries, error });
    return false;
  }
}
