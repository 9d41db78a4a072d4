/** Characters of RTF: bytes in the code page of their font, or Unicode with a replacement for older programs to skip. */

/** Windows character sets (`\fcharset`) and code pages (`\ansicpg`) that Chinese offices use. */
const CHARSETS: Record<number, string> = { 134: 'gb18030', 136: 'big5', 128: 'shift_jis', 129: 'euc-kr' };
const CODE_PAGES: Record<number, string> = { 936: 'gb18030', 54936: 'gb18030', 950: 'big5', 65001: 'utf-8' };

interface Setting {
  encoding: string | null;
  /** Characters that stand in for one in Unicode. */
  replacement: number;
}

export class Characters {
  readonly #fonts = new Map<number, string>();
  #page = 'gb18030';
  #font: number | null = null;
  #bytes: number[] = [];
  #skip = 0;
  readonly #settings: Setting[] = [{ encoding: null, replacement: 1 }];

  enter(): void {
    this.#settings.push({ ...(this.#settings.at(-1) as Setting) });
  }

  /** Ends a group. */
  leave(): string {
    const text = this.#flush();
    if (this.#settings.length > 1) this.#settings.pop();
    this.#skip = 0;
    return text;
  }

  byte(value: number): string {
    if (this.#skip > 0) this.#skip--;
    else this.#bytes.push(value);
    return '';
  }

  plain(text: string): string {
    const rest = text.slice(this.#skip);
    this.#skip = Math.max(0, this.#skip - text.length);
    // The second byte of a double-byte character may be plain ASCII.
    if (this.#isHalf() && rest !== '') {
      this.#bytes.push(rest.charCodeAt(0));
      return this.#flush() + rest.slice(1);
    }
    // Some programs write bytes above 127 as they are.
    if (/[\x80-\xFF]/.test(rest)) {
      for (let i = 0; i < rest.length; i++) this.#bytes.push(rest.charCodeAt(i) & 0xff);
      return this.#flush();
    }
    return this.#flush() + rest;
  }

  /** Takes what a control word says about characters; gives the character that it stands for. */
  control(word: string, number: number | null): string {
    const before = this.#flush();
    const setting = this.#settings.at(-1) as Setting;
    if (word === 'u' && number !== null) {
      this.#skip = setting.replacement;
      return before + String.fromCharCode(number & 0xffff);
    }
    if (word === 'uc') setting.replacement = Math.max(0, number ?? 1);
    else if (word === 'ansicpg') this.#page = CODE_PAGES[number ?? 0] ?? 'gb18030';
    else if (word === 'f') {
      this.#font = number;
      setting.encoding = this.#fonts.get(number ?? 0) ?? null;
    } else if (word === 'fcharset' && this.#font !== null) {
      const charset = CHARSETS[number ?? 0];
      if (charset) this.#fonts.set(this.#font, charset);
    }
    return before;
  }

  #isHalf(): boolean {
    return this.#bytes.length % 2 === 1 && (this.#bytes.at(-1) ?? 0) > 0x80;
  }

  #flush(): string {
    if (this.#bytes.length === 0) return '';
    const encoding = (this.#settings.at(-1) as Setting).encoding ?? this.#page;
    const text = new TextDecoder(encoding).decode(Uint8Array.from(this.#bytes));
    this.#bytes = [];
    return text;
  }
}
