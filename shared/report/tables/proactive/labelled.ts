/** Table 2 of either form; its header says which. */
import { type CellAddress, type FormEdition, PROACTIVE } from '../../../domain/addresses.ts';
import { ROW_LABELS } from '../../../domain/labels.ts';
import { matchHeading } from '../../headings.ts';
import type { Token } from '../../tokens.ts';
import { FORM_2019_HEADER, PROACTIVE_HEADER, PROACTIVE_PATTERNS } from '../patterns.ts';
import { headersIn, noTable, type TableSpan } from '../table-span.ts';
import { anyValue, toCell, type Value, valuesAfter } from '../values.ts';

/** Reads table 2 from the tokens before `limit` (where table 3 begins). */
export function readProactive(tokens: readonly Token[], limit: number): TableSpan & { format: FormEdition | null } {
  const start = tokens.findIndex(
    ({ key }, index) => index < limit && /^(?:第二十条|信息内容)/.test(key) && key.length < 16,
  );
  const from = start === -1 ? tokens.findIndex(({ key }) => matchHeading(key)?.part === 'proactive') + 1 : start;
  const region = { ...noTable(), format: null as FormEdition | null };
  const labels = new Map<number, string>();
  for (let index = from; index < limit; index += 1) {
    const row = rowAt((tokens[index] as Token).key);
    if (row) labels.set(index, row);
  }
  if (labels.size === 0) return region;
  const { cells, reading } = region;
  region.start = start === -1 ? Math.min(...labels.keys()) : start;
  reading.headers = headersIn(tokens, region.start, limit, PROACTIVE_HEADER);
  const headers = tokens.slice(region.start, limit).filter(({ key }) => PROACTIVE_HEADER.some.test(key));
  if (headers.length > 0) {
    region.format = headers.some(({ key }) => FORM_2019_HEADER.test(key)) ? '2019-60' : '2021-30';
  }
  const columns: Record<string, readonly string[]> = PROACTIVE[region.format ?? '2021-30'];
  const stops = (index: number) => {
    const { key } = tokens[index] as Token;
    return index >= limit || labels.has(index) || PROACTIVE_HEADER.some.test(key) || matchHeading(key) !== null;
  };
  for (const [index, row] of labels) {
    const names = columns[row];
    if (!names) continue;
    const { values, found, end } = valuesAfter(tokens, index + 1, names.length, stops);
    region.end = Math.max(
      region.end,
      index + 1,
      anyValue(found) || found.some((token) => token.cell) ? end : index + 1,
    );
    for (const [position, name] of names.entries()) {
      const address = `proactive.${row}.${name}` as CellAddress;
      if (values.length > 0 && !cells.has(address)) cells.set(address, toCell(values[position] as Value));
    }
    if (values.length === 0 && anyValue(found)) reading.notes.push(unread(row));
  }
  reading.place = (tokens[region.start] as Token).place;
  reading.state = cells.size > 0 ? 'read' : 'labels';
  return region;
}

function rowAt(key: string): string | null {
  if (key.length < 2 || key.length > 40) return null;
  return PROACTIVE_PATTERNS.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
}

function unread(row: string): { zh: string; en: string } {
  const label = ROW_LABELS[`proactive.${row}`];
  return {
    zh: `“${label?.zh}”一行的数据个数与表头不符，未读取。`,
    en: `The row "${label?.en}" does not match its header and was not read.`,
  };
}
