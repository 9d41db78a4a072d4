/** The ways of mails besides SES: a mail server of the office's own, the robot of a group chat, and none. */
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mailerOfDeployment } from '../../functions/platform/mail/deployed.ts';
import type { Mail } from '../../functions/platform/mail/mime.ts';
import { ROBOT_ADDRESS } from '../../functions/platform/mail/robots.ts';

const PASSWORD = 'correct horse';
const mail: Mail = {
  to: 'clerk@agency.example',
  mime: Buffer.from('Subject: test\r\n\r\n.a line with a dot\r\n'),
  subject: '示例市示例局：1 处不一致',
  text: `第一行\nhttps://gouji.example/reports/0\n${'很长的一行。'.repeat(2000)}\n末行`,
};

/** What the last request to the fake services held; Secrets Manager and robots have no engine that installs from npm. */
let posted: { url: URL; body: Record<string, unknown> } | null = null;
let answer: { status: number; body: unknown } = { status: 200, body: {} };
const secrets = new Map<string, string>();
let web: Server;
let webAddress = '';
let elsewherePort = 0;

/** What the mail server says to a recipient, and what it took. */
let refusal: { code: number; message: string } | null = null;
const taken: { user: string; from: string; to: string[]; message: string }[] = [];
const mailServer = () =>
  new SMTPServer({
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    onAuth({ username = '', password }, _session, done) {
      if (password === PASSWORD) done(null, { user: username });
      else done(Object.assign(new Error('no such user clerk@agency.example'), { responseCode: 535 }));
    },
    onRcptTo(_address, _session, done) {
      done(refusal === null ? null : Object.assign(new Error(refusal.message), { responseCode: refusal.code }));
    },
    onData(stream, { envelope, user }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        const message = Buffer.concat(chunks).toString();
        taken.push({ user: String(user), from, to: rcptTo.map(({ address }) => address), message });
        done();
      });
    },
  });

const [smtp, elsewhere] = [mailServer(), mailServer()];

beforeAll(async () => {
  web = createServer(async (request, response) => {
    const body = JSON.parse(await textOf(request));
    if (request.headers['x-amz-target'] === 'secretsmanager.GetSecretValue') {
      response.setHeader('content-type', 'application/x-amz-json-1.1');
      response.end(JSON.stringify({ SecretString: secrets.get(body.SecretId) }));
      return;
    }
    posted = { url: new URL(request.url ?? '/', webAddress), body };
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer.body));
  });
  webAddress = `http://127.0.0.1:${await listening(web)}`;
  const port = await listening(smtp);
  elsewherePort = await listening(elsewhere, '127.0.0.2');
  Object.assign(process.env, {
    ...{ AWS_REGION: 'cn-north-1', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
    AWS_ENDPOINT_URL_SECRETS_MANAGER: webAddress,
    ...{ MAIL_FROM: '勾稽 <gouji@agency.example>', SMTP_URL: `smtp://gouji@127.0.0.1:${port}` },
  });
});
afterAll(async () => {
  await Promise.all([
    new Promise((done) => web.close(done)),
    ...[smtp, elsewhere].map((server) => new Promise((done) => server.close(() => done(null)))),
  ]);
});
beforeEach(() => {
  [refusal, posted] = [null, null];
  answer = { status: 200, body: { errcode: 0, code: 0 } };
});

/** A mailer of a deployment with this secret, which no other test has read. */
function mailer(variables: Record<string, string>, secret: string) {
  const id = `secret-${secrets.size}`;
  secrets.set(id, secret);
  Object.assign(process.env, { MAIL_SECRET: id, ...variables });
  return mailerOfDeployment();
}
const outcome = (sending: Promise<void>) =>
  sending.then(
    () => 'sent',
    (error: Error) => `${error.name}: ${error.message}`,
  );

