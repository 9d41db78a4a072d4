/** Web archives (MHTML, RFC 2557), as browsers, Word and WPS save them: the page is the first HTML part. */
import { decode } from '../../encoding.ts';
import type { DocumentContent } from '../../types.ts';
import { UnreadableError } from '../../unreadable.ts';
import { readHtml, readPage } from '../html/read.ts';

interface Part {
  headers: Map<string, string>;
  /** One character for each byte. */
  body: string;
}

const MAX_NESTING = 8;

/**
 * Reads a web archive; places are lines of the HTML in it.
 * @throws UnreadableError FILE.DAMAGED where no HTML part is found, and what `readHtml` throws.
 */
export function readMhtml(bytes: Uint8Array): DocumentContent {
  const page = htmlPart(partOf(Buffer.from(bytes).toString('latin1')), MAX_NESTING);
  if (page === null) throw new UnreadableError('FILE.DAMAGED', 'MHTML without an HTML part');
  const content = transferDecoded(page);
  const charset = parameter(page.headers.get('content-type') ?? '', 'charset');
  return charset === null ? readHtml(content) : readPage(decode(content, charset));
}

function partOf(text: string): Part {
  const start = text.trimStart();
  const blank = /\r?\n[ \t]*\r?\n/.exec(start);
  const head = blank ? start.slice(0, blank.index) : start;
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: blank ? start.slice(blank.index + blank[0].length) : '' };
}

function htmlPart(part: Part, nesting: number): Part | null {
  const type = part.headers.get('content-type') ?? '';
  if (/^text\/html/i.test(type)) return part;
  const boundary = parameter(type, 'boundary');
  if (!/^multipart\//i.test(type) || boundary === null || nesting === 0) return null;
  const pieces = `\n${part.body}`.split(`\n--${boundary}`).slice(1);
  for (const piece of pieces) {
    const found = piece.startsWith('--') ? null : htmlPart(partOf(piece), nesting - 1);
    if (found) return found;
  }
  return null;
}

function parameter(header: string, name: string): string | null {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(header);
  return match?.[1] ?? match?.[2] ?? null;
}

function transferDecoded({ headers, body }: Part): Uint8Array {
  const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  return Buffer.from(encoding === 'quoted-printable' ? unquoted(body) : body, 'latin1');
}

/** Quoted-printable, RFC 2045 section 6.7. */
function unquoted(text: string): string {
  return text
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
