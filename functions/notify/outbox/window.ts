/**
 * Windows: what waits to be mailed to one reader about one region. A window is open while something waits in it; one
 * worker at a time holds its lease. Items: docs/mail.md.
 */
import { randomUUID } from 'node:crypto';
import type { Notified } from '../../../shared/mail/news.ts';
import { ABSENT, putIf, putItem, removeItem, updateItem } from '../../store/table/items.ts';
import { packJson, unpackJson } from '../../store/table/packing.ts';
import { queryAll } from '../../store/table/query.ts';
import { TABLE_EXPIRY } from '../../store/table/table.ts';

export interface Window {
  /** See `recipientOf`. */
  recipient: string;
  /** Reports with the same group may share a mail. */
  group: string;
}

/** One report about which there may be something to say. */
export interface Pending {
  report: string;
  subscription: string;
  since: string;
  /** Of the work that put it here. */
  correlationId?: string | undefined;
}

/** A mail that went out, as far as it is not yet written into the memory of what was told. */
export interface Receipt {
  reports: { report: string; subscription: string; told: Notified[] | null }[];
}

export interface Contents {
  pending: Pending[];
  receipt: Receipt | null;
  /** When mails about one report went out of this window lately. */
  pace: string[];
}

/** An item holds 400 KB. */
const MOST_RECEIPT_BYTES = 380_000;
const OPEN = 'MAIL#OPEN';

const nameOf = (window: Window) => `${window.recipient}#${window.group}`;
/** Key of the item that stands while the window is open; it carries the lease. */
export const openKey = (window: Window) => ({ pk: OPEN, sk: nameOf(window) });
const partitionOf = (window: Window) => `MAIL#WINDOW#${nameOf(window)}`;

/** Puts a report into a window, unless it waits there already, and opens the window. Repeating it changes nothing. */
export async function addPending(window: Window, pending: Pending): Promise<void> {
  await putIf({ pk: partitionOf(window), sk: `PENDING#${pending.report}`, ...pending }, ABSENT);
  // The report first, the window after it: the worker that closes the window has seen the stamp of before.
  await updateItem(openKey(window), {
    expression: 'SET stamp = :stamp, recipient = :recipient, #group = :group',
    names: { '#group': 'group' },
    values: { ':stamp': randomUUID(), ':recipient': window.recipient, ':group': window.group },
  });
}

export async function removePending(window: Window, report: string): Promise<void> {
  await removeItem({ pk: partitionOf(window), sk: `PENDING#${report}` });
}

/** The windows in which something waits. */
export async function openWindows(): Promise<Window[]> {
  const items = await queryAll({ partition: OPEN });
  return items.map((item) => ({ recipient: String(item.recipient), group: String(item.group) }));
}

/** All that a window holds. */
export async function readWindow(window: Window): Promise<Contents> {
  const contents: Contents = { pending: [], receipt: null, pace: [] };
  for (const item of await queryAll({ partition: partitionOf(window) })) {
    if (item.sk === 'RECEIPT') contents.receipt = unpackJson<Receipt>(item.packed as Uint8Array);
    else if (item.sk === 'PACE') contents.pace = item.times as string[];
    else {
      const { report, subscription, since, correlationId } = item as unknown as Pending;
      contents.pending.push({ report, subscription, since, correlationId });
    }
  }
  return contents;
}

/** A receipt as it is kept; `null` where one item of the table cannot hold it. */
export function packReceipt(receipt: Receipt): Uint8Array | null {
  const packed = packJson(receipt);
  return packed.length > MOST_RECEIPT_BYTES ? null : packed;
}

/** One write: from here on the mail is not sent again. */
export async function putReceipt(window: Window, packed: Uint8Array): Promise<void> {
  await putItem({ pk: partitionOf(window), sk: 'RECEIPT', packed });
}

export async function removeReceipt(window: Window): Promise<void> {
  await removeItem({ pk: partitionOf(window), sk: 'RECEIPT' });
}

/** @param expires second of the epoch after which the item is of no use */
export async function putPace(window: Window, times: string[], expires: number): Promise<void> {
  await putItem({ pk: partitionOf(window), sk: 'PACE', times, [TABLE_EXPIRY]: expires });
}
