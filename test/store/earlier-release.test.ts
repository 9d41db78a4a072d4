/**
 * Items as the release before versions of items wrote them (`items-0.jsonl`: commit c6fcc56, six reports in one county and
 * one elsewhere, of which one has two states and two are entries of a ZIP) are read, checked again and written anew. Each
 * release that raises SCHEMA_VERSION adds the items of the one before.
 */
import { readFileSync } from 'node:fs';
import { BatchWriteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, expect, test } from 'vitest';
import { recheckStored } from '../../functions/ingest/recheck.ts';
import { tendRegions } from '../../functions/ingest/regions.ts';
import { readNumbers } from '../../functions/notify/digests/digest-numbers.ts';
import { listReports } from '../../functions/store/lists/listing.ts';
import { getRecord, getRecords, listVersions } from '../../functions/store/records/records.ts';
import { NewerItemError, SCHEMA_VERSION } from '../../functions/store/table/schema.ts';
import { table } from '../../functions/store/table/table.ts';
import type { StoredResult } from '../../shared/record.ts';
import { useEngines } from '../support/engines.ts';

useEngines();

const send = (command: object) => table().client.send(command as never) as Promise<{ Item?: Record<string, unknown> }>;
/** Words may be others in a later release; what is wrong may not. */
const rulesOf = (result?: StoredResult) => result?.findings.map(({ rule }) => rule).sort();
const all = async () => (await listReports({}, 100, null)).reports;

beforeAll(async () => {
  const lines = readFileSync(new URL('items-0.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const bytesIn = (_: string, value: unknown) => {
    const { base64 } = (value ?? {}) as { base64?: string };
    return typeof base64 === 'string' ? Buffer.from(base64, 'base64') : value;
  };
  const puts = lines.map((line) => ({ PutRequest: { Item: JSON.parse(line, bytesIn) } }));
  for (let from = 0; from < puts.length; from += 25) {
    await send(new BatchWriteCommand({ RequestItems: { [table().name]: puts.slice(from, from + 25) } }));
  }
});

test('what the release before wrote is read, checked again and written anew', async () => {
  const before = await all();
  expect(before).toHaveLength(6);
  const records = await getRecords(before.map(({ id }) => id));
  const twice = before.find(({ agency, year }) => agency === '浔阳区示例局' && year === 2022);
  expect(await listVersions(twice?.id ?? '')).toHaveLength(1);
  const ofAgency = async () =>
    (await listReports({ agency: '浔阳区示例局' }, 10, null)).reports.map(({ year }) => year);
  expect(await ofAgency()).toEqual([2022, 2021]);
  // Sums of before say nothing of rules, and are not taken for sums in which there are none.
  const numbers = await readNumbers('360000', 2025, null);
  expect(numbers.rules).toEqual([]);

  for (const { id } of before) await recheckStored(id);
  await tendRegions(Date.now(), { all: true });
  expect(await all()).toEqual(before.map((one) => expect.objectContaining({ id: one.id, status: one.status })));
  expect(await ofAgency()).toEqual([2022, 2021]);
  for (const [id, { result }] of records) {
    const now = (await getRecord(id))?.result;
    expect([now?.status, rulesOf(now), now?.report]).toEqual([result.status, rulesOf(result), result.report]);
    const { Item } = await send(
      new GetCommand({ TableName: table().name, Key: { pk: `REPORT#${id}`, sk: 'PROJECTED' } }),
    );
    expect(Item?.v).toBe(SCHEMA_VERSION);
  }
  const again = await readNumbers('360000', 2025, null);
  expect(again.regions).toEqual(numbers.regions);
  expect(again.rules.length).toBeGreaterThan(0);
});

test('what a newer release wrote is refused with a word', async () => {
  const [{ id } = { id: '' }] = await all();
  const key = { pk: `REPORT#${id}`, sk: 'RECORD' };
  const { Item } = await send(new GetCommand({ TableName: table().name, Key: key }));
  await send(new PutCommand({ TableName: table().name, Item: { ...Item, v: SCHEMA_VERSION + 1 } }));
  const refused = getRecord(id);
  await expect(refused).rejects.toThrow(NewerItemError);
  await expect(refused).rejects.toThrow(/written by a newer release .* go on with that release/);
  await expect(recheckStored(id)).rejects.toThrow(NewerItemError);
});
