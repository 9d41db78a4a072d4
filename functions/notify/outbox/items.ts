/**
 * The state of mails that wait, all of it. Reports of one region (a group) wait together, for everybody who is to hear of
 * them; one worker at a time holds the lease of a group. What holds of these items, and why: docs/mail.md.
 *
 * | `pk`                   | `sk`              | says                                                             |
 * | ---------------------- | ----------------- | ---------------------------------------------------------------- |
 * | `MAIL#OUTBOX`          | `<group>`         | something waits; a stamp of the last addition; the lease         |
 * | `MAIL#OUTBOX#<group>`  | `REPORT#<report>` | for whom a report waits, and since when                          |
 * | `MAIL#OUTBOX#<group>`  | `SENT`            | mails that went out, and how the group stands with each recipient |
 */
import { randomUUID } from 'node:crypto';
import type { Notified } from '../../../shared/mail/news.ts';
import { ABSENT, putIf, removeItem, updateItem } from '../../store/table/items.ts';
import { packJson, unpackJson } from '../../store/table/packing.ts';
import { queryAll } from '../../store/table/query.ts';
import { TABLE_EXPIRY } from '../../store/table/table.ts';

/** One recipient (see `recipientOf`), by the subscription that covers the report. */
export interface Recipient {
  recipient: string;
  subscription: string;
}

/** A report about which there may be something to say. */
export interface WaitingReport {
  report: string;
  since: string;
  /** Of the work that put it here. */
  correlationId?: string | undefined;
}

/** One report waits for one recipient; `sk` is of the item that says so. */
export interface Waiting extends WaitingReport, Recipient {
  sk: string;
}

/** What a mail that went out told, as far as it is not yet written into the memory of what was told. */
export interface Receipt extends Recipient {
  report: string;
  /** `null`: the all-clear. */
  told: Notified[] | null;
}

/** Failures since the last mail that a recipient got; times are ISO. */
export interface Failure {
  count: number;
  first: string;
  nextTry: string;
}

/** How a group stands with a recipient. */
export interface Standing {
  /** When mails about one report went out lately. */
  singles: string[];
  failure: Failure | null;
}

export interface Sent {
  /** Grows with every write. */
  revision: number;
  receipts: Receipt[];
  /** By recipient. */
  standings: Readonly<Record<string, Standing>>;
}

export interface Contents {
  waiting: Waiting[];
  sent: Sent;
}

export interface Lease {
  holder: string;
  /** Changes whenever something is added to the group. */
  stamp: string;
}

/** Longer than mails that leave at once take, retries included; renewed before they do. */
const LEASE_SECONDS = 60;
/** An item holds 400 KB. */
const MOST_BYTES = 380_000;
/** A recipient takes up to 100 bytes. */
const MOST_RECIPIENTS = 3000;
const OPEN = 'MAIL#OUTBOX';
const SENT = 'SENT';

const openKey = (group: string) => ({ pk: OPEN, sk: group });
const partitionOf = (group: string) => `${OPEN}#${group}`;
const nameOf = ({ recipient, subscription }: Recipient) => `${recipient} ${subscription}`;

/** Lets a report wait for these recipients, beside those for whom it waits already. Repeating it changes nothing. */
export async function addWaiting(group: string, one: WaitingReport, recipients: readonly Recipient[]): Promise<void> {
  const names = [...new Set(recipients.map(nameOf))].sort();
  for (let from = 0; from < names.length; from += MOST_RECIPIENTS) {
    const sk = `REPORT#${one.report}${from === 0 ? '' : `#${from}`}`;
    await updateItem(
      { pk: partitionOf(group), sk },
      {
        expression:
          'SET report = :report, since = if_not_exists(since, :since), correlationId = if_not_exists(correlationId, :id) ' +
          'ADD recipients :names',
        values: {
          ':report': one.report,
          ':since': one.since,
          ':id': one.correlationId ?? '',
          ':names': new Set(names.slice(from, from + MOST_RECIPIENTS)),
        },
      },
    );
  }
  // The report first, the group after it: the worker that closes the group has seen the stamp of before.
  await updateItem(openKey(group), { expression: 'SET stamp = :stamp', values: { ':stamp': randomUUID() } });
}

