/**
 * Sends the mails that are due in a group. Each step may be cut off by a crash: before the receipts are written the mails
 * of that moment may go out once more, after it never. What else is written can be repeated. The argument is in docs/mail.md.
 */
import { correlated, logger } from '../../platform/logging.ts';
import type { Mailer } from '../../platform/mailer.ts';
import { countMail } from '../../platform/metrics.ts';
import { writeNotified } from '../../store/mail/notified.ts';
import { enqueueAgain, look } from './enqueue.ts';
import {
  addWaiting,
  type Contents,
  putSent,
  type Sent,
  type Standing,
  takeLease,
  takeOut,
  type Waiting,
} from './items.ts';
import { apart, asManyAsFit, compose, type Letter, lettersOf, receiptsOf } from './letters.ts';
import { PACE_SECONDS, recent } from './pace.ts';
import { putOff } from './retry.ts';

/** What sending needs from outside. */
export interface Post {
  mailer: Mailer;
  now(): Date;
}

/** Mails that leave together, and of which a crash may repeat those that were taken. SES takes 14 a second at first. */
const MOST_AT_ONCE = 10;

export class Round {
  readonly #group: string;
  readonly #contents: Contents;
  readonly #holder: string;
  readonly #post: Post;
  /** As it stands in the table. */
  #sent: Sent;
  /** What waits no longer since there is nothing to say (any more), and what waits no longer for other reasons. */
  #told: Waiting[] = [];
  #dropped: Waiting[] = [];
  #failed = 0;

  /** @param contents of the group, as read under the lease of the holder */
  constructor(group: string, contents: Contents, holder: string, post: Post) {
    this.#group = group;
    this.#contents = contents;
    this.#holder = holder;
    this.#post = post;
    this.#sent = contents.sent;
  }

  /** @returns how many mails could not be sent now */
  async work(mails: readonly Waiting[][], hasTime: () => boolean): Promise<number> {
    // Left by a crash.
    await writeNotified(this.#sent.receipts);
    const asked = mails.flat();
    const found = await look(asked);
    const withNews = new Set(found.map(({ waiting }) => waiting));
    this.#told = asked.filter((one) => !withNews.has(one));
    const letters = lettersOf(mails, found);
    for (let at = 0; at < letters.length && hasTime(); ) {
      const batch = asManyAsFit(letters.slice(at, at + MOST_AT_ONCE), this.#sent);
      at += batch.length;
      if (!(await this.#send(batch))) break;
    }
    if (this.#sent.receipts.length > 0) await this.#put([], this.#sent.standings);
    await takeOut(this.#group, [...this.#told, ...this.#dropped], this.#contents);
    // Whatever came in before found the report waiting and left it at that, or nobody told of it.
    await enqueueAgain(this.#told, this.#post.now());
    return this.#failed;
  }

  /** @returns whether this worker may send more */
  async #send(batch: readonly Letter[]): Promise<boolean> {
    const made = await Promise.allSettled(batch.map((letter) => compose(letter, this.#group)));
    // Making them may have taken long: a worker that lost the lease meanwhile must not send.
    if ((await takeLease(this.#group, this.#holder, this.#post.now())) === null) return false;
    const taken = await Promise.allSettled(
      made.map(async (mail) => {
        if (mail.status === 'rejected') throw mail.reason;
        if (mail.value !== null) await this.#post.mailer.send(mail.value);
        return mail.value !== null;
      }),
    );
    const now = this.#post.now();
    const standings = { ...this.#sent.standings };
    const gone: Letter[] = [];
    for (const [index, letter] of batch.entries()) {
      const outcome = taken[index] as PromiseSettledResult<boolean>;
      const before = standings[letter.recipient] ?? { singles: [], failure: null };
      if (outcome.status === 'rejected') standings[letter.recipient] = await this.#fail(letter, before, outcome.reason);
      else if (outcome.value) {
        gone.push(letter);
        const single = letter.items.length === 1 ? [now.toISOString()] : [];
        standings[letter.recipient] = { singles: [...before.singles, ...single], failure: null };
      } else await this.#setApart(letter);
    }
    const receipts = receiptsOf(gone);
    const isOurs = await this.#put(receipts, standings);
    for (const letter of gone) noteSent(letter);
    await writeNotified(receipts);
    this.#told.push(...gone.flatMap(waitingOf));
    return isOurs;
  }

  /** @returns `false` where another worker wrote meanwhile */
  async #put(receipts: Sent['receipts'], all: Sent['standings']): Promise<boolean> {
    const now = this.#post.now();
    const standings: Record<string, Standing> = {};
    for (const [recipient, { singles, failure }] of Object.entries(all)) {
      const still = recent(singles, now);
      if (still.length > 0 || failure !== null) standings[recipient] = { singles: still, failure };
    }
    const isKept = receipts.length > 0 || Object.values(standings).some(({ failure }) => failure !== null);
    const expires = isKept ? null : Math.ceil(now.getTime() / 1000) + PACE_SECONDS;
    const put = await putSent(this.#group, { ...this.#sent, receipts, standings }, expires);
    if (put !== null) this.#sent = put;
    return put !== null;
  }

  async #fail(letter: Letter, before: Standing, error: Error): Promise<Standing> {
    this.#failed += 1;
    const { failure, isGivenUp } = await putOff(letter, error, before.failure, this.#post.now());
    if (isGivenUp) this.#dropped.push(...waitingOf(letter));
    return { ...before, failure };
  }

  /** The report of which no mail could be made is tried again for a while in a group of its own. */
  async #setApart(letter: Letter): Promise<void> {
    const since = this.#post.now().toISOString();
    for (const one of waitingOf(letter)) await addWaiting(apart(one.report), { ...one, since }, [one]);
    this.#dropped.push(...waitingOf(letter));
  }
}

const waitingOf = ({ items }: Letter) => items.map(({ waiting }) => waiting);

/** A line for each report, with the id of the work that let it wait: another may have sent it. */
function noteSent({ recipient, items }: Letter): void {
  countMail('sent');
  for (const { waiting } of items) {
    const about = { report: waiting.report, recipient, reports: items.length };
    correlated(waiting.correlationId ?? '', () => logger.info('mailed', about));
  }
}
