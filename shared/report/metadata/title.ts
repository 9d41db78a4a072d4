/** The title of a report: on one line or several, before or after the year, inside 《》, or only in the page's `<title>`. */
import type { Document, Place } from '../../document/types.ts';
import { isRegion, levelOf, regionsCalled } from '../../domain/regions.ts';
import { plainLine, squeeze } from '../normalise.ts';
import type { Prose } from '../types.ts';
import { isAgencyName, withoutLead } from './agencies.ts';
import { arabicDates } from './calendar.ts';
import { undecorated } from './undecorated.ts';

interface Title {
  /** As printed, on one line. */
  text: string;
  /** `null` where it stands only outside the body (`<title>`, document properties). */
  place: Place | null;
  agency: string | null;
  year: number | null;
  /** It stands behind 名称：, as one of a page's metadata, or in its breadcrumb: the printed title wins. */
  isLabelled?: boolean;
  /** Of a title on lines of its own: the last of them, and how many there are. */
  last?: number;
  lines?: number;
}

/** What such a report is called (docs/layouts.md §5), without year and agency. */
const NAME = `(?:政府信息公开|政府信息(?=工作|年度)|政务公开|信息公开)(?:工作)?(?:情况)?(?:的)?(?:工作)?(?:年度|年)?(?:的)?(?:工作)?(?:情况)?(?:的)?(?:报告|年报)`;
const WHOLE = new RegExp(String.raw`${NAME}(?:\(([^()]{0,30})\))?(?:的?(?:公示|公告|公布|报告|发布|公开))?$`);
const TRUNCATED = /(?:工作年度报告|工作告年度报|^年度报告)(?:\(([^()]{0,30})\))?$/;
/** Of 报告 and 年报: most lines hold no name. */
const IN_EACH_NAME = '报';
/** A first sentence that begins with the title. */
const LEADING = new RegExp(`^(.{0,60}?${NAME})(?=本报告|本年度报告|本年报|依据|根据|按照|由|现|,|$)`);
/** A clause that announces the report: 现公开示例街道政府信息公开2023年度工作报告. */
const ANNOUNCED =
  /(?<=^|[,。;:])((?:现|特|兹|谨)[^,。;:《》]{2,60}?(?:报告|年报))(?=[,。;:]|如下|予以|向社会|公布|公开|发布|$)/g;
const QUOTED = new RegExp(`《([^《》]{0,60}${NAME})》`, 'g');
const YEAR = /(?<!\d)((?:19|20)\d{2})(?:年度?|(?=[^\d年月.-]))/;
/** Not a title: site menus, labels of metadata, half-year figures; sentences. */
const FOREIGN =
  /网站|门户|(?:信息|公开|政务)网|首页|索引|来源|浏览|字体|字号|日期|时间|附件|上一|下一|[>:。;!?|_]|上半年|下半年|季度|月份/;

/** What a page prints above its text, which is no part of a name. */
const LABEL = /^(?:正文|全文|内容|文章内容|正文内容)[::]?$/;
/** What metadata call the title, and what parts the steps of a breadcrumb. */
const BESIDE = /^(?:名称|标题|题名|信息名称|文件名称)\s*[:|]|[>»]/;
/** Longest way of breaking one title over lines that was met, plus one. */
const MAX_LINES = 4;
const LONGEST = 80;
/** Lines of the opening that may hold a title: metadata and menus stand before it. */
const OPENING = 120;

/** The best title that a report prints; the one with agency and year before one without; the first among equals. */
export function readTitle(prose: readonly Prose[], document: Document, periodYear: number | null): Title | null {
  const lines = opening(prose);
  const found = [...lines.flatMap((_, index) => titlesAt(lines, index)), ...titlesOutside(document)];
  const best = Math.max(...found.map(score));
  const equals = found.filter((title) => score(title) === best && !found.some((other) => isWithin(other, title, best)));
  return equals.find((title) => title.year !== null && title.year === periodYear) ?? equals[0] ?? null;
}

/** The other says as much on the last lines of this one: what stands above it is no part of the title (正文, a menu). */
function isWithin(other: Title, title: Title, best: number): boolean {
  return (
    other !== title &&
    score(other) === best &&
    other.last !== undefined &&
    other.last === title.last &&
    (other.lines ?? 1) < (title.lines ?? 1)
  );
}

