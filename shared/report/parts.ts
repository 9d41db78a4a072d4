/** The six parts: headings and the prose under them, with everything that is a table left out. */
import { type HeadingMatch, matchHeading } from './headings.ts';
import type { TableSpan } from './tables/table-span.ts';
import type { Token } from './tokens.ts';
import type { Heading, Prose, Where } from './types.ts';

/** What sites print under a report. */
const FOOTER =
  /扫一扫|扫码|打印|关闭窗口|版权所有|浏览器|未经许可|禁止转载|主办单位|承办单位|备案|ICP|网站地图|上一篇|下一篇|分享到|链接即将离开|附件下载|相关阅读|无障碍/i;
/** A signature, a date or a footer is short and does not end as a sentence does. */
const SENTENCE_END = /[。;!]$/;
const LONGEST_SIGNATURE = 40;
/** The preamble is the first whole sentence; before it stand metadata and the title. */
const SHORTEST_PREAMBLE = 25;

export function readParts(
  tokens: readonly Token[],
  regions: readonly TableSpan[],
): { headings: Heading[]; prose: Prose[] } {
  const headings: Heading[] = [];
  const prose: Prose[] = [];
  let where: Where = 'head';
  for (const [index, token] of tokens.entries()) {
    const inTable = regions.some(({ start, end }) => index >= start && index < end);
    if (token.key === '' || (inTable && !isWholeHeading(token.key))) continue;
    const heading = matchHeading(token.key) ?? renamedHeading(headings, token);
    if (heading && isRepeated(headings, heading)) continue;
    if (heading && !isSubtitle(headings, heading)) {
      const { part, numeral, name } = heading;
      headings.push({ part, numeral, plain: name, text: token.text, place: token.place });
      where = part;
      continue;
    }
    if (where === 'head' && token.plain.length >= SHORTEST_PREAMBLE && /[。;]/.test(token.plain)) where = 'preamble';
    prose.push({ text: token.text, plain: token.plain, place: token.place, where });
  }
  markTail(prose);
  return { headings, prose };
}

/** A numbered heading with a whole name stands between tables, also where the cells of two were glued over it. */
function isWholeHeading(key: string): boolean {
  const heading = matchHeading(key);
  return heading !== null && heading.numeral !== null && heading.name.length >= SHORTEST_WHOLE;
}
const SHORTEST_WHOLE = 9;

/** A heading that stands above its table and again in the table's first row is one heading. */
function isRepeated(headings: readonly Heading[], { part, numeral }: HeadingMatch): boolean {
  const last = headings.at(-1);
  return numeral !== null && last?.part === part && last.numeral === numeral;
}

/** A line without numeral that repeats the name of a part seen before is a sub-title, not the part again. */
function isSubtitle(headings: readonly Heading[], { part, numeral }: HeadingMatch): boolean {
  return numeral === null && headings.some((heading) => heading.part === part);
}

function markTail(prose: Prose[]): void {
  for (let index = prose.length - 1; index >= 0; index -= 1) {
    const line = prose[index] as Prose;
    const short = line.plain.length <= LONGEST_SIGNATURE && !SENTENCE_END.test(line.plain);
    if (line.where === 'head' || (!short && (isParagraph(line) || !FOOTER.test(line.plain)))) return;
    line.where = 'tail';
  }
}

/** Prose of a report is no footer for a word that footers have, too: 统计制度备案后更新. */
function isParagraph({ plain }: Prose): boolean {
  return plain.length > LONGEST_SIGNATURE && /[。;]/.test(plain) && /[:,]/.test(plain) && /[。;!]$/.test(plain);
}

/**
 * A line that carries on the numbering of the parts with a name of its own: 六、需要说明的其他事项与附件 after part five.
 * Only five and six: two to four are told by their tables, and texts number their own paragraphs as well.
 */
function renamedHeading(headings: readonly Heading[], { key }: Token): HeadingMatch | null {
  const [, numeral, name] = /^([五六])[、.,:]([^。;:,!]{4,30})$/.exec(key) ?? [];
  const [part, before] = numeral === '五' ? (['problems', 'disputes'] as const) : (['other', 'problems'] as const);
  if (name === undefined || headings.at(-1)?.part !== before) return null;
  return { part, numeral: numeral === '五' ? 5 : 6, name };
}
