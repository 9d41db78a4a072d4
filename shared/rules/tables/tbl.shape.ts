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
import { isNamed, isRunIntoText, omittedRows } from './unread.ts';

export const rule: Rule = {
  id: 'TBL.SHAPE',
  title: { zh: '行列数不符', en: 'Rows or columns missing' },
  severity: 'warning',
  about: 'cells',
  why: {
    zh: '删行或截断的表无法逐格核对，也无法汇总。',
    en: 'A table with rows left out cannot be checked or added up.',
  },
  falseAlarm: {
    zh: '行名在表中而数字未读出的，作未定，不算缺行。',
    en: 'Where the label is printed and its numbers were not read, the rule is undecided.',
  },
  basis: {
    zh: '国办公开办函〔2021〕30号、〔2019〕60号所附报告格式',
    en: 'Forms of the report, 国办公开办函〔2021〕30号 and 〔2019〕60号',
  },
  check({ report }) {
    const faults: Fault[] = [];
    const reasons: Text[] = [];
    const omitted = omittedRows(report);
    for (const table of TABLES) {
      if (report.tables[table].state !== 'read') continue;
      const incomplete = rowsOf(report, table).filter(({ cells }) => cells.some((cell) => !report.cells.has(cell)));
      if (incomplete.length === 0) continue;
      const named = incomplete.filter(({ name }) => isNamed(report, table, name));
      if (table === 'proactive' && omitted.length > 0) faults.push(rowsOmitted(report, incomplete));
      else if (
        report.tables[table].notes.length > 0 ||
        named.length === incomplete.length ||
        isRunIntoText(report, table)
      ) {
        reasons.push(notReadWords(report, table, incomplete));
      } else faults.push(rowsNotRead(report, table, incomplete));
    }
    return decided(faults, reasons);
  },
  examples: () => [
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
      outcome: { fails: [{ code: 'OMITTED', expected: 6, actual: 5, cells: ['proactive.coercion.decisions'] }] },
    },
  ],
  cases: () => [
    {
      title: 'the row 规章, which an agency without the power to make any has left out',
      cells: absent(proactiveAddresses('2021-30').filter((cell) => cell.includes('.regulations.'))),
      outcome: {
        fails: [
          {
            code: 'OMITTED',
            message: {
              zh: '表二缺“规章”一行（官方格式保留此行，无规章制定权的填0）。请补上。',
              en: 'Table 2 lacks the row: regulations. The form keeps it; without the power to make any print 0. Add it.',
            },
          },
        ],
      },
    },
    {
      title: '（六）其他处理 as one row in a later report: STR.FORMAT-VERSION has it',
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
      outcome: 'undecided',
    },
    {
      title: 'a row whose label is printed was not left out, whatever became of its numbers',
      report: { tables: exampleTables('2021-30', { proactive: { named: ['regulations'] } }) },
      cells: absent(proactiveAddresses('2021-30').filter((cell) => cell.includes('.regulations.'))),
      outcome: 'undecided',
    },
  ],
};

interface Row {
  name: string;
  label: Text;
  cells: readonly CellAddress[];
}

const rows = (table: Table, names: readonly string[], cellsOf: (name: string) => readonly CellAddress[]): Row[] =>
  names.map((name) => ({ name, label: ROW_LABELS[`${table}.${name}`] as Text, cells: cellsOf(name) }));

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

function rowsOmitted(report: Report, rows: Row[]): Fault {
  const names = {
    zh: rows.map(({ label }) => quote(label.zh)).join('、'),
    en: rows.map(({ label }) => label.en).join('; '),
  };
  const advice = rows.some(({ cells }) => cells.some((cell) => cell.startsWith(REGULATIONS)))
    ? { zh: '无规章制定权的填0', en: 'without the power to make any print 0' }
    : { zh: '没有发生的填0', en: 'print 0 where nothing happened' };
  return {
    code: 'OMITTED',
    message: {
      zh: `表二缺${names.zh}一行（官方格式保留此行，${advice.zh}）。请补上。`,
      en: `Table 2 lacks the row: ${names.en}. The form keeps it; ${advice.en}. Add it.`,
    },
    ...shapeOf(report, 'proactive', rows),
  };
}
const REGULATIONS = 'proactive.regulations.';

/** Rows whose labels are there and whose numbers were not read, and what the reader knows of it. */
function notReadWords(report: Report, table: Table, rows: Row[]): Text {
  const { notes } = report.tables[table];
  const zh = rows.map(({ label }) => quote(label.zh)).join('、');
  const en = rows.map(({ label }) => label.en).join('; ');
  return {
    zh: `“${TABLE_LABELS[table].zh}”的${zh}未能读取数字，没有核对。${notes.map((note) => note.zh).join('')}`,
    en: `${TABLE_LABELS[table].en}: the numbers were not read, and not checked, of ${en}. ${notes.map((note) => note.en).join(' ')}`.trim(),
  };
}

function rowsNotRead(report: Report, table: Table, rows: Row[]): Fault {
  const names = {
    zh: rows.map(({ label }) => quote(label.zh)).join('、'),
    en: rows.map(({ label }) => label.en).join('; '),
  };
  return {
    message: {
      zh: `${TABLE_LABELS[table].zh}：没有读全${names.zh}，这些数据没有核对。`,
      en: `${TABLE_LABELS[table].en}: not read whole, and not checked: ${names.en}.`,
    },
    hint: {
      zh: '请核对表格是否删去了行、文件是否被截断；行、列与官方格式一致的表格才能逐格核对。',
      en: 'Check that no row was left out and the file is not cut off; only rows and columns of the form can be checked.',
    },
    ...shapeOf(report, table, rows),
  };
}

function shapeOf(report: Report, table: Table, rows: Row[]): Pick<Fault, 'cells' | 'expected' | 'actual'> {
  const expected = rowsOf(report, table).length;
  return {
    cells: rows.flatMap(({ cells }) => cells.filter((cell) => !report.cells.has(cell))),
    expected,
    actual: expected - rows.length,
  };
}

function absent(addresses: readonly CellAddress[]): Partial<Record<CellAddress, undefined>> {
  return Object.fromEntries(addresses.map((address) => [address, undefined]));
}
