/** One consistent report, on which the examples of all rules are made by small edits. */

import { readClaims } from '../claims/read.ts';
import {
  type CellAddress,
  cellAddresses,
  DISPUTE_BLOCKS,
  DISPUTE_COLUMNS,
  type FormEdition,
  parseAddress,
  REQUEST_COLUMNS,
  RESULT_ROWS,
  type RequestRow,
  requestRows,
  TABLES,
} from '../domain/addresses.ts';
import { type Cell, PARTS, type Prose, type Report, type Where } from '../report/types.ts';
import {
  DISPUTES,
  exampleHeadings,
  exampleTables,
  PROACTIVE_NUMBERS,
  PROSE,
  placeOfPart,
  REQUESTS,
} from './example-data.ts';
import { DEFAULT_PARAMETERS } from './parameters.ts';
import type { Context, Example } from './types.ts';

/** The report of 示例市示例局 for 2023 with the example's edits; in the 2019 form where the example asks for it. */
export function exampleReport(example: Partial<Example> = {}): Report {
  const format = example.report?.format ?? '2021-30';
  const base = {
    title: '示例市示例局2023年政府信息公开工作年度报告',
    titlePlace: placeOfPart('head', 2),
    agency: '示例市示例局',
    level: 'department',
    regionCode: null,
    year: 2023,
    period: { from: '2023-01-01', to: '2023-12-31', place: placeOfPart('preamble') },
    publishedOn: '2024-01-20',
    signedOn: '2024-01-18',
    signedBy: '示例市示例局',
    dates: [
      { kind: 'published', iso: '2024-01-20', text: '公开日期：2024-01-20', place: placeOfPart('head', 1) },
      { kind: 'signed', iso: '2024-01-18', text: '2024年1月18日', place: placeOfPart('tail', 1) },
    ],
    format,
    script: 'simplified',
    mediaType: 'text/plain',
    tables: exampleTables(format),
    headings: exampleHeadings(),
    prose: exampleProse(example.text),
    notes: [],
    ...example.report,
  } satisfies Omit<Report, 'cells'>;
  return { ...base, cells: example.report?.cells ?? exampleCells(format, base.tables, example) };
}

export function exampleContext(example: Partial<Example> = {}): Context {
  const report = exampleReport(example);
  return {
    report,
    /** Read when a rule asks for them: most do not. */
    get claims() {
      return readClaims(report);
    },
    neighbours: example.neighbours ?? {},
    parameters: DEFAULT_PARAMETERS,
  };
}

function exampleProse(edits: Example['text']): Prose[] {
  return (['head', 'preamble', ...PARTS, 'tail'] as Where[]).flatMap((where) =>
    (edits?.[where] ?? PROSE[where]).map((text, index) => ({
      text,
      plain: halfWidth(text),
      place: placeOfPart(where, index),
      where,
    })),
  );
}

/** Brackets, comma, colon and semicolon as the reader of reports leaves them in `plain`. */
function halfWidth(text: string): string {
  return text.replace(/[（），：；]/g, (mark) => '(),:;'['（），：；'.indexOf(mark)] as string);
}

function exampleCells(format: FormEdition, tables: Report['tables'], { cells = {}, raw = {} }: Partial<Example>) {
  const numbers = new Map<CellAddress, number | null | undefined>();
  for (const [address, value] of exampleNumbers(format)) numbers.set(address, value);
  for (const table of TABLES) {
    if (tables[table].state === 'read') continue;
    for (const address of numbers.keys()) if (address.startsWith(`${table}.`)) numbers.delete(address);
  }
  for (const [address, value] of Object.entries(cells)) numbers.set(address as CellAddress, value);
  const rows = [...new Set([...numbers.keys()].map((address) => address.slice(0, address.lastIndexOf('.'))))];
  const result = new Map<CellAddress, Cell>();
  for (const [address, value] of numbers) {
    if (value === undefined) continue;
    const { table } = parseAddress(address);
    const line = placeOfPart(table, 20 + rows.indexOf(address.slice(0, address.lastIndexOf('.')))).line;
    result.set(address, { value, raw: raw[address] ?? (value === null ? '' : String(value)), place: { line } });
  }
  return result;
}

/** Every cell of the form: the numbers of `example-data.ts`, sums where the form has sums, else 0. */
function exampleNumbers(format: FormEdition): Map<CellAddress, number> {
  const numbers = new Map<CellAddress, number>(cellAddresses(format).map((address) => [address, 0]));
  const addTo = (address: CellAddress, value: number) => numbers.set(address, (numbers.get(address) ?? 0) + value);
  for (const [address, value] of Object.entries(PROACTIVE_NUMBERS[format])) addTo(address as CellAddress, value);
  const printed = new Set<RequestRow>(requestRows(format));
  for (const [name, values] of Object.entries(REQUESTS)) {
    const row = printed.has(name as RequestRow) ? (name as RequestRow) : 'other.other';
    const isResult = (RESULT_ROWS as readonly string[]).includes(row);
    for (const target of isResult ? [row, 'total' as const] : [row]) {
      values.forEach((value, index) => {
        addTo(`requests.${target}.${REQUEST_COLUMNS[index] ?? 'total'}`, value);
        addTo(`requests.${target}.total`, value);
      });
    }
  }
  for (const block of DISPUTE_BLOCKS) {
    DISPUTES[block].forEach((value, index) => {
      addTo(`disputes.${block}.${DISPUTE_COLUMNS[index] ?? 'total'}`, value);
      addTo(`disputes.${block}.total`, value);
    });
  }
  return numbers;
}
