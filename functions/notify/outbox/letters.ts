/** Mails of the outbox: about which reports, and what is to be remembered of them. */
import { notifiedOf } from '../../../shared/mail/news.ts';
import { logger } from '../../platform/logging.ts';
import type { Mail } from '../../platform/mail/mime.ts';
import { composeBurst, composeReport } from '../compose.ts';
import type { Found } from './enqueue.ts';
import { fits, type Receipt, type Sent, type Waiting } from './items.ts';

/** A mail for one recipient, about one report or, with a table, about many; at least one. */
export interface Letter {
  recipient: string;
  items: readonly Found[];
}

/** Groups with one report that no mail could be made of. */
const APART = 'apart-';
export const apart = (report: string) => `${APART}${report}`;

/** @param mails what each may be about; of those about which there is nothing to say no letter is made */
export function lettersOf(mails: readonly Waiting[][], found: readonly Found[]): Letter[] {
  const byWaiting = new Map(found.map((one) => [one.waiting, one]));
  return mails.flatMap((mail) => {
    const items = mail.flatMap((waiting) => byWaiting.get(waiting) ?? []);
    const [first] = items;
    return first === undefined ? [] : [{ recipient: first.waiting.recipient, items }];
  });
}

/** What the mails will have told. */
export function receiptsOf(letters: readonly Letter[]): Receipt[] {
  return letters.flatMap(({ recipient, items }) =>
    items.map(({ record, news, subscription }) => ({
      ...{ report: record.id, recipient, subscription: subscription.id },
      told: news.kind === 'clear' ? null : notifiedOf(news.findings),
    })),
  );
}

/**
 * The first of the letters, or of the reports of the first, as many as can be remembered in one write.
 * @throws RangeError for a report that is too much alone
 */
export function asManyAsFit(letters: readonly Letter[], sent: Sent): readonly Letter[] {
  if (fits({ ...sent, receipts: receiptsOf(letters) })) return letters;
  if (letters.length > 1) return asManyAsFit(letters.slice(0, letters.length / 2), sent);
  const [{ recipient, items }] = letters as [Letter];
  if (items.length > 1) return asManyAsFit([{ recipient, items: items.slice(0, items.length / 2) }], sent);
  throw new RangeError(`report ${items[0]?.record.id} has more faults than can be remembered`);
}

/**
 * `null` where a mail about one report cannot be made: a defect of the program, which must not hold up the others.
 * @throws Error for mails with a table, and for a report that is set apart already
 */
export async function compose({ items }: Letter, group: string): Promise<Mail | null> {
  const first = items[0] as Found;
  if (items.length > 1) return composeBurst(items, group, first.subscription);
  try {
    return await composeReport(first, first.subscription);
  } catch (error) {
    if (group.startsWith(APART)) throw error;
    logger.error('mail not made', { report: first.record.id, error: error as Error });
    return null;
  }
}
