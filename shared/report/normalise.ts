/**
 * One plain spelling of what is printed: half width, no lost spaces shown as `?`, no pinyin in brackets, no
 * compatibility ideographs. What this mends is never itself a finding (docs/domain.md, "Before any rule").
 */

/** Full-width forms, ideographic and typographic spaces, Kangxi radicals and compatibility ideographs. */
const COMPATIBILITY = /[\uff01-\uff5e\u3000\u00a0\u2000-\u200a\u202f\u205f\u2e80-\u2fdf\uf900-\ufaff]/g;
const INVISIBLE = /[\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad]/g;
/** `數(shù)據(jù)`: mirrors print the reading after a character. */
const PINYIN = /(?<=\p{Script=Han})\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}\)/gu;
/** A lost no-break space at the start of a line or beside a digit: `?一、總體情況`, `3?`, `? 0`. */
const LOST_SPACE = /^(?:\s*[?\ufffd])+|[?\ufffd](?=\s*\d)|(?<=\d)[?\ufffd]+(?!\S)/g;
/** GBK text read one byte late: the sub-headings it leaves, as met. */
const SHIFTED: readonly [RegExp, string][] = [
  [/\??。ㄒ唬┲鲃庸_/g, '(一)主动公开'],
  [/\??。ǘ┮郎暾埞_/g, '(二)依申请公开'],
  [/\??。ū玖袛/g, '(本列数'],
];

/** Plain spelling of a line, still in its own script; outer spaces removed, runs of spaces made one. */
export function plainLine(text: string): string {
  let plain = text.replace(INVISIBLE, '').replace(COMPATIBILITY, (character) => character.normalize('NFKC'));
  if (plain.includes('。')) for (const [damaged, mended] of SHIFTED) plain = plain.replace(damaged, mended);
  if (plain.includes('(')) plain = plain.replace(PINYIN, '');
  if (/[?\ufffd]/.test(plain)) plain = plain.replace(LOST_SPACE, ' ');
  return plain.replace(/\s+/g, ' ').trim();
}

/** A label without any spaces, for comparison. */
export function squeeze(plain: string): string {
  return plain.replace(/\s/g, '');
}
