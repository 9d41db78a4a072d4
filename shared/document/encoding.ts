/**
 * Bytes → text. Pages often declare the wrong encoding or none, so what is declared is only one of the candidates: a BOM
 * and strict UTF-8 decide alone, otherwise the decoding wins that looks most like an official Chinese text.
 */
import { isUtf8 } from 'node:buffer';
import { UnreadableError } from './unreadable.ts';

export interface Decoded {
  text: string;
  /** Lower-case WHATWG label. */
  encoding: string;
  /** Bytes that stand for no character in this encoding, shown as U+FFFD. */
  lost: number;
}

/** The commonest characters of such reports in both scripts; the wrong one of GBK and Big5 yields hardly any of them. */
const USUAL = new Set(
  '的一在是有不和人了中大年月日为上下以公开信息政府工作本机关主动申请行政度报告数量第条项总计其他情况无法提供予部分结果复议诉讼' +
    '规章制发件废止现效范性文许可处罚强收费受理自然商业企科研构社会益组织律服务新转结继续办属于国家密安全稳定保护三方合权' +
    '内事过程执案卷询掌握没需要另补正后容仍明确信访举投类重复版物由反认具获取存问题及改进统限至止县市区镇乡局' +
    '為開資訊關動請報數總計條項他況無結複復議訴訟規發廢現許處罰強費業會組織務轉繼續辦屬國密穩護權內過執詢沒補後確訪舉類' +
    '複認獲問題進統縣區鎮鄉',
);

const BOMS: [string, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Above this share of characters that no text holds, a file is no text. */
const MAX_DAMAGE = 0.05;

/**
 * Decodes a text of unknown encoding. `declared` is a label from the file itself (meta, XML, MIME).
 * @throws UnreadableError FILE.KIND if the bytes are no text in any encoding.
 */
export function decode(bytes: Uint8Array, declared: string | null = null): Decoded {
  const bom = BOMS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (bom) return accepted(decodeAs(bytes, bom[0]));

  const zeros = bytes.includes(0);
  const valid = zeros ? null : utf8(bytes);
  if (valid !== null)
    return isUndamaged(valid) ? { text: valid, encoding: 'utf-8', lost: 0 } : accepted(scored(valid, 'utf-8'));
  const pieces = zeros ? null : decodePieces(bytes);
  if (pieces) return pieces;

  const guesses = zeros ? ['utf-16le', 'utf-16be', 'utf-8'] : ['utf-8', 'gb18030', 'big5'];
  const label = zeros || declared === null ? null : knownLabel(declared);
  const candidates = [...new Set(label === null ? guesses : [label, ...guesses])].map((name) => decodeAs(bytes, name));
  return accepted(candidates.reduce((best, next) => (next.score > best.score ? next : best)));
}

/** So many Chinese characters in valid UTF-8 are no accident of another encoding. */
const SURE = 12;
const CHINESE = /[\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF]/g;

/**
 * A page put together from pieces in UTF-8 and in GBK, as templates do: each line in its own encoding. `null` where the
 * lines do not prove it: both kinds have to be there, and those in UTF-8 have to be it beyond doubt.
 */
function decodePieces(bytes: Uint8Array): Decoded | null {
  const lines: { bytes: Uint8Array; text: string; isUtf8: boolean }[] = [];
  for (let start = 0; start <= bytes.length; ) {
    const end = bytes.indexOf(0x0a, start);
    const line = bytes.subarray(start, end === -1 ? bytes.length : end + 1);
    const valid = utf8(line);
    lines.push({ bytes: line, text: valid ?? GB18030.decode(line), isUtf8: valid !== null });
    start = end === -1 ? bytes.length + 1 : end + 1;
  }
  const chinese = (utf8: boolean) =>
    lines.reduce((sum, line) => sum + (line.isUtf8 === utf8 ? (line.text.match(CHINESE)?.length ?? 0) : 0), 0);
  const others = Buffer.concat(lines.flatMap((line) => (line.isUtf8 ? [] : [line.bytes])));
  const asGbk = decodeAs(others, 'gb18030');
  if (chinese(true) < Math.max(SURE, chinese(false)) || asGbk.lost > 0) return null;
  // A line in UTF-8 that was cut inside a character is none in GBK.
  if (lines.findIndex((line) => !line.isUtf8) === lines.length - 1 || asGbk.score <= decodeAs(others, 'utf-8').score)
    return null;
  return { text: lines.map(({ text }) => text).join(''), encoding: 'utf-8', lost: 0 };
}

/** The encoding that a page or an XML file declares near its start, as written there. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 8192)).toString('latin1');
  return /(?:<\?xml[^>]*\sencoding|charset)\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? null;
}

function accepted({ text, encoding, lost, damage }: Scored): Decoded {
  if (damage > MAX_DAMAGE) throw new UnreadableError('FILE.KIND', 'binary');
  return { text, encoding, lost };
}

interface Scored extends Decoded {
  score: number;
  /** Share of characters that no text holds, from 0 to 1. */
  damage: number;
}

function decodeAs(bytes: Uint8Array, encoding: string): Scored {
  return scored(new TextDecoder(encoding).decode(bytes), encoding);
}

/** Whether {@link scored} would count no character as damage, and find no second BOM. */
function isUndamaged(text: string): boolean {
  return !DAMAGE.test(text) && !text.startsWith('\uFEFF');
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const DAMAGE = /[\0-\x08\x0E-\x19\x1B-\x1F\x7F-\x9F\uE000-\uF8FF\uFFFD]/;

function scored(decoded: string, encoding: string): Scored {
  const text = decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded;
  let usual = 0;
  let plain = 0;
  let bad = 0;
  let lost = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x20 && code < 0x7f) plain++;
    else if (code === 0xfffd) lost++;
    else if (isControl(code) || isPrivate(code)) bad++;
    else if (code >= 0x4e00 && USUAL.has(text.charAt(i))) usual++;
  }
  const length = Math.max(text.length, 1);
  const damage = (bad + lost) / length;
  return { text, encoding, lost, damage, score: (2 * usual + plain) / length - 10 * damage };
}

/** Share of the commonest characters of reports among the Chinese ones of a text, from 0 to 1; 0 where there are none. */
export function usualShare(text: string): number {
  const chinese = text.match(/[\u3400-\u9FFF]/g) ?? [];
  return chinese.filter((character) => USUAL.has(character)).length / Math.max(chinese.length, 1);
}

function isControl(code: number): boolean {
  return (code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1a) || (code >= 0x7f && code <= 0x9f);
}

function isPrivate(code: number): boolean {
  return code >= 0xe000 && code <= 0xf8ff;
}

/** {@link utf8} without zeros, which text in UTF-16 has as well. */
export function plainUtf8(bytes: Uint8Array): string | null {
  return bytes.includes(0) ? null : utf8(bytes);
}

/** The text of valid UTF-8, `null` for anything else. Both decoders drop a BOM. */
function utf8(bytes: Uint8Array): string | null {
  if (!isUtf8(bytes)) return null;
  return UTF8.decode(bytes);
}
const UTF8 = new TextDecoder('utf-8', { fatal: true });
const GB18030 = new TextDecoder('gb18030');

/** The decoder's own name for a declared label, or `null` for a label that nobody knows. GBK and GB2312 are read as GB18030. */
function knownLabel(declared: string): string | null {
  try {
    const label = new TextDecoder(declared.trim()).encoding;
    return label === 'gbk' ? 'gb18030' : label;
  } catch {
    return null;
  }
}
