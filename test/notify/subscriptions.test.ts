/** Asking, confirming, ending, bouncing, and what comes with a deployment. */
import { describe, expect, test } from 'vitest';
import { reconcileDeployed } from '../../functions/notify/deployed.ts';
import { handleFeedback } from '../../functions/notify/feedback.ts';
import {
  deleteSubscription,
  getSubscription,
  listSubscriptions,
} from '../../functions/store/mail/subscription-items.ts';
import {
  confirmSubscription,
  putSubscription,
  subscriptionsFor,
  TooManyUnconfirmedError,
  unsubscribe,
} from '../../functions/store/mail/subscriptions.ts';
import { type Placed, SubscriptionRequest } from '../../shared/mail/subscription.ts';
import { BALANCE } from '../mail/examples.ts';
import { useWorld } from './world.ts';

const { world } = useWorld();
const request = (address: string, more: object = {}) =>
  SubscriptionRequest.parse({ address, scope: { kind: 'all' }, ...more });
const tokenIn = (text: string | undefined) => /token=([0-9a-f]+)/.exec(text ?? '')?.[1] ?? '';
const placed: Placed = { key: 'a.txt', agency: '示例市示例局', regionCode: null };
const idsFor = async (report = placed) => (await subscriptionsFor(report)).map(({ id }) => id);

describe('a new address', () => {
  test('gets one question and nothing else until its link is followed', async () => {
    const w = world();
    await putSubscription('new', request('new@example.com'), w.now);
    await putSubscription('new', request('new@example.com'), w.now);
    await w.deliver(await w.store({ key: 'new.txt', findings: [BALANCE] }));
    await Promise.all([w.sweep(), w.sweep()]);
    await w.settle();
    const [question, ...others] = await w.mails();
    expect(others).toEqual([]);
    expect(question?.subject).toBe('请确认：是否接收年报核对通知');
    expect(question?.text).toMatch(/^如需接收年报核对通知，请在7天内点击下面的按钮确认/);
    expect(question?.text).toContain('范围：全部年报');
    const token = tokenIn(question?.text);
    expect(await confirmSubscription('new', `${token.slice(1)}0`, w.now)).toBeNull();
    expect(await idsFor()).toEqual([]);
    expect(await confirmSubscription('new', token, w.now)).toMatchObject({ state: 'active' });
    expect(await confirmSubscription('new', token, w.now)).toMatchObject({ state: 'active' });
    expect(await idsFor()).toEqual(['new']);
  });

  test('has seven days', async () => {
    const w = world();
    const { token } = await putSubscription('slow', request('slow@example.com'), w.now);
    w.pass(7 * 24 * 3600 + 1);
    expect(await confirmSubscription('slow', token, w.now)).toBeNull();
    await w.sweep();
    expect(w.sent).toEqual([]);
  });

  test('cannot be flooded with questions', async () => {
    const w = world();
    for (const id of ['q1', 'q2', 'q3']) await putSubscription(id, request('victim@example.com'), w.now);
    const fourth = putSubscription('q4', request('victim@example.com'), w.now);
    await expect(fourth).rejects.toThrow(TooManyUnconfirmedError);
    await w.sweep();
    for (let minute = 0; minute < 50; minute += 10) {
      await putSubscription('q1', request('victim@example.com'), w.now);
      await w.sweep();
      w.pass(600);
    }
    expect(w.sent).toHaveLength(3);
    w.pass(3600);
    await putSubscription('q1', request('victim@example.com'), w.now);
    await w.sweep();
    expect(w.sent).toHaveLength(4);
  });
});

