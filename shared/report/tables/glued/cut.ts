/** Digits without separators, cut into numbers where arithmetic leaves exactly one way. */

/** A run of digits as printed, and where a space or a new cell stood between two of them (index of the later one). */
export interface Run {
  digits: string;
  breaks: ReadonlySet<number>;
}

/** Beyond this many digits the ways to cut are too many to be worth the search. */
const LONGEST_RUN = 30;
const MOST_COMBINATIONS = 200_000;

/**
 * All ways to cut a run into `groups` × `width` numbers without leading zeros such that in each group the last number
 * is the sum of those before it (first six add up to the seventh; four outcomes and their total).
 */
export function cuts({ digits, breaks }: Run, width: number, groups = 1): number[][] {
  const ways: number[][] = [];
  if (digits.length < width * groups || digits.length > Math.max(LONGEST_RUN, width * groups * 2)) return ways;
  const numbers: number[] = [];
  const walk = (from: number): void => {
    const position = numbers.length % width;
    if (numbers.length > 0 && position === 0 && !addsUp(numbers.slice(-width))) return;
    const left = width * groups - numbers.length;
    if (left === 0) {
      if (from === digits.length) ways.push([...numbers]);
      return;
    }
    const longest = digits[from] === '0' ? 1 : digits.length - from - left + 1;
    for (let length = 1; length <= longest; length += 1) {
      if (length > 1 && breaks.has(from + length - 1)) return;
      numbers.push(Number(digits.slice(from, from + length)));
      walk(from + length);
      numbers.pop();
    }
  };
  walk(0);
  return ways;
}

function addsUp(numbers: readonly number[]): boolean {
  const sum = numbers.slice(0, -1).reduce((total, number) => total + number, 0);
  return sum === numbers.at(-1);
}

/**
 * Chooses one cut for each row so that `holds` is true of all rows together. A row is given where every choice that
 * holds agrees on it; where none holds (the report itself is wrong) only rows with a single cut are given.
 */
export function choose(
  ways: readonly number[][][],
  holds: (rows: readonly number[][]) => boolean,
): (number[] | null)[] {
  const single = ways.map((row) => (row.length === 1 ? (row[0] as number[]) : null));
  const combinations = ways.reduce((product, row) => product * row.length, 1);
  if (combinations <= 1 || combinations > MOST_COMBINATIONS) return single;
  const fitting: number[][][] = [];
  const chosen: number[][] = [];
  const walk = (index: number): void => {
    if (index === ways.length) {
      if (holds(chosen)) fitting.push([...chosen]);
      return;
    }
    for (const way of ways[index] as number[][]) {
      chosen[index] = way;
      walk(index + 1);
    }
  };
  walk(0);
  if (fitting.length === 0) return single;
  return ways.map((_, index) => {
    const first = fitting[0]?.[index] as number[];
    return fitting.every((rows) => rows[index]?.join() === first.join()) ? first : null;
  });
}
