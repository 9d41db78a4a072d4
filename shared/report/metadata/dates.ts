/** Dates of publication, of making and of signature printed around a report. */
import type { Document } from '../../document/types.ts';
import { squeeze } from '../normalise.ts';
import type { PrintedDate, Prose } from '../types.ts';
import { isAgencyName } from './agencies.ts';
import { arabicDates, CHINESE_DAY, firstDay, NUMERIC_DAY } from './calendar.ts';

/**
 * What stands before a date in the metadata of a page. 生成日期 is when the page was made public and counts as such
 * (docs/rules.md META.DEADLINE-DEPT); 成文日期 is when the text was made.
 */
const KEYS: Record<'published' | 'created', readonly string[]> = {
  published: [
    '公开日期',
    '发布日期',
    '公布日期',
    '发表日期',
    '生成日期',
    '更新日期',
    '公开时间',
    '发布时间',
    '公布时间',
    '发表时间',
    '生成时间',
    '更新时间',
    '上传时间',
    '添加时间',
    '发稿时间',
    '发稿日期',
    '信息时间',
    '信息日期',
    '录入时间',
    '上网时间',
    '上网日期',
    '刊发时间',
    '录入日期',
    '上传日期',
    '添加日期',
    '刊登时间',
    '刊登日期',
    '发布于',
    '发表于',
    '发布:',
  ],
  created: ['成文日期', '成文时间', '发文日期', '发文时间', '印发日期', '制作日期', '形成日期'],
};
/** Each of the words above holds one of these characters: most lines hold none. */
const OF_KEYS = /[期间于布]/;
const DAY = `(?:${CHINESE_DAY}|${NUMERIC_DAY})`;
const STARTS_WITH_DAY = new RegExp(`^${DAY}`);
const PATTERNS = Object.entries(KEYS).map(([kind, words]) => ({
  kind: kind as 'published' | 'created',
  words,
  key: new RegExp(`(?:${words.map(spaced).join('|')})\\s*[】\\]]?[\\s:|]*$`),
  dated: new RegExp(`(?:${words.map(spaced).join('|')})\\s*[】\\]]?[\\s:|]*(${DAY})`, 'g'),
}));
/** A line under the title that says where and when: 来源:插旗镇 2024-03-07 15:01. */
const ASIDE = '(?:信息来源|来源|作者|发布者|发布人|编辑|责任编辑|浏览|阅读|点击|字体|字号|访问|打印|分享)';
const SOURCE = new RegExp(
  String.raw`${ASIDE}[^。;]{0,40}?${DAY}|${DAY}(?:\s*星期.)?[\s\d:]{0,12}${ASIDE}|^\s*(?:时间|日期)\s*[】\]]?\s*:\s*${DAY}(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?`,
);
/** A day alone, or with the time at which a page was made, behind which its source may stand. */
const TIME = String.raw`\s*\d{1,2}(?::|时)\d{2}(?::\d{2}|分)?`;
const ONLY_DAY = new RegExp(
  String.raw`^(?:${NUMERIC_DAY}|${DAY}${TIME}(?:\s+\p{Script=Han}{2,20})?|${DAY}(?:${TIME})?\s*发布)$`,
  'u',
);
const ONLY_CHINESE = new RegExp(String.raw`^[([]?\s*${CHINESE_DAY}(?:印发)?\s*[)\]]?$`);
/** Behind the text alone: elsewhere a date in this notation is one of the page. */
const ONLY_DOTTED = /^\d{4}\s*\.\s*\d{1,2}\s*\.\s*\d{1,2}$/;
const SIGNED_LINE = new RegExp(String.raw`^(\P{Nd}{2,40}?)\s*${CHINESE_DAY}$`, 'u');

const FROM_SOURCE = new RegExp(`^${ASIDE}\\s*[:|]`);

/** Letters of a key may stand apart: 索 引 号, 发 布 日 期. */
function spaced(word: string): string {
  return [...word].join('\\s*');
}

interface Dates {
  dates: PrintedDate[];
  signedOn: string | null;
  signedBy: string | null;
  publishedOn: string | null;
}

