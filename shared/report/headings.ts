/** The headings of the six parts: their official names, the names met instead, and headings run into the text. */
import { editDistance } from '../domain/edit-distance.ts';
import { remembered } from '../remembered.ts';
import { PARTS, type Part } from './types.ts';

/**
 * Names of each part, as pattern sources over Simplified text without spaces. The first of each part is the official
 * name of 〔2021〕30号.
 */
const NAMES: readonly { part: Part; names: readonly string[] }[] = [
  {
    part: 'overview',
    names: [
      '总体情况',
      '(?:政府信息公开|政务公开|信息公开)(?:工作)?(?:开展)?(?:的)?总体情况',
      '(?:工作)?(?:开展)?总体(?:工作)?情况',
      '(?:工作)?概述',
      '基本情况',
    ],
  },
  {
    part: 'proactive',
    names: ['主动公开政府信息情况', '(?:行政机关)?主动公开(?:政府)?信息(?:公开)?(?:工作)?的?情况'],
  },
  {
    part: 'requests',
    names: [
      '收到和处理政府信息公开申请情况',
      '(?:行政机关)?(?:收到(?:和|及|、)?(?:办理|处理)|处理)(?:政府)?信息公开申请的?(?:办理)?情况',
      '(?:政府信息)?依申请公开(?:政府信息)?(?:工作)?(?:办理)?情况',
    ],
  },
  {
    part: 'disputes',
    names: [
      '政府信息公开行政复议、行政诉讼情况',
      '(?:因)?(?:政府)?信息公开(?:工作)?(?:而)?(?:被)?(?:申请|提起)?(?:的)?行政法?复议(?:和|及|与|、|以及)?(?:被)?(?:提起)?(?:行政)?诉讼(?:的)?情况',
      '(?:因)?(?:政府)?信息公开(?:工作)?(?:被)?(?:申请|提起)?复议(?:和|及|与|、)?(?:行政)?诉讼(?:的)?情况',
      '(?:行政复议|复议)(?:和|及|与|、)?(?:行政)?诉讼(?:的)?情况',
    ],
  },
  {
    part: 'problems',
    names: [
      '存在的主要问题及改进情况',
      '(?:当前)?(?:政府信息公开)?(?:工作)?(?:中)?(?:存在)?的?(?:主要)?(?:困难和|不足和|不足及)?问题(?:和|及|与|、|以及)?(?:下一步)?(?:的)?(?:工作)?改进(?:情况|措施|打算|意见|方向|计划)?',
    ],
  },
  {
    part: 'other',
    names: ['其他需要报告的事项', '(?:其他)?(?:需要|需)?(?:报告|说明)的(?:其他)?(?:情况|事项)', '其他需要报告事项'],
  },
];