describe('a subscription', () => {
  test('changes at once, unless the address changes: that has to confirm, and old links are void', async () => {
    const w = world();
    await w.subscribe('office', { address: 'old@example.com' });
    const before = await getSubscription('office');
    await putSubscription('office', request('OLD@example.com', { leastSeverity: 'error' }), w.now);
    expect(await getSubscription('office')).toMatchObject({ state: 'active', leastSeverity: 'error' });
    await putSubscription('office', request('next@example.com'), w.now);
    expect(await getSubscription('office')).toMatchObject({ state: 'unconfirmed', address: 'next@example.com' });
    expect(await idsFor()).toEqual([]);
    expect(await unsubscribe('office', before?.token ?? '', w.now)).toBeNull();
  });

  test('ends by the link of any mail, says so, and can be asked for again', async () => {
    const w = world();
    await w.subscribe('leaver', {});
    const { token } = (await getSubscription('leaver')) ?? { token: '' };
    expect(await unsubscribe('leaver', 'x', w.now)).toBeNull();
    for (let click = 0; click < 2; click++) {
      const off = await unsubscribe('leaver', token, w.now);
      expect(off).toMatchObject({ state: 'off', off: { reason: 'unsubscribed', at: w.now.toISOString() } });
    }
    expect(await confirmSubscription('leaver', token, w.now)).toBeNull();
    expect(await idsFor()).toEqual([]);
    await putSubscription('leaver', request('leaver@example.com'), w.now);
    expect(await confirmSubscription('leaver', token, w.now)).toMatchObject({ state: 'active', off: null });
  });

  test('is found by its scope only', async () => {
    const w = world();
    const region = (code: string) => ({ scope: { kind: 'region', region: code } as const });
    await w.subscribe('county', region('360403'));
    await w.subscribe('city', region('360400'));
    await w.subscribe('province', region('360000'));
    await w.subscribe('neighbour', region('360402'));
    await w.subscribe('body', { scope: { kind: 'agency', agency: '示例局' } });
    await w.subscribe('folder', { scope: { kind: 'prefix', prefix: '2023/青禾' } });
    const report = { key: '2023/青禾市/1.txt', agency: '示例局', regionCode: '360403' };
    expect((await idsFor(report)).sort()).toEqual(['body', 'city', 'county', 'folder', 'province']);
    expect(await idsFor({ key: '2023/云溪/1.txt', agency: null, regionCode: null })).toEqual([]);
  });

  test.each([
    ['no address', { address: 'clerk' }],
    ['a second header', { address: 'a@example.com\r\nBcc: b@example.com' }],
    ['two addresses', { address: 'a@example.com,b@example.com' }],
    [
      'a digest of one body',
      { address: 'a@example.com', delivery: 'digest', scope: { kind: 'agency', agency: '示例局' } },
    ],
    ['a field that there is not', { address: 'a@example.com', severity: 'error' }],
    ['no region', { address: 'a@example.com', scope: { kind: 'region', region: '36' } }],
  ])('is refused: %s', (_, values) => {
    expect(SubscriptionRequest.safeParse({ scope: { kind: 'all' }, ...values }).success).toBe(false);
  });
});

describe('what SES reports', () => {
  const bounce = (type: string, address: string) =>
    JSON.stringify({
      'detail-type': 'Email Bounced',
      detail: { eventType: 'Bounce', bounce: { bounceType: type, bouncedRecipients: [{ emailAddress: address }] } },
    });
  const complaint = (address: string) =>
    JSON.stringify({
      detail: { eventType: 'Complaint', complaint: { complainedRecipients: [{ emailAddress: address }] } },
    });

  test.each([
    ['a permanent bounce', bounce('Permanent', 'Clerk <CLERK@example.com>'), 'bounced'],
    ['a complaint', complaint('clerk@example.com'), 'complained'],
  ])('%s switches every subscription of the address off', async (_, body, reason) => {
    const w = world();
    await w.subscribe('one', { address: 'clerk@example.com' });
    await w.subscribe('two', { address: 'clerk@example.com', scope: { kind: 'region', region: '360000' } });
    await w.subscribe('other', { address: 'other@example.com' });
    for (let copy = 0; copy < 2; copy++) await handleFeedback(body, w.now);
    for (const id of ['one', 'two']) expect(await getSubscription(id)).toMatchObject({ state: 'off', off: { reason } });
    expect(await idsFor()).toEqual(['other']);
  });

  test('a transient bounce changes nothing', async () => {
    const w = world();
    await w.subscribe('full', {});
    await handleFeedback(bounce('Transient', 'full@example.com'), w.now);
    expect(await idsFor()).toEqual(['full']);
  });

  test('anything else is an error, so that it ends where somebody looks', async () => {
    await expect(handleFeedback('{"detail":{"eventType":"Open"}}', world().now)).rejects.toThrow();
  });
});

test('a deployment brings its addresses, keeps switched-off ones off, and takes away those it names no more', async () => {
  const w = world();
  const file = { office: { address: 'office@example.com', scope: { kind: 'region', region: '360000' } } };
  for (let start = 0; start < 2; start++) await reconcileDeployed(['op@example.com', 'op2@example.com'], file, w.now);
  const { subscriptions } = await listSubscriptions(10);
  expect(subscriptions.map(({ address, state }) => [address, state]).sort()).toEqual([
    ['office@example.com', 'unconfirmed'],
    ['op2@example.com', 'active'],
    ['op@example.com', 'active'],
  ]);
  const leaver = subscriptions.find(({ address }) => address === 'op@example.com');
  await unsubscribe(leaver?.id ?? '', leaver?.token ?? '', w.now);
  await reconcileDeployed(['op@example.com'], {}, w.now);
  const left = (await listSubscriptions(10)).subscriptions;
  expect(left.map(({ address, state }) => [address, state])).toEqual([['op@example.com', 'off']]);
  await deleteSubscription(leaver?.id ?? '');
});
