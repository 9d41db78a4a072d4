/** `/subscriptions…`: who gets which mails, for programs. */

import * as z from 'zod/mini';
import { SEVERITIES } from '../../../shared/domain/severity.ts';
import { DELIVERIES, SubscriptionRequest, SubscriptionScope } from '../../../shared/mail/subscription.ts';
import { OUTPUT_LANGUAGES } from '../../../shared/output/language.ts';
import { PROBLEMS } from '../../../shared/output/words/problems.ts';

import {
  deleteSubscription,
  getSubscription,
  listSubscriptions,
  type Subscription,
} from '../../store/mail/subscription-items.ts';
import { mayReach, permitScope } from '../access/guard.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { negotiate } from '../negotiate.ts';
import { noFields, operation } from '../operation.ts';
import { notFound } from '../problem.ts';
import {
  AgencyField,
  CursorField,
  LanguageField,
  LevelField,
  LimitField,
  orEmpty,
  RegionNameField,
  SubscriptionIdField,
} from '../schemas.ts';
import { subscribe } from '../subscribing.ts';
import { SUBSCRIPTION_PAGES, subscriptionsPageResponse } from './subscription-pages.ts';

const fields = z.strictObject({ id: SubscriptionIdField });

const SubscriptionSchema = z.strictObject({
  id: z.string(),
  address: z.string(),
  scope: SubscriptionScope,
  leastSeverity: z.enum(SEVERITIES),
  language: z.enum(['auto', ...OUTPUT_LANGUAGES]),
  delivery: z.enum(DELIVERIES),
  /** Of a digest: only reports of this level. */
  level: z.nullable(LevelField),
  /** `unconfirmed` and `off` get no reports. */
  state: z.enum(['unconfirmed', 'active', 'off']),
  off: z.nullable(z.strictObject({ reason: z.string(), at: z.string() })),
  createdAt: z.string(),
  confirmedAt: z.nullable(z.string()),
});
type Shown = z.infer<typeof SubscriptionSchema>;
const ok = { description: 'The subscription', content: { 'application/json': SubscriptionSchema } };
const gone = { description: 'No such subscription' };

/** Everything but the token, which proves that a request comes from a reader of the mails. */
function shown(subscription: Subscription): Shown {
  const { id, address, scope, leastSeverity, language, delivery, state, off, createdAt, confirmedAt } = subscription;
  const level = subscription.level ?? null;
  return { id, address, scope, leastSeverity, language, delivery, level, state, off, createdAt, confirmedAt };
}
const noSubscription = () => notFound(PROBLEMS.noSubscription);

const listOperation = operation({
  method: 'get',
  path: '/subscriptions',
  personal: true,
  summary:
    'Subscriptions in the order of their ids; as a page, with a form that begins with `region`, `agency` and `level`',
  fields: noFields,
  query: z.strictObject({
    limit: LimitField,
    cursor: CursorField,
    region: z.optional(orEmpty(RegionNameField)),
    agency: z.optional(orEmpty(AgencyField)),
    level: z.optional(orEmpty(LevelField)),
    lang: LanguageField,
  }),
  answers: {
    200: {
      description: 'One page',
      content: {
        'application/json': z.strictObject({
          subscriptions: z.array(SubscriptionSchema),
          cursor: z.nullable(z.string()),
        }),
        'text/html': null,
      },
    },
  },
  async handle({ query: { limit, cursor, region, agency, level, lang }, context, caller }) {
    const wanted = negotiate(context.req.header('Accept'), ['application/json', 'text/html'] as const);
    if (wanted === 'text/html') {
      return subscriptionsPageResponse(caller, lang ?? 'zh', {
        ...{ region: region ?? '', agency: agency ?? '', level: level ?? null },
      });
    }
    const after = cursor === undefined ? null : await readCursor(cursor, 'subscriptions');
    const { subscriptions, next } = await listSubscriptions(limit, after);
    const following = next === null ? null : await writeCursor(next, 'subscriptions');
    const theirs = subscriptions.filter(({ scope }) => mayReach(caller, scope));
    return context.json({ subscriptions: theirs.map(shown), cursor: following });
  },
});

const getOperation = operation({
  method: 'get',
  path: '/subscriptions/{id}',
  personal: true,
  summary: 'One subscription',
  fields,
  query: noFields,
  answers: { 200: ok, 404: gone },
  async handle({ path: { id }, context }) {
    const there = await getSubscription(id);
    if (there === null) throw noSubscription();
    return context.json(shown(there));
  },
});

const putOperation = operation({
  method: 'put',
  path: '/subscriptions/{id}',
  summary:
    'Makes or changes a subscription. A new address gets nothing but a question until it is confirmed by its link. Repeating it changes nothing.',
  fields,
  query: noFields,
  body: SubscriptionRequest,
  answers: { 200: ok, 429: { description: 'Too many unanswered questions for this address' } },
  async handle({ path: { id }, body, context, caller }) {
    permitScope(caller, body.scope);
    return context.json(shown(await subscribe(id, body)));
  },
});

const deleteOperation = operation({
  method: 'delete',
  path: '/subscriptions/{id}',
  summary: 'Removes a subscription. Repeating it changes nothing.',
  fields,
  query: noFields,
  answers: { 204: { description: 'There is no such subscription (any more)' } },
  async handle({ path: { id }, context }) {
    await deleteSubscription(id);
    return context.body(null, 204);
  },
});

export const SUBSCRIPTION_OPERATIONS = [
  listOperation,
  getOperation,
  putOperation,
  deleteOperation,
  ...SUBSCRIPTION_PAGES,
];
