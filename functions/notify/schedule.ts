/** EventBridge Scheduler → notify. Both tasks do the same work; a digest is due once a day, whichever task asks. */
import type { Context } from 'aws-lambda';
import { logger } from '../platform/logging.ts';
import { mailerOfDeployment } from '../platform/mail/deployed.ts';
import type { Post } from './outbox/round.ts';
import { sweep } from './outbox/sweep.ts';

/** A mail with its retries takes less. */
const RESERVE_MILLISECONDS = 20_000;

const post: Post = { mailer: mailerOfDeployment(), now: () => new Date() };

export async function handler(_event: { task: 'sweep' | 'digest' }, context: Context): Promise<void> {
  logger.addContext(context);
  await sweep(post, () => context.getRemainingTimeInMillis() > RESERVE_MILLISECONDS);
}
