/** From what is new for a reader to the mail as it goes over the wire. */
import { regionName } from '../../shared/domain/regions.ts';
import { renderBurstMail } from '../../shared/mail/burst.ts';
import type { Footer } from '../../shared/mail/letter.ts';
import type { Change } from '../../shared/mail/news.ts';
import { renderReportMail } from '../../shared/mail/report.ts';
import { scopeWords } from '../../shared/mail/scope.ts';
import type { MailLanguage, Voice } from '../../shared/mail/types.ts';
import { voiceOf } from '../../shared/mail/voice.ts';
import { loadScript } from '../../shared/output/language.ts';
import type { ReportRecord } from '../../shared/record.ts';
import { variable } from '../platform/environment.ts';
import { type Mail, toMail } from '../platform/mail/mime.ts';
import { makeLink } from '../store/access/links.ts';
import type { Subscription } from '../store/mail/subscription-items.ts';

/** One report with what there is to say about it. */
export interface MailItem {
  record: ReportRecord;
  news: Change;
}

export async function composeReport(item: MailItem, subscription: Subscription): Promise<Mail> {
  const voice = await voiceFor(subscription, [item]);
  const links = await linksTo([item], subscription);
  const mail = { ...item, base: variable('BASE_URL'), links, footer: footerOf(subscription, voice) };
  return toMail(renderReportMail(mail, voice), subscription.address, unsubscribeLink(subscription));
}

/** @param group the first four digits of their region's code, or `-` */
export async function composeBurst(
  items: readonly MailItem[],
  group: string,
  subscription: Subscription,
): Promise<Mail> {
  const voice = await voiceFor(subscription, items);
  const region = regionName(`${group}00`);
  const regionCode = region === null ? null : `${group}00`;
  const links = await linksTo(items, subscription);
  const footer = footerOf(subscription, voice);
  const mail = { reports: [...items], region, regionCode, base: variable('BASE_URL'), links, footer };
  return toMail(renderBurstMail(mail, voice), subscription.address, unsubscribeLink(subscription));
}

/** For each report the address that this reader opens without signing in; see docs/security.md. */
async function linksTo(items: readonly MailItem[], subscription: Subscription): Promise<ReadonlyMap<string, string>> {
  const now = new Date();
  const links = items.map(async ({ record: { id } }) => {
    const word = await makeLink(id, subscription, now);
    return [id, `${variable('BASE_URL')}/reports/${id}/open?key=${encodeURIComponent(word)}`] as const;
  });
  return new Map(await Promise.all(links));
}

/** The page, also behind the one-click header, that ends the mails of a subscription. */
export function unsubscribeLink({ id, token }: Subscription): string {
  return `${variable('BASE_URL')}/subscriptions/${encodeURIComponent(id)}/unsubscribe?token=${token}`;
}

export function footerOf(subscription: Subscription, voice: Voice): Footer {
  return { scope: scopeWords(subscription, voice), unsubscribe: unsubscribeLink(subscription) };
}

/** The language asked for; `auto` is Traditional where every report is. */
export async function voiceFor(subscription: Subscription, items: readonly MailItem[]): Promise<Voice> {
  const isTraditional = ({ record }: MailItem) => record.result.report?.script === 'traditional';
  const own: MailLanguage = items.length > 0 && items.every(isTraditional) ? 'zh-Hant' : 'zh';
  const language = subscription.language === 'auto' ? own : subscription.language;
  return voiceOf(language, await loadScript(language));
}
