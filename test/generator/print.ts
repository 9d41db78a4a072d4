/** A report printed in one layout, with every other choice of spelling, and what must be read back. */
import fc from 'fast-check';
import type { CellAddress } from '../../shared/domain/addresses.ts';
import { PARTS } from '../../shared/report/types.ts';
import { disputesTable, type FormTable, proactiveTable, requestsTable } from './form.ts';
import { LAYOUTS, type LayoutName } from './layouts/all.ts';
import type { Layout, Piece, PrintedTable } from './layouts/layout.ts';
import { FORMS_WITH_BLANKS, NUMBER_FORMS, type NumberFormName } from './numbers.ts';
import type { RandomReport } from './report.ts';
import { inScript, type ScriptForm } from './script.ts';
import {
  BRIDGE_FORMS,
  BROKEN_LABEL_FORMS,
  GLUED_HEADINGS,
  HEAD_FORMS,
  HEADING_FORMS,
  LABEL_FORMS,
  OFFICIAL_HEADINGS,
  PERIOD_FORMS,
  TAIL_FORMS,
  TITLE_FORMS,
} from './words.ts';

/** One choice for everything that docs/layouts.md §2 to §6 names. */
export interface Variation {
  numbers: NumberFormName;
  labels: string;
  headings: string;
  title: string;
  head: string;
  tail: string;
  period: string;
  bridge: string;
  script: ScriptForm;
}
export const PLAIN: Variation = {
  numbers: 'plain',
  labels: 'official',
  headings: 'official',
  title: 'official',
  head: 'none',
  tail: 'none',
  period: 'official',
  bridge: 'none',
  script: 'simplified',
};

export interface PrintedReport {
  name: string;
  text: string;
  bytes: Uint8Array;
  /** What a careful reader takes from each printed cell; a cell that is not in the map must be absent. */
  expected: ReadonlyMap<CellAddress, number | null>;
  /** What stands in the tables before anything was dropped, whether it can be read or not. */
  printed: ReadonlyMap<CellAddress, number | null>;
  reading: Layout['reading'];
  publishedOn: string | null;
  signedOn: string | null;
}

/** Prints the report, its tables damaged in some way. The bytes are UTF-8. */
export function print(
  report: RandomReport,
  layoutName: LayoutName,
  chosen: Partial<Variation> = {},
  damage: (table: PrintedTable) => PrintedTable = (table) => table,
): PrintedReport {
  const variation = { ...PLAIN, ...chosen };
  const layout: Layout = LAYOUTS[layoutName];
  const expected = new Map<CellAddress, number | null>();
  const tables = formTables(report, layout).map((table) => printedTable(table, report, variation, expected));
  const head = choice(HEAD_FORMS, variation.head)(report);
  const tail = choice(TAIL_FORMS, variation.tail)(report);
  const pieces = [
    ...head.lines.map((text) => ({ kind: 'prose' as const, text })),
    ...choice(TITLE_FORMS, variation.title)(report).map((text) => ({ kind: 'title' as const, text })),
    ...introPieces(report, variation),
    ...bodyPieces(report, layout, variation, tables.map(damage)),
    ...tail.lines.map((text) => ({ kind: 'prose' as const, text })),
  ];
  const text = inScript(layout.page(pieces), variation.script);
  return {
    name: `${report.agency}.${layout.extension}`,
    text,
    bytes: new TextEncoder().encode(text),
    expected: layout.reading === 'none' ? new Map() : expected,
    printed: expected,
    reading: layout.reading,
    publishedOn: head.publishedOn,
    signedOn: tail.signed ? report.signedOn : null,
  };
}

/** Every choice that the layout can carry. */
export function variationArbitrary(layoutName: LayoutName): fc.Arbitrary<Variation> {
  const layout: Layout = LAYOUTS[layoutName];
  const names = <Name extends string>(forms: Record<Name, unknown>) =>
    fc.constantFrom(...(Object.keys(forms) as Name[]));
  return fc.record({
    numbers: names(NUMBER_FORMS).filter((name) => layout.showsEmpty || !FORMS_WITH_BLANKS.has(name)),
    labels: names({ ...LABEL_FORMS, ...(layout.breaksCells ? BROKEN_LABEL_FORMS : {}) }),
    headings: names(HEADING_FORMS),
    title: names(TITLE_FORMS),
    head: names(HEAD_FORMS),
    tail: names(TAIL_FORMS),
    period: names(PERIOD_FORMS),
    bridge: names(BRIDGE_FORMS),
    script: fc.constantFrom<ScriptForm>('simplified', 'simplified', 'mirror', 'hongkong', 'taiwan', 'pinyin'),
  });
}

function choice<Form>(forms: Record<string, Form>, name: string): Form {
  const form = forms[name];
  if (form === undefined) throw new RangeError(`No form ${name}`);
  return form;
}

function formTables(report: RandomReport, layout: Layout): FormTable[] {
  return [
    proactiveTable(report.format),
    requestsTable(report.format, layout.applicants),
    disputesTable(layout.outcomes),
  ];
}

/** Puts numbers and labels into a form, and notes what must be read back. */
function printedTable(
  table: FormTable,
  report: RandomReport,
  variation: Variation,
  expected: Map<CellAddress, number | null>,
): PrintedTable {
  const rows = table.rows.map((row) =>
    row.map(({ text, colSpan, rowSpan, address }) => {
      if (address === null) {
        const words = choice({ ...LABEL_FORMS, ...BROKEN_LABEL_FORMS }, variation.labels).reduce(
          (label, [from, to]) => label.replaceAll(from, to),
          text,
        );
        return { text: words, colSpan, rowSpan, number: false };
      }
      const value = report.cells.get(address);
      if (value === undefined) throw new RangeError(`No number for ${address}`);
      const printed = NUMBER_FORMS[variation.numbers](value, address);
      expected.set(address, printed.value);
      return { text: printed.text, colSpan, rowSpan, number: true };
    }),
  );
  return { name: table.name, columns: table.columns, rows };
}

const OFFICIAL_PERIOD = /自\d{4}年1月1日起至\d{4}年12月31日止/;

function introPieces(report: RandomReport, variation: Variation): Piece[] {
  const glued = GLUED_HEADINGS.has(variation.headings) ? OFFICIAL_HEADINGS.overview : '';
  const period = choice(PERIOD_FORMS, variation.period)(report.year);
  return report.intro.map((text, index) => ({
    kind: 'prose',
    text: text.replace(OFFICIAL_PERIOD, period) + (index === report.intro.length - 1 ? glued : ''),
  }));
}

function bodyPieces(
  report: RandomReport,
  layout: Layout,
  variation: Variation,
  tables: readonly PrintedTable[],
): Piece[] {
  const headings = choice(HEADING_FORMS, variation.headings);
  const bridge = choice(BRIDGE_FORMS, variation.bridge)(report);
  return PARTS.flatMap((part): Piece[] => {
    const heading = headings[part] === undefined ? OFFICIAL_HEADINGS[part] : headings[part];
    const table = tables.find(({ name }) => name === part);
    return [
      ...(heading === null ? [] : [{ kind: 'heading' as const, text: heading }]),
      ...report.parts[part].map((text) => ({ kind: 'prose' as const, text })),
      ...(table ? bridge.map((text) => ({ kind: 'prose' as const, text })) : []),
      ...(table ? [{ kind: 'table' as const, text: layout.table(table) }] : []),
    ];
  });
}
