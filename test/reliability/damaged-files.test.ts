/**
 * Each file of the data folder cut, zeroed, overwritten, emptied: either all that was kept is shown, or the trouble is
 * told, so that `npm start` ends with a sentence and exit status 1. Never something in between.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DiskError, diskTroublesSoFar } from '../../infra/local/disk.ts';
import { type Engines, startEngines } from '../../infra/local/engines.ts';

const root = mkdtempSync(join(tmpdir(), 'gouji-damaged-'));
/** As a kill leaves it, with the last changes in SQLite's logs, and as ctrl-C does. */
const [open, closed] = [join(root, 'open'), join(root, 'closed')];
afterAll(() => rmSync(root, { recursive: true }));

const KEYS = Array.from({ length: 12 }, (_, at) => `${at}.txt`);
const table = (engines: Engines, operation: string, input: object) =>
  fetch(engines.dynamodb, {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `DynamoDB_20120810.${operation}` },
    body: JSON.stringify({ TableName: 'gouji', ...input }),
  });

/** Some objects, items and mails. */
beforeAll(async () => {
  const engines = await startEngines({ data: join(root, 'made') });
  for (const key of KEYS) {
    await fetch(`${engines.s3}/reports/${key}`, { method: 'PUT', body: key.repeat(2000) });
    const Item = { pk: { S: key }, sk: { S: 'x' }, body: { S: key.repeat(2000) } };
    await table(engines, 'PutItem', { Item });
    const raw = `From: a@example.com\r\nTo: b@example.com\r\nSubject: ${key}\r\n\r\n${key}`;
    await fetch(`${engines.ses}/v2/email/outbound-emails`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'AWS4-HMAC-SHA256 x' },
      body: JSON.stringify({ Content: { Raw: { Data: Buffer.from(raw).toString('base64') } } }),
    });
  }
  cpSync(join(root, 'made'), open, { recursive: true });
  await engines.stop();
  cpSync(join(root, 'made'), closed, { recursive: true });
});

/** Everything that the engines show; throws where one of them does not answer with 200. */
async function shown(engines: Engines): Promise<Record<string, unknown>> {
  const text = async (answer: Response) => {
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return answer.text();
  };
  const objects = [];
  for (const key of KEYS) objects.push(await text(await fetch(`${engines.s3}/reports/${key}`)));
  const { Count } = JSON.parse(await text(await table(engines, 'Scan', {})));
  const { emails } = JSON.parse(await text(await fetch(`${engines.ses}/store`)));
  return { objects, items: Count, mails: emails.length };
}

async function opened(folder: string): Promise<Record<string, unknown>> {
  const engines = await startEngines({ data: folder });
  try {
    return await shown(engines);
  } finally {
    await engines.stop();
  }
}

const DAMAGES: Record<string, (path: string, size: number) => void> = {
  'cut in the middle': (path, size) => truncateSync(path, Math.floor(size / 2)),
  zeroed: (path, size) => writeFileSync(path, Buffer.alloc(size)),
  'overwritten at its head': (path) => writeFileSync(path, Buffer.from('x'.repeat(200)), { flag: 'r+' }),
  'overwritten in the middle': (path, size) => {
    const bytes = readFileSync(path);
    const start = Math.floor(size / 3);
    writeFileSync(path, bytes.fill('y', start, Math.min(size, start + 8192)));
  },
};
const FILES = ['lock', 'storage/fauxqs.db', 'table/items.sqlite', 'mailbox/messages.ndjson'];
const LOGS = ['storage/fauxqs.db-wal', 'table/items.sqlite-wal'];
const name = (path: string, damage: string) => join(root, `${path} ${damage}`.replaceAll(/[^a-z]+/g, '-'));

describe.each(FILES)('%s', (file) => {
  test.each(Object.entries(DAMAGES))('%s', async (what, damage) => {
    const folder = name(file, what);
    cpSync(closed, folder, { recursive: true });
    const path = join(folder, file);
    damage(path, readFileSync(path).length);
    const outcome = await opened(folder).catch((error: unknown) => error);
    if (outcome instanceof Error) expectTold(outcome, folder);
    // Of a list of mails stays what can be read, and the rest is put aside.
    else if (file.endsWith('.ndjson')) expect(readdirSync(join(folder, 'mailbox')).join()).toContain('damaged');
    else expect(outcome).toEqual(await opened(closed));
  });
});

/** What SQLite had not yet moved out of its log is gone where the log is damaged: up to there, all is as it was. */
describe.each(LOGS)('%s', (file) => {
  test.each(Object.entries(DAMAGES))('%s', async (what, damage) => {
    const folder = name(file, what);
    cpSync(open, folder, { recursive: true });
    const path = join(folder, file);
    damage(path, readFileSync(path).length);
    const engines = await startEngines({ data: folder }).catch((error: unknown) => error);
    if (engines instanceof Error) return expectTold(engines, folder);
    const { s3, stop } = engines as Engines;
    const statuses = await Promise.all(KEYS.map(async (key) => (await fetch(`${s3}/reports/${key}`)).status));
    await stop();
    expect(statuses.toSorted()).toEqual(statuses);
  });
});

function expectTold(outcome: Error, folder: string): void {
  const told = outcome instanceof DiskError ? [outcome] : diskTroublesSoFar();
  expect(told.map(({ path }) => path).join(), outcome.stack).toContain(folder);
}

test('the folder has no file but these', () => {
  const all = readdirSync(closed, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  expect(all.map((file) => file.name).sort()).toEqual(FILES.map((file) => basename(file)).sort());
});
