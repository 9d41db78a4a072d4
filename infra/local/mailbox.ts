/** SES v2: aws-ses-v2-local, with a page at `/` and its messages at `/store`, kept over a restart. */
import { createRequire } from 'node:module';
import { openLetters } from './letters.ts';
import { close, LOOPBACK, PortInUseError } from './listen.ts';
import { onlyOurs } from './ours.ts';
import { type Answer, type Door, jsonAnswer } from './transport.ts';

// Its CommonJS default export is called differently by Node and by bundlers; `require` is the same everywhere.
const require = createRequire(import.meta.url);
const { default: startServer }: typeof import('aws-ses-v2-local') = require('aws-ses-v2-local');
const { clearStore, getStoreReadonly }: Store = require('aws-ses-v2-local/dist/store.js');
type Store = typeof import('aws-ses-v2-local/dist/store.js');
type Email = ReturnType<Store['getStoreReadonly']>['emails'][number];

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html */
const SEND_PATH = '/v2/email/outbound-emails';

/** What the package's operation needs of express. */
type Operation = (
  request: { body: unknown },
  response: { status(status: number): { send(data: unknown): void } },
  next: (error: unknown) => void,
) => void;
const { default: sendEmail }: { default: Operation } = require('aws-ses-v2-local/dist/v2/sendEmail.js');

export interface Mailbox {
  address: string;
  /** Carries out SendEmail; the mail is on disk when it is answered. */
  handle: Door;
  stop(): Promise<void>;
}

/**
 * @param folder where the messages are kept; `null` keeps them in memory
 * @throws PortInUseError, DiskError
 */
export async function startMailbox(folder: string | null, port: number): Promise<Mailbox> {
  const letters = folder === null ? null : openLetters<Email>(folder);
  clearStore();
  getStoreReadonly().emails.push(...(letters?.messages ?? []));

  const server = await startServer({ host: LOOPBACK, port });
  onlyOurs(server);
  const at = server.address();
  if (at === null || typeof at === 'string') throw new PortInUseError(port);
  if (letters !== null) {
    server.on('request', (request, response) => {
      if (request.method === 'POST') response.on('finish', () => letters.keep(getStoreReadonly().emails));
    });
  }
  const handle: Door = async ({ method, path, body }) => {
    if (method !== 'POST' || path !== SEND_PATH) return jsonAnswer(404, { message: `no operation at ${path}` });
    const answer = await send(JSON.parse(String(body)));
    letters?.keep(getStoreReadonly().emails);
    return answer;
  };
  return { address: `http://${LOOPBACK}:${at.port}`, handle, stop: () => close(server) };
}

function send(body: unknown): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const status = (code: number) => ({ send: (data: unknown) => resolve(jsonAnswer(code, data)) });
  sendEmail({ body }, { status }, reject);
  return promise;
}
