/**
 * The process dies before every step of sending: no mail is lost, and a second copy goes out only where it died between
 * the post office's taking the mail and the writing of the receipt.
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

test('killed at every step of sending', async () => {
  const w = world();
  await w.subscribe('clerk', {});
  // The first mail of a deployment makes the key that signs its links; the steps counted below are those of every mail.
  await run(w, 'first.txt', new Process(0));
  w.sent.length = 0;
  const whole = new Process(0);
  await run(w, 'whole.txt', whole);
  expect(w.sent).toHaveLength(1);
  const receipt = whole.steps.indexOf('send') + 1;
  expect(whole.steps[receipt]).toMatch(/RECEIPT$/);
  const wrong: string[] = [];
  for (const [index, step] of whole.steps.entries()) {
    w.sent.length = 0;
    await run(w, `${index}.txt`, new Process(index + 1));
    if (w.sent.length !== (index === receipt ? 2 : 1)) wrong.push(`${index} ${step}: ${w.sent.length} mails`);
  }
  expect(wrong).toEqual([]);
}, 240_000);

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
