import { describe, expect, test } from 'vitest';
import { createApp } from '../../functions/query/app.ts';
import { useEngines } from '../support/engines.ts';

useEngines();

const files = {
  link: async () => 'https://files.example',
  put: async () => {},
  has: async () => false,
  remove: async () => {},
};
const body = JSON.stringify({ agencies: ['示例市示例局'], by: '管理员' });
const request = { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body };

const put = (openReading: boolean, authorizer?: object) => ask('/rosters/360403', request, openReading, authorizer);
const subscriptions = (openReading: boolean, authorizer?: object) => ask('/subscriptions', {}, openReading, authorizer);

/** Asks the app as the gateway does, with what an authoriser left in the event. */
async function ask(path: string, request: RequestInit, openReading: boolean, authorizer?: object): Promise<number> {
  const app = createApp({ files, bucket: 'reports', openReading, corsOrigins: [], log: () => {} });
  const event = { requestContext: { requestId: 'r-1', ...(authorizer && { authorizer }) } };
  const answer = await app.request(path, request, { event });
  expect(answer.headers.get('x-request-id')).toBe('r-1');
  return answer.status;
}

describe('writing where only reading is open', () => {
  test('is refused to somebody unknown, also if the gateway lets it through', async () => {
    expect(await put(true)).toBe(403);
    expect(await put(true, {})).toBe(403);
  });

  test('is allowed to whom the gateway knows, by IAM or by a token', async () => {
    expect(await put(true, { iam: { userArn: 'arn:aws:iam::111122223333:user/reviewer' } })).toBe(200);
    expect(await put(true, { jwt: { claims: { sub: 'reviewer' } } })).toBe(200);
  });

  test('and everywhere else the gateway alone decides', async () => {
    expect(await put(false)).toBe(200);
  });
});

test('open reading does not show the addresses of subscribers', async () => {
  expect(await subscriptions(true)).toBe(403);
  expect(await subscriptions(true, { jwt: { claims: { sub: 'reviewer' } } })).toBe(200);
  expect(await subscriptions(false)).toBe(200);
});
