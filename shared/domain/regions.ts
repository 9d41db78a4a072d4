/** Where an agency is and what kind it is, from its name alone. */

import type { Level } from './level.ts';
import { regionIndex } from './region-index.ts';

/** Central agencies whose local organs carry their name in front: 国家税务总局九江市税务局. */
const CENTRAL_PREFIX =
  /^(?:中华人民共和国|国家(?:税务|统计|外汇管理|金融监督管理|矿山安全监察|能源|邮政)总?局|中国(?:人民银行|(?:证券|银行保险)监督管理委员会|证监会|银保监会)|中共)/;
/** What follows the bare name of the city that a central agency's local organ or a development zone is in. */
const BEHIND_CITY =
  /^(?:(?:监管|证监|调查|海事|安全监察|分)?(?:分?局|总?队|分行|营业管理部|海关|监管办公室|监管办|专员办)|.{0,6}(?:经济|高新|技术|产业|工业|保税).{0,10}(?:开发区|园区|保税区|高新区))/;

/** The departments of the State Council that are called 部; other words that end so are departments (宣传部, 工程部). */
const MINISTRIES =
  '外交|国防|教育|科学技术|工业和信息化|公安|国家安全|民政|司法|财政|人力资源和?社会保障|自然资源|生态环境|住房和城乡建设|交通运输|水利|农业农村|商务|文化和旅游|退役军人事务|应急管理|铁道|环境保护|国土资源|农业|文化';
const MINISTRY = new RegExp(
  `^(?:国务院.*|国家.{1,14}(?:总局|局|委员会|委|办公室|署)|(?:${MINISTRIES})部|海关总署|.{1,12}总局|审计署|中国人民银行|中国(?:气象局|地震局|民用航空局|(?:银行保险|证券)监督管理委员会))$`,
);
/** A local organ that carries the central agency's name and its province's: 国家矿山安全监察局山西局. */
const LOCAL_ORGAN = /^国家[^局]{2,12}局[^局]{2,10}(?:局|总队|办公室|监管办|专员办)$/;
/** An office that reports for the agency that it belongs to. */
const OFFICE = '(?:(?:党政|党建|综合|行政|政务公开)*(?:办公室|办))?';
const TOWN = new RegExp(
  `(?:镇|乡|街道|(?<!步行|商业|美食)街|苏木|地区(?=办事处))(?:(?:人民)?政府|办事处|办)?${OFFICE}$`,
);
/** Not the departments 国有资产监督管理委员会 and 城市管理委员会. */
const COMMITTEE_OF_ZONE = new RegExp(`(?<!监督|城市|城乡|事务)(?:管理委员会|管委会)${OFFICE}$`);
const GOVERNMENT = /(?:[省市州盟县区旗]|地区)(?:人民政府|政府|行政公署)$/;
/** What stands before 区 where it is no county: zones, and the district of a customs house. */
const ZONES =
  '经济|经开|技术|开发|园|示范|名胜|风景|保税|度假|产业|功能|管理|合作|保护|试验|实验|新|林|景|关|港|矿|库|工业|高新|创新|物流|生态|旅游|农业|加工|出口|贸易|自贸|综合|监管|垦|牧|校|院|厂|辖|军|战|禁|片|社|小';
/** A name that is a region and nothing else, where the data does not know it; zones are no regions. */
const AREA_ALONE = new RegExp(`^.{1,8}(?<!${ZONES})[省市州盟县区旗]$`);
/** The office of a zone whose committee is not printed: 示例经开区党政办公室. */
const OFFICE_OF_ZONE = new RegExp(`(?:${ZONES})(?<!关)区(?:党政|党建|综合|行政|政务公开)*(?:办公室|办)$`);
const CUSTOMS = /海关(?:缉私局)?$|关区$/;
/** Agencies that hold no administrative power: 条例 art. 55 binds them by their own rules. */
const ENTERPRISE =
  /(?:大学|学院|学校|中学|小学|幼儿园|医院|公司|集团|企业|工厂|研究院|研究所|供电局?|水务集团|电网|(?:居民|村民)委员会|社区)(?:党委|党政|校长|院长|综合|行政|信息公开)*(?:办公室|办|工作部)?$/;
