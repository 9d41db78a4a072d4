/** Table 3: twenty-five rows of seven numbers; twenty-three in 〔2019〕60号. */
import { REQUEST_COLUMNS, type RequestRow, requestRow } from '../../../domain/addresses.ts';
import { ROW_LABELS } from '../../../domain/labels.ts';
import { matchHeading } from '../../headings.ts';
import type { Token } from '../../tokens.ts';
import { REQUEST_HEADER } from '../patterns.ts';
import { headerStart, headersIn, noTable, type TableSpan } from '../table-span.ts';
import { anyValue, toCell, type Value, valuesAfter } from '../values.ts';
import { dealOut } from './columns.ts';
import { findLabels, isSingleRow, type Label } from './labels.ts';
import { isNarrow, type RowWidth, rowWidth } from './widths.ts';

const WIDTH = REQUEST_COLUMNS.length;

interface ReadRow {
  row: RequestRow;
  values: readonly Value[];
  width: RowWidth | null;
}

/** Reads the first table 3 among the tokens. */
export function readRequests(tokens: readonly Token[]): TableSpan {
  const labels = findLabels(tokens);
  const first = labels.find((label) => label.row !== null);
  const region = noTable();
  if (!first) return region;
  const rows = readRows(tokens, labels, region);
  const { cells, reading } = region;
  const widths = rows.map(({ width }) => width);
  for (const { row, values, width } of rows) {
    if (width && isNarrow(width, widths)) continue;
    for (const [index, address] of requestRow(row).entries()) {
      if (!cells.has(address)) cells.set(address, toCell(values[index] as Value));
    }
  }
  for (const row of new Set(labels.map((label) => label.row))) {
    if (row === null || cells.has(`requests.${row}.total`)) continue;
    const label = ROW_LABELS[`requests.${row}`];
    reading.notes.push({
      zh: `“${label?.zh}”一行的数据个数与表格列数不符，未读取。`,
      en: `The row "${label?.en}" does not hold seven values and was not read.`,
    });
  }
  region.start = headerStart(tokens, first.from, REQUEST_HEADER);
  reading.headers = headersIn(tokens, region.start, first.from, REQUEST_HEADER);
  reading.splitOther = labels.some(({ row }) => row?.startsWith('other.'));
  reading.place = (tokens[region.start] as Token).place;
  reading.state = cells.size > 0 ? 'read' : 'labels';
  return region;
}

/** The rows whose seven values were found; also marks the end of the table and its sub-totals in `region`. */
function readRows(tokens: readonly Token[], labels: readonly Label[], region: TableSpan): ReadRow[] {
  const starts = new Set(labels.map((label) => label.from));
  const stops = (index: number) => {
    const { key } = tokens[index] as Token;
    return starts.has(index) || REQUEST_HEADER.some.test(key) || matchHeading(key) !== null;
  };
  const rows: ReadRow[] = [];
  let waiting: RequestRow[] = [];
  for (const [index, label] of labels.entries()) {
    const { values, found, end } = valuesAfter(tokens, label.to, WIDTH, stops);
    region.end = Math.max(label.to, region.end, anyValue(found) || found.some((token) => token.cell) ? end : label.to);
    const single = label.group === 'other' && isSingleRow(labels, index);
    const row = label.row ?? (single ? 'other.other' : null);
    if (row === null) {
      if (label.group && values.length > 0) {
        region.reading.subtotals.push({ row: label.group, cells: values.map(toCell) });
      }
      continue;
    }
    waiting.push(row);
    if (values.length > 0) {
      rows.push({ row, values, width: rowWidth(tokens, label, values, found) });
      waiting = [];
      if (row === 'carriedOut') break;
    } else if (anyValue(found)) {
      const dealt = dealOut(found, waiting.length, WIDTH) ?? [];
      for (const [position, each] of dealt.entries()) {
        rows.push({ row: waiting[position] as RequestRow, values: each, width: null });
      }
      waiting = [];
    }
  }
  return rows;
}
