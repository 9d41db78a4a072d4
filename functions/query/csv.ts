/** Files to be saved: rows as CSV for Excel and for researchers, workbooks. */
import { sheet } from '../../shared/output/csv.ts';

type Row = readonly (string | number | null)[];

export const CSV = 'text/csv';

/** An answer with rows as a file to be saved. */
export function csvResponse(name: string, rows: readonly Row[], title?: string): Response {
  return csvFile(name, sheet(rows), title);
}

export function csvFile(name: string, content: string, title?: string): Response {
  return savedFile(content, `${CSV}; charset=utf-8`, `${name}.csv`, title && `${title}.csv`);
}

/**
 * An answer that is saved as a file.
 * @param name plain ASCII, for programs that know no other
 * @param title the name as people read it (RFC 8187)
 */
export function savedFile(
  content: string | Buffer<ArrayBuffer>,
  mediaType: string,
  name: string,
  title = name,
): Response {
  const disposition = `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(title)}`;
  return new Response(content, { headers: { 'Content-Type': mediaType, 'Content-Disposition': disposition } });
}
