/** What telling of an event costs the table: a budget on requests, whatever the machine. */
import { expect, test } from 'vitest';
import { BALANCE } from '../mail/examples.ts';
import { measured } from '../query/capacity.ts';
import { useWorld } from './world.ts';

const { world } = useWorld();
const RECIPIENTS = 51;

test('51 recipients of one event: at most 60 requests, of both times that its message comes', async () => {
  const w = world();
  for (let index = 0; index < RECIPIENTS; index++) await w.subscribe(`clerk-${index}`, {});
  // The first mail of a deployment makes the key that signs its links.
  await w.deliver(await w.store({ key: 'first.txt', findings: [BALANCE] }));
  await w.settle();
  w.sent.length = 0;
  const stored = await w.store({ key: 'counted.txt', findings: [BALANCE] });
  const { commands } = await measured(async () => {
    w.pass((await w.deliver(stored)) ?? 0);
    await w.deliver(stored);
  });
  expect(w.sent).toHaveLength(RECIPIENTS);
  expect(commands.length).toBeLessThanOrEqual(60);
});
