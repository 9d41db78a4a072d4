/** A client that uploads, overwrites and removes, and remembers what it was told: which content each key may have now. */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { anyFile, type ChaosFile } from './files.ts';
import type { Client } from './laptop.ts';
import type { Random } from './random.ts';

/** What is to be done with a key; `null` removes it. */
interface Step {
  key: string;
  file: ChaosFile | null;
}

/** Requests on the way at once. */
const AT_ONCE = 8;
const RETRY_MILLISECONDS = 40;

/** `undefined`: no object. */
export type Content = string | undefined;
export const contentOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** So many keys, each with up to four steps; the steps of one key keep their order, those of different keys mix. */
export function planOf(keys: number, random: Random, fixtures: readonly ChaosFile[]): Step[] {
  const plan: { at: number; step: Step }[] = [];
  for (let number = 0; number < keys; number++) {
    const file = anyFile(random, fixtures);
    const key = `${random.of(['', '区/', '甲 乙/'])}${number}${file.extension}`;
    const steps: Step[] = [{ key, file }];
    while (steps.length < 4 && random.next() < 0.35)
      steps.push({ key, file: random.next() < 0.25 ? null : anyFile(random, fixtures) });
    const times = steps.map(() => random.next()).sort();
    for (const [index, step] of steps.entries()) plan.push({ at: times[index] as number, step });
  }
  return plan.sort((one, other) => one.at - other.at).map(({ step }) => step);
}

export class Load {
  /** What each key may hold: one content, or several where an answer was cut off. */
  readonly possible = new Map<string, Set<Content>>();
  accepted = 0;
  cut = 0;
  readonly #steps: Step[];
  readonly #random: Random;
  readonly #client: Client;

  constructor(steps: readonly Step[], client: Client, random: Random) {
    this.#steps = [...steps];
    this.#client = client;
    this.#random = random;
  }

  get left(): number {
    return this.#steps.length;
  }

  /** Makes so many steps, or as many as can be until the signal. */
  async run(most: number, signal: AbortSignal): Promise<void> {
    const batch = this.#steps.splice(0, most);
    const undone: Step[] = [];
    const busy = new Set<string>();
    const worker = async () => {
      while (!signal.aborted) {
        const index = batch.findIndex(({ key }) => !busy.has(key));
        if (index < 0) {
          if (batch.length === 0) return;
          await sleep(1);
          continue;
        }
        const [step] = batch.splice(index, 1) as [Step];
        busy.add(step.key);
        if (!(await this.#make(step, signal))) undone.push(step);
        busy.delete(step.key);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    this.#steps.unshift(...undone, ...batch);
  }

  /** @returns whether it need not be made again */
  async #make({ key, file }: Step, signal: AbortSignal): Promise<boolean> {
    const content = file === null ? undefined : contentOf(file.bytes);
    while (!signal.aborted) {
      try {
        await this.#client.send(key, file?.bytes ?? null);
        this.accepted += 1;
        this.possible.set(key, new Set([content]));
        return true;
      } catch (error) {
        const { code } = ((error as Error).cause ?? {}) as { code?: string };
        if (code === undefined) throw error;
        if (code !== 'ECONNREFUSED') {
          // Nobody knows whether it was taken. Some clients try again, some do not.
          this.cut += 1;
          this.possible.set(key, new Set([...(this.possible.get(key) ?? [undefined]), content]));
          return this.#random.next() < 0.3;
        }
        await sleep(RETRY_MILLISECONDS);
      }
    }
    return false;
  }
}
