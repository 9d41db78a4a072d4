/** Processor time of things that are compared, in milliseconds: wall clocks say little on a machine that others use as well. */
export interface Cost {
  /** The least of all batches: other work can only add to it. */
  least: number;
  median: number;
}

/** How long each is run before it counts, so that the engine has compiled what runs often, and how long a batch is. */
const WARM_UP_MS = 1500;
const BATCH_MS = 25;
const ROUNDS = 21;
const FEWEST_BATCHES = 5;

export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The cost of one run of each, measured in turns, so that what else the machine does meets all of them alike. */
export async function inTurns<Name extends string>(
  works: Readonly<Record<Name, () => unknown>>,
): Promise<Record<Name, Cost>> {
  const names = Object.keys(works) as Name[];
  const runs = new Map<Name, number>();
  for (const name of names) {
    await repeat(works[name], WARM_UP_MS);
    const { median } = summary(await repeat(works[name], 10 * BATCH_MS));
    runs.set(name, Math.max(1, Math.round(BATCH_MS / median)));
  }
  const costs = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of names) {
      const count = runs.get(name) as number;
      const start = cpuTime();
      for (let run = 0; run < count; run += 1) await works[name]();
      costs.get(name)?.push((cpuTime() - start) / count);
    }
  }
  return Object.fromEntries(names.map((name) => [name, summary(costs.get(name) ?? [])])) as Record<Name, Cost>;
}

/** The processor time of each run, until all have taken `time` milliseconds together. */
export async function repeat(run: () => unknown, time: number): Promise<number[]> {
  const costs: number[] = [];
  for (let spent = 0; spent < time || costs.length < FEWEST_BATCHES; spent += costs.at(-1) as number) {
    const start = cpuTime();
    await run();
    costs.push(cpuTime() - start);
  }
  return costs;
}

export function summary(costs: readonly number[]): Cost {
  const sorted = costs.toSorted((one, other) => one - other);
  return { least: sorted[0] as number, median: sorted[sorted.length >> 1] as number };
}
