/** The three tables of a page: what all strategies are sure of, merged, with the extent and the header of each table. */

import { UnreadableError } from '../../document/unreadable.ts';
import {
  type CellAddress,
  DISPUTE_BLOCKS,
  disputeBlock,
  type FormEdition,
  proactiveAddresses,
  requestRow,
  requestRows,
  TABLES,
  type Table,
} from '../../domain/addresses.ts';
import { ROW_LABELS } from '../../domain/labels.ts';
import type { Token } from '../tokens.ts';
import type { Cell, TableReading } from '../types.ts';
import { isDeduplicated } from './deduplicated.ts';
import { surveyPage, type TablePage } from './page.ts';
import { DISPUTE_HEADER, type Header, PROACTIVE_HEADER, REQUEST_HEADER } from './patterns.ts';
import { namedRows, printedLabels } from './printed-labels.ts';
import { STRATEGIES } from './strategies.ts';
import type { PartialReading, Strategy } from './strategy.ts';
import { headersIn, type TableSpan } from './table-span.ts';
import { holdsTwoReports, reportBehind } from './twice.ts';
import { anyValue, toCell } from './values.ts';

export interface ReadTables extends Record<Table, TableSpan> {
  /** By the header of table 2; else by (六), which is one row in 〔2019〕60号 alone. */
  format: FormEdition;
  /** What stands behind the tables, where a whole report with the same numbers follows: whose it is, its title says. */
  again: readonly Token[] | null;
}

type Note = TableReading['notes'][number];

/** No site prints a report as often; each copy is looked for in all that stands behind the one before. */
const MOST_COPIES = 8;

/**
 * @param copies how many reports stand before these tokens in the file
 * @throws UnreadableError FILE.TWO-REPORTS where the tables of two years or agencies stand side by side, or behind each
 * other, or where more reports stand there than a site prints of one.
 */
export function readTables(tokens: readonly Token[], copies = 0): ReadTables {
  const page = surveyPage(tokens);
  if (copies > MOST_COPIES || holdsTwoReports(page)) throw new UnreadableError('FILE.TWO-REPORTS');
  const spans = { proactive: page.proactive, requests: page.requests, disputes: page.disputes };
  const printed = Object.values(spans).filter((span) => span !== null);
  const first = Math.min(...printed.map(({ start }) => start), tokens.length);
  const last = Math.max(...printed.map(({ end }) => end), 0);
  const trusted = !isDeduplicated(tokens.slice(first, last));
  const read = (table: Table) => readTable(table, page, trusted);
  const tables = Object.fromEntries(TABLES.map((table) => [table, read(table)])) as Record<Table, TableSpan>;
  const again = reportBehind(page);
  if (again && differ(tables, readTables(again, copies + 1))) throw new UnreadableError('FILE.TWO-REPORTS');
  const single = tables.requests.cells.has('requests.other.other.total');
  const format = single && !tables.requests.cells.has('requests.other.notCorrected.total') ? '2019-60' : '2021-30';
  return { ...tables, format: page.proactive?.format ?? format, again };
}

/** Whether two readings have different numbers in any cell that both read. */
function differ(one: Record<Table, TableSpan>, other: Record<Table, TableSpan>): boolean {
  return TABLES.some((table) =>
    [...one[table].cells].some(([address, { value }]) => {
      const cell = other[table].cells.get(address);
      return cell !== undefined && cell.value !== value;
    }),
  );
}

function readTable(table: Table, page: TablePage, trusted: boolean): TableSpan {
  const cells = new Map<CellAddress, Cell>();
  const partials: PartialReading[] = [];
  for (const strategy of trusted ? STRATEGIES_OF[table] : []) {
    // Only an earlier strategy's cells count: where none is left, the others would be asked for nothing.
    if (isWhole(table, cells)) break;
    const partial = strategy.read(page);
    if (partial === null) continue;
    partials.push(partial);
    for (const [address, cell] of partial.cells) if (!cells.has(address)) cells.set(address, cell);
  }
  const spans = [page[table], ...partials.map(({ span }) => span ?? null)].filter((span) => span !== null);
  if (spans.length === 0) return { cells, reading: MISSING, start: -1, end: -1 };
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const reading: TableReading = {
    state: cells.size > 0 ? 'read' : 'labels',
    headers: headersOf(table, page, start, end),
    subtotals: table === 'requests' ? subtotalsOf(page) : [],
    labels: printedLabels(table, page.tokens.slice(start, end), cells),
    named: namedRows(table, page.tokens.slice(start, end)),
    ...(table === 'requests' && page.requests && { splitOther: page.requests.splitOther }),
    notes: trusted ? [...NOTES[table](page, cells), ...partials.flatMap(({ notes = [] }) => notes)] : [DEDUPLICATED],
    place: (page.tokens[start] as Token).place,
  };
  return { cells, reading, start, end };
}

