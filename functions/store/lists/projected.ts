/** The item of each report that says what stands where for it in lists and statistics. */
import { BatchGetCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Summary } from '../records/summary.ts';
import { table } from '../table/table.ts';

/** Where one state of a report stands: its entries, one a list, and its leaf of the statistics. */
export interface Places {
  lists: string[];
  sk: string;
  leaf: string;
}

/** The item that says what stands where for a report; whoever wants to change that takes the next revision first. */
export interface Projected {
  rev: number;
  /** Everything stands as `places` says. */
  settled: boolean;
  summary: Summary | null;
  /** Packed {@link CellValues}, for the years side by side. */
  cells: Uint8Array | null;
  places: Places | null;
  /** Places of earlier states, which a projection that was cut off may have left. */
  obsolete: Places[];
}

export const projectedKey = (id: string) => ({ pk: `REPORT#${id}`, sk: 'PROJECTED' });

/** As it is at this moment; `null` where there has never been such a report. */
export async function readProjection(id: string): Promise<Projected | null> {
  const { client, name } = table();
  const found = await client.send(new GetCommand({ TableName: name, Key: projectedKey(id), ConsistentRead: true }));
  return (found.Item as Projected | undefined) ?? null;
}

/** Summaries by id, of those that are stored now. At most a hundred ids. */
export async function readSummaries(ids: readonly string[]): Promise<Map<string, Summary>> {
  return new Map([...(await readProjected(ids))].map(([id, { summary }]) => [id, summary]));
}

/** Summaries and packed cells by id, of those that are stored now. At most a hundred ids. */
export async function readProjected(
  ids: readonly string[],
): Promise<Map<string, { summary: Summary; cells: Uint8Array }>> {
  const { client, name } = table();
  const projected = new Map<string, { summary: Summary; cells: Uint8Array }>();
  let keys: Record<string, unknown>[] = [...new Set(ids)].map(projectedKey);
  for (let attempt = 0; keys.length > 0; attempt++) {
    if (attempt > 5) throw new Error(`the table left ${keys.length} items unread, ${attempt} times`);
    const batch = await client.send(new BatchGetCommand({ RequestItems: { [name]: { Keys: keys } } }));
    for (const { summary, cells } of batch.Responses?.[name] ?? []) {
      if (summary) projected.set((summary as Summary).id, { summary: summary as Summary, cells: cells as Uint8Array });
    }
    keys = batch.UnprocessedKeys?.[name]?.Keys ?? [];
  }
  return projected;
}
