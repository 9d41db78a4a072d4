/** Works on one group of reports that wait, by one worker at a time, until nothing is due in it. */
import { randomUUID } from 'node:crypto';
import { closeGroup, readGroup, releaseLease, takeLease } from './items.ts';
import { planOf } from './pace.ts';
import { type Post, Round } from './round.ts';

export interface Flushed {
  /** Mails that could not be sent now. */
  failed: number;
  /** Seconds until what waits for more reports is due; `null` where nothing is to be waited for here. */
  wait: number | null;
}

/**
 * Groups that are being worked on in this process. On the laptop it does everything else as well, and a large file may
 * hold it up for longer than a lease: it is slow then, and not dead.
 */
const here = new Set<string>();

/**
 * Sends what is due in a group; mails that fail are put off.
 * @param hasTime whether there is time to send more; what is left waits for the next sweep
 * @throws Error where the table fails; another worker goes on when the lease has ended
 */
export async function flush(group: string, post: Post, hasTime: () => boolean): Promise<Flushed> {
  if (here.has(group)) return { failed: 0, wait: null };
  here.add(group);
  try {
    return await flushAlone(group, post, hasTime);
  } finally {
    here.delete(group);
  }
}

async function flushAlone(group: string, post: Post, hasTime: () => boolean): Promise<Flushed> {
  // Without the lease first: an event finds nothing due when it comes for the first time.
  const glance = await lookAt(group, post);
  if (glance.isIdle) return { failed: 0, wait: glance.wait };
  const holder = randomUUID();
  let failed = 0;
  for (;;) {
    const lease = await takeLease(group, holder, post.now());
    if (lease === null) return { failed, wait: null };
    const { contents, mails, wait, isIdle, isEmpty } = await lookAt(group, post);
    if (isIdle || !hasTime()) {
      await releaseLease(group, lease);
      return { failed, wait };
    }
    if (!isEmpty) failed += await new Round(group, contents, holder, post).work(mails, hasTime);
    else if (await closeGroup(group, lease)) return { failed, wait: null };
  }
}

async function lookAt(group: string, post: Post) {
  const contents = await readGroup(group);
  const plan = planOf(contents, post.now());
  const { waiting, sent } = contents;
  const hasReceipts = sent.receipts.length > 0;
  const isEmpty = waiting.length === 0 && !hasReceipts;
  return { contents, ...plan, isEmpty, isIdle: !isEmpty && !hasReceipts && plan.mails.length === 0 };
}
