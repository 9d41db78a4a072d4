/** `/subscriptions` for people: the page, its forms, and the pages that links of mails lead to. */
import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Level } from '../../../shared/domain/level.ts';
import { SEVERITIES } from '../../../shared/domain/severity.ts';
import { scopeWords } from '../../../shared/mail/scope.ts';
import { DELIVERIES, SubscriptionRequest, scopeKey } from '../../../shared/mail/subscription.ts';
import type { OutputLanguage } from '../../../shared/output/language.ts';
import { subscriptionsPage } from '../../../shared/output/page/subscriptions.ts';
import { simplifier } from '../../../shared/report/script.ts';
import {
  DEPLOYED_PREFIX,
  deleteSubscription,
  getSubscription,
  listSubscriptions,
  recipientOf,
  type Subscription,
} from '../../store/mail/subscription-items.ts';
import { confirmSubscription, unsubscribe } from '../../store/mail/subscriptions.ts';
import type { Caller } from '../access/caller.ts';
import { mayReach, permitScope } from '../access/guard.ts';
import { noFields, operation, parsed } from '../operation.ts';
import { pageResponse, voiceOf } from '../pages.ts';
import { notFound } from '../problem.ts';
import { commonRegions, regionCodeOf } from '../region-names.ts';
import { LanguageField, LevelField, orEmpty, RegionNameField, SubscriptionIdField } from '../schemas.ts';
import { subscribe } from '../subscribing.ts';
import { mailVoice, tokenPageResponse } from '../token-page.ts';

/** As many as one page lists. */
const MOST = 500;
const fields = z.strictObject({ id: SubscriptionIdField });

/** @param prefill what the form begins with */
export async function subscriptionsPageResponse(
  caller: Caller,
  language: OutputLanguage,
  prefill: { region: string; level: Level | null },
): Promise<Response> {
  const found: Subscription[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listSubscriptions>> = await listSubscriptions(100, after);
    found.push(...page.subscriptions.filter((one) => mayReach(caller, one.scope)));
    after = page.next;
  } while (after !== null && found.length < MOST);
  const words = await mailVoice(language);
  const subscriptions = found
    .sort((one, other) => (one.createdAt < other.createdAt ? 1 : -1))
    .map((one) => ({ ...one, scope: scopeWords(one, words), isDeployed: one.id.startsWith(DEPLOYED_PREFIX) }));
  const voice = await voiceOf(language, '/subscriptions', { ...prefill, level: prefill.level ?? undefined });
  const view = { subscriptions, more: after !== null, regions: commonRegions(), ...prefill };
  return pageResponse(subscriptionsPage(view, voice));
}

const formOperation = operation({
  method: 'post',
  path: '/subscriptions',
  summary: 'Makes or changes a subscription from the form of the page; leads back to it',
  fields: noFields,
  query: noFields,
  form: true,
  body: z.strictObject({
    address: z.string(),
    region: z.optional(orEmpty(RegionNameField)),
    leastSeverity: z.enum(SEVERITIES),
    delivery: z.enum(DELIVERIES),
    level: z.optional(orEmpty(LevelField)),
    lang: LanguageField,
  }),
  answers: { 303: { description: 'Location is the page' }, 429: { description: 'Too many unanswered questions' } },
  async handle({ body: { region: named, lang, level, ...rest }, context, caller }) {
    const region = named === undefined ? null : regionCodeOf((await simplifier('traditional'))(named));
    const scope = region === null ? { kind: 'all' } : { kind: 'region', region };
    const wanted = { ...rest, scope, level: level ?? null, language: lang ?? 'auto' };
    const request = parsed(SubscriptionRequest, wanted, 'body');
    permitScope(caller, request.scope);
    const id = idOf(request);
    await subscribe(id, request);
    return context.redirect(`/subscriptions${lang ? `?lang=${lang}` : ''}#subscription-${id}`, 303);
  },
});

/** The same form sent twice is one subscription; one address may have mails at once and a digest of one region. */
function idOf({ address, scope, delivery }: SubscriptionRequest): string {
  const what = [recipientOf(address), scopeKey(scope).partition, delivery === 'immediate'];
  return createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 20);
}

const removalOperation = operation({
  method: 'post',
  path: '/subscriptions/{id}/removal',
  summary: 'Removes a subscription by the button of the page; leads back to it',
  fields,
  query: noFields,
  form: true,
  body: z.strictObject({ lang: LanguageField }),
  answers: { 303: { description: 'Location is the page' } },
  async handle({ path: { id }, body: { lang }, context }) {
    await deleteSubscription(id);
    return context.redirect(`/subscriptions${lang ? `?lang=${lang}` : ''}`, 303);
  },
});

const TokenQuery = z.strictObject({ token: z.string().check(z.regex(/^[0-9a-f]{32}$/)), lang: LanguageField });
const page = { description: 'A page', content: { 'text/html': null } };
const gone = { description: 'No such subscription' };
const noLink = () => notFound('链接无效或已过期；请重新订阅。', 'The link is not valid (any more); subscribe again.');

/** A link is opened by mail scanners too, so opening it only shows the button; pressing it does the thing. */
function tokenOperations(action: 'confirm' | 'unsubscribe') {
  const act = { confirm: confirmSubscription, unsubscribe }[action];
  const described = {
    path: `/subscriptions/{id}/${action}` as const,
    fields,
    query: TokenQuery,
    ownToken: true,
  } as const;
  return [
    operation({
      ...described,
      method: 'get',
      summary: `The page with the button to ${action}`,
      answers: { 200: page, 404: gone },
      async handle({ path: { id }, query: { token, lang: language } }) {
        const there = await getSubscription(id);
        if (there?.token !== token) throw noLink();
        return tokenPageResponse(there, { action, pressed: false, language });
      },
    }),
    operation({
      ...described,
      method: 'post',
      summary: action === 'confirm' ? 'Confirms an address' : 'Ends the mails, also by one click (RFC 8058)',
      answers: { 200: page, 404: gone },
      async handle({ path: { id }, query: { token, lang: language } }) {
        const there = await act(id, token, new Date());
        if (there === null) throw noLink();
        return tokenPageResponse(there, { action, pressed: true, language });
      },
    }),
  ];
}

export const SUBSCRIPTION_PAGES = [
  formOperation,
  removalOperation,
  ...tokenOperations('confirm'),
  ...tokenOperations('unsubscribe'),
];
