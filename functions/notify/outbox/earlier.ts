/**
 * Mails that wait as the releases before 2026-11-28 kept them, in a window for each recipient: what was told is
 * remembered, what waits is put into the outbox.
 */
import { writeNotified } from '../../store/mail/notified.ts';
import { batchWrite } from '../../store/table/batch.ts';
import type { Key } from '../../store/table/items.ts';
import { unpackJson } from '../../store/table/packing.ts';
import { queryAll } from '../../store/table/query.ts';
import { addWaiting, type Receipt, type WaitingReport } from './items.ts';

const OPEN = 'MAIL#OPEN';
interface Window extends Key {
  recipient: string;
  group: string;
}
type Item = Key & WaitingReport & { subscription: string; packed?: Uint8Array };

/** Repeating it changes nothing. */
export async function takeOverWindows(): Promise<void> {
  for (const { pk, sk, recipient, group } of await queryAll<Window>({ partition: OPEN })) {
    const items = await queryAll<Item>({ partition: `MAIL#WINDOW#${sk}` });
    for (const { sk: kind, packed, report, since, subscription, correlationId } of items) {
      if (kind === 'RECEIPT' && packed) {
        const { reports } = unpackJson<{ reports: Omit<Receipt, 'recipient'>[] }>(packed);
        await writeNotified(reports.map((one) => ({ ...one, recipient })));
      } else if (kind.startsWith('PENDING#')) {
        await addWaiting(group, { report, since, correlationId }, [{ recipient, subscription }]);
      }
    }
    await batchWrite([...items, { pk, sk }].map((item) => ({ remove: { pk: item.pk, sk: item.sk } })));
  }
}
