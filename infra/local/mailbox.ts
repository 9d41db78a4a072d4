/** SES v2: SendEmail of aws-ses-v2-local with its page at `/`; the messages at `/store`, kept over a restart. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { jsonIn } from './json.ts';
import { type Letters, openLetters } from './letters.ts';
import { serveApp } from './listen.ts';
import { type Answer, type Door, jsonAnswer } from './transport.ts';

// Its CommonJS exports are called differently by Node and by bundlers; `require` is the same everywhere.
const require = createRequire(import.meta.url);
type Store = typeof import('aws-ses-v2-local/dist/store.js');
type Email = ReturnType<Store['getStoreReadonly']>['emails'][number];
type EmlFile = typeof import('aws-ses-v2-local/dist/emlFile.js');
const { getStoreReadonly }: Store = require('aws-ses-v2-local/dist/store.js');
const { createEmlContent }: EmlFile = require('aws-ses-v2-local/dist/emlFile.js');
const PAGE = require.resolve('aws-ses-v2-local/static/index.html');

/** What the package's operation needs of express. */
type Operation = (
  request: { body: unknown },
  response: { status(status: number): { send(data: unknown): void } },
  next: (error: unknown) => void,
) => void;
const { default: sendEmail }: { default: Operation } = require('aws-ses-v2-local/dist/v2/sendEmail.js');

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html */
const SEND_PATH = '/v2/email/outbound-emails';
/** SES takes 40 MB with everything. */
const MOST_BYTES = 40 * 1024 * 1024;

export interface Mailbox {
  address: string;
  /** Carries out SendEmail; the mail is on disk when it is answered. */
  handle: Door;
  stop(): Promise<void>;
}

/**
 * @param folder where the messages are kept; `null`: in one that goes when it stops
 * @throws PortInUseError, DiskError
 */
export async function startMailbox(folder: string | null, port: number): Promise<Mailbox> {
  const kept = folder ?? mkdtempSync(join(tmpdir(), 'gouji-mailbox-'));
  const letters = openLetters<Email>(kept);
  const handle: Door = async ({ method, path, body }) =>
    method === 'POST' && path === SEND_PATH ? send(letters, String(body)) : noOperation(method, path);
  const server = await serveApp(appOf(letters), port);
  const stop = async () => {
    await server.stop();
    if (folder === null) rmSync(kept, { recursive: true });
  };
  return { address: server.address, handle, stop };
}

/** SendEmail, and what the page asks for. */
function appOf(letters: Letters<Email>): Hono {
  const app = new Hono();
  app.use(bodyLimit({ maxSize: MOST_BYTES }));
  app.get('/', (context) => context.html(readFileSync(PAGE, 'utf8')));
  app.get('/store', (context) => {
    const since = Number(context.req.query('since') ?? 0);
    const json = Readable.toWeb(Readable.from(storeSince(letters, since))) as ReadableStream;
    return context.body(json, 200, { 'content-type': 'application/json' });
  });
  app.post('/clear-store', (context) => {
    letters.clear();
    return context.json({ message: 'Store cleared' });
  });
  app.get('/get-emlContent', async (context) => {
    for (const email of newestFirst(letters)) {
      if (email.messageId === context.req.query('messageId')) return context.json(await createEmlContent(email));
    }
    return context.json({ message: 'no such message' }, 404);
  });
  app.post(SEND_PATH, async ({ req }) => responseOf(await send(letters, await req.text())));
  app.notFound(({ req }) => responseOf(noOperation(req.method, req.path)));
  return app;
}

const responseOf = ({ body, ...init }: Answer) => new Response(body as string, init);
const noOperation = (method: string, path: string) => jsonAnswer(404, { message: `no operation ${method} ${path}` });

function* newestFirst(letters: Letters<Email>): Generator<Email> {
  for (let index = letters.count() - 1; index >= 0; index--) yield letters.read(index);
}

/** As the page wants it; one message is in memory at a time. @param since seconds since 1970 */
function* storeSince(letters: Letters<Email>, since: number): Generator<string> {
  const end = letters.count();
  let index = end;
  for (const { at } of newestFirst(letters)) {
    if (at < since) break;
    index--;
  }
  yield '{"templates":{},"emails":[';
  for (const first = index; index < end; index++) {
    yield `${index === first ? '' : ','}${JSON.stringify(letters.read(index))}`;
  }
  yield ']}';
}

async function send(letters: Letters<Email>, text: string): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const status = (code: number) => ({ send: (data: unknown) => resolve(jsonAnswer(code, data)) });
  sendEmail({ body: jsonIn(text) }, { status }, reject);
  const answer = await promise;
  // The package has put the mail into a list of its own.
  for (const email of getStoreReadonly().emails.splice(0)) letters.append(email);
  return answer;
}
