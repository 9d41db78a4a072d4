/** What a text has to hold if a pattern is to fit it: asked first, since most patterns are then never even made. */

/** Nothing is known to be needed: every text holds it. */
const ANYTHING: readonly string[] = [''];
/** `|` and `)` end a sequence, the others stand for more than themselves. */
const SPECIAL = '|)([.^$\\';
const MAY_BE_LEFT_OUT = /^(?:[?*]|\{0?,)/;
const QUANTIFIER = /^(?:[?*+]|\{\d*,?\d*\})\??/;
const GROUP = /^\((\?:|\?<\w+>|\?[=!]|\?<[=!]|)/;
const SET = /^\[(?:\\.|[^\]])*\]/;
const ESCAPE = /^\\(?:[pP]\{[^}]*\}|k<\w+>|.)/;

/**
 * Words of which every text that fits the expression holds at least one; `['']` where none can be told.
 * @param source of an expression that minds case
 */
export function literalsOf(source: string): readonly string[] {
  return new Literals(source).alternatives();
}

class Literals {
  #rest: string;

  constructor(source: string) {
    this.#rest = source;
  }

  /** Up to the end or the bracket that closes them: words of each. */
  alternatives(): readonly string[] {
    const found = [...this.#sequence()];
    while (this.#rest.startsWith('|')) {
      this.#take('|');
      found.push(...this.#sequence());
    }
    return found.includes('') ? ANYTHING : [...new Set(found)];
  }

  /** The surest of what stands one behind another: the longest words, the fewest of them. */
  #sequence(): readonly string[] {
    let best = ANYTHING;
    let run = '';
    const offer = (words: readonly string[]) => {
      if (isSurer(words, best)) best = words;
    };
    while (this.#rest !== '' && !'|)'.includes(this.#rest.charAt(0))) {
      const words = this.#one();
      const quantifier = this.#take(QUANTIFIER);
      const needed = MAY_BE_LEFT_OUT.test(quantifier) ? ANYTHING : words;
      const [word = ''] = needed;
      const isLetter = needed.length === 1 && word.length === 1;
      if (isLetter) run += word;
      else offer(needed);
      if (isLetter && quantifier === '') continue;
      offer([run]);
      run = '';
    }
    offer([run]);
    return best;
  }

  /** A letter, or whatever stands in its place. */
  #one(): readonly string[] {
    const letter = this.#rest.charAt(0);
    if (!SPECIAL.includes(letter)) return [this.#take(letter)];
    if (letter === '(') {
      const kind = this.#take(GROUP);
      const inner = this.alternatives();
      this.#take(')');
      return /[=!]/.test(kind) ? ANYTHING : inner;
    }
    if (letter === '\\') {
      const escaped = this.#take(ESCAPE);
      return /^\\[^\p{L}\d]$/u.test(escaped) ? [escaped.charAt(1)] : ANYTHING;
    }
    this.#take(letter === '[' ? SET : letter);
    return ANYTHING;
  }

  #take(piece: string | RegExp): string {
    const taken = typeof piece === 'string' ? piece : (piece.exec(this.#rest)?.[0] ?? '');
    this.#rest = this.#rest.slice(taken.length);
    return taken;
  }
}

function isSurer(words: readonly string[], others: readonly string[]): boolean {
  const shortest = (of: readonly string[]) => Math.min(...of.map(({ length }) => length));
  const longer = shortest(words) - shortest(others);
  return longer > 0 || (longer === 0 && words.length < others.length);
}