const DEPARTMENT = /(?:局|厅|委|委员会|办|办公室|部|部门|署|处|[总支大]队|调查队|[分支]行|指挥部|公安|法制)$/;
/** A branch carries its own region behind that of its head office: 市公安局云溪分局, 市自然资源和规划局云溪分局. */
const BRANCH = /(?:局|委员会|委)([^局委]{2,8}?)(?:[区县市旗])?(?:分局|支局|税务局|分中心|大队)$/;
/** Departments of a city that have branches in its counties; whole names, since 公安 and 民权 are counties as well. */
const BRANCHED =
  '生态环境(?:保护)?|环境保护|环保|公安|交警|交通警察|自然资源|自然资源和规划|规划和自然资源|自然资源与规划|规划|国土资源|国土|不动产登记|市场监督管理|市场监管|工商行政管理|税务|医疗保障|医保|气象|城市管理|城市管理(?:综合)?(?:行政)?执法|城管|综合行政执法|交通运输|公路|应急管理|林业|林业和草原|水利|水务|住房和城乡建设|司法|教育|民政|财政|审计|统计|商务|农业农村|卫生健康|消防救援|烟草专卖|邮政管理|人力资源和社会保障|社会保险|住房公积金|市政|园林|房产|房地产';
/** The branch that prints no 分局: 九江市浔阳生态环境局, 九江市浔阳公安分局. */
const BRANCH_IN_FRONT = new RegExp(
  `^(\\p{Script=Han}{2,6}?)(?:${BRANCHED})(?:管理)?(?:局|分局|支局|大队|支队|所|分中心|中心|管理部|委员会)$`,
  'u',
);

interface Located {
  codes: readonly string[];
  /** What follows the names of regions. */
  rest: string;
}

const prefixOf = (code: string) => code.replace(/(?:00){1,2}$/, '');
const within = (code: string, parents: readonly string[]) =>
  parents.length === 0 || parents.some((parent) => code !== parent && code.startsWith(prefixOf(parent)));
/** Of 北京市 the province and the city below it of the same name: the upper one. */
const topmost = (codes: readonly string[]) =>
  codes.filter((code) => !codes.some((other) => other !== code && code.startsWith(prefixOf(other))));

/** Reads the names of regions at the head of a name, from the province down, the longest name first. */
function locate(name: string): Located {
  const { codes: all, bare, longest } = regionIndex();
  let codes: readonly string[] = [];
  let rest = name;
  for (;;) {
    const step = longestMatch(all, rest, codes, longest) ?? bareBeforeArea(bare, all, rest, codes, longest);
    if (!step) return { codes, rest };
    codes = topmost(step.codes);
    rest = rest.slice(step.length);
  }
}

type Match = { codes: string[]; length: number };

function longestMatch(
  names: ReadonlyMap<string, readonly string[]>,
  text: string,
  parents: readonly string[],
  longest: number,
): Match | null {
  for (let length = Math.min(longest, text.length); length >= 2; length--) {
    const codes = names.get(text.slice(0, length))?.filter((code) => within(code, parents));
    if (codes?.length) return { codes, length };
  }
  return null;
}

/** 江西九江浔阳区: a bare name counts only where a region within it follows; 长春路街道 is not in 长春. */
function bareBeforeArea(
  bare: AreaNames,
  all: AreaNames,
  text: string,
  parents: readonly string[],
  longest: number,
): Match | null {
  const match = longestMatch(bare, text, parents, longest);
  if (!match) return null;
  const after = text.slice(match.length);
  // 北京 is the municipality on both levels; 吉林 a province and a city in it.
  const isOne = new Set(match.codes.map(regionName)).size === 1;
  const confirmed =
    after === '' || (isOne && BEHIND_CITY.test(after))
      ? topmost(match.codes)
      : match.codes.filter(
          (code) => longestMatch(all, after, [code], longest) ?? bareBeforeArea(bare, all, after, [code], longest),
        );
  return confirmed.length ? { codes: confirmed, length: match.length } : null;
}
type AreaNames = ReadonlyMap<string, readonly string[]>;

const cache = new Map<string, Located>();

