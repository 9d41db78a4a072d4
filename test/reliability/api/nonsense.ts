/** What no client sends by chance: values, keys, bytes and escapes. */
import type { Random } from '../chaos/random.ts';

/** In the place of any value. `1e999` is no number of JSON that keeps its worth; a lone surrogate is no character. */
const VALUES: readonly unknown[] = [
  ...[null, true, 0, -1, 1.5, 1e21, '', ' ', '\u0000', '\u200b', '\ud800', 'a\udc00b', '\u{1f600}', '=1+1', '../..'],
  ...['<script>alert(1)</script>', '__proto__', "'; DROP", '\r\nSet-Cookie: a=b', '%', '%E4%B8', '１２', '٣'],
  ...['a'.repeat(101), '名'.repeat(2001), 'a'.repeat(300_000), [], {}, [[]], [null], { length: 1e9 }, { toString: 1 }],
  ...[Array.from({ length: 5000 }, () => 'a'), { $ref: '#' }, { kind: 'all', address: {} }],
];
export const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'unknown',
  '',
  '\u0000',
  '名',
];
const isList = (value: unknown): value is unknown[] => Array.isArray(value);

/** Some JSON with one place of it changed: another value, a name too many, a name too few. */
export function changed(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random.next() < 0.15) return random.of(VALUES);
  const entries: [string, unknown][] = Object.entries(value);
  const at = random.below(entries.length);
  const dice = random.next();
  if (dice < 0.2 && !isList(value)) entries.push([random.of(KEYS), random.of(VALUES)]);
  else if (entries.length === 0) return random.of(VALUES);
  else if (dice < 0.35) entries.splice(at, 1);
  else if (dice < 0.45) entries.push(entries[at] as [string, unknown]);
  else (entries[at] as [string, unknown])[1] = changed((entries[at] as [string, unknown])[1], random);
  // As own fields, whatever their names are.
  return isList(value) ? entries.map(([, inner]) => inner) : new Map(entries);
}

/** JSON of what {@link changed} gives: maps as objects, with every name that they have. */
export function jsonOf(value: unknown): string {
  if (isList(value)) return `[${value.map(jsonOf).join()}]`;
  const isTree = typeof value === 'object' && value !== null;
  const entries = value instanceof Map ? [...value] : isTree ? Object.entries(value) : null;
  if (entries === null) return JSON.stringify(value);
  return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${jsonOf(inner)}`).join()}}`;
}

/** "教育" in GBK, half a character of UTF-8, a byte that no UTF-8 has, an overlong slash, a surrogate in UTF-8. */
const BYTES: readonly number[][] = [[0xbd, 0xcc, 0xd3, 0xfd], [0xe4, 0xb8], [0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80]];

/** Bytes that are no text, or no JSON, or another encoding. */
export function brokenBytes(bytes: Buffer, random: Random): Buffer {
  const at = random.below(bytes.length + 1);
  const quote = bytes.indexOf('"', at) + 1;
  const insert = (place: number, part: readonly number[]) =>
    Buffer.concat([bytes.subarray(0, place), Buffer.from(part), bytes.subarray(place)]);
  const ways: (() => Buffer)[] = [
    () => insert(quote, random.of(BYTES)),
    () => insert(at, random.of(BYTES)),
    () => bytes.subarray(0, at),
    () => insert(0, [0xef, 0xbb, 0xbf]),
    () => Buffer.from(bytes.toString('utf8'), 'utf16le'),
    () => Buffer.alloc(0),
    () => Buffer.from('['.repeat(100_000)),
    () => Buffer.from(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`),
    () => Buffer.from(`{"by":1e999,${bytes.toString('utf8').slice(1)}`),
    () => Buffer.alloc(2000, random.below(256)),
  ];
  return random.of(ways)();
}

/** Escapes that stand for no text, or for text that has no place in an address. */
export const ESCAPES: readonly string[] = [
  ...['%', '%E0%A4', '%FF%FE', '%BD%CC%D3%FD', '%00', '%0d%0aX-A:%20b', '%ED%A0%80', '%C0%AF', '%zz', '%u4e2d', '%%30'],
  ...['..%2f..%2fetc', '%2e%2e', '__proto__', 'constructor', 'null', '-1', '1e3', '0'.repeat(2000), '%F0%9F%98%80'],
  ...['%EF%BB%BF', '+', '%2B', "'%3Cscript%3E", '.', ';a=b', '*', '%E2%80%AE'],
];

const long = (text: string, times: number) => text.repeat(times);
export const HEADERS: readonly [name: string, values: readonly string[]][] = [
  [
    'Accept',
    ['application/exe', '*/*;q=x', ',,,', 'text/html;q=0', long('a', 3000), 'text/html', '*/*;q=-1', ';', 'text/'],
  ],
  ['Accept-Language', ['xx', long('zh,', 900), ';;']],
  ['Accept-Encoding', ['gzip, deflate, br', 'x', 'gzip;q=a']],
  ['Range', ['bytes=9-1', 'bytes=-0', 'bytes=0-99999999999', 'bytes=a-b', 'bytes=0-0,2-3,5-6', 'lines=1-2', '=']],
  ['If-None-Match', ['"', '*', 'W/', '"a", "b"', long('"a",', 900)]],
  ['If-Match', ['*', '"x"']],
  ['If-Modified-Since', ['yesterday', 'Thu, 01 Jan 1970 00:00:00 GMT']],
  ['Origin', ['null', '::', 'https://evil.example', 'http://127.0.0.1']],
  ['Sec-Fetch-Site', ['cross-site', 'x']],
  ['Cookie', ['gouji-session=a; gouji-link=b', '=', ';;;', `gouji-session=${long('x', 3000)}`, 'gouji-session=%E4%B8']],
  [
    'Authorization',
    ['Bearer a', 'Bearer a.b.c', `Bearer ${long('a', 3000)}`, 'Basic OjA=', 'Bearer e30.e30.', '\u00ff'],
  ],
  ['X-Forwarded-Host', ['evil.example', '::']],
  ['X-HTTP-Method-Override', ['DELETE', 'PUT']],
  [
    'Content-Type',
    ['text/plain', 'application/json; charset=gbk', 'multipart/form-data; boundary=', ';', 'application/x+json'],
  ],
  ['Expect', ['100-continue']],
];
export const METHODS = ['PATCH', 'TRACE', 'PROPFIND', 'HEAD', 'OPTIONS', 'GET', 'PUT', 'POST', 'DELETE', 'M-SEARCH'];