describe('a mail server of the office', () => {
  test('gets the message as it was made, from the address of the sender, after signing in', async () => {
    await mailer({ MAIL: 'smtp' }, PASSWORD).send(mail);
    expect(taken).toEqual([
      { user: 'gouji', from: 'gouji@agency.example', to: [mail.to], message: Buffer.from(mail.mime).toString() },
    ]);
  });

  test.each([
    ['an address that does not exist', 550, 'MailRefusedError: SMTP 550'],
    ['a full mailbox, for now', 452, 'MailNotSentError: SMTP 452'],
  ])('%s', async (_case, code, expected) => {
    refusal = { code, message: `clerk@agency.example: ${code}` };
    expect(await outcome(mailer({ MAIL: 'smtp' }, PASSWORD).send(mail))).toBe(expected);
  });

  test('a wrong password is ours to mend, so the mail waits; and no error names an address', async () => {
    expect(await outcome(mailer({ MAIL: 'smtp' }, 'wrong').send(mail))).toBe('MailNotSentError: SMTP 535');
  });

  test('a server elsewhere that offers no encryption gets neither password nor mail', async () => {
    const before = taken.length;
    const kept = process.env.SMTP_URL;
    const address = `smtp://gouji@127.0.0.2:${elsewherePort}`;
    const sending = mailer({ MAIL: 'smtp', SMTP_URL: address }, PASSWORD).send(mail);
    expect(await outcome(sending)).toBe('MailNotSentError: ESOCKET');
    process.env.SMTP_URL = kept;
    expect(taken).toHaveLength(before);
  });
});

describe('the robot of a group chat', () => {
  const toGroup = { ...mail, to: ROBOT_ADDRESS };
  const robot = (webhook: string, key = '') =>
    mailer({ MAIL: 'webhook', WEBHOOK: webhook }, `${webAddress}/robot?key=1 ${key}`);
  const contentOf = (body: Record<string, unknown>) =>
    (body.text ?? body.content) as { content?: string; text?: string };

  test.each([
    ['wecom', 2048],
    ['dingtalk', 18_000],
    ['feishu', 18_000],
  ])('%s gets subject and text in its own shape, cut at a line, with the link', async (webhook, most) => {
    await robot(webhook).send(toGroup);
    const { content, text } = contentOf(posted?.body ?? {});
    const said = (content ?? text) as string;
    expect(said.startsWith(`${mail.subject}\n\n第一行`)).toBe(true);
    expect(said.split('\n').at(-1)).toBe('https://gouji.example/reports/0');
    expect(Buffer.byteLength(said)).toBeLessThanOrEqual(most);
    expect(said).not.toContain('很长');
  });

  test('dingtalk is signed as it asks for', async () => {
    await robot('dingtalk', 'SECabc').send(toGroup);
    const { searchParams } = posted?.url ?? new URL('x:');
    const timestamp = searchParams.get('timestamp');
    const sign = createHmac('sha256', 'SECabc').update(`${timestamp}\nSECabc`).digest('base64');
    expect([searchParams.get('key'), searchParams.get('sign')]).toEqual(['1', sign]);
  });

  test.each([
    [
      'too many messages',
      { status: 200, body: { errcode: 45009, errmsg: 'api freq out of limit' } },
      /the robot answered 45009/,
    ],
    ['no answer in JSON terms', { status: 502, body: {} }, /HTTP 502/],
  ])('%s: it is tried again', async (_case, given, expected) => {
    answer = given;
    expect(await outcome(robot('wecom').send(toGroup))).toMatch(expected);
  });

  test('somebody with an address is not reached by it', async () => {
    expect(await outcome(robot('wecom').send(mail))).toMatch(/^MailRefusedError/);
    expect(posted).toBeNull();
  });
});

test('with mail=none nothing is sent and nothing fails', async () => {
  expect(await outcome(mailer({ MAIL: 'none' }, 'x').send(mail))).toBe('sent');
});

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

async function listening(server: Server | SMTPServer, host = '127.0.0.1'): Promise<number> {
  const inner = server instanceof SMTPServer ? server.server : server;
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return (inner.address() as AddressInfo).port;
}
