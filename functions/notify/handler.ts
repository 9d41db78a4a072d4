/**
 * SQS → notify: events of failed and unreadable reports. What an event leads to is written into the table first and
 * sent from there, so an event that comes twice, late or out of order does no more than look again.
 */
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { EventDetail } from '../../shared/event.ts';
import { correlated, logger } from '../platform/logging.ts';
import { mailerOfDeployment } from '../platform/mail/deployed.ts';
import { hold } from '../platform/queue.ts';
import { ensureDeployed } from './deployed.ts';
import { enqueueReport } from './outbox/enqueue.ts';
import { flush } from './outbox/flush.ts';
import type { Post } from './outbox/round.ts';

const BusEvent = z.object({ id: z.string(), detail: EventDetail });
/** A message is held so often; after that the sweep, which comes every minute, does the rest. */
const MOST_HOLDS = 3;
/** Mails that leave together, with their retries, take less. */
const RESERVE_MILLISECONDS = 20_000;

const post: Post = { mailer: mailerOfDeployment(), now: () => new Date() };

/** Messages of which the batch response says that they failed come again: those that did, and those that are held. */
export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  logger.addContext(context);
  const again: SQSBatchResponse['batchItemFailures'] = [];
  const hasTime = () => context.getRemainingTimeInMillis() > RESERVE_MILLISECONDS;
  for (const message of event.Records) {
    const tries = Number(message.attributes.ApproximateReceiveCount);
    try {
      const seconds = await handleMessage(message.body, post, hasTime);
      if (seconds === null || tries > MOST_HOLDS) continue;
      await hold(message, seconds);
    } catch (error) {
      logger.error('failed', { ...aboutMessage(message.body), messageId: message.messageId, tries, error });
    }
    again.push({ itemIdentifier: message.messageId });
  }
  return { batchItemFailures: again };
}

/** @returns seconds after which to come back because more reports may come until then; `null` where all is done */
export async function handleMessage(body: string, post: Post, hasTime = () => true): Promise<number | null> {
  const { id, detail } = z.parse(BusEvent, JSON.parse(body));
  return correlated(detail.correlationId ?? id, async () => {
    logger.info('begins', { kind: 'notify', eventId: id, report: detail.id, key: detail.key, version: detail.version });
    await ensureDeployed(post.now());
    const group = await enqueueReport(detail.id, post.now());
    return group === null ? null : (await flush(group, post, hasTime)).wait;
  });
}

/** What a log line says of a message that failed; nothing of one that is none of ours. */
function aboutMessage(body: string) {
  const { success, data } = z.safeParse(BusEvent, jsonOf(body));
  if (!success) return {};
  const { id, detail } = data;
  const { id: report, key, version, correlationId = id } = detail;
  return { kind: 'notify', eventId: id, report, key, version, correlation_id: correlationId };
}

/** `null` for what is no JSON: nothing can be said of it. */
function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
