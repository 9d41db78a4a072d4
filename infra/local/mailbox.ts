/** SES v2: aws-ses-v2-local, with a page at `/` and its messages at `/store`, kept over a restart. */
import { createRequire } from 'node:module';
import { openLetters } from './letters.ts';
import { close, LOOPBACK, PortInUseError } from './listen.ts';
import { onlyOurs } from './ours.ts';

// Its CommonJS default export is called differently by Node and by bundlers; `require` is the same everywhere.
const require = createRequire(import.meta.url);
const { default: startServer }: typeof import('aws-ses-v2-local') = require('aws-ses-v2-local');
const { clearStore, getStoreReadonly }: Store = require('aws-ses-v2-local/dist/store.js');
type Store = typeof import('aws-ses-v2-local/dist/store.js');
type Email = ReturnType<Store['getStoreReadonly']>['emails'][number];

/**
 * @param folder where the messages are kept; `null` keeps them in memory
 * @throws PortInUseError, DiskError
 */
export async function startMailbox(
  folder: string | null,
  port: number,
): Promise<{ address: string; stop(): Promise<void> }> {
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
  return { address: `http://${LOOPBACK}:${at.port}`, stop: () => close(server) };
}
