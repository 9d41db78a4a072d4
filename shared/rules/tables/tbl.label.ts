import type { RequestRow } from '../../domain/addresses.ts';
import { editDistance } from '../../domain/edit-distance.ts';
import { plainLabel } from '../../domain/labels.ts';
import { remembered } from '../../remembered.ts';
import { exampleTables } from '../example-data.ts';
import { quote } from '../quote.ts';
import type { Fault, Rule } from '../types.ts';
import { decided, notApplicable } from '../verdict.ts';

/** Shorter labels (总计, 其他) differ by chance; those of table 2 stand where nothing else does. */
const SHORTEST = { proactive: 2, requests: 4 };
/** A label with more of its characters changed is another text, or one that was cut. */
const MOST_CHANGED = 0.3;
const LABELLED = ['proactive', 'requests'] as const;
/** Words of the form that may stand in front of a label or be left out of it. */
const OPTIONAL = /^(?:行政|申请人|本年度?新?收?)/;

/** A piece of the label of a group, set behind the label by a conversion. */
const PIECE_BEHIND = /\s\p{Script=Han}{1,3}$/u;

/**
 * The label of a row of table 2 or 3 printed with another word than the form has: 属于行政执法案件. The rows of table 4 are
 * named by headers, which TBL.HEADER compares.
 */
export const rule: Rule = {
  id: 'TBL.LABEL',
  title: { zh: '行名与官方格式不一致', en: 'The label of a row differs from the form' },
  severity: 'notice',
  about: 'cells',
  why: {
    zh: '行名写错会逐年沿用，读者会误认这一行。',
    en: 'A wrong label is copied from year to year, and readers take the row for another.',
  },
  falseAlarm: {
    zh: 'PDF转换丢字或断行；PDF文件不核。',
    en: 'Characters lost or lines broken in conversion; PDF is not compared.',
  },
  basis: { zh: '国办公开办函〔2021〕30号所附表二、表三', en: 'Tables 2 and 3 of the form, 国办公开办函〔2021〕30号' },
  check({ report }) {
    if (report.mediaType === 'application/pdf' || report.format !== '2021-30') return notApplicable();
    return decided(
      LABELLED.flatMap((table) =>
        (report.tables[table].labels ?? []).flatMap(({ row, plain, text, place }): Fault[] => {
          const official = words(plainLabel(`${table}.${row}`));
          const printed = words(plain);
          const isWhole = words(text.replace(PIECE_BEHIND, '')) === official;
          if (isWhole || !isSlip(printed, official, SHORTEST[table])) return [];
          const name = table === 'proactive' ? { zh: '表二', en: 'table 2' } : { zh: '表三', en: 'table 3' };
          return [
            {
              message: {
                zh: `${name.zh}一行的行名写成${quote(text)}，官方格式为${quote(official)}，请改正。`,
                en: `A row of ${name.en} is labelled "${text}"; the form has "${official}". Correct the label.`,
              },
              cells: [...report.cells.keys()].filter((cell) => cell.startsWith(`${table}.${row}.`)),
              expected: official,
              actual: printed,
              evidence: [{ place, text }],
            },
          ];
        }),
      ),
    );
  },
  examples: () => [
    { title: 'no labels were kept', outcome: 'pass' },
    { title: 'the label of the form', report: labelled('7.属于行政执法案卷'), outcome: 'pass' },
    {
      title: 'another word',
      report: labelled('7.属于行政执法案件'),
      outcome: { fails: [{ expected: '属于行政执法案卷', actual: '属于行政执法案件' }] },
    },
    {
      title: 'a wrong character in a label of table 2',
      report: {
        tables: exampleTables('2021-30', {
          proactive: { labels: [{ row: 'coercion', plain: '行政强治', text: '行政强治', place: { line: 320 } }] },
        }),
      },
      outcome: { fails: [{ expected: '行政强制', actual: '行政强治' }] },
    },
  ],
  cases: () => [
    { title: 'marks and numbers are no difference', report: labelled('(7) 属于“行政执法”案卷。'), outcome: 'pass' },
    {
      title: 'pieces of the label of a group before the number',
      report: labelled('结 (五)不 7.属于行政执法案卷'),
      outcome: 'pass',
    },
    { title: 'a piece of the label of a group behind it', report: labelled('7.属于行政执法案卷 办'), outcome: 'pass' },
    { title: 'a label that goes on in the next line', report: labelled('7.属于行政执法'), outcome: 'pass' },
    { title: 'another text altogether', report: labelled('合计数量'), outcome: 'pass' },
    {
      title: 'damage of a PDF',
      report: { ...labelled('7.属于行政执法案件'), mediaType: 'application/pdf' },
      outcome: 'notApplicable',
    },
  ],
};

/** Another word, not another label, nor one of which a part stands elsewhere. */
function isSlip(printed: string, official: string, shortest: number): boolean {
  if (official.length < shortest || printed.length < shortest) return false;
  if (official.includes(printed) || official.replace(OPTIONAL, '') === printed) return false;
  const changed = editDistance(printed, official);
  return changed <= Math.max(1, Math.floor(official.length * MOST_CHANGED));
}

/**
 * The characters of a label behind its last number, without marks and what stands in brackets: pieces of a group's label
 * may have been set before the number.
 */
const words = remembered((label) =>
  label
    .replace(/^.*(?:\d[.、．]|[(（][一二三四五六七八九十\d]+[)）]|^[一二三四五六七八九十]、)/, '')
    .replace(/[(（][^()（）]*[)）]?/g, '')
    .replace(/[^\p{Script=Han}]/gu, ''),
);

function labelled(text: string, row: RequestRow = 'denied.enforcementFile') {
  const labels = [{ row, plain: text.replace(/\s/g, ''), text, place: { line: 430 } }];
  return { tables: exampleTables('2021-30', { requests: { labels } }) };
}
