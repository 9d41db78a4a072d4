/** What comes every minute: all-clears, questions, whatever a crash, a failure or a burst left in the outbox, digests. */
import { logger } from '../../platform/logging.ts';
import { forgetResolved, resolvedReports } from '../../store/mail/notified.ts';
import { sendConfirmations } from '../confirmations.ts';
import { reconcile } from '../deployed.ts';
import { sendDigests } from '../digests/digest.ts';
import { takeOverWindows } from './earlier.ts';
import { enqueueNotified } from './enqueue.ts';
import { flush } from './flush.ts';
import { openGroups } from './items.ts';
import type { Post } from './round.ts';

/** @param hasTime whether there is time to send another mail; what is left waits for the next sweep */
export async function sweep(post: Post, hasTime: () => boolean): Promise<void> {
  const parts: [string, () => Promise<void>][] = [
    ['deployed subscriptions', () => reconcile(post.now())],
    ['confirmations', () => sendConfirmations(post)],
    ['all-clears', () => enqueueMended(post)],
    ['windows of the release before', takeOverWindows],
    ['outbox', () => flushOpen(post, hasTime)],
    ['digests', () => sendDigests(post, hasTime)],
  ];
  const failed: string[] = [];
  for (const [name, part] of parts) {
    try {
      await part();
    } catch (error) {
      // One part must not keep the others from their work.
      logger.error('part of the sweep failed', { part: name, error: error as Error });
      failed.push(name);
    }
  }
  if (failed.length > 0) throw new Error(`the sweep failed at: ${failed.join(', ')}`);
}

async function enqueueMended({ now }: Post): Promise<void> {
  for (const mended of await resolvedReports()) {
    await enqueueNotified(mended.report, now());
    await forgetResolved(mended);
  }
}

/** @throws Error where a mail could not be sent, so that the alarm on the function's errors tells the operator */
async function flushOpen(post: Post, hasTime: () => boolean): Promise<void> {
  let failed = 0;
  for (const group of await openGroups()) {
    if (!hasTime()) break;
    failed += (await flush(group, post, hasTime)).failed;
  }
  if (failed > 0) throw new Error(`${failed} mails could not be sent now`);
}
