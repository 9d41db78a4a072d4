import { type RequestRow, requestRow } from '../../domain/addresses.ts';
import { ROW_LABELS } from '../../domain/labels.ts';
import { exampleTables } from '../example-data.ts';
import { quote } from '../quote.ts';
import type { Rule } from '../types.ts';
import { decided, notApplicable } from '../verdict.ts';
import { editDistance as distance } from './distance.ts';

/** Shorter labels (总计, 其他) differ by chance. */
const SHORTEST = 4;
/** A label with more of its characters changed is another text, or one that was cut. */
const MOST_CHANGED = 0.3;

/**
 * The label of a row of table 3 printed with another word than the form has: 属于行政执法案件.
 * Why: a wrong label is copied from year to year, and readers take the row for another.
 * False alarms: labels damaged where text was taken out of a PDF, for which the rule does not apply.
 */
export const rule: Rule = {
  id: 'TBL.LABEL',
  title: { zh: '行名与官方格式不一致', en: 'The label of a row differs from the form' },
  severity: 'notice',
  basis: { zh: '国办公开办函〔2021〕30号所附表三', en: 'Table 3 of the form, 国办公开办函〔2021〕30号' },
  check({ report }) {
    if (report.mediaType === 'application/pdf') return notApplicable();
    return decided(
      (report.tables.requests.labels ?? []).flatMap(({ row, plain, text, place }) => {
        const official = words(ROW_LABELS[`requests.${row}`]?.zh ?? '');
        const printed = words(plain);
        const changed = distance(printed, official);
        const isClose = changed > 0 && changed <= Math.max(1, Math.floor(official.length * MOST_CHANGED));
        if (!isClose || official.length < SHORTEST || printed.length < SHORTEST) return [];
        return [
          {
            message: {
              zh: `表三一行的行名写成${quote(text)}，官方格式为${quote(official)}，请改正。`,
              en: `A row of table 3 is labelled "${text}"; the form has "${official}".`,
            },
            cells: requestRow(row),
            expected: official,
            actual: printed,
            evidence: [{ place, text }],
          },
        ];
      }),
    );
  },
  examples: [
    { title: 'no labels were kept', outcome: 'pass' },
    { title: 'the label of the form', report: labelled('7.属于行政执法案卷'), outcome: 'pass' },
    {
      title: 'another word',
      report: labelled('7.属于行政执法案件'),
      outcome: { fails: [{ expected: '属于行政执法案卷', actual: '属于行政执法案件' }] },
    },
    { title: 'marks and numbers are no difference', report: labelled('(7) 属于“行政执法”案卷。'), outcome: 'pass' },
    { title: 'another text altogether', report: labelled('合计数量'), outcome: 'pass' },
    {
      title: 'damage of a PDF',
      report: { ...labelled('7.属于行政执法案件'), mediaType: 'application/pdf' },
      outcome: 'notApplicable',
    },
  ],
};

/** The characters of a label without numbers, marks and what stands in brackets. */
function words(label: string): string {
  return label
    .replace(/^(?:[(（][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十\d]+[、.．])*/, '')
    .replace(/[(（][^()（）]*[)）]/g, '')
    .replace(/^\d+[.、]/, '')
    .replace(/[^\p{Script=Han}]/gu, '');
}

function labelled(text: string) {
  const row: RequestRow = 'denied.enforcementFile';
  const labels = [{ row, plain: text.replace(/\s/g, ''), text, place: { line: 430 } }];
  return { tables: exampleTables('2021-30', { requests: { labels } }) };
}
