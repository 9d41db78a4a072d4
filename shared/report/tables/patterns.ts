/**
 * How the rows and headers of the three tables are spelled, over text without spaces, Simplified and half width, with
 * numerals and group names in front taken off. Official words first, what was met instead after them.
 */
import type { RequestRow } from '../../domain/addresses.ts';
import { remembered } from '../../remembered.ts';

/** `一、`, `(三)`, `1.` and the names of groups that stand in one cell with the row's own label. */
const NUMERAL = /^(?:\(?[一二三四五六七八九]\)|[一二三四五六七八九][、.,]|\(?\d{1,2}[.、)])/;
const GROUP = /^(?:本年度?办理结果|不予公开|无法提供|不予处理|其他(?:处理)?)(?=[(\d])/;
/** Its own label glued behind a piece of the group's: (四)无2.没有现成信息, 本(三)不予公开. */
const GROUP_PIECE = /^[本年度办理结果不予公开无法提供处其他]{1,8}(?=\(?[一二三四五六七\d][.、)])/;

/** Whether a text is the label of a row of table 2 or 3, whatever stands around it. */
export const isRowLabel: (key: string) => boolean = remembered((key) => {
  const { bare } = bareLabel(key);
  return (
    /^(?:其他|[总合]计)$/.test(bare) || isItemLabel(bare) || REQUEST_LABELS.some(([, pattern]) => pattern.test(bare))
  );
});

/** Whether a text is the label of a row of table 2. */
export function isItemLabel(key: string): boolean {
  return PROACTIVE_LABELS.some(([, pattern]) => pattern.test(key));
}

/** Whether a text is the label of a group: (六)其他处理 may be a row of its own. */
export function isGroupLabel(key: string): boolean {
  return GROUP_PATTERNS.some(([, pattern]) => pattern.test(bareLabel(key).bare));
}

/** The labels of groups of rows of table 3, and of all groups together. */
export const GROUP_NAMES: Readonly<Record<string, string>> = {
  results: '三、本年度办理结果',
  denied: '(三)不予公开',
  unavailable: '(四)无法提供',
  notProcessed: '(五)不予处理',
  other: '(六)其他处理',
};

/** Whether a word is a piece of the label of a group, which narrow columns set vertically: 本, 三、, 法提供, (五)不. */
export function isGroupPiece(word: string): boolean {
  return Object.values(GROUP_NAMES).some((name) => name.includes(word));
}

/** Whether a word is the beginning or the end of the label of a row of table 2: 行政规范性 of 行政规范性文件. */
export function isLabelPiece(key: string): boolean {
  return key.length >= SHORTEST_PIECE && PIECES.test(key);
}
const SHORTEST_PIECE = 3;
const PIECES =
  /^(?:行政规范(?:性文?)?|规范性文?|范?性文件|行政事业(?:性收?)?|业?性收费|其他对外管?(?:理服?务?)?|管理服务事项|政府集中(?:采购?)?|集中采购)$/;

/** A label without its numerals; `numeral` is what was taken off. */
export const bareLabel: (key: string) => Readonly<{ bare: string; numeral: string }> = remembered((key) => {
  let bare = key;
  let numeral = '';
  for (;;) {
    const match = NUMERAL.exec(bare) ?? GROUP.exec(bare) ?? GROUP_PIECE.exec(bare);
    if (!match) return { bare, numeral };
    numeral += match[0];
    bare = bare.slice(match[0].length);
  }
});

export const REQUEST_LABELS: readonly (readonly [RequestRow, RegExp])[] = [
  ['received', /^本年(?:度)?新?收(?:到)?(?:的)?(?:政府信息)?公?开?申请/],
  ['carriedIn', /^上(?:一)?年(?:度)?(?:结转|转结)(?:的)?(?:政府信息)?公开/],
  ['carriedOut', /^结转(?:到|至)?下(?:一)?年(?:度)?(?:继续)?办理/],
  ['granted', /^予以公开$/],
  ['partiallyGranted', /^部分公开/],
  ['denied.stateSecret', /^属于国家秘密/],
  ['denied.prohibitedByLaw', /^其他法律(?:、)?行政法规(?:规定)?禁止/],
  ['denied.threeSecuritiesOneStability', /^危及.{0,2}三安全/],
  ['denied.thirdPartyRights', /^保护第三方/],
  ['denied.internalAffairs', /^属于三类内部/],
  ['denied.processInformation', /^属于四类过程/],
  ['denied.enforcementFile', /^属于行政执法案/],
  ['denied.administrativeInquiry', /^属于行政查询/],
  ['unavailable.notHeld', /^本(?:行政)?机关不掌握/],
  ['unavailable.needsCreation', /^没有现成信息/],
  ['unavailable.unclearAfterCorrection', /^补正后(?:申请)?内?容?仍?不/],
  ['notProcessed.complaint', /^信访举报投诉/],
  ['notProcessed.repeated', /^重复申请/],
  ['notProcessed.publication', /^要求提供公开出版/],
  ['notProcessed.excessive', /^无正当理由大量/],
  ['notProcessed.confirmation', /^要求行政机关确认/],
  ['other.notCorrected', /^(?:申请人)?(?:无正当理由)?逾期(?:不|未)补正/],
  ['other.feeUnpaid', /^(?:申请人)?逾期(?:未按|不缴|未缴)/],
];

/** The groups of 三、本年度办理结果: labels that normally carry no numbers of their own. */
export const GROUP_PATTERNS: readonly (readonly ['denied' | 'unavailable' | 'notProcessed' | 'other', RegExp])[] = [
  ['denied', /^不予公开$/],
  ['unavailable', /^无法提供$/],
  ['notProcessed', /^不予处理$/],
  ['other', /^其他处理$/],
];

export const PROACTIVE_LABELS: readonly (readonly [string, RegExp])[] = [
  ['regulations', /^规章(?:\(.*)?$/],
  ['normativeDocuments', /^(?:行政)?规范性文件(?:\(.*)?$/],
  ['licensing', /^行政许可(?:\(.*)?$/],
  ['otherServices', /^其他对外管理服务(?:事项)?(?:\(.*)?$/],
  ['penalties', /^行政处罚(?:\(.*)?$/],
  ['coercion', /^行政强制(?:\(.*)?$/],
  ['fees', /^行政事业性收费(?:\(.*)?$/],
  ['procurement', /^政府集中采购(?:\(.*)?$/],
];

export interface Header {
  /** One header cell. */
  one: Pattern;
  /** One or several, where a line was not cut into cells. */
  some: Pattern;
}
interface Pattern {
  test(key: string): boolean;
}

function header({ source }: RegExp): Header {
  const one = new RegExp(`^(?:${source})$`);
  const first = new RegExp(`^(?:${source})`);
  return {
    one: { test: remembered((key) => one.test(key)) },
    some: { test: remembered((key) => first.test(key) && isRowOf(one, key)) },
  };
}
/** No header cell is longer, but for those that run to the end of the line. */
const LONGEST_HEADER = 48;

/**
 * Whether a text is nothing but cells, one after another. Words are parts of each other (自然人 is 自然 and 人), so that an
 * expression would try each way to cut them: here each place is looked at once.
 */
function isRowOf(one: RegExp, key: string): boolean {
  if (one.test(key)) return true;
  const reached = new Set([0]);
  for (const from of reached) {
    if (from > 0 && one.test(key.slice(from))) return true;
    const last = Math.min(from + LONGEST_HEADER, key.length);
    for (let to = from + 1; to <= last; to += 1) if (one.test(key.slice(from, to))) reached.add(to);
  }
  return key !== '' && reached.has(key.length);
}

export const PROACTIVE_HEADER = header(
  /第二十条.{0,12}|信息内容|本年新?|本年(?:新)?(?:制发|制作|废止)(?:件数?|数量)?|本年新公开(?:数量)?|(?:对外)?公开总?数量?|现行有效(?:件数?)?|本年(?:度)?处理.{0,4}数量?|处理决定(?:数量)?|本年收费金额.{0,10}|\(?单位:?万元\)?|上一年项目(?:数量)?|本年增\/?减|采购项目(?:数量)?|采购总金额|其他主动公开文件.*/,
);
/** Headers that only the trial form 〔2019〕60号 has. */
export const FORM_2019_HEADER = /新制作|新公开|对外公开|上一年项目|增\/?减|采购|^本年新$/;

/** Headers that only the form in force has. */
export const FORM_2021_HEADER = /制发|废止|现行有效|本年度?处理|本年收费/;

export const REQUEST_HEADER = header(
  /申请人情况|自然人?|人|法人或其他(?:组织)?|总计?|计|小计|合计|商业?(?:企业?)?|企业|业|科研(?:机构)?|机构|社会公益(?:组织)?|组织|法律服务(?:机构)?|其他|类别|项目|数据\d|\(本列数[^)]*\)?|.{0,12}第三项加第四项之和\)?/,
);

export const DISPUTE_HEADER = header(
  /行政复议|行政诉讼|未经复议(?:直接起诉)?|直接起诉|复议后(?:起诉)?|起诉|结果(?:维持|纠正)?|维持|纠正|其他(?:结果)?|尚未(?:审结)?|审结|总计?|计/,
);
