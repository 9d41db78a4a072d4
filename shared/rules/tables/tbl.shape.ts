import {
  type CellAddress,
  DISPUTE_BLOCKS,
  disputeBlock,
  PROACTIVE,
  requestRow,
  requestRows,
  TABLES,
  type Table,
} from '../../domain/addresses.ts';
import { ROW_LABELS, TABLE_LABELS } from '../../domain/labels.ts';
import type { Report } from '../../report/types.ts';
import { exampleTables } from '../example-data.ts';
import { quote } from '../quote.ts';
import { hasSingleOtherRow } from '../requests/rows.ts';
import type { Fault, Rule } from '../types.ts';
import { decided } from '../verdict.ts';

export const rule: Rule = {
  id: 'TBL.SHAPE',
  title: { zh: '行列数不符', en: 'Rows or columns missing' },
  severity: 'error',
  basis: {
    zh: '国办公开办函〔2021〕30号、〔2019〕60号所附报告格式',
    en: 'Forms of the report, 国办公开办函〔2021〕30号 and 〔2019〕60号',
  },
  check({ report }) {
    return decided(
      TABLES.flatMap((table) => {
        if (report.tables[table].state !== 'read') return [];
        const incomplete = rowsOf(report, table).filter(({ cells }) => cells.some((cell) => !report.cells.has(cell)));
        return incomplete.length === 0 ? [] : [toFault(report, table, incomplete)];
      }),
    );
  },
  examples: [
    { title: 'every row of the form', outcome: 'pass' },
    { title: 'every row of the form of 2019', report: { format: '2019-60' }, outcome: 'pass' },
    {
      title: 'a table cut off before its last two rows',
      cells: absent([...requestRow('total'), ...requestRow('carriedOut')]),
      outcome: {
        fails: [{ expected: 25, actual: 23, cells: [...requestRow('total'), ...requestRow('carriedOut')] }],
      },
    },
    {
      title: 'one cell that was not read',
      cells: { 'disputes.reconsideration.total': undefined },
      outcome: { fails: [{ expected: 3, actual: 2, cells: ['disputes.reconsideration.total'] }] },
    },
    {
      title: 'a row of table 2 missing',
      cells: { 'proactive.coercion.decisions': undefined },
      outcome: { fails: [{ expected: 6, actual: 5, cells: ['proactive.coercion.decisions'] }] },
    },
    {
      title: '(六)其他处理 as one row in a later report: STR.FORMAT-VERSION has it',
      cells: absent([...requestRow('other.notCorrected'), ...requestRow('other.feeUnpaid')]),
      outcome: 'pass',
    },
    {
      title: 'a table of which nothing was read: STR.TABLES has it',
      report: { tables: exampleTables('2021-30', { disputes: { state: 'missing' } }) },
      outcome: 'pass',
    },
  ],
};

type Row = { label: string; labelEn: string; cells: CellAddress[] };

/** The rows that the table must have in this report's form. */
function rowsOf(report: Report, table: Table): Row[] {
  const row = (name: string, cells: CellAddress[]): Row => {
    const label = ROW_LABELS[`${table}.${name}`];
    return { label: label?.zh ?? name, labelEn: label?.en ?? name, cells };
  };
  if (table === 'requests') {
    const rows = requestRows(hasSingleOtherRow(report) ? '2019-60' : '2021-30');
    return rows.map((name) => row(name, requestRow(name)));
  }
  if (table === 'disputes') return DISPUTE_BLOCKS.map((name) => row(name, disputeBlock(name)));
  return Object.entries(PROACTIVE[report.format]).map(([name, columns]) =>
    row(
      name,
      (columns as readonly string[]).map((column) => `proactive.${name}.${column}` as CellAddress),
    ),
  );
}

function toFault(report: Report, table: Table, incomplete: Row[]): Fault {
  const expected = rowsOf(report, table).length;
  const notes = report.tables[table].notes;
  return {
    message: {
      zh: `${TABLE_LABELS[table].zh}：表格不完整，没有读到${incomplete.map(({ label }) => quote(label)).join('、')}。${notes.map(({ zh }) => zh).join('')}`,
      en: [
        `${TABLE_LABELS[table].en} is not complete. Not read: ${incomplete.map(({ labelEn }) => labelEn).join('; ')}.`,
        ...notes.map(({ en }) => en),
      ].join(' '),
    },
    hint: {
      zh: '请核对文件是否被截断、行列是否与官方格式一致；没有读到的数据不参与核对。',
      en: 'Check that the file is not cut off and the rows are those of the form; what was not read is not checked.',
    },
    cells: incomplete.flatMap(({ cells }) => cells.filter((cell) => !report.cells.has(cell))),
    expected,
    actual: expected - incomplete.length,
  };
}

function absent(addresses: CellAddress[]): Partial<Record<CellAddress, undefined>> {
  return Object.fromEntries(addresses.map((address) => [address, undefined]));
}
