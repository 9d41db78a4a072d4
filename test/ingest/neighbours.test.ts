/** Which stored reports take part in a check, and which are to be checked again. */
import { beforeAll, expect, test } from 'vitest';
import { affectedBy, checkWithStored } from '../../functions/ingest/neighbours.ts';
import { putRecord } from '../../functions/lib/records.ts';
import { findByBody, findByRegion } from '../../functions/lib/related.ts';
import { putRoster } from '../../functions/lib/roster.ts';
import { check } from '../../shared/check.ts';
import { fromStoredResult, type ReportRecord, reportId, toStoredResult } from '../../shared/record.ts';
import type { Level } from '../../shared/report/types.ts';
import { useEngines } from '../support/engines.ts';
import { type ReportOptions, reportText } from '../support/report.ts';

useEngines();

/** An area that no body of this country lies in. */
const REGION = '999921';
const bucket = 'reports';

/** Stores a report as if it had come alone. */
async function stored(agency: string, level: Level, options: ReportOptions = {}): Promise<ReportRecord> {
  const key = `${agency}${options.year ?? 2023}.txt`;
  const bytes = new TextEncoder().encode(reportText({ ...options, agency }));
  const [alone] = await check({ name: key, bytes });
  if (alone?.report == null) throw new Error('no report');
  const placed = { level, regionCode: REGION, publishedOn: '2024-06-01' };
  const result = toStoredResult({ ...alone, report: { ...alone.report, ...placed } });
  const at = '2026-01-01T00:00:00Z';
  const times = { version: null, sequencer: '1', receivedAt: at, checkedAt: at };
  const id = reportId(bucket, key);
  const record = { id, bucket, key, ...times, counts: { error: 0, warning: 0, notice: 0 }, result };
  await putRecord(record);
  return record;
}

let government: ReportRecord;
let department: ReportRecord;
beforeAll(async () => {
  government = await stored('云溪县人民政府', 'government', { received: 5 });
  department = await stored('云溪县示例局', 'department', { received: 50 });
});

const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id).sort();
const rulesOf = async (record: ReportRecord) =>
  (await checkWithStored(record.id, fromStoredResult(record.result))).findings.map(({ rule }) => rule);

test('a body is found by any of its names, in the years asked for', async () => {
  expect(ids(await findByBody('云溪县', 2023, 2023))).toEqual([government.id]);
  expect(await findByBody('云溪县', 2024, 2025)).toEqual([]);
});

test('bodies are found under every area that theirs lies in', async () => {
  const both = ids([government, department]);
  for (const area of ['999921', '999900', '990000']) expect(ids(await findByRegion(area, 2023, 100))).toEqual(both);
  expect(await findByRegion('999922', 2023, 100)).toEqual([]);
});

test('a government is checked with the bodies of its area, and again when one of them comes', async () => {
  expect(await rulesOf(government)).toContain('XAG.GE-PART');
  expect(ids(await affectedBy(department))).toEqual([government.id]);
  expect(await affectedBy(government)).toEqual([]);
});

test('a body that the roster names and nobody has heard of is absent', async () => {
  expect(await rulesOf(government)).not.toContain('XAG.ABSENT');
  const agencies = ['云溪县示例局', '云溪县范例局'];
  await putRoster({ region: REGION, agencies, merged: {}, by: 'test', at: '2026-01-01T00:00:00Z' });
  expect(await rulesOf(government)).toContain('XAG.ABSENT');
});
