/** `GET /findings`: the mistakes of the filtered list as a workbook, one row each. */
import { SEVERITIES } from '../../../shared/domain/severity.ts';
import { loadSay } from '../../../shared/output/language.ts';
import { mistakeSheet, XLSX } from '../../store/records/mistake-sheet.ts';
import { savedFile } from '../csv.ts';
import { noFields, operation } from '../operation.ts';
import { filterOf, ListQuery } from './reports.ts';

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
    const limits = { most: MOST_REPORTS, severities: SEVERITIES };
    const base = new URL(context.req.url).origin;
    const { bytes } = await mistakeSheet(await filterOf(query), limits, base, await loadSay(query.lang ?? 'zh'));
    return savedFile(Buffer.from(bytes), XLSX, 'findings.xlsx');
  },
});
