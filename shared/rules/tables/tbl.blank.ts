import { type CellAddress, DISPUTE_BLOCKS, disputeBlock } from '../../domain/addresses.ts';
import { ROW_LABELS, type Text } from '../../domain/labels.ts';
import { quote } from '../quote.ts';
import type { Fault, Rule } from '../types.ts';
import { decided, notApplicable } from '../verdict.ts';
import { byRow, printed } from './raw.ts';

const REGULATIONS = 'proactive.regulations';

export const rule: Rule = {
  id: 'TBL.BLANK',
  title: { zh: '数据单元格空白', en: 'Blank cells' },
  severity: 'warning',
  basis: null,
  check({ report }) {
    if (report.format === '2019-60') return notApplicable();
    const blank = byRow(report, (cell) => cell.value === null && printed(cell) === '');
    // A table without any number is no row with a gap.
    const filled = (table: string) =>
      [...report.cells].some(([address, { value }]) => value !== null && address.startsWith(`${table}.`));
    const rows = [...blank].filter(([row]) => filled(row.slice(0, row.indexOf('.'))));
    return decided(rows.map(([row, cells]) => toFault(row, cells)));
  },
  examples: [
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
      title: 'one blank beside numbers in the row 规章 is a blank like any other',
      cells: { 'proactive.regulations.issued': null },
      outcome: { fails: [{ cells: ['proactive.regulations.issued'] }] },
    },
    {
      title: 'blanks for zeros are usual in the form of 2019',
      report: { format: '2019-60' },
      cells: { 'requests.granted.enterprise': null },
      outcome: 'notApplicable',
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

function toFault(row: string, cells: CellAddress[]): Fault {
  const label = ROW_LABELS[row] as Text;
  const isWholeRegulationsRow = row === REGULATIONS && cells.length === 3;
  return {
    ...(isWholeRegulationsRow && { code: 'REGULATIONS', severity: 'notice' as const }),
    message: {
      zh: `${quote(label.zh)}一行有${cells.length}个单元格空白。`,
      en: `${cells.length} blank cell(s) in the row "${label.en}".`,
    },
    hint: isWholeRegulationsRow
      ? { zh: '没有规章制定权的，也建议填0。', en: 'A body that makes no regulations had better print 0.' }
      : { zh: '没有发生的请填0，不要留空。', en: 'Print 0 where nothing happened; leave no blank.' },
    cells,
  };
}
