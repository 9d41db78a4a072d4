/** Digits without separators, cut into numbers where arithmetic leaves exactly one way. */

/** A run of digits as printed, and where a space or a new cell stood between two of them (index of the later one). */
export interface DigitRun {
  digits: string;
  breaks: ReadonlySet<number>;
}

/** Beyond this many digits the ways to cut are too many to be worth the search. */
const LONGEST_RUN = 30;
const MOST_STEPS = 60_000;

/**
 * All ways to cut a run into `groups` × `width` numbers without leading zeros such that in each group the last number
 * is the sum of those before it (first six add up to the seventh; four outcomes and their total). None where there are
 * more ways to try than {@link MOST_STEPS}.
 */
export function cuts({ digits, breaks }: DigitRun, width: number, groups = 1): number[][] {
  if (digits.length < width * groups || digits.length > Math.max(LONGEST_RUN, width * groups * 2)) return [];
  const ways: number[][] = [];
  let steps = 0;
  const group = (numbers: number[], from: number, groupsLeft: number): void => {
    if (groupsLeft === 0) {
      if (from === digits.length) ways.push(numbers);
      return;
    }
    const last = digits.length - (groupsLeft - 1) * width;
    for (let end = groupsLeft === 1 ? digits.length : from + width; end <= last; end += 1) {
      for (let start = end - 1; start >= from + width - 1; start -= 1) {
        const total = numberBetween(digits, breaks, start, end);
        if (total !== null) groupWith(numbers, from, start, end, total, groupsLeft);
      }
    }
  };
  const groupWith = (
    numbers: number[],
    from: number,
    start: number,
    end: number,
    total: number,
    groupsLeft: number,
  ) => {
    const walk = (taken: number[], at: number, left: number, rest: number): void => {
      steps += 1;
      if (steps > MOST_STEPS) return;
      if (left === 0) {
        if (at === start && rest === 0) group([...taken, total], end, groupsLeft - 1);
        return;
      }
      const longest = left === 1 ? start - at : start - at - left + 1;
      for (let length = left === 1 ? longest : 1; length <= longest; length += 1) {
        const number = numberBetween(digits, breaks, at, at + length);
        if (number !== null && number > rest) return;
        if (number !== null) walk([...taken, number], at + length, left - 1, rest - number);
      }
    };
    walk(numbers, from, width - 1, total);
  };
  group([], 0, groups);
  return steps > MOST_STEPS ? [] : ways;
}

/** The number that these digits make; `null` with a zero in front, or a space inside. */
function numberBetween(digits: string, breaks: ReadonlySet<number>, from: number, to: number): number | null {
  if (to <= from || (digits[from] === '0' && to > from + 1)) return null;
  for (let at = from + 1; at < to; at += 1) if (breaks.has(at)) return null;
  return Number(digits.slice(from, to));
}

/** The number at a place on which all ways to cut a run agree; `null` where they differ or there are none. */
export function agreed(ways: readonly (readonly number[])[], index: number): number | null {
  const value = ways[0]?.[index];
  return value !== undefined && ways.every((way) => way[index] === value) ? value : null;
}

/** How many digits of the run stand before a number of a way. */
export function digitsBefore(way: readonly number[], index: number): number {
  return way.slice(0, index).join('').length;
}
