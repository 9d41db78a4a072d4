/** MIME messages (RFC 2045 to 2047, 2231): web archives and e-mails, as a tree of parts. */
import { decode } from './encoding.ts';

export interface MimePart {
  /** By lower-case name, unfolded; one character for each byte. */
  headers: ReadonlyMap<string, string>;
  /** Lower case, without parameters. */
  type: string;
  /** Transfer-encoded, one character for each byte. */
  body: string;
}

const MAX_NESTING = 8;
/** Parts of one message: a saved page has some hundred pictures. */
const MAX_PARTS = 5000;

/** The parts that hold no parts, in order; forwarded messages are looked into. */
export function leavesOf(bytes: Uint8Array): MimePart[] {
  const leaves: MimePart[] = [];
  collect(partOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')), MAX_NESTING, leaves);
  return leaves;
}

/** Behind the last boundary; one that itself ends in dashes, as browsers make them, is followed by headers. */
const END = /^--(?!\r?\n[\w-]+:)/;

function collect(part: MimePart, nesting: number, leaves: MimePart[]): void {
  const boundary = parameter(part.headers.get('content-type') ?? '', 'boundary');
  if (leaves.length >= MAX_PARTS || nesting === 0) return;
  if (part.type === 'message/rfc822') collect(partOf(contentOf(part).toString('latin1')), nesting - 1, leaves);
  else if (!part.type.startsWith('multipart/') || boundary === null) leaves.push(part);
  else {
    for (const piece of `\n${part.body}`.split(`\n--${boundary}`).slice(1)) {
      if (!END.test(piece)) collect(partOf(piece), nesting - 1, leaves);
    }
  }
}

function partOf(text: string): MimePart {
  const start = text.trimStart();
  const blank = /\r?\n[ \t]*\r?\n/.exec(start);
  const head = blank ? start.slice(0, blank.index) : start;
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const type = (headers.get('content-type') ?? 'text/plain').split(';')[0]?.trim().toLowerCase() ?? '';
  return { headers, type, body: blank ? start.slice(blank.index + blank[0].length) : '' };
}

/** A parameter of a header as it stands there; `null` where it has none of this name. */
export function parameter(header: string, name: string): string | null {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(header);
  return match?.[1] ?? match?.[2] ?? null;
}

/** The name that a part was attached with, in whatever way it is written; `null` where it has none. */
export function attachedName({ headers }: MimePart): string | null {
  const disposition = headers.get('content-disposition') ?? '';
  return (
    extended(disposition, 'filename') ??
    decodedWords(parameter(disposition, 'filename')) ??
    extended(headers.get('content-type') ?? '', 'name') ??
    decodedWords(parameter(headers.get('content-type') ?? '', 'name'))
  );
}

/** RFC 2231: `filename*=gb18030''%C4%EA`, also in numbered pieces. */
function extended(header: string, name: string): string | null {
  const pieces = [
    ...header.matchAll(new RegExp(`;\\s*${name}\\*(?:(\\d+)\\*?)?\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'gi')),
  ];
  if (pieces.length === 0) return null;
  const value = pieces
    .sort((one, other) => Number(one[1] ?? 0) - Number(other[1] ?? 0))
    .map(([, , quoted, bare]) => quoted ?? bare ?? '')
    .join('');
  const [, charset = null, content = value] = /^([\w-]*)'[^']*'(.*)$/.exec(value) ?? [];
  const bytes = Buffer.from(
    content.replace(/%([\dA-F]{2})/gi, (_, hex: string) => byteOf(hex)),
    'latin1',
  );
  return textOf(bytes, charset === '' ? null : charset);
}

/** RFC 2047: `=?gb18030?B?…?=`; names without it are read as whatever encoding they are in. */
function decodedWords(name: string | null): string | null {
  if (name === null) return null;
  if (!name.includes('=?')) return textOf(Buffer.from(name, 'latin1'), null);
  return name
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?([\w-]+)(?:\*\w+)?\?([BQ])\?([^?]*)\?=/gi, (_, charset: string, way: string, word: string) => {
      const bytes = way.toUpperCase() === 'B' ? Buffer.from(word, 'base64') : unquoted(word.replaceAll('_', ' '));
      return textOf(bytes, charset);
    });
}

function textOf(bytes: Uint8Array, charset: string | null): string {
  return bytes.length === 0 ? '' : decode(bytes, charset).text;
}

/** The bytes of a part. */
export function contentOf({ headers, body }: MimePart): Buffer {
  const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  return encoding === 'quoted-printable' ? unquoted(body) : Buffer.from(body, 'latin1');
}

/** Quoted-printable, RFC 2045 section 6.7. */
function unquoted(text: string): Buffer {
  const bytes = text.replace(/=[ \t]*\r?\n/g, '').replace(/=([\dA-F]{2})/gi, (_, hex: string) => byteOf(hex));
  return Buffer.from(bytes, 'latin1');
}

function byteOf(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}