const NUMERALS = '一二三四五六七八九';
/** `一、`, `一.`, `一 `, `一`: the mark may be missing only before a name of the list. */
const NUMBERED = new RegExp(`^([${NUMERALS}])[、.,:;·]*(.+)$`);
/** 【总体情况】, **一、总体情况**: marks around a heading. */
const MARKS = /^[*#【[]+|[】\]*]+$/g;
const PATTERNS = NAMES.map(({ part, names }) => ({ part, exact: new RegExp(`^(?:${names.join('|')})[、。:.;,]?$`) }));
/** Every name holds one of these words, and most lines of a report hold none. */
const OF_NAMES = /情况|概述|问题|事项/;
/** 五 is renamed most freely: a numbered line of its own about problems is the fifth part. */
const FREE_PROBLEMS = /^[^,。;:]{0,20}问题[^,。;:]{0,20}$/;
/** Names so general that only the part's own numeral makes them its heading. */
const FREE: readonly (readonly [number, Part, RegExp])[] = [
  [
    1,
    'overview',
    /^(?:\d{4}年度?)?(?:政府信息公开|政务公开|信息公开)?(?:年度)?(?:工作)?的?(?:开展|基本|总体|主要|完成|落实)*(?:工作)?(?:情况|概况|概述)$/,
  ],
  [2, 'proactive', /^(?:政府信息)?主动公开(?:政府)?(?:信息)?(?:工作)?的?情况$/],
  [3, 'requests', /^政府信息公开申请的?(?:办理|处理)?情况$/],
  [5, 'problems', /^[^,。;:]{0,20}(?:不足|短板|困难|薄弱|改进)[^,。;:]{0,20}$/],
  [6, 'other', /^其他(?:应当|应|需要|需)?(?:报告|说明)?的?(?:事项|情况)?$/],
];

const OFFICIAL = NAMES.map(({ part, names }) => ({ part, official: names[0] ?? '' })).filter(
  ({ official }) => official.length >= 8,
);
/** An official name with a character or two wrong, under the number of its part: STR.HEADING says so. */
function isSlip(name: string, official: string, part: Part, numeral: number): boolean {
  if (PARTS.indexOf(part) + 1 !== numeral || Math.abs(name.length - official.length) > MOST_SLIPS) return false;
  return editDistance(name, official) <= MOST_SLIPS;
}
const MOST_SLIPS = 2;

/** Long names stand nowhere but in headings, whatever follows them; 总体情况 and the like need a mark behind. */
const LONG_NAMES = NAMES.flatMap(({ names }) => names[0] ?? []).filter((name) => name.length >= 9);
const INLINE_NAMES = NAMES.map(
  ({ names }) => new RegExp(`^(?:${names.join('|')})(?=$|[\\s。:(|]|\\d{4}年|第二十条|本年|我)`),
);

/** What a heading run into a line starts with. With all names behind it the expression took 15 ms to compile. */
const MARK = new RegExp(`(?:^|(?<=[。!;)|>\\s\\d]))[${NUMERALS}]、\\s*`, 'g');

export interface HeadingMatch {
  part: Part;
  numeral: number | null;
  /** The name without its numeral and closing mark. */
  name: string;
}

/** Signs that number parts, each in order. */
const SIGNS = ['123456', '一二三四五六', '壹贰叁肆伍陆', 'ⅠⅡⅢⅣⅤⅥ', '①②③④⑤⑥', '㈠㈡㈢㈣㈤㈥'];
const SIGN = `([${SIGNS.join('')}])`;
/** `1、总体情况`, `01总体情况`, `(一)总体情况`, `第一部分 总体情况`: a heading only in a report that numbers its parts so. */
const OTHERWISE_NUMBERED: readonly RegExp[] = [
  new RegExp(`^(?:PART\\.?|0)?${SIGN}[、.:]?(.+)$`, 'i'),
  new RegExp(`^[(【]${SIGN}[)】](.+)$`),
  new RegExp(`^第${SIGN}(?:部分|章|节)[、:.]?(.+)$`),
];
/** So many parts show how a report numbers them. */
const FEWEST_NUMBERED = 4;

/**
 * The lines of a report as keys, with the headings of its parts numbered 一、 to 六、 where it numbers them all in another
 * way, each under its own number and its official name; as they are where one is numbered 一、 or so few are numbered.
 */
export function withPartNumbers<Line extends { key: string }>(lines: readonly Line[]): readonly Line[] {
  if (lines.some(({ key }) => (matchHeading(key)?.numeral ?? null) !== null)) return lines;
  for (const pattern of OTHERWISE_NUMBERED) {
    const keys = new Map(lines.map((line) => [line, headingKey(line.key, pattern)]));
    if (new Set([...keys.values()].filter((key) => key !== null)).size < FEWEST_NUMBERED) continue;
    return lines.map((line) => ({ ...line, key: keys.get(line) ?? line.key }));
  }
  return lines;
}

function headingKey(key: string, pattern: RegExp): string | null {
  const [, numeral = '', name] = key.length > 40 ? [] : (pattern.exec(key) ?? []);
  const match = name === undefined ? null : matchHeading(name);
  const number = (SIGNS.find((signs) => signs.includes(numeral)) ?? '').indexOf(numeral) + 1;
  if (!match || match.numeral !== null || PARTS.indexOf(match.part) + 1 !== number) return null;
  return `${NUMERALS[number - 1]}、${name}`;
}

/** The part that a whole line (without spaces) heads, or `null`. Sub-headings `(一)…` and `1.…` head no part. */
export function matchHeading(key: string): HeadingMatch | null {
  return key.length < 4 || key.length > 40 ? null : knownHeading(key);
}
const knownHeading = remembered((key): HeadingMatch | null => {
  const bare = key.replace(MARKS, '');
  const numbered = NUMBERED.exec(bare);
  const name = (numbered?.[2] ?? bare).replace(/[、。:.;,]$/, '');
  const numeral = numbered?.[1] ? NUMERALS.indexOf(numbered[1]) + 1 : null;
  if (numeral === null && !OF_NAMES.test(name)) return null;
  for (const { part, exact } of PATTERNS) if (exact.test(name)) return { part, numeral, name };
  const isOther = numeral === 6 && /说明|报告|其他/.test(name);
  if (numeral !== null && !isOther && FREE_PROBLEMS.test(name)) return { part: 'problems', numeral, name };
  const misspelled =
    numeral === null ? undefined : OFFICIAL.find(({ part, official }) => isSlip(name, official, part, numeral));
  if (misspelled) return { part: misspelled.part, numeral, name };
  const free = FREE.find(([number, , pattern]) => number === numeral && pattern.test(name));
  return free ? { part: free[1], numeral, name } : null;
});

/** Cuts a line at the headings that were run into it; a line without any comes back whole. */
export function splitHeadings(plain: string): string[] {
  if (!plain.includes('、')) return [plain];
  const pieces: string[] = [];
  let from = 0;
  for (const match of plain.matchAll(MARK)) {
    const name = nameAtStart(plain.slice(match.index + match[0].length));
    if (name === null) continue;
    if (match.index > from) pieces.push(plain.slice(from, match.index));
    from = match.index + match[0].length + name.length;
    pieces.push(match[0] + name);
  }
  pieces.push(plain.slice(from));
  return pieces.map((piece) => piece.replace(/^[\s。]+/, '').trim()).filter((piece) => piece !== '');
}

function nameAtStart(text: string): string | null {
  const long = LONG_NAMES.find((name) => text.startsWith(name));
  if (long !== undefined) return long;
  for (const names of INLINE_NAMES) {
    const found = names.exec(text);
    if (found) return found[0];
  }
  return null;
}
