/** Other words for the same things (docs/layouts.md §3 to §6): labels, headings, titles, metadata, tails. */
import type { Part } from '../../shared/report/types.ts';

type Replacement = readonly [printed: string, instead: string];

/** Labels as other agencies print them; each set is used as a whole. */
export const LABEL_FORMS: Record<string, readonly Replacement[]> = {
  official: [],
  fullWidthBrackets: [
    ['(', '（'],
    [')', '）'],
  ],
  listMarks: [
    ['1.', '1、'],
    ['2.', '2. '],
    ['逾期不补正、', '逾期不补正，'],
  ],
  shortWords: [
    ['行政规范性文件', '规范性文件'],
    ['现行有效件数', '现行有效件'],
    ['社会公益组织', '社会公益'],
    ['(六)其他处理', '(六)其他'],
  ],
  shortOthers: [
    ['1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', '1.逾期不补正'],
    ['2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', '2.逾期不缴费'],
  ],
  slip: [['本年处理决定数量', '本年处理绝对数量']],
  wordLost: [['上年结转政府信息公开申请数量', '上年结转政府信息公开数量']],
  spaced: [
    ['第二十条第', '第二十条 第'],
    ['本年制发件数', '本年 制发件数'],
    ['社会公益组织', '社会公益 组织'],
    ['法律服务机构', '法律服务 机构'],
    ['自然人', '自然 人'],
    ['三、本年度办理结果', '三、本年度办 理结果'],
  ],
  longBrackets: [['规章', '规章(设区的市、自治州以上人民政府应提供相关数据)']],
  otherGroups: [
    ['(三)不予公开', '(三) 不予公开'],
    ['(四)无法提供', '(四) 无法提供'],
    ['1.', '1. '],
    ['(六)其他处理', '(六)其他'],
  ],
  damagedNote: [['(本列数据', '?。ū玖袛']],
  questionMarks: [
    ['一、本年', '?一、本年'],
    ['二、上年', '?二、上年'],
    ['三、本年', '?三、本年'],
    ['四、结转', '?四、结转'],
  ],
  /** Compatibility ideographs of PDF exports. */
  compatibility: [
    ['行', '⾏'],
    ['文', '⽂'],
    ['人', '⼈'],
    ['用', '⽤'],
    ['自', '⾃'],
  ],
};

/** Labels broken over lines as narrow columns of a PDF or a page break them: for layouts whose cells may hold lines. */
export const BROKEN_LABEL_FORMS: Record<string, readonly Replacement[]> = {
  vertical: [['三、本年度办理结果', '三、\n本\n年\n度\n办\n理\n结\n果']],
  brokenGroups: [
    ['(三)不予公开', '(三)\n不予公开'],
    ['(四)无法提供', '(四)无\n法提供'],
    ['(六)其他处理', '(六)\n其他处理'],
  ],
  brokenHead: [
    ['社会公益组织', '社会公益\n组织'],
    ['法律服务机构', '法律服\n务机构'],
    ['法人或其他组织', '法人或其\n他组织'],
  ],
};

/** Headings; a part that is not named keeps the official words. `null` prints none. */
export const HEADING_FORMS: Record<string, Partial<Record<Part, string | null>>> = {
  official: {},
  longer: {
    overview: '一、政府信息公开工作总体情况',
    proactive: '二、行政机关主动公开政府信息情况',
    disputes: '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
    problems: '五、当前存在的主要问题及下一步改进措施',
  },
  shorter: {
    overview: '一、工作概述',
    proactive: '二、主动公开信息情况',
    disputes: '四、政府信息公开行政复议和行政诉讼情况',
    problems: '五、存在问题及改进情况',
  },
  spaced: { overview: '一、 总体情况', disputes: '四、政府信息公开行政复议行政诉讼情况' },
  stopped: { overview: '一、总体情况、', disputes: '四、政府信息公开行政法复议、行政诉讼情况' },
  unnumbered: { proactive: '主动公开政府信息情况' },
  misnumbered: { proactive: '一、主动公开政府信息情况' },
  firstMissing: { overview: null },
  fifthMissing: { problems: null },
  /** A lost space before every numeral. */
  questionMarks: {
    overview: '?一、总体情况',
    proactive: '?二、主动公开政府信息情况',
    requests: '?三、收到和处理政府信息公开申请情况',
    disputes: '?四、政府信息公开行政复议、行政诉讼情况',
    problems: '?五、存在的主要问题及改进情况',
    other: '?六、其他需要报告的事项',
  },
  gluedToIntro: { overview: null },
};
/** Forms that print the first heading behind the last word of the introduction. */
export const GLUED_HEADINGS: ReadonlySet<string> = new Set(['gluedToIntro']);
export const OFFICIAL_HEADINGS: Record<Part, string> = {
  overview: '一、总体情况',
  proactive: '二、主动公开政府信息情况',
  requests: '三、收到和处理政府信息公开申请情况',
  disputes: '四、政府信息公开行政复议、行政诉讼情况',
  problems: '五、存在的主要问题及改进情况',
  other: '六、其他需要报告的事项',
};

