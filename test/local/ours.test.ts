/** The laptop's servers among the programs and pages of a machine: what foreign pages get, and what nonsense does. */
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { startApi } from '../../infra/local/api.ts';
import { refusal } from '../../infra/local/ours.ts';
import { readMime } from '../mail/mime.ts';
import { useEngines } from '../support/engines.ts';

const engines = useEngines();

test.each<[what: string, headers: Record<string, string>, refused: boolean]>([
  ['a program', { host: '127.0.0.1:9001' }, false],
  ['a program by name', { host: 'localhost:9001' }, false],
  ['a bucket as a host', { host: 'reports.localhost:9000' }, false],
  ['our own page', { host: '127.0.0.1:9001', origin: 'http://127.0.0.1:9001', 'sec-fetch-site': 'same-origin' }, false],
  ['our own page reading', { host: '127.0.0.1:9001', 'sec-fetch-site': 'same-origin' }, false],
  ['an address typed', { host: '127.0.0.1:9001', 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }, false],
  ['a link of a mail', { host: '127.0.0.1:9001', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, false],
  ['a rebound name', { host: 'evil.example:9001' }, true],
  ['a rebound name with our own port', { host: '127.0.0.1.evil.example:9001' }, true],
  ['a name that begins like ours', { host: 'localhost.evil.example' }, true],
  ['no host', {}, true],
  ['a script elsewhere', { host: '127.0.0.1:9001', origin: 'https://evil.example' }, true],
  ['a form elsewhere', { host: '127.0.0.1:9001', origin: 'https://evil.example', 'sec-fetch-mode': 'navigate' }, true],
  ['a page without an origin', { host: '127.0.0.1:9001', origin: 'null' }, true],
  ['a page of another port', { host: '127.0.0.1:9001', origin: 'http://127.0.0.1:3000' }, true],
  ['an image elsewhere', { host: '127.0.0.1:9001', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, true],
])('%s', (_what, headers, refused) => {
  expect(refusal(headers) !== null).toBe(refused);
});

/** A request with headers that `fetch` does not let anybody set. */
function ask(
  address: string,
  headers: Record<string, string>,
  method = 'GET',
  body = '',
): Promise<{ status: number; allowed: unknown }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; allowed: unknown }>();
  const asked = request(address, { method, headers }, (answer) => {
    answer.resume();
    resolve({ status: answer.statusCode ?? 0, allowed: answer.headers['access-control-allow-origin'] });
  });
  asked.on('error', reject);
  asked.end(body);
  return promise;
}

test('no server of the laptop answers a foreign page or a rebound name', async () => {
  const api = await startApi(0);
  const { s3, ses, dynamodb, environment } = engines();
  const servers = [api.address, s3, ses, dynamodb, environment.AWS_ENDPOINT_URL_EVENTBRIDGE ?? ''];
  for (const address of servers) {
    for (const headers of [{ host: 'evil.example' }, { origin: 'https://evil.example' }, { origin: 'null' }]) {
      for (const method of ['GET', 'PUT', 'POST', 'OPTIONS', 'DELETE']) {
        expect([address, method, await ask(address, headers, method)]).toEqual([
          address,
          method,
          { status: 403, allowed: undefined },
        ]);
      }
    }
  }
  expect((await ask(`${api.address}/health`, {})).status).toBe(200);
  await api.stop();
});

test('nonsense is answered 400 and ends nothing', async () => {
  const { s3, dynamodb, environment } = engines();
  const bus = environment.AWS_ENDPOINT_URL_EVENTBRIDGE ?? '';
  const nonsense = [
    '',
    '{',
    'null',
    '[]',
    '{"Entries":7}',
    '{"Entries":[]}',
    '{"Entries":[{"Source":"a"}]}',
    '{"Entries":[{"Source":"a","DetailType":"b","Detail":"{"}]}',
    '\u0000'.repeat(10),
    '['.repeat(100_000),
    'x'.repeat(300_000),
  ];
  for (const body of nonsense) {
    expect([body.slice(0, 60), (await ask(bus, {}, 'POST', body)).status]).toEqual([body.slice(0, 60), 400]);
    const queue = await ask(
      s3,
      { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.SendMessage' },
      'POST',
      body,
    );
    const table = await ask(
      dynamodb,
      { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'DynamoDB_20120810.PutItem' },
      'POST',
      body,
    );
    for (const { status } of [queue, table]) expect(Math.floor(status / 100)).toBe(4);
  }
  const event = { Source: 'test', DetailType: 'x', Detail: '{}' };
  expect((await ask(bus, {}, 'POST', JSON.stringify({ Entries: [event] }))).status).toBe(200);
});

test('links in mails are made from the address that was set, whatever Host a request names', async () => {
  process.env.BASE_URL = 'http://127.0.0.1:9001';
  const api = await startApi(0);
  const body = JSON.stringify({ address: 'new@agency.example', scope: { kind: 'all' } });
  const headers = { host: 'localhost:4444', 'content-type': 'application/json', 'x-forwarded-host': 'evil.example' };
  expect((await ask(`${api.address}/subscriptions/host`, headers, 'PUT', body)).status).toBe(200);
  const { sendConfirmations } = await import('../../functions/notify/confirmations.ts');
  const sent: Uint8Array[] = [];
  await sendConfirmations({ mailer: { send: async ({ mime }) => void sent.push(mime) }, now: () => new Date() });
  const mail = await readMime(sent[0] as Uint8Array);
  expect(mail.text).toContain('http://127.0.0.1:9001/subscriptions/host/confirm');
  expect(`${mail.text}${mail.html}`).not.toMatch(/evil|4444/);
  await api.stop();
});
