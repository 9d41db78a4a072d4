/** Where a person finds what a finding is about: table, row, column and page; never the ordinal of a paragraph. */
import {
  type CellAddress,
  DISPUTE_COLUMNS,
  parseAddress,
  REQUEST_COLUMNS,
  TABLES,
  type Table,
} from '../domain/addresses.ts';
import { COLUMN_LABELS, cellLabel, PART_LABELS, ROW_LABELS, type Text } from '../domain/labels.ts';
import type { StoredReport } from '../record.ts';
import type { Finding } from '../result.ts';

const TABLE_NAMES: Record<Table, Text> = {
  proactive: { zh: '表二', en: 'table 2' },
  requests: { zh: '表三', en: 'table 3' },
  disputes: { zh: '表四', en: 'table 4' },
};
/** Where all of them are meant, none is named; in table 2 the rows have columns of their own. */
const COLUMNS: Record<Table, number> = {
  proactive: 0,
  requests: REQUEST_COLUMNS.length,
  disputes: DISPUTE_COLUMNS.length,
};
/** Of more rows than this the first and the last are named. */
const MOST_ROWS = 3;

/** The places of a finding, the tables first; `null` where it is about the report as a whole. */
export function placeWords(finding: Finding, report: StoredReport | null): Text | null {
  const tables = TABLES.flatMap((table) => {
    const cells = finding.cells.filter((address) => parseAddress(address).table === table);
    return cells.length === 0 ? [] : [inTable(table, cells, report)];
  });
  const sentences = sentencesOf(finding, report).map(({ place }) => inText(place, report));
  const all = [...tables, ...sentences.filter((place) => place.zh !== '')];
  const unique = all.filter((place, i) => all.findIndex(({ zh }) => zh === place.zh) === i);
  return unique.length === 0 ? null : join(unique, { zh: '；', en: '; ' });
}

/** The evidence of a finding that is prose, as opposed to the lines of its cells. */
export function sentencesOf({ cells, source }: Finding, report: StoredReport | null): Finding['source'] {
  const lines = new Set(cells.map((address) => report?.cells[address]?.place.line));
  const labels = cells.flatMap((address) => [
    `${ROW_LABELS[address.slice(0, address.lastIndexOf('.'))]?.zh}：`,
    `${cellLabel(address).zh}：`,
  ]);
  return source.filter(
    ({ line, text }) => text.trim() !== '' && !lines.has(line) && !labels.some((label) => text.startsWith(label)),
  );
}

function inTable(table: Table, cells: readonly CellAddress[], report: StoredReport | null): Text {
  const rows = [...new Set(cells.map((address) => parseAddress(address).row))];
  const columns = [...new Set(cells.map((address) => parseAddress(address).column))];
  const named = rows.length <= MOST_ROWS ? rows : [rows[0] as string, rows.at(-1) as string];
  const rowText = named.map((row) => ROW_LABELS[`${table}.${row}`] as Text).map(quoted);
  const range = rows.length > MOST_ROWS && table === 'requests';
  const columnText = columns.length === COLUMNS[table] ? null : join(columns.map(columnName), { zh: '、', en: ', ' });
  const pages = [...new Set(cells.flatMap((address) => report?.cells[address]?.place.page ?? []))];
  const where = join(rowText, range ? { zh: '至', en: ' to ' } : { zh: '、', en: ', ' });
  return {
    zh: `${TABLE_NAMES[table].zh} ${where.zh}行${columnText === null ? '' : ` “${columnText.zh}”列`}${pageWords(pages).zh}`,
    en: `${TABLE_NAMES[table].en}, ${rows.length > 1 ? 'rows' : 'row'} ${where.en}${columnText === null ? '' : `, ${columns.length > 1 ? 'columns' : 'column'} ${columnText.en}`}${pageWords(pages).en}`,
  };
}

const quoted = ({ zh, en }: Text): Text => ({ zh: `“${zh}”`, en });
const columnName = (name: string): Text => COLUMN_LABELS[name] ?? { zh: name, en: name };

function inText(place: Finding['source'][number]['place'], report: StoredReport | null): Text {
  const where = report?.prose.find((line) => line.place.line === place.line)?.where;
  const part = (where && PART_LABELS[where]) ?? { zh: '', en: '' };
  const pages = pageWords(place.page === undefined ? [] : [place.page]);
  return { zh: `${part.zh}${pages.zh}`, en: `${part.en}${pages.en}` };
}

function pageWords(pages: readonly number[]): Text {
  if (pages.length === 0) return { zh: '', en: '' };
  return { zh: `（第${pages.join('、')}页）`, en: ` (page ${pages.join(', ')})` };
}

function join(texts: readonly Text[], by: Text): Text {
  return { zh: texts.map(({ zh }) => zh).join(by.zh), en: texts.map(({ en }) => en).join(by.en) };
}
