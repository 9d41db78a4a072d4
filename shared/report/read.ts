/** Document → Report. */

import type { Document } from '../document/types.ts';
import { UnreadableError } from '../document/unreadable.ts';
import type { CellAddress, FormEdition } from '../domain/addresses.ts';
import { levelOf, regionOf } from '../domain/regions.ts';
import { nearMiss } from './metadata/nearmiss.ts';
import { readMetadata } from './metadata/read.ts';
import { plainLine } from './normalise.ts';
import { readParts } from './parts.ts';
import { detectScript, simplifier } from './script.ts';
import { isDeduplicated } from './tables/deduplicated.ts';
import { readDisputes } from './tables/disputes/zone.ts';
import { readGlued } from './tables/glued/requests.ts';
import { readProactive } from './tables/proactive/labelled.ts';
import { readRequests } from './tables/requests/labelled.ts';
import type { TableSpan } from './tables/table-span.ts';
import { tokenize } from './tokens.ts';
import type { Cell, Report } from './types.ts';

/**
 * Reads the report in a document: cells of the three tables, parts, prose, and who and when.
 * Throws {@link UnreadableError} where the document is no annual report.
 */
export async function readReport(document: Document): Promise<Report> {
  const script = detectScript(document);
  const simplify = await simplifier(script);
  const tokens = tokenize(document, simplify);
  // Table 3 first: its labels are the surest, and tables 2 and 4 lie before and behind it.
  const requests = readRequests(tokens);
  const proactive = readProactive(tokens, requests.start === -1 ? tokens.length : requests.start);
  const disputes = readDisputes(tokens, Math.max(requests.end, proactive.end, 0));
  const regions = [proactive, requests, disputes];
  const starts = regions.map(({ start }) => start).filter((start) => start !== -1);
  const printed = tokens.slice(Math.min(...starts, tokens.length), Math.max(...regions.map(({ end }) => end), 0));
  if (isDeduplicated(printed)) regions.forEach(distrust);
  else if (requests.cells.size === 0) readGlued(tokens, requests, disputes);
  const { headings, prose } = readParts(tokens, regions);
  const tables = { proactive: proactive.reading, requests: requests.reading, disputes: disputes.reading };
  const found = Object.values(tables).filter((table) => table.state === 'read' && !isLoneRow(proactive, table)).length;
  const title = document.title && simplify(plainLine(document.title));
  const metadata = readMetadata(prose, { ...document, title });
  const reason = nearMiss(prose, metadata, { tables: found, headings: headings.length });
  if (reason) throw new UnreadableError(reason);
  return {
    ...metadata,
    level: metadata.agency ? levelOf(metadata.agency) : 'other',
    regionCode: metadata.agency ? regionOf(metadata.agency) : null,
    format: proactive.format ?? formatOfRequests(requests.cells),
    script,
    mediaType: document.mediaType,
    cells: new Map([...proactive.cells, ...requests.cells, ...disputes.cells]),
    tables,
    headings,
    prose,
  };
}

/** 行政事业性收费 with an amount stands in any budget: one such row without header is not yet table 2. */
function isLoneRow({ cells, reading }: TableSpan, table: Report['tables']['proactive']): boolean {
  return table === reading && cells.size < 2 && reading.headers.length === 0;
}

/** Where table 2 has no header: (六)其他处理 is one row in 〔2019〕60号 alone. */
function formatOfRequests(cells: ReadonlyMap<CellAddress, Cell>): FormEdition {
  const single = cells.has('requests.other.other.total') && !cells.has('requests.other.notCorrected.total');
  return single ? '2019-60' : '2021-30';
}

function distrust({ cells, reading }: TableSpan): void {
  if (reading.state !== 'read') return;
  cells.clear();
  reading.state = 'labels';
  reading.notes = [
    {
      zh: '文本中重复的行被删去，数据的位置不可信，未读取。',
      en: 'Repeated lines were dropped from this text; the places of its numbers cannot be trusted and none was read.',
    },
  ];
}
