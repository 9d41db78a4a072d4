/** The words of the page of a region and year. */
import type { Text } from '../../domain/labels.ts';
import { NAMES } from './common.ts';

export const REGION_WORDS = {
  country: { zh: '全国', en: 'The whole country' },
  around: { zh: '所在地区', en: 'Regions around it' },
  manyRosters: {
    zh: '下级地区的单位名单过多，未逐一核对未报送情况；请选择下级地区查看。',
    en: 'There are more rosters below than were looked through, so nobody is called missing here; choose a region below.',
  },
  yearless: {
    zh: '另有无法识别、年度不明的文件：',
    en: 'Files that could not be read, so that their year is not known: ',
  },
  placeless: { zh: '国务院部门和地区不明的单位', en: 'Ministries, and agencies whose region is not known' },
  ended: { zh: '已截止', en: 'over' },
  deadlines: { zh: '公布期限：', en: 'Due: ' },
  rankBy: { zh: '排名依据：', en: 'Ranked by: ' },
  rankRegions: { zh: '按地区排名', en: 'rank the regions' },
  missingOf: { zh: '未报送 / 应报送', en: 'Missing / owed' },
  today: { zh: '截至', en: 'As of' },
  list: { zh: '查看报告列表', en: 'List of the reports' },
  more: {
    zh: '该地区报告过多，未逐份核对，本页不列“未报送”单位；请选择下级地区查看。',
    en: 'There are more reports than were looked at, so no agency is called missing here; choose a region below.',
  },
  owed: { zh: '应报送单位', en: 'Agencies that owe a report' },
  notOwed: { zh: '名单以外已报送的单位', en: 'Reported, but not on the roster' },
  reported: { zh: '已报送', en: 'Reported' },
  missing: NAMES.missing,
  unknown: { zh: '未核实', en: 'Not looked for' },
  late: { zh: '逾期公布', en: 'Published late' },
  due: { zh: '期限', en: 'Due' },
  below: { zh: '下级地区', en: 'Regions below' },
  rate: { zh: '不通过率', en: 'Share failed' },
  failedOf: { zh: '不通过 / 已报送', en: 'Failed / reported' },
  rank: { zh: '排名', en: 'Rank' },
  rates: { zh: '主要比率', en: 'Rates' },
  ratesHint: {
    zh: '各层级分别计算，不相加；每个机关每年只计一份，含未通过核对的年报。',
    en: 'Each level by itself, never added; each agency counts once a year, reports that failed included.',
  },
  rateName: { zh: '比率', en: 'Rate' },
  share: { zh: '数值', en: 'Value' },
  part: { zh: '分子 / 分母', en: 'Part / whole' },
  counted: { zh: '计入份数', en: 'Reports counted' },
  level: { zh: '层级', en: 'Level' },
  noRoster: {
    zh: '尚无单位名单，无法判断哪些单位未报送。请在下方粘贴或上传名单。',
    en: 'There is no roster, so it is not known which reports are missing. Paste or upload one below.',
  },
  roster: { zh: '单位名单', en: 'Roster' },
  rosterHint: {
    zh: '每行一个单位，可在单位名称后加逗号和邮箱；保存后替换现有名单。',
    en: 'One agency a line, with its mail address behind a comma if you like. Saving replaces the roster.',
  },
  paste: { zh: '粘贴名单', en: 'Paste the roster' },
  save: { zh: '保存名单', en: 'Save the roster' },
  file: { zh: '或选择名单文件', en: 'Or choose a file' },
  fileKinds: { zh: 'xlsx、csv、txt，选定后立即替换原名单', en: 'xlsx, csv or txt; it replaces the roster at once' },
} as const satisfies Record<string, Text>;

export const TIER_WORDS = {
  province: { zh: '省级', en: 'province' },
  city: { zh: '市级', en: 'city' },
  county: { zh: '县级', en: 'county' },
  unknown: NAMES.regionUnknown,
} as const satisfies Record<string, Text>;

/** How long there is, or how long it has been. */
export function dayWords(days: number): Text {
  const many = Math.abs(days) === 1 ? 'day' : 'days';
  if (days === 0) return { zh: '今日截止', en: 'due today' };
  if (days > 0) return { zh: `还有${days}天`, en: `${days} ${many} left` };
  return { zh: `已逾期${-days}天`, en: `${-days} ${many} overdue` };
}
