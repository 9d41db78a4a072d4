/** What stands under a key now, whatever events have told of it: one may have got lost. */
import type { ObjectName } from '../store/records/manifest.ts';
import { recordIds } from '../store/records/manifest.ts';
import { readStates } from '../store/records/states.ts';
import { current } from './objects.ts';
import { EARLIEST, type ObjectState, sequencerAfter } from './work.ts';

/** The present state of an object; `isThere` says whether there is one, `live` which records it has. */
interface Present {
  state: ObjectState;
  isThere: boolean;
  live: string[];
}

/**
 * The state that is stored where that is the present one. Another has its place right behind what is stored, so that
 * whatever S3 says of a later one still counts.
 */
export async function presentState({ bucket, key }: ObjectName): Promise<Present> {
  const [known, there] = await Promise.all([
    recordIds({ bucket, key }).then(readStates),
    current({ bucket, key, version: null }),
  ]);
  const live = known.filter(({ removed }) => !removed);
  const latest = known.map(({ sequencer }) => sequencer).reduce((one, other) => (one > other ? one : other), '');
  const ids = live.map(({ id }) => id);
  const [first] = live;
  const isStored = live.every(({ version, sequencer }) => version === there?.version && sequencer === latest);
  if (there !== null && first !== undefined && isStored) {
    const { version, sequencer, receivedAt } = first;
    return { state: { bucket, key, version, sequencer, receivedAt }, isThere: true, live: ids };
  }
  const sequencer = latest === '' ? EARLIEST : sequencerAfter(latest);
  const receivedAt = (there?.changed ?? new Date()).toISOString();
  const state = { bucket, key, version: there?.version ?? null, sequencer, receivedAt };
  return { state, isThere: there !== null, live: ids };
}
