/** What functions ask of the laptop's engines without a request: the same answers as with one, refusals too. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { current, download } from '../../functions/ingest/objects.ts';
import { requestRecheck } from '../../functions/platform/bus.ts';
import { type Engines, startEngines } from '../../infra/local/engines.ts';

let engines: Engines;
beforeAll(async () => {
  engines = await startEngines({ data: null });
  Object.assign(process.env, engines.environment);
});
afterAll(() => engines.stop());

const versions = () => engines.waiting('ingest').map((body) => JSON.parse(body).detail.object['version-id'] as string);

test('each version of an object is read; what is not there is told as S3 tells it', async () => {
  const object = { bucket: 'reports', key: '县/第1份 a+b%.txt' };
  for (const text of ['先', '后']) engines.putObject(object.key, Buffer.from(text));
  await fetch(`${engines.s3}/reports/${encodeURIComponent(object.key)}`, { method: 'DELETE' });
  const [first, second, marker] = versions().map((version) => ({ ...object, version }));
  if (!first || !second || !marker) throw new Error('an event is missing');
  expect(await download(first)).toEqual({ bytes: Buffer.from('先') });
  expect(await download(second)).toEqual({ bytes: Buffer.from('后') });
  await expect(download(marker)).rejects.toThrow('MethodNotAllowed');
  expect(await download({ ...object, version: 'none' })).toBeNull();
  expect(await download({ ...object, version: null })).toBeNull();
  // HEAD has no shortcut: it must reach S3, and no other engine.
  expect(await current(first)).toMatchObject({ version: first.version, size: 3 });
  expect(await current({ ...object, version: null })).toBeNull();
});

test('an event is put into the queues that its rule names', async () => {
  await requestRecheck({ bucket: 'reports', key: 'a.txt', id: 'x' } as Parameters<typeof requestRecheck>[0]);
  expect(engines.waiting('rechecks').map((body) => JSON.parse(body).detail)).toMatchObject([{ key: 'a.txt' }]);
});
