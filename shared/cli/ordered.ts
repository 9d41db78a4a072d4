/** Work on many items, a few at a time, with the results in the order of the items. */
export async function* ordered<Item, Result>(
  items: Iterable<Item>,
  inFlight: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const started: Promise<Result>[] = [];
  for (const item of items) {
    const running = work(item);
    // It is awaited below, in its turn; until then a failure must not count as unhandled.
    running.catch(() => {});
    started.push(running);
    if (started.length >= inFlight) yield await (started.shift() as Promise<Result>);
  }
  for (const running of started) yield await running;
}
