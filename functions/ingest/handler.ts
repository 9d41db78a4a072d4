/** SQS → ingest. A message that fails comes again a few times and then goes to the dead-letter queue. */
import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { correlated, logger } from '../platform/logging.ts';
import { count, METRIC, measure } from '../platform/metrics.ts';
import { processWork } from './process.ts';
import { readWork } from './work.ts';

const processor = new BatchProcessor(EventType.SQS);

export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  logger.addContext(context);
  return processPartialResponse(event, handleMessage, processor, { throwOnFullBatchFailure: false });
}

async function handleMessage({ body, messageId, attributes }: SQSRecord): Promise<void> {
  try {
    const work = readWork(body);
    await correlated(work.eventId, async () => {
      const started = performance.now();
      if (work.kind !== 'recheck') count(METRIC.received);
      await processWork(work);
      measure(METRIC.duration, performance.now() - started);
    });
  } catch (error) {
    logger.error('failed', { messageId, tries: attributes.ApproximateReceiveCount, error: error as Error });
    throw error;
  }
}
