/** Whether the parts of a list add up, however they are nested. */

/**
 * The parts add up to the total: all of them, the first few (another list follows), or with nested lists counted once
 * (188 = 102 + 86, where 102 is followed by its own parts).
 * @param whole the parts are joined so closely that no other list can follow: the first few are not enough
 */
export function addsUp(total: number, parts: readonly number[], whole = false): boolean {
  const failed = new Set<string>();
  const from = (index: number, rest: number): boolean => {
    const part = parts[index];
    if (part === undefined) return rest === 0;
    // Stryker disable next-line ConditionalExpression: only saves time, less than nothing never becomes 0
    if (part > rest) return false;
    if (part === rest && !whole) return true;
    const state = `${index}/${rest}`;
    if (failed.has(state)) return false;
    failed.add(state);
    return nestedEnds(index).some((next) => from(next, rest - part));
  };
  /** Where the list goes on after a part: right after it, or after parts that add up to it. */
  const nestedEnds = (index: number): number[] => {
    const ends = [index + 1];
    let sum = 0;
    // Stryker disable next-line EqualityOperator: past the last part the sum is no number
    for (let end = index + 1; end < parts.length; end += 1) {
      sum += parts[end] as number;
      if (sum === parts[index]) ends.push(end + 1);
    }
    return ends;
  };
  return from(0, total);
}
