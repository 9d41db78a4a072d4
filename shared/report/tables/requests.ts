/** Table 3: twenty-five rows of seven numbers; twenty-three in 〔2019〕60号. */
import { type CellAddress, REQUEST_COLUMNS, type RequestRow, requestRow } from '../../domain/addresses.ts';
import { ROW_LABELS } from '../../domain/labels.ts';
import { matchHeading } from '../headings.ts';
import type { Token } from '../tokens.ts';
import type { Cell, TableReading } from '../types.ts';
import { dealOut } from './columns.ts';
import { bareLabel, GROUP_PATTERNS, REQUEST_HEADER, REQUEST_PATTERNS } from './patterns.ts';
import { headerStart, headersIn, noTable, type Region } from './region.ts';
import { anyValue, toCell, type Value, valuesAfter } from './values.ts';

type Group = TableReading['subtotals'][number]['row'];
interface Label {
  row: RequestRow | null;
  group: Group | null;
  /** First token of the label and the one after its last. */
  from: number;
  to: number;
}

const WIDTH = REQUEST_COLUMNS.length;
/** A label is cut into at most this many tokens. */
const PIECES = 3;
const LONGEST_LABEL = 60;

/** Reads the first table 3 among the tokens. */
export function readRequests(tokens: readonly Token[]): Region {
  const labels = findLabels(tokens);
  const first = labels.find((label) => label.row !== null);
  if (!first) return noTable();
  const region = noTable();
  const { cells, reading } = region;
  const starts = new Set(labels.map((label) => label.from));
  const stops = (index: number) => {
    const { key } = tokens[index] as Token;
    return starts.has(index) || REQUEST_HEADER.some.test(key) || matchHeading(key) !== null;
  };
  let waiting: Label[] = [];
  const missing: RequestRow[] = [];
  for (const [index, label] of labels.entries()) {
    const { values, found, end } = valuesAfter(tokens, label.to, WIDTH, stops);
    region.end = Math.max(label.to, region.end, anyValue(found) || found.some((token) => token.cell) ? end : label.to);
    if (label.group && values.length > 0 && !(label.group === 'other' && isSingleRow(labels, index))) {
      reading.subtotals.push({ row: label.group, cells: values.map(toCell) });
      continue;
    }
    const row = label.row ?? (label.group === 'other' && isSingleRow(labels, index) ? 'other.other' : null);
    if (row === null) continue;
    waiting.push({ ...label, row });
    const dealt = values.length > 0 ? [values] : dealOut(found, waiting.length, WIDTH);
    if (dealt) {
      const rows = waiting.slice(-dealt.length);
      missing.push(...waiting.slice(0, -dealt.length).map((each) => each.row as RequestRow));
      for (const [position, each] of rows.entries()) setRow(cells, each.row as RequestRow, dealt[position] as Value[]);
      waiting = [];
    } else if (anyValue(found)) {
      missing.push(...waiting.map((each) => each.row as RequestRow));
      waiting = [];
    }
    if (cells.has('requests.carriedOut.total')) break;
  }
  missing.push(...waiting.map((each) => each.row as RequestRow));
  for (const row of missing) {
    if (cells.has(`requests.${row}.total`)) continue;
    const label = ROW_LABELS[`requests.${row}`];
    reading.notes.push({
      zh: `“${label?.zh}”一行的数据个数与表格列数不符，未读取。`,
      en: `The row "${label?.en}" does not hold seven values and was not read.`,
    });
  }
  region.start = headerStart(tokens, first.from, REQUEST_HEADER);
  reading.headers = headersIn(tokens, region.start, first.from, REQUEST_HEADER);
  reading.place = (tokens[region.start] as Token).place;
  reading.state = cells.size > 0 ? 'read' : 'labels';
  return region;
}

function setRow(cells: Map<CellAddress, Cell>, row: RequestRow, values: readonly Value[]): void {
  for (const [index, address] of requestRow(row).entries()) {
    if (!cells.has(address)) cells.set(address, toCell(values[index] as Value));
  }
}

/** (六)其他处理 printed as one row: no row of its own follows it before (七)总计. */
function isSingleRow(labels: readonly Label[], index: number): boolean {
  return !labels[index + 1]?.row?.startsWith('other.');
}

/** The labels of the first table 3, in order, from 一、本年新收… on. */
function findLabels(tokens: readonly Token[]): Label[] {
  const labels: Label[] = [];
  const seen = new Set<RequestRow | Group>();
  for (let index = 0; index < tokens.length; index += 1) {
    // 总计 heads columns of table 4 as well.
    if (seen.size > 0 && startsDisputes((tokens[index] as Token).key)) break;
    const label = labelAt(tokens, index, seen);
    if (!label || (label.row === null && seen.size === 0)) continue;
    labels.push(label);
    seen.add(label.row ?? (label.group as Group));
    index = label.to - 1;
  }
  return labels;
}

function startsDisputes(key: string): boolean {
  return key === '行政复议' || matchHeading(key)?.part === 'disputes';
}

/** The label that starts at a token, made of one to three tokens: 「商业⏎企业」, 「(三)⏎不予公开」. */
function labelAt(tokens: readonly Token[], from: number, seen: ReadonlySet<RequestRow | Group>): Label | null {
  let key = '';
  for (let to = from; to < Math.min(tokens.length, from + PIECES); to += 1) {
    const token = tokens[to] as Token;
    if (token.key === '' || /^[\d.]+$/.test(token.key)) return null;
    key += token.key;
    if (key.length > LONGEST_LABEL) return null;
    const label = classify(key, seen);
    if (label) return { ...label, from, to: to + 1 };
    if (to === from && !/^[(一二三四五六七八九\d]/.test(key)) return null;
  }
  return null;
}

function classify(key: string, seen: ReadonlySet<RequestRow | Group>): Pick<Label, 'row' | 'group'> | null {
  const { bare, numeral } = bareLabel(key);
  for (const [row, pattern] of REQUEST_PATTERNS) if (pattern.test(bare)) return { row, group: null };
  for (const [group, pattern] of GROUP_PATTERNS) if (pattern.test(bare)) return { row: null, group };
  const pastOther = seen.has('other') || seen.has('other.notCorrected') || seen.has('other.feeUnpaid');
  if (bare === '其他' && numeral.includes('六')) return { row: null, group: 'other' };
  if (bare === '其他' && pastOther) return { row: 'other.other', group: null };
  if (bare === '总计' && (numeral.includes('七') || pastOther)) return { row: 'total', group: null };
  return null;
}
