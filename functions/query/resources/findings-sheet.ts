/** `GET /findings`: the mistakes of the filtered list as a workbook, one row each. */
import { loadSay } from '../../../shared/output/language.ts';
import { MISTAKE_COLUMNS, mistakeRows } from '../../../shared/output/mistake-rows.ts';
import { readDecisions, standingFindings } from '../../store/records/decisions.ts';
import { getRecord } from '../../store/records/records.ts';
import { collect } from '../collect.ts';
import { noFields, operation } from '../operation.ts';
import { filterOf, ListQuery } from './reports.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** What one call reads in its time; the sheet says so where there is more. */
const MOST_REPORTS = 300;

export const findingsSheetOperation = operation({
  method: 'get',
  path: '/findings',
  summary: `The mistakes of the reports that match, one row each, as xlsx; of at most ${MOST_REPORTS} reports`,
  fields: noFields,
  query: ListQuery,
  answers: { 200: { description: 'The workbook', content: { [XLSX]: null } } },
  async handle({ query, context }) {
    const { Workbook } = await import('../../../shared/output/xlsx/workbook.ts');
    const say = await loadSay(query.lang ?? 'zh');
    const { reports, next } = await collect(await filterOf(query), null, MOST_REPORTS);
    const parts: Uint8Array[] = [];
    const book = new Workbook(async (bytes) => {
      parts.push(bytes);
    });
    const heads = MISTAKE_COLUMNS.map(([text]) => say(text));
    await book.sheet(
      say({ zh: '问题清单', en: 'Mistakes' }),
      heads,
      MISTAKE_COLUMNS.map(([, width]) => width),
    );
    const base = new URL(context.req.url).origin;
    for (const { id } of reports) {
      const record = await getRecord(id);
      if (record === null) continue;
      const standing = standingFindings(record.result.findings, await readDecisions(id));
      await book.rows(mistakeRows(record, standing, base, say));
    }
    if (next !== null) {
      await book.rows([
        [say({ zh: `只含前${MOST_REPORTS}份报告，请缩小范围。`, en: `The first ${MOST_REPORTS} reports only.` })],
      ]);
    }
    await book.end();
    return new Response(Buffer.concat(parts), {
      headers: { 'Content-Type': XLSX, 'Content-Disposition': 'attachment; filename="findings.xlsx"' },
    });
  },
});
