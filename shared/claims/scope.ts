/**
 * Does a sentence speak of this agency as a whole and of the report's year? Precision comes first: words that are not
 * known to be neutral make a claim unscoped, and no rule of error level looks at it.
 */

import type { Report } from '../report/types.ts';

/** Words that change neither category nor scope. Longer words stand before their beginnings. */
const NEUTRAL = [
  '自?\\d{4}年1月1日起?[至到-](?:\\d{4}年)?12月31日(?:止|期间)?',
  '截[至止]\\d{4}年(?:12月31日|12月底|年?底|末)',
  '截[至止](?:12月31日|年底|年末)',
  '\\d{4}年(?:度|全年)?',
  '今年以来|本年度?|今年|全年度?|一年来|年度内?|报告期内|[一二三四五六七八九]是',
  '依申请公开(?:情况|工作|方面)?',
  '因?(?:涉及|针对|关于|对|不服)?政府信息公开(?:工作|申请|答复|行为|引发|引起|产生|导致|被|提起|的|、)*',
  '公民、法人(?:和|或者?|及)其他组织|公民|申请人|社会公众',
  '(?:提出|提交|申请)的?|被申请|被提起|提起|提出',
  '通过[各多](?:种|类)(?:渠道|方式|途径)|(?:通过)?各渠道|各类',
  '发生|产生|涉及|引发|案件|出现',
  '(?:领域|方面|类)的?|获得|获|得到|予以',
  '从?(?:申请|答复|办理|处理)?(?:主体|方式|结果|类型|身份|情况)(?:来|上)?看',
  '被?(?:复议机关|人民法院|法院)(?:判决|裁定|决定)?|(?:政府)?信息公开|因',
  '作出|做出|答复(?:情况|结果)?为?|办理(?:情况|结果)为?|结果为?|决定|告知',
  '依法依规|依法|依规|同时|其中|另外|另有|另|以及|并且|目前|分别|主要|实际|总共|共计|合计|累计|共有|一共',
  '除|均|已|共|新|在|含|包括|及|和|并|有|为|被|由|了|全部|总计|总|则|经',
];
const NEUTRAL_WORDS = new RegExp(NEUTRAL.join('|'), 'g');
const MARKS = /[、,:“”"'.·\-—()]+|\d+[.、]|[(（]?[一二三四五六七八九]+[)）、]/g;

/** What takes the numbers after it out of the report's tables, wherever before them in the clause or sentence. */
const FOREIGN: readonly RegExp[] = [
  /12345|热线|信访|来信|来电|来访|来函|留言|信箱|提案|议案|建议|咨询|网民|投诉|举报|意见/, // other channels of the public
  /网络|网上|线上|信函|邮寄|邮件|当面|现场|传真|窗口|在线|书面|平台提交|EMS/, // applications split by channel
  /历年|(?<!今年|本年)以来|上半年|下半年|季度|\d月份?(?!\d*日)|月底|截[至止](?!(?:\d{4}年)?(?:年?底|年末|末|12月))/, // another period
  /(?<![比较与同])(?:去年|上年度?|上一年度?)(?!度?(?:相比|同期|增|减|结转|转结|转办|继续))/,
  /^(?!.*(?:\d{4}年|全年|本年|今年)).*累计/, // since when, nobody knows
  /信息处理费|信息公开处理费/,
  /民事|刑事|劳动|土地|征收|征地|拆迁|具体行政行为|规划/, // topics and lawsuits of another kind
  /市政府|省政府|县政府|区政府|国务院|上级|下属|所属|各部门|各单位|各镇|各乡|基层|代.{0,8}(?:办理|答复|受理)|作为(?:行政)?复议机关/, // other agencies
];
/** 通过网络、信函、当面等方式: all channels together are no split. */
const ALL_CHANNELS =
  /(?:通过)?(?:网络|网上|线上|信函|邮寄|邮件|当面|现场|传真|窗口|在线|书面|[、和及])+等(?:多种|各种)?(?:渠道|方式|途径|形式)/g;

/** `text`: everything before the number that no other claim has taken, in the same clause group. */
export function isForeign(text: string, own: (name: string) => boolean): boolean {
  const rest = text.replace(ALL_CHANNELS, '');
  return FOREIGN.some((words) => {
    const found = words.exec(rest);
    return found !== null && !own(found[0]);
  });
}

/** The years that a text names, in order. */
export function yearsIn(text: string): number[] {
  return [...text.matchAll(/(?<!\d)(\d{4})年/g)].map((match) => Number(match[1]));
}

/**
 * Only neutral words and names of the agency itself.
 * @param besides further words that change nothing before this claim
 */
export function isNeutral(
  prefix: string,
  report: Report,
  own: (name: string) => boolean,
  besides: RegExp = NONE,
): boolean {
  const words = prefix.replace(ALL_CHANNELS, '').replace(besides, '');
  const text = report.agency === null ? words : words.replaceAll(report.agency, '');
  return text.split(NEUTRAL_SPLIT).every((piece) => piece === '' || own(piece));
}
const NEUTRAL_SPLIT = new RegExp(`${NEUTRAL_WORDS.source}|${MARKS.source}`, 'g');

const NONE = /(?!)/g;
/** What may be done with documents in force without changing how many there are. */
export const KEPT_DOCUMENTS =
  /梳理|整理|清理后?|归集|收集|集中|统一|公布|公开|公示|发布|汇总|汇编|更新|上网|上传|保留|确认|继续|形成|编制|目录|(?:门户)?网站|专栏|收录|录入|入库|纳入|展示|在|通过|对|将|把/g;

/** How an agency calls itself, by the end of its name. The first that fits is taken. */
const SELF: readonly [RegExp, readonly string[]][] = [
  [/办公[室厅]$/, ['办', '办公室', '办公厅', '室', '厅']],
  [/街道(?:办事处)?$/, ['街道', '办事处', '街', '街道办', '街道办事处', '办']],
  [/(?:管理委员会|管委会)$/, ['委', '管委会', '会', '区', '开发区']],
  [/委员会$/, ['委', '委员会', '会']],
];
const ALWAYS = ['机关', '单位', '部门', '级', '级政府', '级机关'];

/**
 * A test for names of this body: 我局, 本机关, 全县 (of a county), and abbreviations of its name that keep its end
 * (管委会办公室 of 某某管理委员会办公室).
 */
export function ownNameTest(agency: string | null): (name: string) => boolean {
  if (agency === null) return (name) => /^(?:我|本)./.test(name) && name.length <= 6;
  const bare = agency.replace('人民政府', '');
  const last = bare.slice(-1);
  const listed = SELF.find(([end]) => end.test(agency))?.[1] ?? [];
  const self = new Set([...ALWAYS, ...listed, last, `${last}政府`, `${last}人民政府`]);
  const inName = (name: string, whole: string) =>
    name.length > 1 && name.at(-1) === whole.at(-1) && isSubsequence(name, whole);
  return (name) =>
    ('我本全'.includes(name.charAt(0)) && self.has(name.slice(1))) ||
    inName(name, agency) ||
    inName(name, bare) ||
    (name.length > 1 && listed.includes(name));
}

function isSubsequence(part: string, whole: string): boolean {
  let from = 0;
  for (const character of part) {
    const at = whole.indexOf(character, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}
