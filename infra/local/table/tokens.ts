/** The words of an expression, read one after the other. */
import { invalid } from './refusal.ts';

const TOKEN = /\s*(<>|<=|>=|[=<>(),+-]|:\w+|[#A-Za-z_][\w#.[\]]*)/y;

export class Tokens {
  readonly #words: string[] = [];
  readonly #text: string;
  #at = 0;

  /** @throws Refusal for a character that no expression has */
  constructor(text: string) {
    this.#text = text;
    const token = new RegExp(TOKEN);
    while (token.lastIndex < text.trimEnd().length) {
      const found = token.exec(text);
      if (found === null) throw this.error();
      this.#words.push(found[1] as string);
    }
  }

  /** The next word, without taking it; `undefined` at the end. */
  peek(ahead = 0): string | undefined {
    return this.#words[this.#at + ahead];
  }

  next(): string {
    const word = this.#words[this.#at++];
    if (word === undefined) throw this.error();
    return word;
  }

  /** Takes the next word if it is this one, in whichever letters. */
  takes(word: string): boolean {
    const is = this.peek()?.toUpperCase() === word;
    if (is) this.#at++;
    return is;
  }

  expect(word: string): void {
    if (!this.takes(word)) throw this.error();
  }

  end(): void {
    if (this.#at < this.#words.length) throw this.error();
  }

  error(): Error {
    return invalid(`Syntax error in expression: ${this.#text}, at ${this.#words[this.#at] ?? 'its end'}`);
  }
}
