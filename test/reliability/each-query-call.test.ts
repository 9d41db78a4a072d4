/**
 * Every call of a service that an operation of the API makes fails once, in every way that such calls fail: the client
 * gets a problem document, sends the same again, and stands where it would have stood without the failure. Nothing is
 * doubled. In the suite a few operations and one fault of each of their calls; all of them: `npm run test:long`.
 */
import { S3Client } from '@aws-sdk/client-s3';
import { beforeAll, expect, test } from 'vitest';
import { rebuildChanged } from '../../functions/dataset/rebuild.ts';
import { OPERATIONS } from '../../functions/query/operations.ts';
import { useApi } from '../query/api.ts';
import { runs } from '../support/random.ts';
import { CASES, type Case, WITHOUT_CALLS } from './calls/query-cases.ts';
import { ask, filled, makeWorld, timeless, type Values } from './calls/query-world.ts';
import { type Fault, faultsOf, type Watch, watchCalls } from './calls/watch.ts';

const api = useApi();
const isLong = runs(1) > 1;
/** In the suite one of so many operations, and each that asks another function. */
const EACH = 8;
let watch: Watch;
let s3: S3Client;
/** What is read only is the same each time. */
let readers: Values;
let trials = 0;

beforeAll(async () => {
  watch = watchCalls();
  s3 = new S3Client({ forcePathStyle: true });
  readers = await makeWorld(s3, trials++);
  await rebuildChanged(s3);
});

interface Outcome {
  status: number;
  shown: string;
}

async function trial(operation: string, of: Case, strike: { label: string; fault: Fault } | null): Promise<Outcome> {
  const values = operation.startsWith('get ') ? readers : await makeWorld(s3, trials++);
  const send = (which: string, how: Case) => ask(api().address, which, how, values);
  for (const before of of.after ?? []) expect((await send(before, CASES[before] as Case)).status).toBeLessThan(400);
  watch.begin(strike);
  let answer = await send(operation, of);
  watch.end();
  let text = await answer.text();
  if (answer.status >= 500) {
    const isPage = of.headers?.Accept === 'text/html';
    const isProblem = isPage || answer.headers.get('content-type')?.startsWith('application/problem+json');
    if (!isProblem || /\n\s+at |injected/.test(text)) throw new Error(`not a problem document: ${text.slice(0, 200)}`);
    answer = await send(operation, of);
    text = await answer.text();
  }
  const seen: string[] = [];
  for (const path of of.shows ?? []) {
    const shown = await fetch(`${api().address}${encodeURI(filled(path, values))}`, { redirect: 'manual' });
    const told = await shown.text();
    // A list holds what other trials left: of it counts what this one did.
    const isList = path === '/grants' || path === '/subscriptions';
    seen.push(`${shown.status} ${isList ? told.split(values.n as string).length : timeless(told, values)}`);
  }
  const isJson = answer.headers.get('content-type')?.startsWith('application/json');
  return { status: answer.status, shown: seen.join('\n') || (isJson ? timeless(text, values) : '') };
}

const asksAnother = /file|withdrawal|supersede/;
const chosen = Object.entries(CASES).filter(
  ([name], at) => isLong || at % EACH === 0 || (asksAnother.test(name) && !name.startsWith('get ')),
);

test.each(chosen)(
  '%s',
  async (operation, of) => {
    const calm = await trial(operation, of, null);
    const labels = [...new Set(watch.calls)];
    expect(calm.status, calm.shown).toBeLessThan(400);
    expect(labels.filter((label) => faultsOf(label) === undefined)).toEqual([]);
    for (const [at, label] of labels.entries()) {
      const faults = faultsOf(label) ?? [];
      for (const fault of isLong ? faults : faults.filter((_, index) => index === at % faults.length)) {
        const struck = await trial(operation, of, { label, fault });
        expect(struck, `${label}, ${fault}`).toEqual(calm);
      }
    }
  },
  300_000,
);

test('every operation has a case, or a reason why it has none', () => {
  const operations = OPERATIONS.map(({ method, path }) => `${method} ${path}`);
  const named = [...Object.keys(CASES), ...Object.keys(WITHOUT_CALLS)];
  expect(named.map((name) => name.replace('{subscription}', '{id}')).sort()).toEqual(operations.sort());
});
