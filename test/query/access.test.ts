import { describe, expect, test } from 'vitest';
import { createApp } from '../../functions/query/app.ts';
import { useEngines } from '../support/engines.ts';

useEngines();

const files = {
  link: async () => 'https://files.example',
  get: async () => null,
  put: async () => {},
  read: async () => null,
  has: async () => false,
  remove: async () => {},
};
const body = JSON.stringify({ agencies: ['示例市示例局'], by: '管理员' });
const request = { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body };

const office = { letterhead: '', signatory: '' };
const service = { baseUrl: 'https://gouji.example', issuer: null, office, log: () => {} };
type Callers = { callers: 'trusted' | 'known'; openReading: boolean };
const open: Callers = { callers: 'known', openReading: true };
const known: Callers = { callers: 'known', openReading: false };
const laptop: Callers = { callers: 'trusted', openReading: false };
const iam = { iam: { userArn: 'arn:aws:iam::111122223333:user/reviewer' } };
const jwt = { jwt: { claims: { sub: 'reviewer' } } };

/** Asks the app as the gateway does, with what an authoriser left in the event. */
async function ask(path: string, init: RequestInit, callers: Callers, authorizer?: object): Promise<number> {
  const buckets = { bucket: 'reports', datasetBucket: 'dataset' };
  const app = createApp({ files, ...buckets, ...callers, corsOrigins: [], ...service });
  const event = { requestContext: { requestId: 'r-1', ...(authorizer && { authorizer }) } };
  const answer = await app.request(path, init, { event });
  expect(answer.headers.get('x-request-id')).toBe('r-1');
  return answer.status;
}
const put = (callers: Callers, authorizer?: object) => ask('/rosters/360403', request, callers, authorizer);
const read = (callers: Callers, authorizer?: object) => ask('/reports', {}, callers, authorizer);
const notices = (callers: Callers, authorizer?: object) => ask('/notices', {}, callers, authorizer);
const subscriptions = (callers: Callers, authorizer?: object) => ask('/subscriptions', {}, callers, authorizer);

describe('somebody unknown, whom the gateway let through', () => {
  test('reads where reading is open by name, and nowhere else', async () => {
    expect([await read(open), await read(known), await read(known, {})]).toEqual([200, 401, 401]);
  });

  test('writes nowhere, and sees no addresses of subscribers', async () => {
    expect([await put(open), await put(open, {}), await put(known)]).toEqual([401, 401, 401]);
    expect([await subscriptions(open), await subscriptions(known)]).toEqual([401, 401]);
  });

  test('makes no paper under the head of the office', async () => {
    expect([await notices(open), await notices(known), await notices(laptop)]).toEqual([401, 401, 404]);
  });

  test('may ask whether the service lives', async () => {
    expect([await ask('/health', {}, known), await ask('/openapi.json', {}, known)]).toEqual([200, 200]);
  });
});

test('whom the gateway knows, by IAM or by a token, reads and writes', async () => {
  for (const authorizer of [iam, jwt]) {
    expect([await put(open, authorizer), await put(known, authorizer), await read(known, authorizer)]).toEqual([
      200, 200, 200,
    ]);
    expect(await subscriptions(open, authorizer)).toBe(200);
  }
});

test('the laptop is its owner’s', async () => {
  expect([await put(laptop), await read(laptop), await subscriptions(laptop)]).toEqual([200, 200, 200]);
});
