/** Who a sentence says is reporting: the subject of the year's work, the writer of the report, whom to ask. */

import { ownNameTest } from '../../claims/scope.ts';
import { groupsOf } from '../groups.ts';

/** Of ideographs those that names are made of: all that Unicode has take 5 ms to compile, at every start. */
const HAN = '[\\u3400-\\u9FFF]';
const OFFICE = `${HAN}{1,16}?(?:局|委员会|委|厅|管委会|中心|人民政府|街道办事处|镇政府)`;
const TOWN = `${HAN}{2,3}(?:镇|乡|街道)(?:人民政府|办事处)?`;
/** A sub-heading may stand in front of the sentence. */
const START = '^(?:\\([一二三四五]\\)[^。,:]{0,12}[。.,:]?)?';
const IN_THE_YEAR = '(?:\\d{4}年度?|本年度?|全年|今年以?来?|一年来),?';
const DID =
  '(?:共|累计|主动|及时|通过|严格|认真|坚持|持续|不断|深入|切实|' +
  '全年|公开|收到|受理|办理|制发|未收到|没有收到|无|高度|(?:扎实|积极|全面|着力|大力|始终|围绕|聚焦)[^,。]{0,8}(?:信息|政务)公开)';
/** Said without a year only of whoever reports. */
const STRIVES =
  '(?:高度重视|认真(?:贯彻|落实|执行)|严格(?:按照|落实|执行|遵守)|坚持|始终|深入贯彻|全面贯彻|扎实推进|主动公开|' +
  '成立了?(?:以|由|政务公开|政府?信息公开)|(?:共|未)?(?:收到|受理))';
/** Of a government much is said in the reports of its departments. */
const DEPARTMENT = OFFICE.replace('|中心|人民政府|街道办事处|镇政府', '');

const REPORTER: readonly RegExp[] = [
  `(?:本报告|报告)?由(?<name>${OFFICE})(?:依据|根据|按照|编制|负责编制|组织编制)`,
  `(?:^|,)(?<name>${OFFICE})(?:现|特)?(?:组织)?(?:编制|公布)(?:了)?(?:本|\\d{4})[^。,]{0,20}报`,
  `现将(?<name>${OFFICE})\\d{4}年度?(?:政府信息|信息公开|政务公开)`,
  `(?:请与|请联系|请向|请径?与)(?<name>${DEPARTMENT})(?!.{0,12}人民政府)[^,。]{0,12}(?:联系|咨询|反映|\\()`,
  `${START}${IN_THE_YEAR}(?<name>${OFFICE}|${TOWN})${DID}`,
  `${START}(?<name>${DEPARTMENT})${STRIVES}`,
  `(?:措施|打算|安排):(?:\\d{4}年,?)?(?<name>${DEPARTMENT})将(?:进一步|继续|持续|加强|加大)`,
].map((words) => new RegExp(words));
/** How agencies call themselves. */
const SELVES = '[我本](?:局|委|厅|院|办|处|中心|镇|乡|街道)';
const SELF_NAME = new RegExp(`^${SELVES}$`);
/** The reports of offices tell what the departments did, and so do those of governments. */
const SPEAKS_FOR_OTHERS = /办公[室厅]$|(?<![镇乡])人民政府$|管委会$|管理委员会$/;
const SELF = new RegExp(
  `${SELVES}(?=主动|共|累计|及时|通过|公开|收到|受理|办理|未收到|严格|认真|坚持|高度|始终|按照|把|将|政府信息公开|信息公开|政务公开|,)`,
  'g',
);
/** Beside these another agency is told of. */
const SPEAKS_OF_ITSELF = new RegExp(`${SELVES}|本(?:机关|单位)|我单位`);

/** Offices that a sentence has for whoever reports, and how it calls itself. */
export function namesOfReporters(plain: string): string[] {
  if (SPEAKS_OF_ITSELF.test(plain)) return Array.from(plain.matchAll(SELF), ([name]) => name);
  return REPORTER.map((words) => groupsOf(words, plain).name).filter((name) => name !== undefined);
}

const LEVELS = '省市县区州旗';
const LEVEL_AND_KIND = new RegExp(`^[${LEVELS}]|(?:局|厅|委员会|委|镇|乡|街道)$`, 'g');
/** Whoever is meant by these belongs to no agency alone. */
const COLLECTIVE = /[各全该等及和与我本]|乡镇|[党工纪]委|^.委$|^[省市县区州旗]{2}/;
const KINDS: readonly [end: RegExp, selves: RegExp][] = [
  [/局$/, /[局]$/],
  [/厅$/, /[厅]$/],
  [/委$|(?<!管理)委员会$/, /[委]$/],
  [/镇(?:人民政府)?$/, /[镇]$/],
  [/乡(?:人民政府)?$/, /[乡]$/],
  [/街道(?:办事处)?$/, /街道|办$/],
  [/办公[室厅]$|人民政府$/, /[办厅]$/],
];

/**
 * The name is that of another agency. Only agencies of the same place, or of another level, are confused with one's own:
 * one further away is told of.
 */
export function isAnother(name: string, agency: string): boolean {
  const isOwn = ownNameTest(agency);
  if (SELF_NAME.test(name)) {
    const selves = KINDS.find(([end]) => end.test(agency))?.[1];
    return selves !== undefined && !selves.test(name) && !isOwn(name);
  }
  if (
    SPEAKS_FOR_OTHERS.test(agency) ||
    COLLECTIVE.test(name) ||
    agency.includes(name) ||
    name.startsWith(agency) ||
    isOwn(name) ||
    ownNameTest(name)(agency)
  )
    return false;
  const level = LEVELS.includes(name.charAt(0)) ? name.charAt(0) : null;
  if (level === null) return name.startsWith(agency.slice(0, 2)) || /(?:镇|乡|街道)/.test(name);
  // 县发改委 is the county's 发展和改革局 as well, 市统计局 not the county's.
  return !agency.includes(level) || !isOwn(agency.charAt(0) + name.replace(LEVEL_AND_KIND, '') + agency.slice(-1));
}
