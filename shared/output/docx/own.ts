/** Which reports came as a Word file, which can be given back with comments. */
import { docx } from '../../document/formats/docx/format.ts';
import type { ReportRecord } from '../../record.ts';

/** By itself or in an archive, and a report was recognised in it. */
export function isDocx({ result: { source, report } }: Pick<ReportRecord, 'result'>): boolean {
  return report !== null && source.mediaType === docx.mediaType;
}