/** Head and preamble; where no heading was found that is the whole text, and its start is meant. */
function opening(prose: readonly Prose[]): Prose[] {
  return prose
    .filter((line) => (line.where === 'head' || line.where === 'preamble') && !LABEL.test(squeeze(line.plain)))
    .slice(0, OPENING);
}

function score({ agency, year, isLabelled }: Title): number {
  return (year === null ? 0 : 2) + (agency === null ? 0 : 1) - (isLabelled ? 0.5 : 0);
}

function titlesAt(lines: readonly Prose[], index: number): Title[] {
  const line = lines[index];
  if (!line) return [];
  const whole = printedTitle(lines, index) ?? pieceTitle(line);
  if (whole) return [whole];
  if (!line.plain.includes(IN_EACH_NAME)) return [];
  const key = squeeze(line.plain);
  const leading = LEADING.exec(key)?.[1];
  const quoted = [...key.matchAll(QUOTED)].map((match) => match[1] ?? '');
  const announced = [...key.matchAll(ANNOUNCED)].map((match) => withoutLead(match[1] ?? ''));
  return [...(leading ? [leading] : []), ...quoted, ...announced].flatMap((text) => {
    const parsed = parse(text, false);
    return parsed && parsed.year !== null ? [{ ...parsed, text: printed(line, text), place: line.place }] : [];
  });
}

/** A title that fills its line or several lines; an agency's name alone on the line before belongs to it. */
function printedTitle(lines: readonly Prose[], index: number): Title | null {
  for (let count = 1; count <= MAX_LINES; count += 1) {
    const group = lines.slice(index, index + count);
    const last = group.at(-1);
    const keys = group.map((line) => undecorated(squeeze(line.plain)));
    const key = keys.at(-1) ?? '';
    if (group.length < count || !last || FOREIGN.test(key) || last.plain.length > 60) return null;
    if (count > 1 && isWhole(key)) return null;
    const parsed = parse(keys.join(''), count === 1);
    if (!parsed) continue;
    const before = lines[index - 1];
    const named = before && belongsTo(before, lines[index], parsed.agency) ? before : null;
    const printedLines = named ? [named, ...group] : group;
    return {
      text: printedLines.map((line) => line.text.replace(/[|\s]+$/, '').trim()).join(''),
      place: printedLines[0]?.place ?? last.place,
      agency: named ? squeeze(named.plain) + (parsed.agency ?? '') : parsed.agency,
      year: parsed.year ?? yearAlone(lines[index + count]),
      last: last.place.line,
      lines: count,
    };
  }
  return null;
}

/** Whether the line above holds the agency's name, or begins it: 示例县, and below it 财政局2023年…. */
function belongsTo(above: Prose, line: Prose | undefined, agency: string | null): boolean {
  const words = squeeze(above.plain);
  if (agency === null) return isAgencyName(words);
  return above.place.line + 1 === line?.place.line && isRegion(words) && regionsCalled(agency).length === 0;
}

/** (2023年度) on the line below the title. */
function yearAlone(line: Prose | undefined): number | null {
  const [, year] = /^\(?((?:19|20)\d{2})年度?\)?$/.exec(arabicDates(squeeze(line?.plain ?? ''))) ?? [];
  return year === undefined ? null : Number(year);
}

/** Agency and year on one line need nothing from the menu above. */
function isWhole(key: string): boolean {
  const parsed = parse(key, false);
  return parsed !== null && parsed.agency !== null && parsed.year !== null;
}

/** A title that is only the end of its line, after a site's name or other words and a space. */
function pieceTitle(line: Prose): Title | null {
  if (!line.plain.includes(IN_EACH_NAME)) return null;
  // Steps of a breadcrumb, a label and what it labels: no title goes on from one to the next.
  return line.plain.split(/[|>»:_]+/).reduce<Title | null>((found, part) => found ?? titleInPart(part, line), null);
}

