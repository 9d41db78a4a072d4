/** The agency that a report is about, where its title does not say so. */
import { squeeze } from '../normalise.ts';
import type { Prose } from '../types.ts';
import { bureauOf, isFullName, subjectOf, townOf, withoutInnerOffice, withoutLead } from './agencies.ts';
import { arabicDates } from './calendar.ts';

const NAME = String.raw`([\p{Script=Han}·]{2,40}?)`;
/** 青川县示例局(本级)2023年政府信息公开工作开展情况, with the year in front, behind the name or inside. */
const YEAR = String.raw`\d{4}年度?`;
const SUBJECT = String.raw`${NAME}(?:\([^()]{1,8}\))?`;
const TOPIC = '(?:政府信息公开|政务公开)(?:工作)?';
const ACCOUNT = '(?:工作)?(?:开展)?(?:情况|年度报告|工作报告|报告|年报|汇报)';
const SELF = '[我本](?:局|厅|委|办|镇|乡|街道|机关|单位|部门|部|院|中心)';
/** Sentences of the preamble that name the agency that writes, the surest first. */
const WRITERS: readonly RegExp[] = [
  String.raw`由${NAME}(?:、\p{Script=Han}{2,20})?(?:牵头|负责|组织|统一|统筹|具体|汇总)*(?:根据|依据|按照|(?<!机构)编制|编写|撰写|起草|制作|发布|解释)`,
  `(?:^|[。;])${NAME}(?:${YEAR})?(?:根据|依据|按照)《中华人民共和国政府信息公开条例》`,
  `${SUBJECT}${YEAR}${TOPIC}${ACCOUNT}`,
  `${YEAR}${SUBJECT}${TOPIC}${ACCOUNT}`,
  `${NAME}${TOPIC}${YEAR}${ACCOUNT}`,
  String.raw`${SELF}\(${NAME}\)`,
  `结合${NAME}(?:全年|年度|本年度)?(?:${TOPIC})?(?:工作)?(?:的)?(?:开展)?(?:实际|情况)`,
].map((pattern) => new RegExp(pattern, 'u'));
const CONTACTS: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:请|可)?(?:直接)?(?:与|同|向)${NAME}(?:\([^()]*\))?(?:取得)?(?:联系|咨询|反映|反馈|提出(?:宝贵)?(?:意见|建议))`,
    'u',
  ),
  new RegExp(String.raw`请(?:直接)?(?:与|同|向)${NAME}(?=\((?:联系)?(?:地址|电话|邮|传真|通[讯信]))`, 'u'),
  new RegExp(
    `[请可]?(?:联系|致电|致函|垂询|咨询)(?:单位|部门|机构|科室|人|方式)?:?${NAME}(?=[(,。;]|地址|电话|咨询|反映|查询|$)`,
    'u',
  ),
];
const LABELLED =
  /(?:发文机关|发文单位|发布机构|发布机关|发布单位|公开机构|公开主体|公开单位|编制单位|编制机关|填报单位|报送单位|责任单位|单位名称|单位\(盖章\))[:\s|]*([\p{Script=Han}·]{2,40})/u;
/** 我县, 全市: a government speaks; the contact is then one of its departments. */
const AREA_SELF = /[我全](县|市|区|旗|省|州|盟)(?!属|级|直|域)/g;
const OFFICE_SELF = new RegExp(SELF, 'g');

/**
 * The agency named by a report without a title that names one: who it says wrote it, or can be asked; else who signed;
 * else what the page's metadata say; `null` if nothing does (我局 alone is no name).
 */
export function readAgency(prose: readonly Prose[], signedBy: string | null): string | null {
  const opening = prose.filter((line) => line.where === 'head' || line.where === 'preamble').slice(0, 120);
  const overview = prose.filter((line) => line.where === 'overview').slice(0, 12);
  const texts = [...opening, ...overview].map((line) => arabicDates(squeeze(line.plain)));
  const writer = firstName(WRITERS, texts);
  return (
    (writer && (areaThatSpeaks(writer, prose) ?? townOf(bureauOf(writer)))) ??
    contact(texts, prose) ??
    subject(texts, prose) ??
    signedBy ??
    aloneOnALine(opening) ??
    labelled(opening) ??
    source(opening, prose)
  );
}

/** 2023年,青川县示例局贯彻…: who the first sentences that name a year or nothing before it are about. */
const CLAUSE =
  /(?:^|[。;])(?:(?:截[至止])?\d{4}年(?:度|以来)?,?|[一近今]年(?:以)?来,|过去的?一年,)?(?:([^,。;]{0,30}下|(?:按照|根据|依据|为)[^,。;]{1,40}),){0,3}([^,。;]+)/gu;
const SENTENCES = 6;

function subject(texts: readonly string[], prose: readonly Prose[]): string | null {
  const self = selfOf(prose);
  const speaks = (name: string) => self === null || isCalled(name, self);
  for (const text of texts) {
    if (!/[,。;]/.test(text)) continue;
    for (const [, before, clause] of [...text.matchAll(CLAUSE)].slice(0, SENTENCES)) {
      const names = [before, clause].map((words) => words && subjectOf(words));
      const name = names.find((one) => one && speaks(one));
      if (name) return townOf(name);
    }
  }
  return null;
}

/** A name that fills one of the first lines, before any sentence. */
function aloneOnALine(opening: readonly Prose[]): string | null {
  const names = opening.slice(0, FIRST_LINES).filter(({ where }) => where === 'head');
  return names.map(({ plain }) => squeeze(plain)).find(isFullName) ?? null;
}
const FIRST_LINES = 5;

function contact(texts: readonly string[], prose: readonly Prose[]): string | null {
  const name = firstName(CONTACTS, texts);
  if (name === null) return null;
  return areaThatSpeaks(name, prose) ?? townOf(withoutInnerOffice(name));
}

function firstName(patterns: readonly RegExp[], texts: readonly string[]): string | null {
  for (const pattern of patterns) {
    for (const text of texts) {
      for (const [, words] of text.matchAll(new RegExp(pattern, 'gu'))) {
        const name = withoutLead(words ?? '');
        const outer = [name, withoutInnerOffice(name), townOf(name)].find(isFullName);
        if (outer !== undefined) return outer;
      }
    }
  }
  return null;
}

/**
 * 随县数据局 in a report that says 我县 and hardly 我局: the report is the county's, and 随县 is all that is printed of its
 * name; 云溪县人民政府办公室 prints the whole of it.
 */
function areaThatSpeaks(name: string, prose: readonly Prose[]): string | null {
  const all = prose.map((line) => squeeze(line.plain)).join('\n');
  const selves = [...all.matchAll(AREA_SELF)].map((match) => match[1] ?? '');
  if (selves.length <= [...all.matchAll(OFFICE_SELF)].length) return null;
  const area = mostFrequent(selves);
  const end = area === undefined ? -1 : name.lastIndexOf(area);
  if (end < 1) return null;
  return /^.*?人民政府/.exec(name)?.[0] ?? name.slice(0, end + 1);
}

function mostFrequent(words: readonly string[]): string | undefined {
  const count = (word: string) => words.filter((other) => other === word).length;
  return [...new Set(words)].sort((a, b) => count(b) - count(a))[0];
}

function labelled(opening: readonly Prose[]): string | null {
  const joined = opening.map((line) => line.plain).join('\n');
  return LABELLED.exec(joined)?.[1] ?? null;
}

const SOURCE = /(?:信息来源|来源|作者|发布者|发布人)[:\s|]*([\p{Script=Han}·]{2,40})/u;

/** Where the page says it was taken from, if the report calls itself so (我镇) or the page prints the name once more. */
function source(opening: readonly Prose[], prose: readonly Prose[]): string | null {
  const name = opening.map(({ plain }) => SOURCE.exec(plain)?.[1]).find((one) => one !== undefined && isFullName(one));
  if (name === undefined) return null;
  const self = selfOf(prose);
  const isOwn = self !== null && isCalled(name, self);
  const printed = prose.reduce((count, { plain }) => count + squeeze(plain).split(name).length - 1, 0);
  return isOwn || printed > 1 ? name : null;
}

/** How the report calls the agency most often: 局 of 我局; `null` if it never does so, or by a word that fits any. */
function selfOf(prose: readonly Prose[]): string | null {
  const all = prose.map(({ plain }) => squeeze(plain)).join('\n');
  const self = mostFrequent([...all.matchAll(OFFICE_SELF)].map(([words]) => words.slice(1)));
  return self === undefined || /^(?:机关|单位|部门)$/.test(self) ? null : self;
}

/** Whether an agency of this name would call itself 我局, 我镇, 我委: 局, 镇, 委 is what its name ends in. */
function isCalled(name: string, self: string): boolean {
  return new RegExp(`${self}(?:员会|公室|人民政府|政府|办事处)?$`).test(name);
}
