/** What is kept of one object in the bucket (or of one entry of a ZIP): its latest result and how it came to be. */

import { createHash } from 'node:crypto';
import type { CellAddress } from './domain/addresses.ts';
import type { Text } from './domain/labels.ts';
import type { Severity } from './domain/severity.ts';
import type { Cell, Report } from './report/types.ts';
import type { CheckResult } from './result.ts';

/** A report as JSON: the map of cells becomes an object. Reports stored before there were notes have none. */
export type StoredReport = Omit<Report, 'cells' | 'notes'> & {
  cells: Partial<Record<CellAddress, Cell>>;
  notes?: Report['notes'];
};
export type StoredResult = Omit<CheckResult, 'report' | 'undecided'> & {
  report: StoredReport | null;
  /** Results stored before 2026-11-28 have their reasons in Chinese alone. */
  undecided: { rule: string; reason: Text | string }[];
};

export interface ReportRecord {
  /** Stable for one bucket and key (and entry of a ZIP), whatever its version: see {@link reportId}. */
  id: string;
  bucket: string;
  key: string;
  /** S3 version id; `null` where the store keeps none. */
  version: string | null;
  /** S3 sequencer of the event, right-padded: orders the events of one key as text. */
  sequencer: string;
  receivedAt: string;
  checkedAt: string;
  /** Mistakes of each severity; in records of earlier releases, findings. */
  counts: Record<Severity, number>;
  result: StoredResult;
}

/** Id of the record of an object: 20 hexadecimal digits, the same for every version of one key. */
export function reportId(bucket: string, key: string, entry?: string): string {
  return createHash('sha256')
    .update(JSON.stringify([bucket, key, entry ?? null]))
    .digest('hex')
    .slice(0, 20);
}

export function toStoredResult(result: CheckResult): StoredResult {
  return { ...result, report: result.report && { ...result.report, cells: Object.fromEntries(result.report.cells) } };
}

export function fromStoredResult(stored: StoredResult): CheckResult {
  const { report } = stored;
  const cells = new Map(Object.entries(report?.cells ?? {}) as [CellAddress, Cell][]);
  const undecided = stored.undecided.map(({ rule, reason }) => ({ rule, reason: reasonText(reason) }));
  const mistakes = stored.mistakes ?? []; // Results stored before there were any have none.
  return { ...stored, undecided, mistakes, report: report && { ...report, cells, notes: report.notes ?? [] } };
}

/** The reason why a rule is undecided; one that was stored in Chinese alone is shown as it is. */
export function reasonText(reason: Text | string): Text {
  return typeof reason === 'string' ? { zh: reason, en: reason } : reason;
}
