/** A printed report, read again by the product. */
import { readDocuments } from '../../shared/document/read.ts';
import type { Document } from '../../shared/document/types.ts';
import { UnreadableError } from '../../shared/document/unreadable.ts';
import { readReport } from '../../shared/report/read.ts';
import type { Report } from '../../shared/report/types.ts';
import type { PrintedReport } from './print.ts';

export async function readBack(printed: PrintedReport): Promise<Report> {
  return readReport(await documentOf(printed));
}

/** The document in the file of a printed report. */
export async function documentOf({ bytes, name }: PrintedReport): Promise<Document> {
  const [file] = await readDocuments({ bytes, name });
  if (file === undefined) throw new Error('No document was read');
  if (file.document instanceof UnreadableError) throw file.document;
  return file.document;
}

export interface Accuracy {
  right: number;
  absent: number;
  /** Cells with another number than the report has, or a number where it has none: `address: printed ≠ read`. */
  wrong: string[];
}

/** Counts cells that hold the printed number, cells that were not read, and numbers that are not there. */
export function accuracyOf(cells: Report['cells'], { printed: expected }: PrintedReport): Accuracy {
  const accuracy: Accuracy = { right: 0, absent: 0, wrong: [] };
  for (const [address, value] of expected) {
    const cell = cells.get(address);
    if (cell === undefined) accuracy.absent += 1;
    else if (cell.value === value) accuracy.right += 1;
  }
  for (const [address, { value }] of cells) {
    const printed = expected.get(address);
    if (value !== null && value !== printed) accuracy.wrong.push(`${address}: ${printed} ≠ ${value}`);
  }
  return accuracy;
}