const STRATEGIES_OF: Readonly<Record<Table, readonly Strategy[]>> = {
  proactive: STRATEGIES.filter(({ table }) => table === 'proactive'),
  requests: STRATEGIES.filter(({ table }) => table === 'requests'),
  disputes: STRATEGIES.filter(({ table }) => table === 'disputes'),
};
/** Cells of each table of the form in force, which has the most rows of table 3; of the trial form table 2 has more. */
const WHOLE: Readonly<Record<Table, readonly CellAddress[]>> = {
  proactive: proactiveAddresses('2021-30'),
  requests: requestRows('2021-30').flatMap(requestRow),
  disputes: DISPUTE_BLOCKS.flatMap(disputeBlock),
};

function isWhole(table: Table, cells: ReadonlyMap<CellAddress, Cell>): boolean {
  const all = WHOLE[table];
  return cells.size >= all.length && all.every((address) => cells.has(address));
}

const MISSING: TableReading = { state: 'missing', headers: [], subtotals: [], notes: [], place: null };

function headersOf(
  table: Table,
  { tokens, proactive, requests }: TablePage,
  start: number,
  end: number,
): TableReading['headers'] {
  const header: Record<Table, Header> = {
    proactive: PROACTIVE_HEADER,
    requests: REQUEST_HEADER,
    disputes: DISPUTE_HEADER,
  };
  const until = { proactive: proactive?.limit ?? end, requests: requests?.rows[0]?.label.from ?? end, disputes: end };
  return headersIn(tokens, start, until[table], header[table], table);
}

/** Rows of (三) to (六) with numbers of their own. */
function subtotalsOf({ requests }: TablePage): TableReading['subtotals'] {
  return (requests?.rows ?? []).flatMap(({ row, group, run }) =>
    row === null && group && run.values.length > 0 ? [{ row: group, cells: run.values.map(toCell) }] : [],
  );
}

/** Why cells of a table were left out, a sentence each. */
const NOTES: Record<Table, (page: TablePage, cells: ReadonlyMap<CellAddress, Cell>) => Note[]> = {
  proactive: ({ proactive }, cells) =>
    (proactive?.rows ?? [])
      .filter(
        ({ row, columns, run }) => anyValue(run.found) && !cells.has(`proactive.${row}.${columns[0]}` as CellAddress),
      )
      .map(({ row }) => ({
        zh: `“${ROW_LABELS[`proactive.${row}`]?.zh}”一行的数据个数与表头不符，未读取。`,
        en: `The row "${ROW_LABELS[`proactive.${row}`]?.en}" does not match its header and was not read.`,
      })),
  requests: ({ requests }, cells) =>
    [...new Set(requests?.rows.map(({ row }) => row))]
      .filter((row) => row !== null && !cells.has(`requests.${row}.total`))
      .map((row) => ({
        zh: `“${ROW_LABELS[`requests.${row}`]?.zh}”一行的数据个数与表格列数不符，未读取。`,
        en: `The row "${ROW_LABELS[`requests.${row}`]?.en}" does not hold seven values and was not read.`,
      })),
  disputes: ({ disputes }, cells) =>
    cells.size === 0 && (disputes?.printed.length ?? 0) > 0
      ? [
          {
            zh: '表四的数据不是十五个，或无法确定各自的位置，未读取。',
            en: 'Table 4 does not hold fifteen values in certain places and was not read.',
          },
        ]
      : [],
};

const DEDUPLICATED: Note = {
  zh: '文本中重复的行被删去，数据的位置不可信，未读取。',
  en: 'Repeated lines were dropped from this text; the places of its numbers cannot be trusted and none was read.',
};
