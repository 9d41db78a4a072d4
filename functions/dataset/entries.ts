/** What is stored → entries of the data set, in the order of the lists, a few records at a time. */

import type { Entry } from '../../shared/dataset/types.ts';
import { agencyId, type Merged, presentName } from '../../shared/neighbours/agency-id.ts';
import { fromStoredResult } from '../../shared/record.ts';
import type { Filter } from '../store/lists/filter.ts';
import { listReports } from '../store/lists/listing.ts';
import { LONGEST_PAGE } from '../store/lists/page.ts';
import { readRoster, rosterRegions } from '../store/neighbours/roster.ts';
import { readDecisions, standingStatus } from '../store/records/decisions.ts';
import { getRecord } from '../store/records/records.ts';

const AT_ONCE = 10;

/** Entries of all reports that match; one that goes meanwhile is left out. */
export async function* storedEntries(filter: Filter): AsyncGenerator<Entry> {
  const merged = await readMerged();
  let after: string | null = null;
  do {
    const { reports, next }: Awaited<ReturnType<typeof listReports>> = await listReports(filter, LONGEST_PAGE, after);
    for (let from = 0; from < reports.length; from += AT_ONCE) {
      const some = reports.slice(from, from + AT_ONCE);
      const entries = await Promise.all(some.map(({ id }) => entryOf(id, merged)));
      for (const entry of entries) if (entry !== null) yield entry;
    }
    after = next;
  } while (after !== null);
}

/** Former name → present name, of all rosters. */
async function readMerged(): Promise<Merged> {
  const merged: Record<string, string> = {};
  for (const region of await rosterRegions()) Object.assign(merged, (await readRoster(region))?.merged);
  return merged;
}

async function entryOf(id: string, merged: Merged): Promise<Entry | null> {
  const [record, decisions] = await Promise.all([getRecord(id), readDecisions(id)]);
  if (record === null) return null;
  const result = fromStoredResult(record.result);
  const agency = result.report?.agency ?? null;
  return {
    reportId: id,
    result: { ...result, status: standingStatus(record.result, decisions) },
    agencyId: agency === null ? null : agencyId(presentName(agency, merged)),
    checkedOn: record.checkedAt.slice(0, 10),
    receivedAt: record.receivedAt,
    decisions: [...decisions].map(([fingerprint, { decision, remark, by, at }]) => ({
      ...{ fingerprint, decision, remark, by, at },
    })),
  };
}
