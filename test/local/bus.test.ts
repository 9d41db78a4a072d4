import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bus, startBus } from '../../infra/local/bus.ts';

let bus: Bus;
const enqueued: string[] = [];
beforeAll(async () => {
  bus = await startBus(0, (queue) => void enqueued.push(queue));
});
afterAll(() => bus.stop());

test.each([
  ['nothing', ''],
  ['no JSON', '{'],
  ['no entries', '{}'],
  ['an empty list', '{"Entries":[]}'],
  ['entries that are none', '{"Entries":[null]}'],
  ['a detail that is no JSON', '{"Entries":[{"Source":"gouji","DetailType":"Recheck Requested","Detail":"{"}]}'],
])('%s is answered with 400, and the bus goes on', async (_what, body) => {
  expect((await fetch(bus.address, { method: 'POST', body })).status).toBe(400);
  expect(enqueued).toEqual([]);
});

test('what it understands is put', async () => {
  const entry = { Source: 'gouji', DetailType: 'Recheck Requested', Detail: '{}', EventBusName: 'gouji-reports' };
  const answer = await fetch(bus.address, { method: 'POST', body: JSON.stringify({ Entries: [entry] }) });
  expect(await answer.json()).toMatchObject({ FailedEntryCount: 0 });
  expect(enqueued).toEqual(['rechecks']);
});
