import type { CellAddress } from '../../domain/addresses.ts';
import type { Fault, Rule } from '../types.ts';
import { decided } from '../verdict.ts';
import { byRow, habitsOf, printed, whereOf } from './raw.ts';

const COUNT = /^\d+$/;
/** A number; whether it is a count, TBL.RANGE says. */
const SIGNED_OR_DECIMAL = /^[+-]?\d+(\.\d+)?$/;
/** Usual for the amount of procurement in 2019. */
const AMOUNT_WITH_UNIT = /^\d+(\.\d+)?万?元$/;
/** What the clerk plainly meant is a number: a sign for nothing, or a number with its unit. */
const PLAIN_MISTAKE = /^(?:[-—–―/\\×xX○]+|无|没有|不适用|\d+(?:\.\d+)?(?:件|条|份|宗|项|个|起|部|万元|元))$/;

export const rule: Rule = {
  id: 'TBL.NONNUM',
  title: { zh: '单元格含非数字', en: 'Words where a number belongs' },
  severity: 'warning',
  about: 'cells',
  why: { zh: '单元格写文字、单位或公式，汇总时读不出数字。', en: 'Words, units or formulas cannot be added up.' },
  falseAlarm: { zh: '“/”“—”表示无的习惯写法，只作提示。', en: 'Signs for nothing are only a remark.' },
  basis: null,
  check({ report }) {
    const text = (address: CellAddress) => {
      const cell = report.cells.get(address);
      return cell ? printed(cell) : '';
    };
    const rows = byRow(report, (cell, address) => {
      if (COUNT.test(cell.raw)) return false;
      const plain = printed(cell);
      // 本年增/减 of the form of 2019 is printed in many ways: +1, 增加5, 0/0.
      if (plain === '' || address.endsWith('.change') || SIGNED_OR_DECIMAL.test(plain)) return false;
      return !(address === 'proactive.procurement.amount' && AMOUNT_WITH_UNIT.test(plain));
    });
    return decided(habitsOf(rows).map((habit) => toFault(habit, [...new Set(habit.cells.map(text))])));
  },
  examples: () => [
    { title: 'only numbers', outcome: 'pass' },
    {
      title: 'slashes in one row are one remark: a number is meant',
      cells: { 'requests.granted.enterprise': null, 'requests.granted.legalService': null },
      raw: { 'requests.granted.enterprise': '/', 'requests.granted.legalService': '—' },
      outcome: {
        fails: [
          {
            severity: 'notice',
            actual: '/、—',
            cells: ['requests.granted.enterprise', 'requests.granted.legalService'],
          },
        ],
      },
    },
    {
      title: 'a unit behind the number is a remark',
      raw: { 'proactive.fees.amount': '128.5万元' },
      outcome: { fails: [{ severity: 'notice', actual: '128.5万元' }] },
    },
    {
      title: 'a sentence in a cell',
      cells: { 'proactive.regulations.issued': null },
      raw: { 'proactive.regulations.issued': '本单位未制作规章' },
      outcome: { fails: [{ actual: '本单位未制作规章', cells: ['proactive.regulations.issued'] }] },
    },
    { title: 'a lost space shown as ?', raw: { 'disputes.reconsideration.upheld': '3?' }, outcome: 'pass' },
  ],
  cases: () => [
    {
      title: 'one sentence among signs for nothing makes it a warning',
      cells: { 'proactive.regulations.issued': null, 'proactive.regulations.repealed': null },
      raw: { 'proactive.regulations.issued': '本单位未制作规章', 'proactive.regulations.repealed': '/' },
      outcome: { fails: [{ severity: 'warning' }] },
    },
    {
      title: 'an annotated number',
      raw: { 'proactive.normativeDocuments.issued': '6（其中修订2件）' },
      outcome: { fails: [{ severity: 'warning', cells: ['proactive.normativeDocuments.issued'] }] },
    },
    {
      title: 'full width, thousands separators and spaces are numbers',
      raw: { 'proactive.licensing.decisions': '１,２84 ' },
      outcome: 'pass',
    },
    { title: 'a blank is no word: TBL.BLANK has it', cells: { 'requests.granted.total': null }, outcome: 'pass' },
    {
      title: 'a decimal count is a number: TBL.RANGE has it',
      raw: { 'requests.granted.total': '2.5' },
      outcome: 'pass',
    },
    {
      title: '251000元 in the row (九) of 2019',
      report: { format: '2019-60' },
      raw: { 'proactive.procurement.amount': '251000元' },
      outcome: 'pass',
    },
    {
      title: 'words for the amount of procurement are no amount',
      report: { format: '2019-60' },
      cells: { 'proactive.procurement.amount': null },
      raw: { 'proactive.procurement.amount': '无' },
      outcome: { fails: [{ severity: 'notice', actual: '无' }] },
    },
    {
      title: '本年增/减 of 2019 in words',
      report: { format: '2019-60' },
      raw: { 'proactive.licensing.change': '减少3' },
      outcome: 'pass',
    },
  ],
};

/** More of them are told by the first. */
const MOST_TEXTS = 5;

function toFault({ rows, cells }: { rows: string[]; cells: CellAddress[] }, texts: string[]): Fault {
  const where = whereOf(rows);
  const actual = texts.slice(0, MOST_TEXTS).join('、');
  return {
    severity: texts.every((text) => PLAIN_MISTAKE.test(text)) ? 'notice' : 'warning',
    message: {
      zh: `${where.zh}有${cells.length}个单元格不是纯数字：“${actual}”${texts.length > MOST_TEXTS ? '等' : ''}。`,
      en: `${cells.length} cell(s) in ${where.en} hold more than a number: "${actual}".`,
    },
    hint: { zh: '应填数字，没有的填0，不带单位和说明。', en: 'Print a number without unit or remark, 0 for nothing.' },
    cells,
    actual,
  };
}
