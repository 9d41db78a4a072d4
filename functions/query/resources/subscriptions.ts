/** `/subscriptions…`: who gets which mails. Confirming and ending are pages reached by a link with a token. */

import * as z from 'zod/mini';
import { SEVERITIES } from '../../../shared/domain/severity.ts';
import { SubscriptionRequest, SubscriptionScope } from '../../../shared/mail/subscription.ts';

import {
  deleteSubscription,
  getSubscription,
  listSubscriptions,
  type Subscription,
} from '../../store/mail/subscription-items.ts';
import {
  confirmSubscription,
  putSubscription,
  TooManyUnconfirmedError,
  unsubscribe,
} from '../../store/mail/subscriptions.ts';
import { mayReach, permitScope } from '../access/guard.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { noFields, operation } from '../operation.ts';
import { notFound, ProblemError } from '../problem.ts';
import { CursorField, LimitField } from '../schemas.ts';
import { tokenPageResponse } from '../token-page.ts';

const IdField = z.string().check(z.regex(/^[\w-]{1,64}$/, 'letters, digits, - and _, at most 64'));
const fields = z.strictObject({ id: IdField });
const TokenQuery = z.strictObject({ token: z.string().check(z.regex(/^[0-9a-f]{32}$/)) });

const SubscriptionSchema = z.strictObject({
  id: z.string(),
  address: z.string(),
  scope: SubscriptionScope,
  leastSeverity: z.enum(SEVERITIES),
  language: z.enum(['auto', 'zh', 'zh-Hant', 'en']),
  delivery: z.enum(['immediate', 'digest']),
  /** `unconfirmed` and `off` get no reports. */
  state: z.enum(['unconfirmed', 'active', 'off']),
  off: z.nullable(z.strictObject({ reason: z.string(), at: z.string() })),
  createdAt: z.string(),
  confirmedAt: z.nullable(z.string()),
});
type Shown = z.infer<typeof SubscriptionSchema>;
const ok = { description: 'The subscription', content: { 'application/json': SubscriptionSchema } };
const page = { description: 'A page', content: { 'text/html': null } };
const gone = { description: 'No such subscription' };

/** Everything but the token, which proves that a request comes from a reader of the mails. */
function shown(subscription: Subscription): Shown {
  const { id, address, scope, leastSeverity, language, delivery, state, off, createdAt, confirmedAt } = subscription;
  return { id, address, scope, leastSeverity, language, delivery, state, off, createdAt, confirmedAt };
}
const noSubscription = () => notFound('没有这个订阅。', 'No such subscription.');
const noLink = () => notFound('链接无效或已过期；请重新订阅。', 'The link is not valid (any more); subscribe again.');

const listOperation = operation({
  method: 'get',
  path: '/subscriptions',
  personal: true,
  summary: 'Subscriptions in the order of their ids',
  fields: noFields,
  query: z.strictObject({ limit: LimitField, cursor: CursorField }),
  answers: {
    200: {
      description: 'One page',
      content: {
        'application/json': z.strictObject({
          subscriptions: z.array(SubscriptionSchema),
          cursor: z.nullable(z.string()),
        }),
      },
    },
  },
  async handle({ query: { limit, cursor }, context, caller }) {
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
    try {
      return context.json(shown(await putSubscription(id, body, new Date())));
    } catch (error) {
      if (!(error instanceof TooManyUnconfirmedError)) throw error;
      throw new ProblemError('too-many', {
        zh: '该地址还有尚未确认的订阅，请先在邮件中确认。',
        en: 'This address has subscriptions to be confirmed; confirm them first.',
      });
    }
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
      async handle({ path: { id }, query: { token } }) {
        const there = await getSubscription(id);
        if (there?.token !== token) throw noLink();
        return tokenPageResponse(action, there.state, false);
      },
    }),
    operation({
      ...described,
      method: 'post',
      summary: action === 'confirm' ? 'Confirms an address' : 'Ends the mails, also by one click (RFC 8058)',
      answers: { 200: page, 404: gone },
      async handle({ path: { id }, query: { token } }) {
        const there = await act(id, token, new Date());
        if (there === null) throw noLink();
        return tokenPageResponse(action, there.state, true);
      },
    }),
  ];
}

export const SUBSCRIPTION_OPERATIONS = [
  listOperation,
  getOperation,
  putOperation,
  deleteOperation,
  ...tokenOperations('confirm'),
  ...tokenOperations('unsubscribe'),
];
