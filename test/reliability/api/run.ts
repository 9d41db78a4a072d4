/** Thousands of requests made from the description of the API, most of them wrong somewhere. */
import { randomFrom } from '../chaos/random.ts';
import { send, shortOf, wrongWith } from './judge.ts';
import { Requests } from './requests.ts';
import { startWorld } from './world.ts';

/** What requests removed is put back after so many. */
const REFRESH_EVERY = 150;
/** In so many a second caller has to be known. */
const KNOWN_SHARE = 0.2;

export interface Fuzzed {
  /** Answers by status. */
  statuses: Record<string, number>;
  /** By operation, how many were done and how many refused. */
  operations: Record<string, { done: number; refused: number }>;
  wrong: string[];
}

/** Goes through all operations in turn. @param say told of progress */
export async function fuzzApi(seed: number, times: number, say: (line: string) => void): Promise<Fuzzed> {
  const random = randomFrom(seed);
  const world = await startWorld();
  const requests = new Requests(world.description, random);
  const fuzzed: Fuzzed = { statuses: {}, operations: {}, wrong: [] };
  for (const name of requests.operations) fuzzed.operations[name] = { done: 0, refused: 0 };
  try {
    let known = await world.refresh();
    for (let at = 0; at < times; at++) {
      if (at % REFRESH_EVERY === REFRESH_EVERY - 1) known = await world.refresh();
      if (at % 1000 === 999) say(`${at + 1} requests, ${fuzzed.wrong.length} wrong`);
      const sent = requests.make(at, known);
      const address = world.addresses[random.next() < KNOWN_SHARE ? 'known' : 'trusted'];
      const answered = await send(address, sent);
      fuzzed.statuses[answered.status] = (fuzzed.statuses[answered.status] ?? 0) + 1;
      const counts = fuzzed.operations[sent.operation] as { done: number; refused: number };
      counts[answered.status < 400 ? 'done' : 'refused'] += 1;
      const wrong = wrongWith(sent, answered);
      const cause = world.causes.splice(0).join('\n');
      if (wrong !== null) fuzzed.wrong.push(`${shortOf(sent)} → ${wrong} ${cause.slice(0, 600)}`);
    }
    const kept = await world.kept();
    for (const { index } of kept.matchAll(/\ufffd/g))
      fuzzed.wrong.push(`stored as a replacement character: ${kept.slice(Math.max(0, index - 300), index + 60)}`);
    return fuzzed;
  } finally {
    await world.stop();
  }
}
