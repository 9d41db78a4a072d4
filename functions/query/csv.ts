/** Rows as CSV for Excel and for researchers. */
import { sheet } from '../../shared/output/csv.ts';

type Row = readonly (string | number | null)[];

export const CSV = 'text/csv';

/** An answer with rows as a file to be saved. The name is plain ASCII. */
export function csvResponse(name: string, rows: readonly Row[]): Response {
  return csvFile(name, sheet(rows));
}

export function csvFile(name: string, content: string): Response {
  return new Response(content, {
    headers: { 'Content-Type': `${CSV}; charset=utf-8`, 'Content-Disposition': `attachment; filename="${name}.csv"` },
  });
}