interface Named {
  agency: string;
  year: number;
  /** 2024-01-09 */
  publishedOn: string;
  signedOn: string;
}

/** Titles (docs/layouts.md §5) that name agency and year. */
export const TITLE_FORMS: Record<string, (named: Named) => string[]> = {
  official: ({ agency, year }) => [`${agency}${year}年政府信息公开工作年度报告`],
  twoLines: ({ agency, year }) => [agency, `${year}年度政府信息公开工作年度报告`],
  brokenName: ({ agency, year }) => [`${agency}${year}年政府信息公开工作`, '年度报告'],
  yearFirst: ({ agency, year }) => [`${year}年度${agency}政府信息公开年度报告`],
  yearInside: ({ agency, year }) => [`${agency}政府信息公开工作${year}年度报告`],
  twice: ({ agency, year }) => [
    `${agency}${year}年政府信息公开工作年度报告`,
    `${agency}${year}年政府信息公开工作年度报告`,
  ],
  shortName: ({ agency, year }) => [`${agency} ${year}年政府信息公开年报`],
  missing: () => [],
};

/** What stands before the body on a page, each with the date of publication that it names. */
export const HEAD_FORMS: Record<string, (named: Named) => { lines: string[]; publishedOn: string | null }> = {
  none: () => ({ lines: [], publishedOn: null }),
  lines: ({ publishedOn }) => ({
    lines: ['索引号: 000000000/2024-00712', '公开范围: 面向全社会', `发布日期: ${publishedOn}`, '浏览次数: 字体:[ ]'],
    publishedOn,
  }),
  pipes: ({ publishedOn }) => ({
    lines: [
      '索引号: 000014349/2024-00712 | 发文机关: 示例局 | 文 号: | |',
      `发布日期: ${publishedOn} 10:09 浏览次数: 字体:[ ]`,
      '',
    ],
    publishedOn,
  }),
  menu: ({ publishedOn }) => ({
    lines: [
      '当前位置 > 首页 > 政府信息公开 > 政府信息公开年报',
      '语音播报 | 简明问答',
      `来源:本站 ${publishedOn} 15:01`,
    ],
    publishedOn,
  }),
};

const inWords = (iso: string) => {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

/** What stands behind the body, each with the signature that it holds. */
export const TAIL_FORMS: Record<string, (named: Named) => { lines: string[]; signed: boolean }> = {
  none: () => ({ lines: [], signed: false }),
  signature: ({ agency, signedOn }) => ({
    lines: ['', `                 ${agency}`, `                 ${inWords(signedOn)}`],
    signed: true,
  }),
  site: () => ({
    lines: ['扫一扫在手机打开当前页', '您访问的链接即将离开“示例市人民政府”门户网站,是否继续?'],
    signed: false,
  }),
};

/** The statistics period (docs/layouts.md §7); all name the same year. */
export const PERIOD_FORMS: Record<string, (year: number) => string> = {
  official: (year) => `自${year}年1月1日起至${year}年12月31日止`,
  secondYearOmitted: (year) => `为${year}年1月1日至12月31日`,
  fromTo: (year) => `从${year}年1月1日到${year}年12月31日止`,
  comma: (year) => `自${year}年1月1日起,至${year}年12月31日止`,
  dash: (year) => `为${year}年1月1日—12月31日`,
  lastWordLost: (year) => `自${year}年1月1日至12月31止`,
  spaced: (year) => `自 ${year} 年 1 月 1 日起至 ${year} 年 12 月 31 日止`,
  charactersLost: (year) => `自${year}1月1日至${year}12月31日`,
  moreLost: (year) => `自${year}11日至1231日`,
};

/** What stands between a heading and its table (docs/layouts.md §4): no table of its own, and never a title. */
export const BRIDGE_FORMS: Record<string, (named: Named) => string[]> = {
  none: () => [],
  announced: () => ['该部分以表格形式报告。表格如下:'],
  unit: ({ agency, year }) => [`单位: ${agency} ${year}年度`],
  wrongYear: ({ year }) => [`截至${year - 2}年底,各项工作有序开展。`],
};
