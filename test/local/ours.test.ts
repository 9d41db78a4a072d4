/** The laptop's servers among the programs and pages of a machine: what foreign pages get, and what nonsense does. */
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { startApi } from '../../infra/local/api.ts';
import { textOf } from '../../infra/local/listen.ts';
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
): Promise<{ status: number; allowed: unknown; text: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<typeof ask>>>();
  // A server that has not read all of a body closes the connection behind its answer.
  const asked = request(address, { method, headers, agent: false }, async (answer) => {
    const text = await textOf(answer);
    resolve({ status: answer.statusCode ?? 0, allowed: answer.headers['access-control-allow-origin'], text });
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
        const { status, allowed } = await ask(address, headers, method);
        expect({ address, method, status, allowed }).toEqual({ address, method, status: 403, allowed: undefined });
      }
    }
  }
  expect((await ask(`${api.address}/health`, {})).status).toBe(200);
  await api.stop();
});

const AMAZON_JSON = { 'content-type': 'application/x-amz-json-1.0' };
const NONSENSE = [
  ...['', '{', 'null', '[]', '7', '"x"', '{}', '<x/>', 'Action=', 'Action=SendEmail', 'Action=SendMessage&QueueUrl=%'],
  ...['{"Entries":7}', '{"Entries":[]}', '{"Entries":[{"Source":"a"}]}', '{"Content":{"Raw":{"Data":7}}}'],
  '{"Entries":[{"Source":"a","DetailType":"b","Detail":"{"}]}',
  ...['\u0000'.repeat(10), '['.repeat(100_000), 'x'.repeat(300_000)],
];

test('nonsense sent to any port is refused in words and ends nothing', async () => {
  const { s3, dynamodb, ses, environment } = engines();
  const [bus, lambda] = [environment.AWS_ENDPOINT_URL_EVENTBRIDGE, environment.AWS_ENDPOINT_URL_LAMBDA] as const;
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const places: [address: string, headers: Record<string, string>][] = [
    ...[`${bus}`, `${lambda}`, s3, ses, `${ses}/v2/email/outbound-emails`, dynamodb].flatMap((address) =>
      [{}, { 'content-type': 'application/json' }, AMAZON_JSON, form].map((headers): (typeof places)[number] => [
        address,
        headers,
      ]),
    ),
    [s3, { ...AMAZON_JSON, 'x-amz-target': 'AmazonSQS.SendMessage' }],
    [s3, { ...AMAZON_JSON, 'x-amz-target': 'AmazonSQS.Nonsense' }],
    [dynamodb, { ...AMAZON_JSON, 'x-amz-target': 'DynamoDB_20120810.PutItem' }],
  ];
  const strange: unknown[] = [];
  for (const [address, headers] of places) {
    for (const body of NONSENSE) {
      const { status, text } = await ask(address, { ...headers, authorization: 'AWS x' }, 'POST', body);
      const isStack = /\n\s+at /.test(text);
      if (Math.floor(status / 100) !== 4 || text === '' || isStack)
        strange.push({ address, headers, body: body.slice(0, 60), status, text });
    }
  }
  expect(strange).toEqual([]);
  const event = { Source: 'test', DetailType: 'x', Detail: '{}' };
  expect((await ask(`${bus}`, {}, 'POST', JSON.stringify({ Entries: [event] }))).status).toBe(200);
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
