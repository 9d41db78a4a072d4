/** What was made of late, by what it was made from. */
export interface Lately<Value> {
  /** What was made from this, or is made now. It is shared: nobody changes it. */
  of(from: string, make: () => Value): Value;
}

/** @param most of which the one that was asked for least lately goes first */
export function lately<Value>(most: number): Lately<Value> {
  const known = new Map<string, Value>();
  return {
    of(from, make) {
      const value = known.get(from) ?? make();
      // The oldest of a Map come first.
      known.delete(from);
      known.set(from, value);
      if (known.size > most) known.delete(known.keys().next().value as string);
      return value;
    },
  };
}
