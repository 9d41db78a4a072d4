import {
  type CellAddress,
  DISPUTE_BLOCKS,
  type DisputeBlock,
  disputeBlock,
  type FormEdition,
  parseAddress,
  proactiveAddresses,
  type RequestRow,
  requestRow,
  requestRows,
  TABLES,
  type Table,
} from '../../domain/addresses.ts';
import { ROW_LABELS, TABLE_LABELS, type Text } from '../../domain/labels.ts';
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
    {
      title: 'rows that the reader could not take apart, with what it says of them',
      report: {
        tables: exampleTables('2021-30', {
          disputes: { notes: [{ zh: '数据连在一起。', en: 'Numbers run together.' }] },
        }),
      },
      cells: absent(disputeBlock('reconsideration')),
      outcome: {
        fails: [
          {
            message: {
              zh: '四、政府信息公开行政复议、行政诉讼情况：表格不完整，没有读到“行政复议”。数据连在一起。',
              en: 'Table 4, disputes is not complete. Not read: reconsideration. Numbers run together.',
            },
          },
        ],
      },
    },
  ],
};

interface Row {
  label: Text;
  cells: readonly CellAddress[];
}

const rows = (table: Table, names: readonly string[], cellsOf: (name: string) => readonly CellAddress[]): Row[] =>
  names.map((name) => ({ label: ROW_LABELS[`${table}.${name}`] as Text, cells: cellsOf(name) }));

const proactiveRows = (format: FormEdition) => {
  const cells = proactiveAddresses(format);
  const rowOf = (cell: CellAddress) => parseAddress(cell).row;
  return rows('proactive', [...new Set(cells.map(rowOf))], (name) => cells.filter((cell) => rowOf(cell) === name));
};

const requestsRows = (format: FormEdition) =>
  rows('requests', requestRows(format), (name) => requestRow(name as RequestRow));

/** The rows that each table must have. */
const ROWS = {
  proactive: { '2021-30': proactiveRows('2021-30'), '2019-60': proactiveRows('2019-60') },
  requests: { '2021-30': requestsRows('2021-30'), '2019-60': requestsRows('2019-60') },
  disputes: rows('disputes', DISPUTE_BLOCKS, (name) => disputeBlock(name as DisputeBlock)),
};

function rowsOf(report: Report, table: Table): readonly Row[] {
  if (table === 'disputes') return ROWS.disputes;
  if (table === 'proactive') return ROWS.proactive[report.format];
  return ROWS.requests[hasSingleOtherRow(report) ? '2019-60' : '2021-30'];
}

function toFault(report: Report, table: Table, incomplete: Row[]): Fault {
  const expected = rowsOf(report, table).length;
  const notes = report.tables[table].notes;
  return {
    message: {
      zh: `${TABLE_LABELS[table].zh}：表格不完整，没有读到${incomplete.map(({ label }) => quote(label.zh)).join('、')}。${notes.map(({ zh }) => zh).join('')}`,
      en: [
        `${TABLE_LABELS[table].en} is not complete. Not read: ${incomplete.map(({ label }) => label.en).join('; ')}.`,
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