/** Every date of publication, making and signature, in reading order; the earliest publication; the signature. */
export function readDates(prose: readonly Prose[], document: Document): Dates {
  const labelled = prose.flatMap((line, index) => labelledDates(line, prose[index + 1], prose[index - 1]));
  const outside = document.published === null ? null : firstDay(document.published);
  const published: PrintedDate[] = outside
    ? [{ kind: 'published', iso: outside.iso, text: outside.printed, place: document.blocks[0]?.place ?? { line: 1 } }]
    : [];
  const signature = readSignature(prose);
  const dates = [...published, ...labelled, ...(signature ? [signature.date] : [])];
  const earliest = dates
    .filter(({ kind }) => kind === 'published')
    .map(({ iso }) => iso)
    .sort()[0];
  return {
    dates,
    publishedOn: earliest ?? null,
    signedOn: signature?.date.iso ?? null,
    signedBy: signature?.by ?? null,
  };
}

/** Words of the body are sentences; metadata stand before it, behind it, or on short lines of their own. */
function labelledDates(line: Prose, next: Prose | undefined, before: Prose | undefined): PrintedDate[] {
  const aside = line.where === 'head' || line.where === 'preamble' || line.where === 'tail';
  if (!aside && line.plain.length > 60) return [];
  const text = arabicDates(line.plain);
  const found: PrintedDate[] = [];
  const add = (kind: 'published' | 'created', words: string) => {
    const day = firstDay(words);
    if (day) found.push({ kind, iso: day.iso, text: day.printed, place: line.place });
  };
  const startsWithDay = next !== undefined && /^\d/.test(next.plain) && STARTS_WITH_DAY.test(next.plain);
  for (const { kind, key, dated } of patternsIn(text)) {
    for (const match of text.matchAll(dated)) add(kind, match[1] ?? '');
    if (startsWithDay && key.test(text)) add(kind, next.plain);
  }
  if (found.length === 0 && /\d/.test(text) && (line.where === 'head' || line.where === 'preamble')) {
    if (before && patternsIn(before.plain).some(({ key }) => key.test(before.plain))) return found;
    const source = ONLY_DAY.exec(text) ?? SOURCE.exec(text) ?? beforeSource(text, next);
    if (source) add('published', source[0]);
  }
  return found;
}

/** Those whose words the text holds. */
function patternsIn(text: string): typeof PATTERNS {
  if (!OF_KEYS.test(text)) return [];
  const key = squeeze(text);
  return PATTERNS.filter(({ words }) => words.some((word) => key.includes(word)));
}

/** A day alone on its line, and below it 来源:示例局. */
function beforeSource(text: string, next: Prose | undefined): RegExpExecArray | null {
  return next && FROM_SOURCE.test(next.plain) ? ONLY_CHINESE.exec(text) : null;
}

/** The date under the text with the agency above it or before it; else the one in brackets under the title. */
function readSignature(prose: readonly Prose[]): { date: PrintedDate; by: string | null } | null {
  const dated = prose.map((line, index) => ({ line, index, ...signatureOf(line) })).filter(({ iso }) => iso !== null);
  const below = dated.filter(({ line }) => line.where === 'tail' || line.where === 'other').at(-1);
  const chosen = below ?? dated.at(-1);
  if (!chosen || chosen.iso === null) return null;
  const above = squeeze(prose[chosen.index - 1]?.plain ?? '').replace(/^\((.+)\)$/, '$1');
  const under = chosen.line.where !== 'head';
  return {
    date: { kind: 'signed', iso: chosen.iso, text: chosen.line.text.trim(), place: chosen.line.place },
    by: chosen.by ?? (under && isAgencyName(above) ? above : null),
  };
}

function signatureOf({ plain, where }: Prose): { iso: string | null; by: string | null } {
  // A text run together on one line ends with its signature.
  const text = arabicDates(plain).replace(/^.*[。;]\s*/, '');
  const isBehind = where === 'tail' || where === 'other';
  if (ONLY_CHINESE.test(text) || (isBehind && ONLY_DOTTED.test(text)))
    return { iso: firstDay(text)?.iso ?? null, by: null };
  const by = squeeze(SIGNED_LINE.exec(text)?.[1] ?? '');
  return isAgencyName(by) ? { iso: firstDay(text)?.iso ?? null, by } : { iso: null, by: null };
}
