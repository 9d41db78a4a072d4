/**
 * The process dies before every step of sending: no mail is lost, and a second copy goes out only where it died between
 * the post office's taking mails that leave together and the writing of their receipts.
 */
import { afterEach, expect, test } from 'vitest';
import { table } from '../../functions/store/table/table.ts';
import { BALANCE } from '../mail/examples.ts';
import { useWorld, type World } from './world.ts';

const { world } = useWorld();
const KILL = 'kill';

/** Counts the steps that leave the process; the fatal one and those after it never leave. */
class Process {
  steps: string[] = [];
  #fatal: number;
  #isDead = false;

  constructor(fatal: number) {
    this.#fatal = fatal;
  }

  step(name: string): void {
    if (!this.#isDead) this.steps.push(name);
    this.#isDead ||= this.steps.length === this.#fatal;
    if (this.#isDead) throw new Error('killed');
  }
}

function watch(process: Process, w: World): void {
  table().client.middlewareStack.add(
    (next, context) => async (args) => {
      const item = (args.input as { Item?: { sk?: string } }).Item?.sk;
      process.step([context.commandName, item].filter(Boolean).join(' '));
      return next(args);
    },
    { step: 'initialize', name: KILL, priority: 'high' },
  );
  w.onSend = (when) => {
    if (when === 'before') process.step('send');
  };
}

function unwatch(w: World): void {
  table().client.middlewareStack.remove(KILL);
  w.onSend = () => {};
}

afterEach(() => {
  table().client.middlewareStack.remove(KILL);
});

/** One report fails and its mail is due; the process works on the event until it is done or dies. */
async function run(w: World, key: string, process: Process): Promise<void> {
  const stored = await w.store({ key, findings: [BALANCE] });
  await w.deliver(stored);
  w.pass(10);
  watch(process, w);
  await w.deliver(stored).catch(() => undefined);
  unwatch(w);
  // The queue delivers the event again, and the sweep comes; both long enough after the lease has run out.
  w.pass(400);
  await w.deliver(stored);
  w.pass(10);
  await w.sweep();
  w.pass(70);
  await w.sweep();
}

test.each([
  ['every step of sending one mail', 1, 1],
  ['every fifth step of sending more than leave together', 12, 5],
])('killed at %s', async (_, recipients, every) => {
  const w = world();
  for (let index = 0; index < recipients; index++) await w.subscribe(`clerk-${index}`, {});
  // The first mail of a deployment makes the key that signs its links; the steps counted below are those of every mail.
  await run(w, `${recipients} first.txt`, new Process(0));
  w.sent.length = 0;
  const whole = new Process(0);
  await run(w, `${recipients} whole.txt`, whole);
  expect(w.sent).toHaveLength(recipients);
  const receipts = whole.steps.flatMap((step, index) => (/SENT$/.test(step) ? [index] : []));
  expect(receipts.length).toBeGreaterThan(1);
  const wrong: string[] = [];
  for (const [index, step] of whole.steps.entries()) {
    if (index % every !== 0) continue;
    w.sent.length = 0;
    await run(w, `${recipients} ${index}.txt`, new Process(index + 1));
    const to = (await w.mails()).map((mail) => mail.to?.[0]?.address);
    const twice = to.length - new Set(to).size;
    // Those that were taken since the receipts before: none where it died before any or after the last was written.
    const since = receipts.findLast((receipt) => receipt < index) ?? 0;
    const taken = whole.steps.slice(since, index).filter((before) => before === 'send').length;
    if (new Set(to).size !== recipients || twice !== taken) wrong.push(`${index} ${step}: ${to.length} mails`);
  }
  expect(wrong).toEqual([]);
});

test('a process that is held up for longer than a lease, between a mail and its receipt, sends no second one', async () => {
  const w = world();
  await w.subscribe('held-up', {});
  const stored = await w.store({ key: 'held-up.txt', findings: [BALANCE] });
  await w.deliver(stored);
  w.pass(10);
  w.sent.length = 0;
  w.onSend = async (when) => {
    if (when === 'before') return;
    w.onSend = () => {};
    w.pass(400);
    await w.sweep();
  };
  await w.deliver(stored);
  expect(w.sent).toHaveLength(1);
});
