/**
 * How alike two texts are, of any agency and year: numbers, dates and names are masked, template
 * sentences left out, and the rest compared by its pieces of four characters.
 */
import { SELF_NAMES, SUB_HEADING, TEMPLATE_SENTENCES } from './template.ts';

/** Characters in a piece: long enough that two independent sentences share few. */
const PIECE = 4;
/** Fewer pieces than this say too little to be called copied. */
const MIN_PIECES = 120;
/** Smallest hashes kept as the sketch; the error of its estimate is about 0.03, so {@link MARGIN} is wide. */
const SKETCH = 256;
const MARGIN = 0.15;

/** A text prepared for comparing: the distinct hashes of its pieces, ascending. The first {@link SKETCH} are its sketch. */
export type Pieces = Uint32Array;

/** Prepares a text (lines or sentences of one or more parts). `names` are the agency's own, whole or in pieces. */
export function piecesOf(text: string, names: readonly string[]): Pieces {
  const masked = maskNames(ownWords(text), names);
  const hashes = new Set<number>();
  for (let at = 0; at + PIECE <= masked.length; at += 1) hashes.add(hash(masked, at));
  return Uint32Array.from(hashes).sort();
}

/**
 * Twice the pieces that both have, over the pieces of each (Sørensen–Dice): 1 for equal texts, 0 where nothing is
 * shared. `null` where either is too short to tell. Below `threshold` the figure may be an estimate.
 */
export function similarity(one: Pieces, other: Pieces, threshold = 0): number | null {
  if (one.length < MIN_PIECES || other.length < MIN_PIECES) return null;
  const [shorter, longer] = one.length < other.length ? [one.length, other.length] : [other.length, one.length];
  const most = (2 * shorter) / (shorter + longer);
  if (most < threshold) return most;
  const estimate = sketched(one, other);
  return estimate < threshold - MARGIN ? estimate : (2 * shared(one, other)) / (one.length + other.length);
}

/** The names to mask for an agency: the whole, and each region or office that the name is made of. */
export function namesToMask(agency: string): string[] {
  const parts = agency.split(/(?<=[省市县区旗州盟镇乡])|(?=人民政府)|(?=办公室$)/);
  return [agency, ...parts].filter((name) => name.length > 1 && !/^(?:人民政府|办公室)$/.test(name));
}

/** Numbers and dates as `0`, template sentences and headings left out, white space and punctuation gone. */
function ownWords(text: string): string {
  return text
    .split(/[。;；!！\n]/)
    .map((sentence) => sentence.replace(/\s/g, ''))
    .filter((sentence) => !SUB_HEADING.test(sentence) && !TEMPLATE_SENTENCES.some((known) => known.test(sentence)))
    .join('')
    .replace(
      /[\d０-９.,，％%]*[\d０-９][\d０-９.,，％%]*|[〇零一二三四五六七八九十百千万]+(?=[年月日件条次份个])/g,
      '0',
    )
    .replace(/[^\p{L}0]/gu, '');
}

function maskNames(text: string, names: readonly string[]): string {
  let masked = text;
  for (const name of [...names].sort((a, b) => b.length - a.length)) masked = masked.replaceAll(name, '□');
  return masked.replace(SELF_NAMES, '□').replace(/□+/g, '□');
}

/** FNV-1a over the UTF-16 units of one piece, finished so that its low end is well mixed. */
function hash(text: string, at: number): number {
  let value = 0x811c9dc5;
  for (let offset = 0; offset < PIECE; offset += 1) value = Math.imul(value ^ text.charCodeAt(at + offset), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

/** Pieces in both, by walking the two ascending lists. */
function shared(one: Pieces, other: Pieces): number {
  let count = 0;
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    const difference = (one[a] as number) - (other[b] as number);
    if (difference === 0) count += 1;
    if (difference <= 0) a += 1;
    if (difference >= 0) b += 1;
  }
  return count;
}

/** Estimate from the smallest hashes of the union (bottom-k sketch), at a cost that does not grow with the texts. */
function sketched(one: Pieces, other: Pieces): number {
  let both = 0;
  let seen = 0;
  for (let a = 0, b = 0; seen < SKETCH && a < one.length && b < other.length; seen += 1) {
    const difference = (one[a] as number) - (other[b] as number);
    if (difference === 0) both += 1;
    if (difference <= 0) a += 1;
    if (difference >= 0) b += 1;
  }
  const jaccard = both / seen;
  return (2 * jaccard) / (1 + jaccard);
}
