/**
 * Names of things and counts in all faces. The phrases of a face of its own stand beside this file and take from here what
 * has its name here: no words of Chinese stand twice in this folder. What a rule says stands in the rule.
 */

import type { CellAddress } from '../../domain/addresses.ts';
import type { Text } from '../../domain/labels.ts';
import type { Level } from '../../domain/level.ts';
import type { Severity } from '../../domain/severity.ts';
import type { Status } from '../../domain/status.ts';
import type { Mistake } from '../../result.ts';

export const STATUS_WORDS: Record<Status, Text> = {
  passed: { zh: '通过', en: 'passed' },
  failed: { zh: '不通过', en: 'failed' },
  incomplete: { zh: '未读全', en: 'incomplete' },
  unreadable: { zh: '无法识别', en: 'unreadable' },
};

export const SEVERITY_WORDS: Record<Severity, Text> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '疑点', en: 'warning' },
  notice: { zh: '提示', en: 'notice' },
};

export const LEVEL_WORDS: Record<Level, Text> = {
  ministry: { zh: '国务院部门', en: 'ministry' },
  government: { zh: '政府', en: 'government' },
  department: { zh: '部门', en: 'department' },
  town: { zh: '乡镇街道', en: 'town' },
  other: { zh: '其他', en: 'other' },
};

/** One name for each thing, whichever face shows it. */
export const NAMES = {
  agency: { zh: '机关', en: 'Agency' },
  agencyInFull: { zh: '机关全称', en: 'Agency, its full name' },
  year: { zh: '年度', en: 'Year' },
  region: { zh: '地区', en: 'Region' },
  regionUnknown: { zh: '地区不明', en: 'region unknown' },
  status: { zh: '结论', en: 'Status' },
  severity: { zh: '级别', en: 'Severity' },
  rule: { zh: '规则', en: 'Rule' },
  file: { zh: '文件', en: 'File' },
  kind: { zh: '类型', en: 'Kind' },
  cellsRead: { zh: '已读单元格', en: 'Cells read' },
  table: { zh: '表', en: 'Table' },
  place: { zh: '位置', en: 'Where' },
  page: { zh: '报告页面', en: 'Page' },
  findings: { zh: '问题', en: 'Findings' },
  expected: { zh: '应为', en: 'Expected' },
  reported: { zh: '填报', en: 'Reported' },
  lookUp: { zh: '请核实是否为', en: 'Look up' },
  inTable: { zh: '表格', en: 'Table' },
  inText: { zh: '正文', en: 'Text' },
  comparedWith: { zh: '对照', en: 'Compared with' },
  thisReport: { zh: '本报告', en: 'This report' },
  nothing: { zh: '无', en: 'nothing' },
  advice: { zh: '处理建议', en: 'Advice' },
  basis: { zh: '依据', en: 'Basis' },
  noticedBy: { zh: '相关规则', en: 'Noticed by' },
  fileNotes: { zh: '读取说明', en: 'About the file' },
  undecided: { zh: '未定', en: 'Undecided' },
  blank: { zh: '空白', en: 'blank' },
  notRead: { zh: '未读出', en: 'not read' },
  missing: { zh: '未报送', en: 'Missing' },
  agencyNotRead: { zh: '机关名称未读出', en: 'agency not read' },
  unsubscribe: { zh: '退订', en: 'Unsubscribe' },
  findingsList: { zh: '问题清单', en: 'List of findings' },
  all: { zh: '全部', en: 'All' },
  save: { zh: '保存', en: 'Save' },
  colon: { zh: '：', en: ': ' },
  semicolon: { zh: '；', en: '; ' },
  comma: { zh: '、', en: ', ' },
} as const satisfies Record<string, Text>;

/** With a capital letter, as the head of a column. */
export function asHead({ zh, en }: Text): Text {
  return { zh, en: en.charAt(0).toUpperCase() + en.slice(1) };
}

/** A number or a name beside a word, in the brackets of the language. */
export function inBrackets(value: string | number): Text {
  return { zh: `（${value}）`, en: ` (${value})` };
}

export function yearWords(year: number): Text {
  return { zh: `${year}年度`, en: `${year}` };
}

export function zeroRowWords(rows: number): Text {
  return { zh: `另有${rows}行，相关单元格都是0`, en: `${rows} more rows with 0 in the cells concerned` };
}

export function moreRowWords(rows: number): Text {
  return { zh: `还有${rows}行`, en: `${rows} more rows` };
}

export function moreWords(reasons: number): Text {
  return { zh: `另有${reasons}项未能判定`, en: `${reasons} more undecided` };
}

/** What was printed in a suspect cell and what to look up; why is told by the message of the mistake. */
function repairWords({ reported, repaired }: Mistake['suspects'][number]): Text {
  return {
    zh: `填报${reported ?? '空白'}，请核实是否为${repaired}`,
    en: `${reported ?? 'blank'} is printed; look up whether it is ${repaired}`,
  };
}

/** More suspects are counted: they are alternatives, of which the message names the likeliest. */
const MOST_SUSPECTS = 4;

/** Where to look, a line each, under a lead that does not call all of them wrong. */
export function suspectWords(suspects: Mistake['suspects']): {
  lead: Text;
  lines: { cell: CellAddress; words: Text }[];
} {
  const lines = suspects
    .slice(0, MOST_SUSPECTS)
    .map((suspect) => ({ cell: suspect.cell, words: repairWords(suspect) }));
  if (suspects.length === 1) return { lead: { zh: '可能原因', en: 'Likely cause' }, lines };
  const all =
    suspects.length > lines.length
      ? { zh: `，共${suspects.length}格`, en: `, ${suspects.length} in all` }
      : { zh: '', en: '' };
  return {
    lead: { zh: `可能有误的单元格（不一定都有误${all.zh}）`, en: `Cells that may be wrong (not all need be${all.en})` },
    lines,
  };
}

/** How many mistakes of each severity; nothing is said of a severity with none. */
export function countWords(counts: Readonly<Record<Severity, number>>): Text {
  const of = (language: 'zh' | 'en') =>
    (Object.keys(SEVERITY_WORDS) as Severity[])
      .filter((severity) => counts[severity] > 0)
      .map((severity) =>
        language === 'zh'
          ? `${SEVERITY_WORDS[severity].zh}${counts[severity]}处`
          : `${counts[severity]} ${SEVERITY_WORDS[severity].en}${counts[severity] === 1 ? '' : 's'}`,
      );
  return { zh: of('zh').join('、') || '没有发现问题', en: of('en').join(', ') || 'no findings' };
}

export function summaryWords(statuses: Readonly<Record<Status, number>>): Text {
  const { passed, failed, incomplete, unreadable } = statuses;
  const all = passed + failed + incomplete + unreadable;
  return {
    zh: `共${all}份：通过${passed}份，不通过${failed}份，未读全${incomplete}份，无法识别${unreadable}份`,
    en: `${all} in all: ${passed} passed, ${failed} failed, ${incomplete} incomplete, ${unreadable} unreadable`,
  };
}
