/**
 * Which readings of the rows of table 3 fit together: the results add up to (七)总计 in every column, and what came in
 * equals what went out. Each row comes with the ways in which it could be read; what no whole table holds is dropped.
 */
import { RESULT_ROWS, type RequestRow } from '../../../domain/addresses.ts';

/** A row in one reading: its seven numbers, blanks as 0. */
export type Way = readonly number[];
export type Ways = ReadonlyMap<RequestRow, readonly Way[]>;

const FRAME = ['received', 'carriedIn', 'total', 'carriedOut'] as const;
/** Sums of the first rows that may be kept, times ways to go on: beyond, nothing is concluded. */
const MOST_STEPS = 150_000;

/**
 * For each row the ways that stand in at least one table in which all sums hold; `null` where there is no such table, where
 * one of the four frame rows is missing, or where there are too many to tell. Takes at most {@link MOST_STEPS} steps.
 */
export function fittingWays(ways: Ways): Ways | null {
  const frame = FRAME.map((row) => ways.get(row) ?? []);
  if (frame.some((row) => row.length === 0)) return null;
  const [received, carriedIn, totals, carriedOut] = frame as [Way[], Way[], Way[], Way[]];
  const results = RESULT_ROWS.filter((row) => ways.has(row));
  const budget = { steps: MOST_STEPS };
  const bound = WIDTHS.map((column) => Math.max(...totals.map((way) => way[column] as number)));
  const layers = sumsOf(
    results.map((row) => ways.get(row) ?? []),
    bound,
    budget,
  );
  if (!layers) return null;

  const balanced = balancedFrames(received, carriedIn, totals, carriedOut, layers.at(-1) ?? new Map(), budget);
  if (!balanced || balanced.total.size === 0) return null;
  const fitting = new Map<RequestRow, readonly Way[]>([
    ['received', [...balanced.received]],
    ['carriedIn', [...balanced.carriedIn]],
    ['total', [...balanced.total]],
    ['carriedOut', [...balanced.carriedOut]],
  ]);
  // Back from the totals that are reached to the ways that lead there.
  let alive = new Set([...balanced.total].map(keyOf));
  for (let index = results.length - 1; index >= 0; index -= 1) {
    const row = results[index] as RequestRow;
    const before = layers[index] as Layer;
    const used = new Set<Way>();
    const reached = new Set<string>();
    for (const [key, sum] of before) {
      for (const way of ways.get(row) ?? []) {
        if (!alive.has(keyOf(plus(sum, way)))) continue;
        used.add(way);
        reached.add(key);
      }
    }
    fitting.set(row, [...used]);
    alive = reached;
  }
  return fitting;
}

const WIDTHS = [0, 1, 2, 3, 4, 5, 6];
type Layer = ReadonlyMap<string, Way>;
const keyOf = (way: Way) => way.join();
const plus = (one: Way, other: Way): Way => one.map((value, column) => value + (other[column] as number));

/** Before the first row, and after each: every sum of the rows so far that stays within the bound. */
function sumsOf(rows: readonly (readonly Way[])[], bound: Way, budget: { steps: number }): Layer[] | null {
  const zero = WIDTHS.map(() => 0);
  const layers: Layer[] = [new Map([[keyOf(zero), zero]])];
  for (const ways of rows) {
    const next = new Map<string, Way>();
    for (const sum of (layers.at(-1) as Layer).values()) {
      for (const way of ways) {
        budget.steps -= 1;
        if (budget.steps < 0) return null;
        const reached = plus(sum, way);
        if (reached.every((value, column) => value <= (bound[column] as number))) next.set(keyOf(reached), reached);
      }
    }
    layers.push(next);
  }
  return layers;
}

/** The rows around the results in all combinations that balance, with a total that the results reach. */
function balancedFrames(
  received: readonly Way[],
  carriedIn: readonly Way[],
  totals: readonly Way[],
  carriedOut: readonly Way[],
  reached: Layer,
  budget: { steps: number },
) {
  const used = {
    received: new Set<Way>(),
    carriedIn: new Set<Way>(),
    total: new Set<Way>(),
    carriedOut: new Set<Way>(),
  };
  for (const total of totals) {
    if (!reached.has(keyOf(total))) continue;
    for (const out of carriedOut) {
      const going = keyOf(plus(total, out));
      for (const one of received) {
        for (const other of carriedIn) {
          budget.steps -= 1;
          if (budget.steps < 0) return null;
          if (keyOf(plus(one, other)) !== going) continue;
          used.received.add(one);
          used.carriedIn.add(other);
          used.total.add(total);
          used.carriedOut.add(out);
        }
      }
    }
  }
  return used;
}
