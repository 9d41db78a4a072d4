/** Mails that wait in windows of the release before go out all the same. */
import { expect, test } from 'vitest';
import { readAllNotified } from '../../functions/store/mail/notified.ts';
import { recipientOf } from '../../functions/store/mail/subscription-items.ts';
import { putItem } from '../../functions/store/table/items.ts';
import { packJson } from '../../functions/store/table/packing.ts';
import { queryAll } from '../../functions/store/table/query.ts';
import { BALANCE } from '../mail/examples.ts';
import { useWorld } from './world.ts';

const { world } = useWorld();

test('what waits is sent, what was sent is remembered, and the window is gone', async () => {
  const w = world();
  await w.subscribe('clerk', {});
  const recipient = recipientOf('clerk@example.com');
  const [waits, sent] = [await w.store({ key: 'waits.txt', findings: [BALANCE] }), await w.store({ key: 'sent.txt' })];
  const [pk, subscription] = [`MAIL#WINDOW#${recipient}#3604`, 'clerk'];
  const told = [{ fingerprint: 'f', spot: 's', message: BALANCE.message }];
  const pending = { report: waits.id, subscription, since: w.now.toISOString() };
  await putItem({ pk, sk: `PENDING#${waits.id}`, ...pending });
  await putItem({ pk, sk: 'RECEIPT', packed: packJson({ reports: [{ report: sent.id, subscription, told }] }) });
  await putItem({ pk, sk: 'PACE', times: [] });
  await putItem({ pk: 'MAIL#OPEN', sk: `${recipient}#3604`, recipient, group: '3604', stamp: 'stamp' });
  await w.settle();
  expect(w.sent).toHaveLength(1);
  expect((await readAllNotified(sent.id)).get(recipient)).toEqual(told);
  expect([...(await queryAll({ partition: pk })), ...(await queryAll({ partition: 'MAIL#OPEN' }))]).toEqual([]);
});
