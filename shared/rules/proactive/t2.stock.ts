import type { CellAddress } from '../../domain/addresses.ts';
import { ROW_LABELS, type Text } from '../../domain/labels.ts';
import { numberAt } from '../../report/types.ts';
import type { Fault, Rule } from '../types.ts';
import { decided, notApplicable, whyUndecided } from '../verdict.ts';

const ROWS = (['regulations', 'normativeDocuments'] as const).map((row) => ({
  label: ROW_LABELS[`proactive.${row}`] as Text,
  cells: [`proactive.${row}.issued`, `proactive.${row}.repealed`, `proactive.${row}.inForce`] as CellAddress[],
}));
/** A clean-up is worth a remark from so many repealed documents on, if they are half of what there was. */
const MANY = 10;

export const rule: Rule = {
  id: 'T2.STOCK',
  title: { zh: '现行有效少于制发减废止', en: 'Fewer in force than issued less repealed' },
  severity: 'warning',
  about: 'cells',
  why: {
    zh: '现行有效件数不应少于本年制发减废止。',
    en: 'Documents in force cannot be fewer than issued less repealed.',
  },
  falseAlarm: { zh: '当年制发又当年失效的文件。', en: 'Documents that were issued and lapsed within the year.' },
  basis: null,
  check({ report }) {
    if (report.format !== '2021-30') return notApplicable();
    const faults: Fault[] = [];
    const reasons: Text[] = [];
    for (const { label, cells } of ROWS) {
      const [issued, repealed, inForce] = cells.map((cell) => numberAt(report, cell));
      if (typeof issued !== 'number' || typeof repealed !== 'number' || typeof inForce !== 'number') {
        reasons.push(whyUndecided(report, cells));
        continue;
      }
      const least = issued - repealed;
      if (inForce < least) faults.push(tooFew(label, cells, { issued, repealed, inForce }));
      else if (repealed >= MANY && repealed >= inForce) {
        faults.push({
          code: 'BULK',
          severity: 'notice',
          message: {
            zh: `“${label.zh}”本年废止${repealed}件，现行有效只剩${inForce}件，请核对是否为集中清理。`,
            en: `${label.en}: ${repealed} repealed, only ${inForce} left in force: check that this was a clean-up.`,
          },
          cells,
          actual: repealed,
        });
      }
    }
    return decided(faults, reasons);
  },
  examples: () => [
    { title: 'more in force than issued', outcome: 'pass' },
    { title: 'all that was issued is in force', cells: row(31, 0, 31), outcome: 'pass' },
    {
      title: 'fewer in force than issued less repealed: issued and expired in one year, perhaps',
      cells: row(6, 2, 3),
      outcome: {
        fails: [{ expected: 4, actual: 3, severity: 'warning', cells: Object.keys(row(6, 2, 3)) as CellAddress[] }],
      },
    },
    {
      title: 'nothing repealed, and fewer in force than issued',
      cells: row(6, 0, 5),
      outcome: { fails: [{ expected: 6, actual: 5, severity: 'error' }] },
    },
    {
      title: 'issued, not repealed, and none in force',
      cells: row(6, 0, 0),
      outcome: { fails: [{ code: 'ZERO', expected: 6, actual: 0, severity: 'error' }] },
    },
  ],
  cases: () => [
    { title: 'as many in force as issued less repealed', cells: row(6, 2, 4), outcome: 'pass' },
    {
      title: 'the row 规章 as well',
      report: { level: 'ministry' },
      cells: { 'proactive.regulations.issued': 2 },
      outcome: { fails: [{ code: 'ZERO', expected: 2, actual: 0 }] },
    },
    {
      title: 'half of what there was repealed',
      cells: row(1, 12, 12),
      outcome: { fails: [{ code: 'BULK', severity: 'notice', actual: 12 }] },
    },
    { title: 'seventeen of thirty-seven repealed: a clean-up', cells: row(8, 17, 20), outcome: 'pass' },
    { title: 'nine of ten repealed are too few to mind', cells: row(0, 9, 1), outcome: 'pass' },
    {
      title: 'ten of ten repealed',
      cells: row(0, 10, 0),
      outcome: { fails: [{ code: 'BULK', actual: 10 }] },
    },
    { title: 'a blank', cells: { 'proactive.normativeDocuments.repealed': null }, outcome: 'undecided' },
    { title: 'a cell that was not read', cells: { 'proactive.regulations.inForce': undefined }, outcome: 'undecided' },
    { title: 'the form of 2019 counts otherwise', report: { format: '2019-60' }, outcome: 'notApplicable' },
    {
      title: 'documents issued not read',
      cells: { 'proactive.normativeDocuments.issued': undefined },
      outcome: 'undecided',
    },
    { title: 'some repealed, and none in force', cells: row(6, 2, 0), outcome: { fails: [{ severity: 'warning' }] } },
  ],
};

type Numbers = { issued: number; repealed: number; inForce: number };

function tooFew(label: Text, cells: CellAddress[], { issued, repealed, inForce }: Numbers): Fault {
  const certain = repealed === 0;
  return {
    ...(certain && inForce === 0 && { code: 'ZERO' }),
    severity: certain ? 'error' : 'warning',
    message: {
      zh: `“${label.zh}”本年制发${issued}件、废止${repealed}件，现行有效却只有${inForce}件，少于${issued - repealed}件。`,
      en: `${label.en}: ${issued} issued, ${repealed} repealed, but only ${inForce} in force, fewer than ${issued - repealed}.`,
    },
    hint: {
      zh: '现行有效件数是年末仍有效的全部件数，包括以前年度制发的。',
      en: 'In force are all that are valid at the end of the year, those of earlier years included.',
    },
    cells,
    expected: issued - repealed,
    actual: inForce,
  };
}

function row(issued: number, repealed: number, inForce: number) {
  return {
    'proactive.normativeDocuments.issued': issued,
    'proactive.normativeDocuments.repealed': repealed,
    'proactive.normativeDocuments.inForce': inForce,
  };
}
