/** A Word file with a slip in table 3 and its record, for the papers that are made of a report. */
import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { check } from '../../shared/check.ts';
import { countMistakes } from '../../shared/mistakes/items.ts';
import { type ReportRecord, reportId, toStoredResult } from '../../shared/record.ts';

const FIXTURE = new URL('../document/fixtures/report.docx', import.meta.url);

/** The parts of a docx as text. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

/** The Word fixture with 103 in the place of 102: one slip in the first cell of table 3. */
export function faultyDocx(edit: (document: string) => string = (document) => document): Uint8Array {
  const parts = unzipSync(readFileSync(FIXTURE));
  const document = strFromU8(parts['word/document.xml'] as Uint8Array).replace('>102<', '>103<');
  // The same bytes each time, whenever it is made.
  return zipSync({ ...parts, 'word/document.xml': strToU8(edit(document)) }, { mtime: '2026-01-01' });
}

/** What is stored of a file. */
export async function recordOf(name: string, bytes: Uint8Array): Promise<ReportRecord> {
  const [result] = await check({ name, bytes });
  if (result === undefined) throw new Error(`${name} gave no result`);
  const at = '2026-03-02T08:00:00.000Z';
  return {
    ...{ id: reportId('reports', name), bucket: 'reports', key: name, version: null, sequencer: '01' },
    ...{ receivedAt: at, checkedAt: at, counts: countMistakes(result), result: toStoredResult(result) },
  };
}
