/** Document → Report. */

import type { Document } from '../document/types.ts';
import { ONLY_TITLE, UnreadableError } from '../document/unreadable.ts';
import { levelOf, regionOf } from '../domain/regions.ts';
import { joinHardLines } from './hard-lines.ts';
import { nearMiss } from './metadata/nearmiss.ts';
import { type Metadata, readMetadata } from './metadata/read.ts';
import { plainLine } from './normalise.ts';
import { readParts } from './parts.ts';
import { readPicture } from './picture.ts';
import { detectScript, simplifier } from './script.ts';
import { readTables } from './tables/read.ts';
import type { TableSpan } from './tables/table-span.ts';
import { type Token, tokenize } from './tokens.ts';
import type { Report } from './types.ts';

/**
 * Reads the report in a document: cells of the three tables, parts, prose, and who and when.
 * Throws {@link UnreadableError} where the document is no annual report.
 */
export async function readReport(document: Document): Promise<Report> {
  if (document.isPicture) return readPicture(document);
  const script = detectScript(document);
  const simplify = await simplifier(script);
  const tokens = tokenize(document, simplify);
  const { format, again, ...regions } = readTables(tokens);
  const { proactive, requests, disputes } = regions;
  const parts = readParts(tokens, Object.values(regions));
  const { headings } = parts;
  // Other formats know their paragraphs.
  const prose = document.mediaType === 'text/plain' ? joinHardLines(parts.prose) : parts.prose;
  const tables = { proactive: proactive.reading, requests: requests.reading, disputes: disputes.reading };
  const found = Object.values(tables).filter((table) => table.state === 'read' && !isLoneRow(proactive, table)).length;
  const title = document.title && simplify(plainLine(document.title));
  const metadata = readMetadata(prose, { ...document, title });
  if (again && isOfAnother(metadata, metadataOf(again, document))) throw new UnreadableError('FILE.TWO-REPORTS');
  const reason = nearMiss(prose, metadata, { tables: found, headings: headings.length });
  if (reason) {
    const error = new UnreadableError(reason);
    const length = prose.reduce((sum, { plain }) => sum + plain.length, 0);
    if (metadata.title !== null && metadata.year !== null && length < ONLY_TITLE_LENGTH) error.words = ONLY_TITLE;
    throw error;
  }
  return {
    ...metadata,
    level: metadata.agency ? levelOf(metadata.agency) : 'other',
    regionCode: metadata.agency ? regionOf(metadata.agency) : null,
    format,
    script,
    mediaType: document.mediaType,
    cells: new Map([...proactive.cells, ...requests.cells, ...disputes.cells]),
    tables,
    headings,
    prose,
    notes: document.notes,
  };
}

/** Who made the report that begins somewhere in these tokens, and when; the last parts of another stand before its title. */
function metadataOf(tokens: readonly Token[], document: Document): Metadata {
  const prose = readParts(tokens, []).prose.map((line) => ({ ...line, where: 'head' as const }));
  return readMetadata(prose, { ...document, title: null });
}

/** Whether both have a title or a period, and these name different agencies or years. */
function isOfAnother(one: Metadata, other: Metadata): boolean {
  const titles = one.title !== null && other.title !== null;
  const dated = titles || (one.period !== null && other.period !== null);
  return (titles && one.agency !== other.agency) || (dated && one.year !== other.year);
}

/** A title with the date and the source that a site prints below it. */
const ONLY_TITLE_LENGTH = 160;

/** 行政事业性收费 with an amount stands in any budget: one such row without header is not yet table 2. */
function isLoneRow({ cells, reading }: TableSpan, table: Report['tables']['proactive']): boolean {
  return table === reading && cells.size < 2 && reading.headers.length === 0;
}