/** The groups in which something waits. */
export async function openGroups(): Promise<string[]> {
  return (await queryAll({ partition: OPEN })).map(({ sk }) => String(sk));
}

/** All that a group holds. */
export async function readGroup(group: string): Promise<Contents> {
  const contents: Contents = { waiting: [], sent: { revision: 0, receipts: [], standings: {} } };
  for (const { sk, packed, revision, ...item } of await queryAll({ partition: partitionOf(group) })) {
    if (sk === SENT) {
      contents.sent = { ...unpackJson<Sent>(packed as Uint8Array), revision: Number(revision) };
      continue;
    }
    const { report, since, correlationId, recipients } = item as unknown as WaitingReport & { recipients: Set<string> };
    for (const name of recipients) {
      const [recipient = '', subscription = ''] = name.split(' ');
      contents.waiting.push({ ...{ sk: String(sk), report, since, correlationId }, recipient, subscription });
    }
  }
  return contents;
}

/** Reports no longer wait for these recipients. @param contents those of the group as read under the lease */
export async function takeOut(group: string, done: readonly Waiting[], { waiting }: Contents): Promise<void> {
  const each = Map.groupBy(waiting, ({ sk }) => sk);
  const items = [...Map.groupBy(done, ({ sk }) => sk)].map(async ([sk, some]) => {
    const key = { pk: partitionOf(group), sk };
    const values = { ':names': new Set(some.map(nameOf)) };
    const isLast = each.get(sk)?.length === some.length;
    if (isLast && (await removeItem(key, { expression: 'recipients = :names', values }))) return;
    await updateItem(key, { expression: 'DELETE recipients :names', values }, 'attribute_exists(pk)');
  });
  await Promise.all(items);
}

/** Whether one item of the table can hold it. */
export function fits(sent: Sent): boolean {
  return packJson(sent).length <= MOST_BYTES;
}

/**
 * One write: from here on the mails of its receipts are not sent again.
 * @param expires second of the epoch after which it is of no use
 * @returns what is there now; `null` where another worker has written meanwhile
 */
export async function putSent(group: string, sent: Sent, expires: number | null): Promise<Sent | null> {
  const next = { ...sent, revision: sent.revision + 1 };
  const item = { pk: partitionOf(group), sk: SENT, revision: next.revision, packed: packJson(next) };
  const unchanged = { expression: 'revision = :revision', values: { ':revision': sent.revision } };
  const isPut = await putIf(
    expires === null ? item : { ...item, [TABLE_EXPIRY]: expires },
    sent.revision === 0 ? ABSENT : unchanged,
  );
  return isPut ? next : null;
}

/** Takes or renews the lease; `null` where nothing waits any more or another holds it. */
export async function takeLease(group: string, holder: string, now: Date): Promise<Lease | null> {
  const until = new Date(now.getTime() + LEASE_SECONDS * 1000).toISOString();
  const change = {
    expression: 'SET holder = :holder, leaseUntil = :until',
    values: { ':holder': holder, ':until': until, ':now': now.toISOString() },
  };
  const isFree = 'attribute_exists(pk) AND (holder = :holder OR attribute_not_exists(leaseUntil) OR leaseUntil < :now)';
  const taken = await updateItem<Lease>(openKey(group), change, isFree);
  return taken && { holder, stamp: taken.stamp };
}

/** Gives the lease back. */
export async function releaseLease(group: string, { holder }: Lease): Promise<void> {
  const change = { expression: 'REMOVE holder, leaseUntil', values: { ':holder': holder } };
  await updateItem(openKey(group), change, 'holder = :holder');
}

/** Closes the group unless something came in; `false` then. */
export function closeGroup(group: string, { holder, stamp }: Lease): Promise<boolean> {
  const values = { ':holder': holder, ':stamp': stamp };
  return removeItem(openKey(group), { expression: 'holder = :holder AND stamp = :stamp', values });
}
