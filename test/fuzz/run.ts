/** Runs inputs through a process of bounded memory and time, and tells which of them failed and how. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Input, Inputs } from './inputs.ts';
import type { Answer } from './messages.ts';

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
 * @param first number of the first input
 * @param isOver asked before each input
 * @param hear told of each failure at once
 */
export async function run(
  inputs: Inputs,
  first: number,
  isOver: (count: number) => boolean,
  hear: (failed: Failed) => void = () => {},
): Promise<Outcome> {
  const outcome: Outcome = { inputs: 0, cells: 0, outcomes: {}, slowest: 0, failed: [] };
  let reader = await Reader.start();
  for (let number = first; !isOver(outcome.inputs); number++) {
    const input = inputs.at(number);
    const answer = await reader.read(input);
    outcome.inputs++;
    for (const [failure, detail] of failuresOf(answer)) {
      const failed = { number, failure, detail, input };
      outcome.failed.push(failed);
      hear(failed);
    }
    if (typeof answer === 'string') {
      reader.stop();
      reader = await Reader.start();
      continue;
    }
    outcome.cells += answer.cells;
    outcome.slowest = Math.max(outcome.slowest, answer.milliseconds);
    for (const each of answer.outcomes) outcome.outcomes[each] = (outcome.outcomes[each] ?? 0) + 1;
  }
  reader.stop();
  return outcome;
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

class Reader {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  static async start(): Promise<Reader> {
    const child = fork(join(import.meta.dirname, 'child.ts'), {
      execArgv: [`--max-old-space-size=${MEGABYTES}`, '--disable-warning=ExperimentalWarning'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    await new Promise((ready) => child.once('message', ready));
    return new Reader(child);
  }

  read({ name, bytes }: Input): Promise<Answer | 'hang' | 'died'> {
    const child = this.#child;
    return new Promise((answered) => {
      const end = (answer: Answer | 'hang' | 'died') => {
        clearTimeout(patience);
        child.removeAllListeners();
        answered(answer);
      };
      const patience = setTimeout(() => end('hang'), PATIENCE_SECONDS * 1000);
      child.once('message', (answer) => end(answer as Answer));
      child.once('exit', () => end('died'));
      child.send({ name, bytes });
    });
  }

  stop(): void {
    this.#child.kill('SIGKILL');
  }
}
