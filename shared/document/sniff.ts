/** What kind of file some bytes are. Bytes decide; the name only tells Markdown from text. */
import { UnreadableError } from './unreadable.ts';
import { zipEntries } from './zip.ts';

export type FileKind = 'text' | 'markdown' | 'html' | 'mhtml' | 'docx' | 'doc' | 'pdf' | 'xlsx' | 'odt' | 'zip';

const ZIP = ['PK\x03\x04', 'PK\x05\x06'];
const OLE = '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1';

/** A file that tells what a ZIP really is; `null` for kinds that are not read. */
const PACKED: [string, FileKind | null][] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
  ['META-INF/manifest.xml', 'odt'],
  ['ppt/presentation.xml', null],
  ['OFD.xml', null],
];

/** First bytes of kinds that people upload by mistake; pictures get the advice for pictures. */
const REFUSED: [string, 'FILE.PICTURES' | 'FILE.KIND', string][] = [
  ['\x89PNG', 'FILE.PICTURES', 'PNG'],
  ['\xFF\xD8\xFF', 'FILE.PICTURES', 'JPEG'],
  ['GIF8', 'FILE.PICTURES', 'GIF'],
  ['II*\0', 'FILE.PICTURES', 'TIFF'],
  ['MM\0*', 'FILE.PICTURES', 'TIFF'],
  ['Rar!', 'FILE.KIND', 'RAR'],
  ["7z\xBC\xAF'\x1C", 'FILE.KIND', '7z'],
  ['\x1F\x8B', 'FILE.KIND', 'gzip'],
  ['{\\rtf', 'FILE.KIND', 'RTF'],
];

const HTML_TAG =
  /<(?:!doctype\s+html|(?:html|head|body|title|meta|table|tr|td|div|p|span|font|center|br|h[1-6]|ul|ol|section|article|main)[\s/>])/i;
const MIME_HEAD = /^\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?Content-Type:\s*(?:multipart\/|text\/html)/i;
const MARKDOWN_RULER = /^[ \t]*\|(?:[ \t]*(?::?-{2,}:?|:-:?|-:)[ \t]*\|)+[ \t]*\r?$/m;

/** @throws UnreadableError FILE.PICTURES or FILE.KIND for kinds that cannot hold a readable report. */
export function sniff(name: string, bytes: Uint8Array): FileKind {
  const head = latin1(bytes.subarray(0, 1024));
  if (ZIP.some((magic) => head.startsWith(magic))) return packedKind(bytes);
  if (head.startsWith(OLE)) return 'doc';
  if (head.includes('%PDF-')) return 'pdf';
  const refused = REFUSED.find(([magic]) => head.startsWith(magic));
  if (refused) throw new UnreadableError(refused[1], refused[2]);
  return sniffText(name, bytes);
}

function packedKind(bytes: Uint8Array): FileKind {
  const names = new Set(zipEntries(bytes).map(({ name }) => name));
  const packed = PACKED.find(([name]) => names.has(name));
  if (packed && packed[1] === null) throw new UnreadableError('FILE.KIND', packed[0]);
  return packed?.[1] ?? 'zip';
}

/** Kinds of text; the zero bytes of UTF-16 are dropped, so that its ASCII can be compared. */
function sniffText(name: string, bytes: Uint8Array): FileKind {
  const start = latin1(bytes.subarray(0, 1 << 18)).replaceAll('\0', '');
  if (MIME_HEAD.test(start.slice(0, 4096).replaceAll('\r\n', '\n'))) return 'mhtml';
  if (HTML_TAG.test(start)) return 'html';
  if (/^\W{0,4}<\?xml/.test(start)) throw new UnreadableError('FILE.KIND', 'XML');
  if (/\.(?:md|markdown)$/i.test(name) || MARKDOWN_RULER.test(start)) return 'markdown';
  return 'text';
}

/** One character for each byte; TextDecoder's `latin1` is windows-1252 and changes some. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}
