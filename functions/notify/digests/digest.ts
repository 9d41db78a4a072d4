/** The daily digests. */

import type { Text } from '../../../shared/domain/labels.ts';
import { regionName } from '../../../shared/domain/regions.ts';
import { renderDigestMail } from '../../../shared/mail/digest.ts';
import { scopeWords } from '../../../shared/mail/scope.ts';
import type { SubscriptionScope } from '../../../shared/mail/subscription.ts';
import type { MailContent, Voice } from '../../../shared/mail/types.ts';
import { RULES } from '../../../shared/rules/index.ts';
import { variable } from '../../platform/environment.ts';
import { logger } from '../../platform/logging.ts';
import { toMail } from '../../platform/mail/mime.ts';
import { recipientOf, type Subscription } from '../../store/mail/subscription-items.ts';
import { digestSubscriptions } from '../../store/mail/subscriptions.ts';
import { footerOf, unsubscribeLink, voiceFor } from '../compose.ts';
import type { Post } from '../outbox/flush.ts';
import { claimDigest, type LastDigest, putDigest, readDigest } from './digest-items.ts';
import { type DigestNumbers, OWN, readNumbers } from './digest-numbers.ts';

/** Digests go out from this hour on, in China. */
const HOUR = 8;
const CHINA_OFFSET_HOURS = 8;

/**
 * Sends each digest that is due: once a day, from eight o'clock on. One that fails is tried again in a while.
 * @throws Error where one failed, after the others were sent
 */
export async function sendDigests(post: Post, hasTime: () => boolean): Promise<void> {
  const china = new Date(post.now().getTime() + CHINA_OFFSET_HOURS * 3600_000);
  if (china.getUTCHours() < HOUR) return;
  const day = china.toISOString().slice(0, 10);
  let failed = 0;
  for (const subscription of await digestSubscriptions()) {
    if (!hasTime()) break;
    if ((await readDigest(subscription.id))?.day === day || !(await claimDigest(subscription.id, post.now()))) continue;
    try {
      await sendDigest(subscription, day, china.getUTCFullYear() - 1, post);
    } catch (error) {
      failed += 1;
      logger.error('digest not sent', { recipient: recipientOf(subscription.address), error: error as Error });
    }
  }
  if (failed > 0) throw new Error(`${failed} digests could not be sent now`);
}

/** By the worker that holds the lock. A crash between sending and remembering repeats the digest when the lock has ended. */
async function sendDigest(subscription: Subscription, day: string, latestYear: number, post: Post): Promise<void> {
  const last = await readDigest(subscription.id);
  if (last?.day === day) return;
  const region = subscription.scope.kind === 'region' ? subscription.scope.region : null;
  const numbers = await readNumbers(region, latestYear);
  const mail = await render(subscription, numbers, day, last);
  await post.mailer.send(await toMail(mail, subscription.address, unsubscribeLink(subscription)));
  await putDigest(subscription.id, { day, numbers });
}

async function render(
  subscription: Subscription,
  numbers: DigestNumbers,
  day: string,
  last: LastDigest | null,
): Promise<MailContent> {
  const voice = await voiceFor(subscription, []);
  const { year, rules } = numbers;
  // Another year's numbers are nothing to compare with.
  const before = last?.numbers.year === year ? last.numbers : null;
  const lastRules = new Map(before?.rules.map(({ rule, reports }) => [rule, reports]));
  const { scope } = subscription;
  return renderDigestMail(
    {
      ...{ year, day },
      lastDay: before ? (last?.day ?? null) : null,
      scope: scopeWords(scope, voice),
      regions: Object.entries(numbers.regions).map(([code, counts]) => ({
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
