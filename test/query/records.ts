/** Records for the tests of the API: small results about agencies that do not exist, stored as ingest stores them. */
import { cardOf } from '../../functions/ingest/card.ts';
import { project } from '../../functions/store/lists/projections.ts';
import { publishCard } from '../../functions/store/neighbours/neighbours.ts';
import { putRecord } from '../../functions/store/records/records.ts';
import { countMistakes } from '../../shared/mistakes/items.ts';
import { fromStoredResult, type ReportRecord, reportId, toStoredResult } from '../../shared/record.ts';
import type { CheckResult } from '../../shared/result.ts';
import { exampleReport } from '../../shared/rules/example.ts';
import type { Example } from '../../shared/rules/types.ts';
import { result } from '../output/results.ts';

let sequence = 0;

/** A record of the bucket `reports`; each call gives a later state than the one before. */
export function record(key: string, example: Partial<Example> = {}, edit: Partial<CheckResult> = {}): ReportRecord {
  sequence++;
  const checked = result({ report: exampleReport(example), ...edit }, example);
  checked.source = { ...checked.source, name: key };
  const at = new Date(Date.UTC(2026, 0, 1) + sequence * 1000).toISOString();
  return {
    id: reportId('reports', key),
    bucket: 'reports',
    key,
    version: `v${sequence}`,
    sequencer: sequence.toString(16).padStart(18, '0'),
    receivedAt: at,
    checkedAt: at,
    counts: countMistakes(checked),
    result: toStoredResult(checked),
  };
}

/** Shows a record's card to others, stores it and brings lists and statistics in step, as ingest does. */
export async function store(stored: ReportRecord): Promise<ReportRecord> {
  const card = cardOf(stored, fromStoredResult(stored.result));
  if (card) await publishCard(card.shown, card.digest);
  await putRecord(stored);
  await project(stored.id);
  return stored;
}