function locateOnce(agency: string): Located {
  const known = cache.get(agency);
  if (known) return known;
  const located = locate(agency.replace(CENTRAL_PREFIX, ''));
  if (cache.size >= 1000) cache.clear();
  cache.set(agency, located);
  return located;
}

/**
 * GB/T 2260 code (six digits) of the region in which an agency stands, from its simplified name: of the county where the
 * name leads to one, otherwise of the city or province. `null` where the name leads to none (ministries, 插旗镇人民政府)
 * or to several (鼓楼区): no region rather than a wrong one. Towns are below the code: 樟树市鹿江街道 is in 360982.
 */
export function regionOf(agency: string): string | null {
  const { codes, rest } = locateOnce(agency);
  if (codes.length !== 1) return null;
  const [code] = codes as [string];
  return branchIn(code, rest) ?? code;
}

/** Whether the words name one region, with its kind, and nothing else: 颍上县, 安徽省阜阳市. */
export function isRegion(words: string): boolean {
  const { codes, rest } = locateOnce(words);
  return codes.length === 1 && rest === '' && GOVERNMENT.test(`${words}政府`);
}

/** Codes of all regions that a name may mean: several for 鼓楼区教育局, one where it is clear, none for 插旗镇人民政府. */
export function regionsCalled(agency: string): readonly string[] {
  return locateOnce(agency).codes;
}

/**
 * A name without the names of regions at its head, which are told by the code: 九江市浔阳区教育局 and 浔阳区教育局 are
 * 教育局 in 360403,庐山区教育局 too, by the region's former name. The whole name where it leads to no single region.
 */
export function withoutRegion(agency: string): { regionCode: string | null; rest: string } {
  const { codes, rest } = locateOnce(agency);
  return codes.length === 1 ? { regionCode: codes[0] as string, rest } : { regionCode: null, rest: agency };
}

/** Year as of which the codes are valid: that of the region data, in which 和康县 (December 2024) is the latest county. */
export const REGION_CODES_YEAR = 2024;

/** The region within `code` that a branch is for; `null` where its name leads to none, or to several. */
function branchIn(code: string, rest: string): string | null {
  const name = BRANCH.exec(rest)?.[1] ?? BRANCH_IN_FRONT.exec(rest)?.[1];
  if (name === undefined) return null;
  const { codes } = regionIndex();
  const found = ['', '区', '县', '市', '旗', '新区'].flatMap((suffix) => codes.get(name + suffix) ?? []);
  const below = [...new Set(found)].filter((one) => within(one, [code]));
  return below.length === 1 ? (below[0] as string) : null;
}

/** Current name of a region, for example 浔阳区 for 360403; `null` for a code that the data does not have. */
export function regionName(code: string): string | null {
  return regionIndex().names.get(code) ?? null;
}

/** The province, the city and the region itself, from the widest down: 360403 → 360000, 360400, 360403. */
export function regionAncestors(code: string): string[] {
  return [...new Set([`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code])];
}

/**
 * The kind of an agency, from its simplified name. 管委会 of zones and their offices are `other`: 条例 art. 49 gives them
 * no date, so they must not be held to that of departments; a bureau of a 管委会 is a department. An office of a
 * town (党政办公室) reports for the town.
 */
export function levelOf(agency: string): Level {
  const { codes, rest } = locateOnce(agency);
  if (rest === '' && [...regionIndex().zones].some((zone) => agency.endsWith(zone))) return 'other';
  if (codes.length > 0 && (rest === '' || /^(?:人民)?政府$|^行政公署$/.test(rest))) return 'government';
  if (TOWN.test(rest || agency)) return 'town';
  if (COMMITTEE_OF_ZONE.test(agency) || OFFICE_OF_ZONE.test(agency) || ENTERPRISE.test(agency)) return 'other';
  if (GOVERNMENT.test(agency)) return 'government';
  if (codes.length === 0 && MINISTRY.test(agency) && !LOCAL_ORGAN.test(agency)) return 'ministry';
  if (DEPARTMENT.test(agency) || CUSTOMS.test(agency)) return 'department';
  return AREA_ALONE.test(agency) ? 'government' : 'other';
}
