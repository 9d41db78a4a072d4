/** After a kill: finds the objects whose event never reached the queue. */
import { takeInventory } from '../../functions/inventory/compare.ts';
import type { Engines } from './engines.ts';

/** An upload is on disk a moment before its event is; S3 itself never loses one, so only the laptop needs this. */
export async function recover(engines: Engines): Promise<void> {
  const waiting = new Set(engines.waiting('ingest').map((body) => JSON.parse(body).detail?.object?.key));
  for (const { kind, key, version } of (await takeInventory()).differences) {
    if (waiting.has(key)) continue;
    engines.announceObject({ key, version, kind: kind === 'orphaned' ? 'Object Deleted' : 'Object Created' });
  }
}
