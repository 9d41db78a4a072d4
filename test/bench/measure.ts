/** Processor time of one run, in milliseconds: wall clocks say little on a machine that others use as well. */
export interface Cost {
  /** The least of all batches: other work can only add to it. */
  least: number;
  median: number;
}

const BATCHES_MS = 300;
const FEWEST_BATCHES = 5;

/** Runs twice as long, and takes the second half in batches; `runs`: how many runs one call of `batch` makes; `time`: of the processor. */
export async function measure(batch: () => unknown, runs: number, time = BATCHES_MS): Promise<Cost> {
  await repeat(batch, time);
  const costs = await repeat(batch, time);
  return summary(costs.map((cost) => cost / runs));
}

/** The processor time of each run, until all have taken `time` milliseconds together. */
export async function repeat(run: () => unknown, time: number): Promise<number[]> {
  const costs: number[] = [];
  for (let spent = 0; spent < time || costs.length < FEWEST_BATCHES; spent += costs.at(-1) as number) {
    const start = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(start);
    costs.push((user + system) / 1000);
  }
  return costs;
}

export function summary(costs: readonly number[]): Cost {
  const sorted = costs.toSorted((one, other) => one - other);
  return { least: sorted[0] as number, median: sorted[sorted.length >> 1] as number };
}

/** `0.89 (1.44)`: the least, and the median in brackets. */
export function shown({ least, median }: Cost): string {
  return `${least.toFixed(2)} (${median.toFixed(2)})`;
}
