/** Who is asked to be checked again because a report came, changed or went. */
import { requestRechecks } from '../platform/bus.ts';
import type { NeighbourCard } from '../store/neighbours/neighbours.ts';
import { affectedBy, type NeighbourSources } from './neighbours.ts';
import { markOf } from './seen.ts';

/** Records that were asked for since all that was read was shown: once is enough. */
export type Asked = Set<string>;

/**
 * Asks those around a report whose findings may change.
 * @param gone what it shows no longer; otherwise what it shows now
 */
export async function askOthers(
  around: NeighbourSources | null,
  asked: Asked,
  { gone }: { gone: boolean },
): Promise<void> {
  if (around === null) return;
  const card = { mark: markOf(around.self), gone };
  const others = affectedBy(around).filter(({ id }) => !asked.has(id));
  for (const { id } of others) asked.add(id);
  const unique = new Map(others.map((other) => [other.id, other]));
  await requestRechecks([...unique.values()].map((other) => ({ ...nameOf(other), card })));
}

/** A record by its card, in the state that the card is of. */
export function nameOf({ id, bucket, key, sequencer }: NeighbourCard) {
  return { id, bucket, key, sequencer };
}
