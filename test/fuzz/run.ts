/** Runs inputs through a process of bounded memory and time, and tells which of them failed and how. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { type Input, Inputs } from './inputs.ts';
import type { Answer, Task } from './messages.ts';

/** Bounds of one input: of memory, of processor time, and of time on the wall for what never comes back. */
const MEGABYTES = 512;
const SECONDS = 5;
const PATIENCE_SECONDS = 60;

type Failure = 'crash' | 'slow' | 'hang' | 'died' | 'stack' | 'invented';

export interface Failed {
  number: number;
  failure: Failure;
  detail: string;
  input: Input;
}

export interface Outcome {
  inputs: number;
  cells: number;
  /** By status or reason. */
  outcomes: Record<string, number>;
  slowest: number;
  failed: Failed[];
}

/**
 * @param kinds endings of the files to start from, all where none are given
 * @param first number of the first input
 * @param isOver asked after each input
 * @param hear told of each failure at once
 */
export async function run(
  kinds: readonly string[],
  first: number,
  isOver: (count: number) => boolean,
  hear: (failed: Failed) => void = () => {},
): Promise<Outcome> {
  const outcome: Outcome = { inputs: 0, cells: 0, outcomes: {}, slowest: 0, failed: [] };
  const inputs = new Inputs(kinds);
  /** Whether there is more to read. */
  const take = (number: number, answer: Answer | 'hang' | 'died'): boolean => {
    outcome.inputs++;
    for (const [failure, detail] of failuresOf(answer)) {
      const failed = { number, failure, detail, input: inputs.at(number) };
      outcome.failed.push(failed);
      hear(failed);
    }
    if (typeof answer !== 'string') {
      outcome.cells += answer.cells;
      outcome.slowest = Math.max(outcome.slowest, answer.milliseconds);
      for (const each of answer.outcomes) outcome.outcomes[each] = (outcome.outcomes[each] ?? 0) + 1;
    }
    return !isOver(outcome.inputs);
  };
  for (let next = first; ; ) {
    const { number, end } = await readFrom({ kinds, first: next }, take);
    if (end === null || !take(number, end)) return outcome;
    next = number + 1;
  }
}

/** Has inputs read until `take` has enough, or the process ends or hangs; tells at which input. */
function readFrom(
  task: Task,
  take: (number: number, answer: Answer) => boolean,
): Promise<{ number: number; end: 'hang' | 'died' | null }> {
  const child = fork(join(import.meta.dirname, 'child.ts'), {
    execArgv: [`--max-old-space-size=${MEGABYTES}`, '--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((ended) => {
    let number = task.first;
    const end = (how: 'hang' | 'died' | null) => {
      clearTimeout(patience);
      child.removeAllListeners();
      child.kill('SIGKILL');
      ended({ number, end: how });
    };
    const patience = setTimeout(() => end('hang'), PATIENCE_SECONDS * 1000);
    child.on('message', (answer: Answer) => {
      patience.refresh();
      number = answer.number + 1;
      if (!take(answer.number, answer)) end(null);
    });
    child.once('exit', () => end('died'));
    child.send(task);
  });
}

function failuresOf(answer: Answer | 'hang' | 'died'): [Failure, string][] {
  if (typeof answer === 'string') return [[answer, '']];
  return [
    ...(answer.error !== null ? [['crash', answer.error] as [Failure, string]] : []),
    ...(answer.milliseconds > SECONDS * 1000
      ? [['slow', `${Math.round(answer.milliseconds)} ms`] as [Failure, string]]
      : []),
    ...(answer.outcomes.includes('stack') ? [['stack', ''] as [Failure, string]] : []),
    ...(answer.invented.length > 0 ? [['invented', answer.invented.slice(0, 3).join('; ')] as [Failure, string]] : []),
  ];
}
