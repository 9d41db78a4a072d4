/** Dumps of a page as JSON or JavaScript, whether each character is an escape (`\u653f\u5e9c`) or not: the page that they carry. */
import { decode } from './encoding.ts';
import type { InputFile } from './format.ts';

/** Fewer escapes than this are not a report, and a page may quote some. */
const FEWEST = 60;
/** Share of a file's first characters that escapes make up in a dump. */
const LEAST_SHARE = 0.2;
const SEEN = 1 << 16;
const ESCAPE = /\\u[0-9a-fA-F]{4}/g;
const ANY_ESCAPE = /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(["'\\/bfnrt]))/g;
const CONTROLS: Record<string, string> = { n: '\n', r: '', t: '\t', b: '', f: '\n' };
const TAG = /<(?:p|div|td|table|br|span|h[1-6])\b/i;
const SCRIPT = /<\/?script\b[^<>]*>/gi;
/** A JSON object or array of strings and objects, behind a byte order mark or not. */
const JSON_START = /^(?:\u00ef\u00bb\u00bf)?\s*(?:\{\s*"|\[\s*["{])/;
/** A dump may stand as a string in another one. */
const MOST_LAYERS = 3;

/** The page that the file carries as escapes, as a file of UTF-8; the file itself where it carries none. */
export function unescaped(file: InputFile): InputFile {
  const start = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, Math.min(file.bytes.length, SEEN)).toString(
    'latin1',
  );
  // RTF writes characters in the same way, but by their decimal numbers.
  if (start.startsWith('{\\rtf')) return file;
  const isJson = JSON_START.test(start);
  if (!isDump(start) && !isJson) return file;
  let text = decode(file.bytes).text;
  if (!isDump(start)) {
    const values = parsed(text);
    if (values === undefined) return file;
    text = stringsOf(values);
  }
  for (let layer = 0; layer < MOST_LAYERS && isDump(text.slice(0, SEEN)); layer += 1) text = strings(text);
  return { ...file, bytes: new TextEncoder().encode(TAG.test(text) ? pageOf(text) : text) };
}

/** A page of these tags and words, also of those in scripts, whose words no reader of pages takes for text. */
export function pageOf(text: string): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${text.replace(SCRIPT, '')}</body></html>`;
}

function isDump(text: string): boolean {
  const count = text.match(ESCAPE)?.length ?? 0;
  return count >= FEWEST && count * 6 > text.length * LEAST_SHARE;
}

/** What the strings of a JSON text say, in order; of anything else the text with its escapes resolved. */
function strings(text: string): string {
  const values = parsed(text);
  return values === undefined ? resolved(text) : stringsOf(values);
}

function stringsOf(values: unknown): string {
  const found: string[] = [];
  const open: unknown[] = [values];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'string') found.push(value);
    else if (value !== null && typeof value === 'object')
      for (const inner of Object.values(value).reverse()) open.push(inner);
  }
  return found.join('\n');
}

/** `undefined` where the text is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The text with the escapes of JavaScript resolved. */
export function resolved(text: string): string {
  return text.replace(
    ANY_ESCAPE,
    (_, unicode: string | undefined, byte: string | undefined, one: string | undefined) => {
      const code = unicode ?? byte;
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      return CONTROLS[one ?? ''] ?? one ?? '';
    },
  );
}
