/**
 * Links of mails that open without signing in: a signed word for one report and one recipient, with an end. It is void
 * as soon as the subscription behind it ends, or the report's links are revoked.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { getSubscription, recipientOf } from '../mail/subscription-items.ts';
import { getItem, putItem } from '../table/items.ts';
import { signingKey } from './keys.ts';

/** As long as a fault of a report may reasonably wait to be mended. */
const LINK_MILLISECONDS = 60 * 24 * 3600_000;
/** 128 bits: beyond guessing, and a mail has a hundred links. */
const SIGNATURE_BYTES = 16;

export interface Link {
  report: string;
  /** See `recipientOf`. */
  recipient: string;
}

/** The word that stands in the link, behind the report's own address. */
export async function makeLink(
  report: string,
  subscription: { id: string; address: string },
  now: Date,
): Promise<string> {
  const expires = (now.getTime() + LINK_MILLISECONDS).toString(36);
  const signature = await sign(report, [subscription.id, recipientOf(subscription.address), expires].join('.'));
  return `${subscription.id}.${expires}.${signature.toString('base64url')}`;
}

/**
 * `null` where it is none of ours, is for another report, was changed, has ended or was revoked. The recipient is
 * signed but does not stand in the word: the subscription names it, and a mail has a hundred links.
 */
export async function readLink(report: string, word: string, now: Date): Promise<Link | null> {
  const [subscription = '', end = '', signature = '', ...more] = word.split('.');
  if (more.length > 0) return null;
  const expires = Number.parseInt(end, 36);
  if (!(expires > now.getTime())) return null;
  const [reader, revoked] = await Promise.all([getSubscription(subscription), revokedUntil(report)]);
  if (reader?.state !== 'active' || expires - LINK_MILLISECONDS <= revoked) return null;
  const recipient = recipientOf(reader.address);
  const wanted = await sign(report, [subscription, recipient, end].join('.'));
  const given = Buffer.from(signature, 'base64url');
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? { report, recipient } : null;
}

/** Makes every link to this report void that was sent until now. */
export async function revokeLinks(report: string, now: Date): Promise<void> {
  await putItem({ ...keyOf(report), before: now.getTime() });
}

const keyOf = (report: string) => ({ pk: `REPORT#${report}`, sk: 'LINKS' });

async function revokedUntil(report: string): Promise<number> {
  return Number((await getItem(keyOf(report)))?.before ?? 0);
}

async function sign(report: string, said: string): Promise<Buffer> {
  const key = await signingKey('LINK');
  return createHmac('sha256', key).update(`${report}.${said}`).digest().subarray(0, SIGNATURE_BYTES);
}
