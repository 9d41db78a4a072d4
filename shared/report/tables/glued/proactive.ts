/**
 * Table 2 with its cells glued together. It has no sums: read are only rows of one number, and rows whose digits make as
 * many numbers as the form has in one way only, even if some cells were blank (规章000).
 */
import { type CellAddress, type FormEdition, PROACTIVE } from '../../../domain/addresses.ts';
import { ROW_LABELS } from '../../../domain/labels.ts';
import { cellNumber } from '../../number.ts';
import type { Cell } from '../../types.ts';
import { FORM_2019_HEADER } from '../patterns.ts';
import type { Strategy } from '../strategy.ts';
import { type GluedText, glue, tokenAt } from './text.ts';

const ROWS: Record<string, RegExp> = {
  regulations: /规章(?:\([^()]{0,80}\))?(?=\d)/g,
  normativeDocuments: /规范性文件(?:\([^()]{0,80}\))?(?=\d)/g,
  licensing: /行政许可(?=\d)/g,
  otherServices: /其他对外管理服务(?:事项)?(?:\([^()]{0,80}\))?(?=\d)/g,
  penalties: /行政处罚(?=\d)/g,
  coercion: /行政强制(?=\d)/g,
  fees: /行政事业性收费(?=\d)/g,
  procurement: /政府集中采购(?=\d)/g,
};
const NUMBER = /\d+(?:\.\d+)?/y;
const LONGEST_NEXT = 10;
/** The header over a row has to be whole: it says how many numbers the row holds. */
const HEADERS: Record<FormEdition, readonly RegExp[]> = {
  '2021-30': [/^信息内容本年制发件数?本年废止件数?现行有效/, /^信息内容本年度?处理决定数量?/, /^信息内容本年收费金额/],
  '2019-60': [
    /^信息内容本年新制作数?量?本年新公开数?量?对外公开/,
    /^信息内容上一年项目数?量?本年增\/?减/,
    /^信息内容采购项目/,
  ],
};
/** A header with digits behind it, before any label: its rows have their numbers above their labels. */
const NUMBERS_FIRST = /^(?:(?!规章|规范性文件|行政许可|其他对外|行政处罚|行政强制|行政事业性收费|政府集中)\D)*\d/;
/** What has to stand behind a row: where the next label was lost, its numbers would be taken for the end of this row's. */
const NEXT: Record<FormEdition, Record<string, RegExp>> = {
  '2021-30': {
    regulations: /^(?:行政)?规范性文件/,
    normativeDocuments: /^第二十条第\(五\)项/,
    licensing: /^第二十条第\(六\)项/,
    penalties: /^行政强制/,
    coercion: /^第二十条第\(八\)项/,
    fees: /^(?:三、|\(本列|收到和处理|申请人情况|$)/,
  },
  '2019-60': {
    regulations: /^(?:行政)?规范性文件/,
    normativeDocuments: /^第二十条第\(五\)项/,
    licensing: /^其他对外/,
    otherServices: /^第二十条第\(六\)项/,
    penalties: /^行政强制/,
    coercion: /^第二十条第\(八\)项/,
    fees: /^第二十条第\(九\)项/,
    procurement: /^(?:三、|\(本列|收到和处理|申请人情况|$)/,
  },
};
/** The first words of the table, and the first behind it. */
const START = '信息内容';
const END = /收到和处理|第三项加第四项|申请人情况|本年新收政府信息/g;

export const gluedProactive: Strategy = {
  name: 'proactive: glued rows of one number',
  table: 'proactive',
  shapes: 'M, N: rows that hold one number, and rows of zeros',
  evidence: 'digits right behind the label, with only one way to cut them even if cells were blank',
  read({ tokens, proactive }) {
    if (proactive && proactive.rows.length > 0 && proactive.rows.every(({ run }) => run.values.length > 0)) return null;
    const glued = glue(tokens);
    const start = glued.text.indexOf(START);
    if (start === -1) return null;
    END.lastIndex = start;
    const end = END.exec(glued.text)?.index ?? glued.text.length;
    const words = glued.text.slice(start, end);
    const format = FORM_2019_HEADER.test(words) ? '2019-60' : '2021-30';
    const rows = Object.keys(ROWS).map((row) => ({ row, cells: readRow(glued, row, format, start, end) }));
    const cells = new Map<CellAddress, Cell>(rows.flatMap((row) => row.cells ?? []));
    const notes = rows.flatMap(({ row, cells }) => (cells?.length === 0 ? [uncut(row)] : []));
    const span = { start: tokenAt(glued.tokens, start).token, end: tokenAt(glued.tokens, end - 1).token + 1 };
    return cells.size > 0 ? { cells, span, notes } : null;
  },
};

function uncut(row: string): { zh: string; en: string } {
  const label = ROW_LABELS[`proactive.${row}`];
  return {
    zh: `“${label?.zh}”一行的数据连在一起，无法分开，未读取。`,
    en: `The numbers of the row "${label?.en}" are run together and cannot be told apart.`,
  };
}

/** The cells of a row; none where its digits cannot be told apart, `null` where the row is not printed. */
function readRow(
  glued: GluedText,
  row: string,
  format: FormEdition,
  start: number,
  end: number,
): [CellAddress, Cell][] | null {
  const columns = (PROACTIVE[format] as Record<string, readonly string[]>)[row];
  const label = ROWS[row] as RegExp;
  label.lastIndex = start;
  const match = label.exec(glued.text);
  if (!columns || !match || match.index >= end) return null;
  const header = glued.text.slice(Math.max(glued.text.lastIndexOf(START, match.index), start), match.index);
  if (!HEADERS[format].some((words) => words.test(header)) || NUMBERS_FIRST.test(header)) return [];
  NUMBER.lastIndex = match.index + match[0].length;
  const printed = NUMBER.exec(glued.text)?.[0] ?? '';
  const from = NUMBER.lastIndex - printed.length;
  const parts = partsOf(printed, from, glued.breaks);
  // A space inside parts two numbers, and says nothing about the rest, unless there are as many parts as numbers.
  if (parts.length > 1 && (parts.length !== columns.length || !parts.every((part) => WHOLE.test(part)))) return [];
  const behind = glued.text.slice(NUMBER.lastIndex, NUMBER.lastIndex + LONGEST_NEXT);
  if (!NEXT[format][row]?.test(behind)) return [];
  const numbers = parts.length === columns.length ? parts : onlyCut(printed, columns.length);
  return numbers.map((raw, index) => {
    const { place } = tokenAt(glued.tokens, from + numbers.slice(0, index).join('').length);
    return [`proactive.${row}.${columns[index]}` as CellAddress, { value: cellNumber(raw), raw, place }];
  });
}

/** Digits parted where a space or a new cell stood. */
function partsOf(printed: string, from: number, breaks: ReadonlySet<number>): string[] {
  const parts = [''];
  for (const [index, character] of [...printed].entries()) {
    if (index > 0 && breaks.has(from + index)) parts.push('');
    parts[parts.length - 1] += character;
  }
  return parts;
}
const WHOLE = /^(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** The digits as `count` numbers, where no fewer and no other numbers can be printed so: 000, 0012. */
function onlyCut(digits: string, count: number): string[] {
  const zeros = /^0*/.exec(digits)?.[0].length ?? 0;
  const rest = digits.slice(zeros);
  if (/\./.test(digits)) return [];
  const cut = [...digits.slice(0, zeros), ...(rest === '' ? [] : [rest])];
  return cut.length === count ? cut : [];
}
