/** The columns of every table, in order. Names never change; what is new comes at the end. */
import type { Text } from '../domain/labels.ts';
import { REGION_CODES_YEAR } from '../domain/regions.ts';
import { LEVEL_WORDS, SEVERITY_WORDS, STATUS_WORDS } from '../output/words/common.ts';
import { CELL_COLUMNS } from './cells.ts';
import type { Column, ResourceName } from './types.ts';

const text = (name: string, zh: string, en: string): Column => ({ name, type: 'text', label: { zh, en } });
const code = (name: string, zh: string, en: string): Column => ({ name, type: 'code', label: { zh, en } });

const AGENCY = {
  ...text('agency', '机关', 'agency'),
  description: { zh: '报告所印名称（简体）', en: 'name as the report has it, in simplified characters' },
};
const AGENCY_ID = {
  ...code('agencyId', '机关标识', 'agency id'),
  description: {
    zh: '同一机关历年不变；改名、合并后为现机关的标识',
    en: 'one agency over the years; after renaming or merging that of the agency of today',
  },
};
const REGION = {
  ...code('regionCode', '行政区划代码', 'region code'),
  description: {
    zh: `GB/T 2260，${REGION_CODES_YEAR}年有效的代码，不论报告年度；由机关名称得出，不能唯一确定时为空`,
    en: `GB/T 2260 as valid in ${REGION_CODES_YEAR}, whatever the year of the report; empty where the name leads to none or several`,
  },
};
const REGION_YEAR: Column = {
  name: 'regionCodeYear',
  type: 'integer',
  label: { zh: '区划代码年份', en: 'year of the region codes' },
};
const LEVEL = { ...text('level', '层级', 'level'), words: LEVEL_WORDS };
const YEAR: Column = { name: 'year', type: 'integer', label: { zh: '年度', en: 'year' } };
const FORM = {
  ...text('form', '报表格式', 'form'),
  description: {
    zh: '国办公开办函〔2021〕30号或〔2019〕60号，以表头为准',
    en: 'edition of the official form, told by its header',
  },
};
const REPORT_ID: Column = { ...code('reportId', '报告标识', 'report id'), required: true };
const CHECKED_ON: Column = {
  name: 'checkedOn',
  type: 'date',
  label: { zh: '核对日期', en: 'checked on' },
  required: true,
};
const CATALOG: Column = { ...text('catalog', '规则版本', 'catalogue'), required: true };

const STATE_WORDS = {
  number: { zh: '数值', en: 'number' },
  blank: { zh: '印有而无数值', en: 'printed without a number' },
  unread: { zh: '未读出', en: 'not read' },
} as const;
export type CellState = keyof typeof STATE_WORDS;

const LONG: readonly Column[] = [
  ...[AGENCY, AGENCY_ID, REGION, LEVEL, YEAR, FORM],
  { ...text('cell', '单元格', 'cell'), required: true },
  {
    name: 'value',
    type: 'number',
    label: { zh: '数值', en: 'value' },
    description: { zh: '只在状态为 number 时有值；空不是0', en: 'present only where state is number; empty is not 0' },
  },
  { ...text('state', '状态', 'state'), words: STATE_WORDS, required: true },
  text('raw', '原文', 'as printed'),
  {
    ...text('provenance', '出处', 'provenance'),
    description: {
      zh: 'printed 读自原位；sums 由合计推得；picture 由图像识别；后为所在行、页、表、单元格',
      en: 'printed: read where it stands; sums: only sums leave this value; picture: recognised; then line, page, table, cell',
    },
  },
  ...[REPORT_ID, REGION_YEAR, CHECKED_ON, CATALOG],
];

const HEAD: readonly Column[] = [REPORT_ID, AGENCY, AGENCY_ID, REGION, REGION_YEAR, LEVEL, YEAR, FORM];
const STATUS = { ...text('status', '结论', 'status'), words: STATUS_WORDS };

const WIDE: readonly Column[] = [
  ...[...HEAD, STATUS, CHECKED_ON, CATALOG],
  {
    ...text('blankCells', '印有而无数值的单元格', 'cells printed without a number'),
    description: {
      zh: '地址以空格分隔；其余空单元格为未读出，或该报表格式没有',
      en: 'addresses with spaces between; other empty cells were not read, or the form does not have them',
    },
  },
  ...CELL_COLUMNS,
];

const count = (name: string, zh: string, en: string): Column => ({ name, type: 'integer', label: { zh, en } });

const REPORTS: readonly Column[] = [
  ...HEAD,
  STATUS,
  ...[text('title', '标题', 'title'), text('file', '文件', 'file'), text('sha256', 'SHA-256', 'SHA-256')],
  { name: 'publishedOn', type: 'date', label: { zh: '公布日期', en: 'published on' } },
  { name: 'signedOn', type: 'date', label: { zh: '落款日期', en: 'signed on' } },
  text('receivedAt', '收到时间', 'received at'),
  {
    ...code('copyOf', '重复于', 'copy of'),
    description: {
      zh: '同一机关同一年度另有更新上传的报告时，为其标识；统计时只计空者',
      en: 'the report that counts, where a newer upload of the same agency and year is there; count those where this is empty',
    },
  },
  ...[count('errors', '错误', 'errors'), count('warnings', '疑点', 'warnings'), count('notices', '提示', 'notices')],
  ...[count('cellsRead', '已读单元格', 'cells read'), CHECKED_ON, CATALOG],
  {
    ...code('nameId', '名称标识', 'name id'),
    description: {
      zh: '仅由所印名称得出，不随名单改变；以前导出的 agencyId 由此查得现机关标识',
      en: 'made from the name as printed, whatever rosters say: leads an agencyId of an earlier export to that of today',
    },
  },
];

const FINDINGS: readonly Column[] = [
  ...HEAD,
  { ...text('rule', '规则', 'rule'), required: true },
  { ...text('severity', '级别', 'severity'), words: SEVERITY_WORDS, required: true },
  ...[text('message', '问题', 'message'), text('hint', '处理建议', 'hint'), text('basis', '依据', 'basis')],
  text('cells', '单元格', 'cells'),
  ...[text('expected', '应为', 'expected'), text('actual', '填报', 'actual'), text('lines', '行', 'lines')],
  { ...code('fingerprint', '问题标识', 'fingerprint'), required: true },
  ...[CHECKED_ON, CATALOG],
];

const DECISIONS: readonly Column[] = [
  ...HEAD,
  { ...code('fingerprint', '问题标识', 'fingerprint'), required: true },
  { ...text('decision', '决定', 'decision'), required: true },
  ...[text('remark', '说明', 'remark'), text('by', '决定人', 'by'), text('at', '时间', 'at')],
];

export const COLUMNS: Readonly<Record<ResourceName, readonly Column[]>> = {
  long: LONG,
  wide: WIDE,
  reports: REPORTS,
  findings: FINDINGS,
  decisions: DECISIONS,
};

export const RESOURCE_LABELS: Readonly<Record<ResourceName, Text>> = {
  long: { zh: '数据（每格一行）', en: 'cells, one a row' },
  wide: { zh: '数据（每份一行）', en: 'cells, one report a row' },
  reports: { zh: '报告', en: 'reports' },
  findings: { zh: '问题', en: 'findings' },
  decisions: { zh: '复核决定', en: 'decisions' },
};
