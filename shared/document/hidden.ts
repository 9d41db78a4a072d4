/** Hidden rows or columns of a sheet, counted fast however many there are. */
export class Hidden {
  readonly #numbers: ReadonlySet<number>;
  readonly #sorted: readonly number[];

  constructor(numbers: Iterable<number> = []) {
    this.#numbers = new Set(numbers);
    this.#sorted = [...this.#numbers].sort((a, b) => a - b);
  }

  has(number: number): boolean {
    return this.#numbers.has(number);
  }

  /** How many of the numbers from `from` to `to`, both included, are shown. */
  shownBetween(from: number, to: number): number {
    return to - from + 1 - (this.#below(to + 1) - this.#below(from));
  }

  /** How many hidden numbers are less than `limit`. */
  #below(limit: number): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] as number) < limit) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