function titleInPart(part: string, line: Prose): Title | null {
  const pieces = part.trim().split(/\s+/);
  for (let start = 0; start < pieces.length; start += 1) {
    for (let end = start + 1; end <= Math.min(pieces.length, start + MAX_LINES); end += 1) {
      const text = pieces.slice(start, end).join('');
      const parsed = parse(text, false);
      if (parsed && parsed.year !== null && (parsed.agency !== null || end - start === 1)) {
        return { ...parsed, text: printed(line, text), place: line.place, isLabelled: BESIDE.test(line.plain) };
      }
    }
  }
  return null;
}

/** Titles kept outside the body: `示例市示例局2023年…年度报告_示例市人民政府`. */
function titlesOutside(document: Document): Title[] {
  if (document.title === null) return [];
  const plain = plainLine(document.title);
  const pieces = plain.split('|').flatMap((title) => [title, ...title.split(/[_—–]|\s*-\s*|\s+/)]);
  return pieces.flatMap((text) => {
    const key = undecorated(squeeze(text));
    const parsed = parse(key, false);
    // Behind a dash stands the site, which bears the name of a government more often than that of the agency.
    if (parsed?.agency && key.endsWith(`(${parsed.agency})`) && levelOf(parsed.agency) === 'government') return [];
    return parsed ? [{ ...parsed, text: text.trim(), place: null }] : [];
  });
}

/** The characters of the line that `key` (without spaces) stands for, where they can be told; otherwise `key`. */
function printed(line: Prose, key: string): string {
  const start = line.plain.indexOf(key);
  return start >= 0 && line.plain.length === line.text.length ? line.text.slice(start, start + key.length) : key;
}

/** Takes a title without spaces apart; `null` where it is none. `truncated`: 工作年度报告 alone counts as one. */
function parse(key: string, truncated: boolean): { agency: string | null; year: number | null } | null {
  if (!key.includes(IN_EACH_NAME)) return null;
  const half = key.slice(key.length / 2);
  // A page's title and its heading run into one.
  if (half !== '' && key === half + half) return parse(half, truncated);
  if (key.length > LONGEST || FOREIGN.test(key)) return null;
  const text = arabicDates(key);
  const year = YEAR.exec(text);
  const undated = text.replace(new RegExp(YEAR, 'g'), '');
  const whole = WHOLE.exec(undated);
  const name = whole ?? (truncated ? TRUNCATED.exec(undated) : null);
  if (!name) return null;
  const agency = bodyOf(withoutLead(undated.slice(0, name.index)));
  // 示例局建议提案办理工作年度报告 is another report: words before a truncated name have to be an agency's.
  if (agency === undefined || (!whole && agency !== null && !isAgencyName(agency))) return null;
  const behind = name[1] !== undefined && isAgencyName(name[1]) ? name[1] : null;
  return { agency: agency ?? behind, year: year ? Number(year[1]) : null };
}

/** 示例市第3医院 and 示例公司A are names; numbers of dates and counts are not part of one. */
const WORDS_OF_BODY = /^\p{Script=Han}(?:[\p{Script=Han}·、A-Za-z]|(?<!\d)\d{1,4}(?![\d年月日号件条期])){1,39}$/u;

/** Another work that the same report is about: 法定主动公开工作暨. */
const OTHER_WORK = /(?:法定)?(?:主动公开|政务公开|信息公开|法治政府建设|依法行政)(?:工作)?[暨及和与]$/;

/** The agency before the name; `null` if none, `undefined` if the words are no name. */
function bodyOf(words: string): string | null | undefined {
  const bare = words
    .replace(/^(?:标题|名称|正文)?(?:关于|《|“|【.*】)?/, '')
    .replace(/(?:(?:关于)?(?:报送|上报|呈报|公布|发布|公开|印发)|关于|的|年度|年)$/, '')
    .replace(/\([^()]*\)$/, '')
    .replace(OTHER_WORK, '');
  if (bare === '' || /^[我本][^,]{0,3}$/.test(bare)) return null;
  if (!WORDS_OF_BODY.test(bare) || /^(?:依据|根据|按照|现将|做好|中华人民共和国政府)|年度报告/.test(bare))
    return undefined;
  return bare.endsWith('人民') ? `${bare}政府` : bare;
}
