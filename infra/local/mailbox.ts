/** SES v2: aws-ses-v2-local, with a page at `/` and its messages at `/store`, kept over a restart in one file. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
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
 * @throws PortInUseError
 */
export async function startMailbox(
  folder: string | null,
  port: number,
): Promise<{ address: string; stop(): Promise<void> }> {
  const file = folder === null ? null : join(folder, 'messages.json');
  clearStore();
  getStoreReadonly().emails.push(...(file !== null && existsSync(file) ? read(file) : []));
  if (folder !== null) mkdirSync(folder, { recursive: true });

  const server = await startServer({ host: LOOPBACK, port });
  onlyOurs(server);
  const at = server.address();
  if (at === null || typeof at === 'string') throw new PortInUseError(port);
  if (file !== null) {
    server.on('request', (request, response) => {
      if (request.method === 'POST') response.on('finish', () => write(file, getStoreReadonly().emails));
    });
  }
  return { address: `http://${LOOPBACK}:${at.port}`, stop: () => close(server) };
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Email[];

/** Whole or not at all: a kill in the middle leaves the file of before. */
function write(file: string, emails: readonly Email[]): void {
  writeFileSync(`${file}.new`, JSON.stringify(emails));
  renameSync(`${file}.new`, file);
}
