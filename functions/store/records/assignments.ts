/** By whom a report is to be reviewed, and until when: one item a report. */
import { batchGet } from '../table/batch.ts';
import { getItem, putItem, removeItem } from '../table/items.ts';
import { queryAll } from '../table/query.ts';

export interface Assignment {
  assignee: string;
  /** The last day, `YYYY-MM-DD` in China; `null` where none is set. */
  due: string | null;
  /** Who assigned it. */
  by: string;
  identity: string | null;
  at: string;
}

/** Index partition of all assignments, the most urgent first; without a date they come last. */
const ASSIGNED = 'ASSIGNED';
const NEVER = '9999';
const keyOf = (report: string) => ({ pk: `REPORT#${report}`, sk: 'ASSIGNED' });

export async function readAssignment(report: string): Promise<Assignment | null> {
  const item = await getItem(keyOf(report));
  return item && toAssignment(item);
}

export async function putAssignment(report: string, assignment: Assignment): Promise<void> {
  await putItem({ ...keyOf(report), ...assignment, gsi1pk: ASSIGNED, gsi1sk: `${assignment.due ?? NEVER}#${report}` });
}

export async function removeAssignment(report: string): Promise<void> {
  await removeItem(keyOf(report));
}

/** All that stand, the most urgent first. */
export async function listAssignments(): Promise<(Assignment & { report: string })[]> {
  const keys = (await queryAll({ index: 'gsi1', partition: ASSIGNED, prefix: '' })).map(({ pk }) => String(pk));
  const items = await batchGet(keys.map((pk) => ({ pk, sk: 'ASSIGNED' })));
  const found = new Map(items.map((item) => [String(item.pk), item]));
  return keys.flatMap((pk) => {
    const item = found.get(pk);
    return item === undefined ? [] : [{ ...toAssignment(item), report: pk.slice('REPORT#'.length) }];
  });
}

function toAssignment({ assignee, due, by, identity, at }: Record<string, unknown>): Assignment {
  return { assignee, due, by, identity, at } as Assignment;
}
