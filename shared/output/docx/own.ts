/** Which reports came as a Word file of their own, which can be given back with comments. */
import { docx } from '../../document/formats/docx/format.ts';
import type { ReportRecord } from '../../record.ts';

/** Not the entry of an archive, and a report was recognised in it. */
export function isOwnDocx({ result: { source, report } }: Pick<ReportRecord, 'result'>): boolean {
  return report !== null && source.mediaType === docx.mediaType && !source.name.includes('!/');
}
