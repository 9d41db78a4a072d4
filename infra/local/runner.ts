/** Runs the functions on the laptop: queues are polled and schedules kept as the wiring says, one call at a time. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { QUEUES, type QueueName, SCHEDULES } from '../wiring.ts';
import { contextOf } from './context.ts';
import { DiskError } from './disk.ts';
import type { Engines } from './engines.ts';
import { type Handler, loadHandler } from './handler.ts';
import type { Received } from './storage.ts';

/** How one call for messages of a queue ended, message by message. */
export interface Handled {
  queue: QueueName;
  body: string;
  /** `dead`: it failed for the last time. */
  outcome: 'done' | 'again' | 'dead';
}

interface Runner {
  /** Resolves when no message of these queues waits or is being worked on, or after the given time. */
  idle(queues: readonly QueueName[], withinMilliseconds: number): Promise<boolean>;
  /** Ends polling; what is being worked on is finished first. */
  stop(): Promise<void>;
}

interface RunnerOptions {
  queues: readonly QueueName[];
  schedules: readonly (keyof typeof SCHEDULES)[];
  /** Told after each message, and waited for before the next. */
  onHandled(handled: Handled): void | Promise<void>;
  /** Seconds before a message that failed so many times comes again. */
  retryAfter?: (tries: number) => number;
}

/** How long a queue that was empty is left alone. */
const LOOK_AGAIN_MILLISECONDS = 50;

/** Files that are made anew from everything that is stored, as often as something came. */
const MAY_WAIT: readonly (keyof typeof SCHEDULES)[] = ['dataset'];

/** No message for so long: no more come. */
const QUIET_MILLISECONDS = 5000;

/** The cloud waits for the visibility timeout, some minutes; too long at a laptop. */
const soon = (tries: number) => Math.min(2 ** (tries - 1), 60);

export function startRunner(engines: Engines, options: RunnerOptions): Runner {
  const stopping = new AbortController();
  let last = 0;
  const onHandled = (handled: Handled) => {
    last = Date.now();
    return options.onHandled(handled);
  };
  const isBusy = () => Date.now() - last < QUIET_MILLISECONDS;
  const loops = [
    ...options.queues.map((queue) => poll(engines, queue, stopping.signal, { ...options, onHandled })),
    ...options.schedules.map((schedule) => keep(schedule, stopping.signal, isBusy)),
  ].map((loop) => loop.catch(unlessDisk));
  return {
    async idle(queues, withinMilliseconds) {
      const end = Date.now() + withinMilliseconds;
      while (queues.some((queue) => engines.waiting(queue).length > 0)) {
        if (Date.now() > end) return false;
        await pause(20, stopping.signal);
      }
      return true;
    },
    async stop() {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}

/** Trouble with the disk is told to whoever waits for it (`diskTrouble`), and ends the process there. */
function unlessDisk(error: unknown): void {
  if (!(error instanceof DiskError)) throw error;
}

async function poll(
  engines: Engines,
  queue: QueueName,
  signal: AbortSignal,
  { onHandled, retryAfter = soon }: RunnerOptions,
): Promise<void> {
  const { target, batchSize, maxReceiveCount } = QUEUES[queue];
  const { arrival, receive, remove, putBack, visibleAt } = engines.queues;
  const handler = await loadHandler<SQSEvent, SQSBatchResponse>(target);
  while (!signal.aborted) {
    const messages = receive(queue, batchSize);
    if (messages.length === 0) {
      // What other programs put in, and what becomes visible again, rings no bell.
      await arrival(queue, LOOK_AGAIN_MILLISECONDS);
      continue;
    }
    const due = new Map(messages.map(({ receiptHandle }) => [receiptHandle, visibleAt(queue, receiptHandle)]));
    const failed = await call(handler, queue, messages);
    for (const { id, receiptHandle, body, tries } of messages) {
      if (!failed.has(id)) {
        await onHandled({ queue, body, outcome: 'done' });
        remove(queue, receiptHandle);
        continue;
      }
      // A function may have said itself when the message is to come again.
      if (visibleAt(queue, receiptHandle) === due.get(receiptHandle)) putBack(queue, receiptHandle, retryAfter(tries));
      await onHandled({ queue, body, outcome: tries < maxReceiveCount ? 'again' : 'dead' });
    }
    // Other work of this process gets its turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** @returns ids of the messages that failed: those that the function names, or all where it broke */
async function call(
  handler: Handler<SQSEvent, SQSBatchResponse>,
  queue: QueueName,
  messages: readonly Received[],
): Promise<Set<string>> {
  const Records = messages.map(({ id, receiptHandle, body, tries }) => ({
    ...{ messageId: id, receiptHandle, body },
    attributes: { ApproximateReceiveCount: String(tries) } as SQSEvent['Records'][number]['attributes'],
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:us-east-1:000000000000:${queue}`,
    awsRegion: 'us-east-1',
  }));
  try {
    const { batchItemFailures } = await handler({ Records }, contextOf(QUEUES[queue].target));
    return new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  } catch (error) {
    console.error(`${QUEUES[queue].target}:`, error);
    return new Set(Records.map(({ messageId }) => messageId));
  }
}

/** A schedule whose work may wait is passed over while messages come: it would only take their time. */
async function keep(name: keyof typeof SCHEDULES, signal: AbortSignal, isBusy: () => boolean): Promise<void> {
  const { target, everySeconds, input } = SCHEDULES[name];
  const mayWait = MAY_WAIT.includes(name);
  const handler = await loadHandler<typeof input, unknown>(target);
  while (!signal.aborted) {
    await pause(everySeconds * 1000, signal);
    if (signal.aborted) return;
    if (mayWait && isBusy()) continue;
    await handler(input, contextOf(target)).catch((error) => console.error(`${target}:`, error));
  }
}

/** Leaves nothing behind on the signal, which lives as long as the process. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch((error) => {
    if (!signal.aborted) throw error;
  });
}
