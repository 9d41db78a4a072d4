/**
 * Functions that remember what they gave. Of a short text: all reports print the same labels and the same few numbers, and
 * each is looked at by many steps: what a label is has to be found out once a process, not once a step and report.
 */

/** `of` for objects that do not change: asked once for each as long as it is held. */
export function rememberedFor<Key extends WeakKey, Value>(of: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { value: Value }>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found.value;
    const value = of(key);
    known.set(key, { value });
    return value;
  };
}

/** Longer texts are prose, which no two reports share. */
const LONGEST = 64;
/** Texts that one function remembers; then it begins anew, so that a process that runs for long does not grow. */
const MOST = 4096;

/** `of`, which must depend on its text alone and whose results must not be changed by those who get them. */
export function remembered<Value>(of: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    if (text.length > LONGEST) return of(text);
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as Value;
    const own = ownCopy(text);
    const value = of(own);
    if (known.size >= MOST) known.clear();
    known.set(own, value);
    return value;
  };
}

/**
 * The same text apart from the file that it is a piece of, which would stay in memory with it. As the name of a property
 * it is the one copy that the engine has: texts that were remembered are then compared by their place, not letter by letter.
 */
export function ownCopy(text: string): string {
  return Object.keys({ [text]: null })[0] as string;
}
