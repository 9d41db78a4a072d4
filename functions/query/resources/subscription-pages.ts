/** `/subscriptions` for people: the page, its forms, and the pages that links of mails lead to. */

import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Level } from '../../../shared/domain/level.ts';
import { SEVERITIES } from '../../../shared/domain/severity.ts';
import { scopeWords } from '../../../shared/mail/scope.ts';
import {
  DELIVERIES,
  SubscriptionRequest,
  type SubscriptionScope,
  scopeKey,
} from '../../../shared/mail/subscription.ts';
import type { OutputLanguage } from '../../../shared/output/language.ts';
import { subscriptionsPage } from '../../../shared/output/page/subscriptions.ts';
import { PROBLEMS, type ProblemWords } from '../../../shared/output/words/problems.ts';
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
import { notFound, ProblemError } from '../problem.ts';
import { commonRegions, regionCodeOf } from '../region-names.ts';
import { AgencyField, LanguageField, LevelField, orEmpty, RegionNameField, SubscriptionIdField } from '../schemas.ts';
import { subscribe } from '../subscribing.ts';
import { mailVoice, tokenPageResponse } from '../token-page.ts';

/** As many as one page lists. */
const MOST = 500;
const fields = z.strictObject({ id: SubscriptionIdField });

/** @param prefill what the form begins with */
export async function subscriptionsPageResponse(
  caller: Caller,
  language: OutputLanguage,
  prefill: { region: string; agency: string; level: Level | null },
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
    agency: z.optional(orEmpty(AgencyField)),
    prefix: z.optional(orEmpty(z.string().check(z.minLength(1), z.maxLength(500)))),
    leastSeverity: z.enum(SEVERITIES),
    delivery: z.enum(DELIVERIES),
    level: z.optional(orEmpty(LevelField)),
    lang: LanguageField,
  }),
  answers: { 303: { description: 'Location is the page' }, 429: { description: 'Too many unanswered questions' } },
  async handle({ body: { region, agency, prefix, lang, level, ...rest }, context, caller }) {
    const scope = scopeOf({ region, agency, prefix }, await simplifier('traditional'));
    if (rest.delivery !== 'immediate' && scope.kind !== 'all' && scope.kind !== 'region')
      throw refused(PROBLEMS.digestScope);
    if (rest.delivery === 'immediate' && level !== undefined) throw refused(PROBLEMS.digestLevel);
    const wanted = { ...rest, scope, level: level ?? null, language: lang ?? 'auto' };
    const request = parsed(SubscriptionRequest, wanted, 'body');
    permitScope(caller, request.scope);
    const id = idOf(request);
    await subscribe(id, request);
    return context.redirect(`/subscriptions${lang ? `?lang=${lang}` : ''}#subscription-${id}`, 303);
  },
});

const refused = (words: ProblemWords) => new ProblemError('invalid-request', words);

/** @throws ProblemError 400 where more than one thing is filled in, or no region is called so */
function scopeOf(
  { region, agency, prefix }: Record<'region' | 'agency' | 'prefix', string | undefined>,
  simplify: (text: string) => string,
): SubscriptionScope {
  if ([region, agency, prefix].filter((one) => one !== undefined).length > 1) throw refused(PROBLEMS.oneScope);
  if (region !== undefined) return { kind: 'region', region: regionCodeOf(simplify(region)) };
  if (agency !== undefined) return { kind: 'agency', agency: simplify(agency.trim()) };
  return prefix === undefined ? { kind: 'all' } : { kind: 'prefix', prefix };
}

/** The same form sent twice is one subscription; one address may have mails at once and a digest of one region. */
function idOf({ address, scope, delivery }: SubscriptionRequest): string {
  const { partition, sort } = scopeKey(scope);
  const what = [recipientOf(address), partition, ...(sort === '' ? [] : [sort]), delivery === 'immediate'];
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
const noLink = () => notFound(PROBLEMS.noSubscriptionLink);

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
