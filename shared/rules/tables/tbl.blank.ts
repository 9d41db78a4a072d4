import { type CellAddress, DISPUTE_BLOCKS, disputeBlock, REQUEST_ROWS, requestRow } from '../../domain/addresses.ts';
import type { Report } from '../../report/types.ts';
import type { Fault, Rule } from '../types.ts';
import { decided, notApplicable } from '../verdict.ts';
import { byRow, habitsOf, printed, whereOf } from './raw.ts';

const REGULATIONS = 'proactive.regulations';
/** As many blank totals as T3.ROW-TOTAL tells row by row. */
const MOST_BLANK_TOTALS = 2;

export const rule: Rule = {
  id: 'TBL.BLANK',
  title: { zh: '数据单元格空白', en: 'Blank cells' },
  severity: 'warning',
  about: 'cells',
  why: { zh: '空白分不清是零还是漏填。', en: 'A blank may be zero or forgotten.' },
  falseAlarm: {
    zh: '上级要求空白代表零；同一张表多行空白合为一条。',
    en: 'A supervisor told to leave zeros blank; many blanks of one table are one finding.',
  },
  basis: null,
  check({ report }) {
    if (report.format === '2019-60') return notApplicable();
    const totals = blankTotals(report);
    const blank = byRow(report, (cell, address) => cell.value === null && printed(cell) === '' && !totals.has(address));
    // A table without any number is no row with a gap.
    const filled = (table: string) =>
      [...report.cells].some(([address, { value }]) => value !== null && address.startsWith(`${table}.`));
    const rows = [...blank].filter(([row]) => filled(row.slice(0, row.indexOf('.'))));
    return decided(habitsOf(new Map(rows)).map((habit) => toFault(habit)));
  },
  examples: () => [
    { title: 'no cell is blank', outcome: 'pass' },
    {
      title: 'two blanks in one row are one finding',
      cells: { 'requests.granted.enterprise': null, 'requests.granted.legalService': null },
      outcome: { fails: [{ cells: ['requests.granted.enterprise', 'requests.granted.legalService'] }] },
    },
    {
      title: 'blanks in two rows are two findings',
      cells: { 'requests.granted.enterprise': null, 'disputes.reconsideration.pending': null },
      outcome: {
        fails: [{ cells: ['requests.granted.enterprise'] }, { cells: ['disputes.reconsideration.pending'] }],
      },
    },
    {
      title: 'the blank row 规章 of a body that may not make any is only a remark',
      cells: {
        'proactive.regulations.issued': null,
        'proactive.regulations.repealed': null,
        'proactive.regulations.inForce': null,
      },
      outcome: { fails: [{ code: 'REGULATIONS', severity: 'notice' }] },
    },
    {
      title: 'blanks for zeros are usual in the form of 2019',
      report: { format: '2019-60' },
      cells: { 'requests.granted.enterprise': null },
      outcome: 'notApplicable',
    },
  ],
  cases: () => [
    {
      title: 'one blank beside numbers in the row 规章 is a blank like any other',
      cells: { 'proactive.regulations.issued': null },
      outcome: { fails: [{ cells: ['proactive.regulations.issued'] }] },
    },
    {
      title: 'a cell that was not read is not blank',
      cells: { 'requests.granted.enterprise': undefined },
      outcome: 'pass',
    },
    {
      title: 'a slash is no blank: TBL.NONNUM has it',
      cells: { 'requests.granted.enterprise': null },
      raw: { 'requests.granted.enterprise': '/' },
      outcome: 'pass',
    },
    {
      title: 'a table without any number has no siblings to compare with: STR.TABLES has it',
      cells: Object.fromEntries(DISPUTE_BLOCKS.flatMap(disputeBlock).map((address) => [address, null])),
      outcome: 'pass',
    },
    {
      title: 'blanks for every zero of a table are one habit, and one finding',
      cells: Object.fromEntries(
        REQUEST_ROWS.flatMap(requestRow)
          .filter((address) => /denied|researchInstitution/.test(address) && !address.endsWith('.total'))
          .map((address) => [address, null]),
      ),
      outcome: {
        fails: [
          {
            message: { zh: '表三25行共有65个单元格空白。', en: '65 blank cell(s) in 25 rows of table 3.' },
          },
        ],
      },
    },
    {
      title: 'a column of totals left blank: T3.ROW-TOTAL has it',
      cells: Object.fromEntries(REQUEST_ROWS.map((row) => [`requests.${row}.total`, null])),
      outcome: 'pass',
    },
    {
      title: 'three blanks in another row are a warning',
      cells: {
        'proactive.normativeDocuments.issued': null,
        'proactive.normativeDocuments.repealed': null,
        'proactive.normativeDocuments.inForce': null,
      },
      outcome: { fails: [{}] },
    },
  ],
};

/** Totals of table 3 left blank in many rows: T3.ROW-TOTAL has the column. */
function blankTotals({ cells }: Report): Set<CellAddress> {
  const totals = REQUEST_ROWS.map((row) => `requests.${row}.total` as const).filter((address) => {
    const cell = cells.get(address);
    return cell?.value === null && printed(cell) === '';
  });
  return new Set(totals.length > MOST_BLANK_TOTALS ? totals : []);
}

function toFault({ rows, cells }: { rows: string[]; cells: CellAddress[] }): Fault {
  const isWholeRegulationsRow = rows.length === 1 && rows[0] === REGULATIONS && cells.length === 3;
  const where = whereOf(rows);
  return {
    ...(isWholeRegulationsRow && { code: 'REGULATIONS', severity: 'notice' as const }),
    message: {
      zh: `${where.zh}有${cells.length}个单元格空白。`,
      en: `${cells.length} blank cell(s) in ${where.en}.`,
    },
    hint: isWholeRegulationsRow
      ? { zh: '没有规章制定权的，也建议填0。', en: 'A body that makes no regulations had better print 0.' }
      : { zh: '没有发生的请填0，不要留空。', en: 'Print 0 where nothing happened; leave no blank.' },
    cells,
  };
}
