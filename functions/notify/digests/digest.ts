/** The digests of every day and of every week. */

import type { Text } from '../../../shared/domain/labels.ts';
import { regionName } from '../../../shared/domain/regions.ts';
import { SEVERITIES } from '../../../shared/domain/severity.ts';
import { renderDigestMail } from '../../../shared/mail/digest.ts';
import { scopeWords } from '../../../shared/mail/scope.ts';
import type { Delivery, SubscriptionScope } from '../../../shared/mail/subscription.ts';
import type { MailContent, Voice } from '../../../shared/mail/types.ts';
import { NAMES } from '../../../shared/output/words/common.ts';
import { RULES } from '../../../shared/rules/index.ts';
import { variable } from '../../platform/environment.ts';
import { logger } from '../../platform/logging.ts';
import { toMail } from '../../platform/mail/mime.ts';
import { recipientOf, type Subscription } from '../../store/mail/subscription-items.ts';
import { digestSubscriptions } from '../../store/mail/subscriptions.ts';
import { mistakeSheet, XLSX } from '../../store/records/mistake-sheet.ts';
import { footerOf, unsubscribeLink, voiceFor } from '../compose.ts';
import type { Post } from '../outbox/round.ts';
import { claimDigest, type LastDigest, putDigest, readDigest } from './digest-items.ts';
import { type DigestNumbers, OWN, readNumbers } from './digest-numbers.ts';

/** Digests go out from this hour on, in China. */
const HOUR = 8;
const CHINA_OFFSET_HOURS = 8;
const DAY = 86_400_000;
/** A digest of so many reports carries their mistakes: what one call reads beside its other work. */
const MOST_REPORTS = 500;

/**
 * Sends each digest that is due, from eight o'clock on: once a day, or once a week from Monday on; the first one
 * without waiting for Monday. One that fails is tried again in a while.
 * @throws Error where one failed, after the others were sent
 */
export async function sendDigests(post: Post, hasTime: () => boolean): Promise<void> {
  const china = new Date(post.now().getTime() + CHINA_OFFSET_HOURS * 3600_000);
  if (china.getUTCHours() < HOUR) return;
  const day = china.toISOString().slice(0, 10);
  let failed = 0;
  for (const subscription of await digestSubscriptions()) {
    if (!hasTime()) break;
    const isDue = async () => ((await readDigest(subscription.id))?.day ?? '') < dueSince(subscription.delivery, china);
    if (!(await isDue()) || !(await claimDigest(subscription.id, post.now()))) continue;
    try {
      if (await isDue()) await sendDigest(subscription, day, china.getUTCFullYear() - 1, post);
    } catch (error) {
      failed += 1;
      logger.error('digest not sent', { recipient: recipientOf(subscription.address), error: error as Error });
    }
  }
  if (failed > 0) throw new Error(`${failed} digests could not be sent now`);
}

/** The day from which on a digest must have been sent: today, or Monday of this week. @param china a time as of UTC */
function dueSince(delivery: Delivery, china: Date): string {
  const sinceMonday = delivery === 'weekly' ? (china.getUTCDay() + 6) % 7 : 0;
  return new Date(china.getTime() - sinceMonday * DAY).toISOString().slice(0, 10);
}

/** By the worker that holds the lock. A crash between sending and remembering repeats the digest when the lock has ended. */
async function sendDigest(subscription: Subscription, day: string, latestYear: number, post: Post): Promise<void> {
  const last = await readDigest(subscription.id);
  const numbers = await readNumbers(regionOf(subscription), latestYear, subscription.level ?? null);
  const voice = await voiceFor(subscription, []);
  const isTooLong = reportsIn(numbers, subscription) > MOST_REPORTS;
  const { rows, file } = isTooLong ? NO_SHEET : await sheetOf(subscription, numbers.year, day, voice);
  const mail = render(subscription, numbers, { day, last, attached: isTooLong ? null : rows }, voice);
  const sent = await toMail(mail, subscription.address, unsubscribeLink(subscription), rows > 0 ? file : null);
  await post.mailer.send(sent);
  await putDigest(subscription.id, { day, numbers });
}

const regionOf = ({ scope }: Subscription) => (scope.kind === 'region' ? scope.region : null);

const NO_SHEET = { rows: 0, file: null };

/** Reports that may have a mistake of the severity that the subscription asks for. */
function reportsIn({ regions }: DigestNumbers, { leastSeverity }: Subscription): number {
  const counts = Object.values(regions);
  const sum = (name: 'failed' | 'passed' | 'incomplete') => counts.reduce((total, region) => total + region[name], 0);
  return sum('failed') + (leastSeverity === 'error' ? 0 : sum('passed') + sum('incomplete'));
}

/** The mistakes that the subscription asks for, as a workbook. */
async function sheetOf(subscription: Subscription, year: number, day: string, voice: Voice) {
  const { leastSeverity, level } = subscription;
  const region = regionOf(subscription);
  const severities = SEVERITIES.slice(0, SEVERITIES.indexOf(leastSeverity) + 1);
  // Errors stand in reports that fail, and nowhere else.
  const status = leastSeverity === 'error' ? 'failed' : undefined;
  const filter = { year, region: region ?? undefined, level: level ?? undefined, status } as const;
  const limits = { most: MOST_REPORTS, severities };
  const { bytes, rows } = await mistakeSheet(filter, limits, variable('BASE_URL'), voice.text);
  const where = region === null ? voice.text(NAMES.all) : voice.script(regionName(region) ?? region);
  const name = `${voice.text(NAMES.findingsList)}-${where}-${year}-${day}.xlsx`;
  return { rows, file: { name, mediaType: XLSX, bytes } };
}

interface Circumstances {
  day: string;
  last: LastDigest | null;
  /** Mistakes in the sheet that comes with it; `null` where they would be too many. */
  attached: number | null;
}

function render(
  subscription: Subscription,
  numbers: DigestNumbers,
  { day, last, attached }: Circumstances,
  voice: Voice,
): MailContent {
  const { year, rules } = numbers;
  // Another year's numbers are nothing to compare with.
  const before = last?.numbers.year === year ? last.numbers : null;
  const lastRules = new Map(before?.rules.map(({ rule, reports }) => [rule, reports]));
  const { scope } = subscription;
  return renderDigestMail(
    {
      ...{ year, day, attached, weekly: subscription.delivery === 'weekly', level: subscription.level ?? null },
      lastDay: before ? (last?.day ?? null) : null,
      scope: scopeWords(subscription, voice),
      regions: Object.entries(numbers.regions).map(([code, counts]) => ({
        code: code === OWN ? regionOf(subscription) : code,
        name: code === OWN ? ownName(scope, voice) : regionName(code),
        counts,
        last: before?.regions[code] ?? null,
      })),
      rules: rules.map(({ rule, reports }) => ({
        ...{ rule, reports, title: titleOf(rule) },
        last: lastRules.get(rule) ?? null,
      })),
      region: scope.kind === 'region' ? scope.region : null,
      base: variable('BASE_URL'),
      footer: footerOf(subscription, voice),
    },
    voice,
  );
}

function ownName(scope: SubscriptionScope, voice: Voice): string | null {
  return scope.kind === 'region' ? voice.say('digest.own', { region: regionName(scope.region) ?? scope.region }) : null;
}

function titleOf(rule: string): Text {
  return RULES.find(({ id }) => id === rule)?.title ?? { zh: rule, en: rule };
}
