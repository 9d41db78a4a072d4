/** DynamoDB's operations on single items and batches, over {@link Rows}, with its limits and the units that it counts. */

import { project, units, wantsUnits } from './answers.ts';
import { conditionOf, type Names, type Values } from './conditions.ts';
import { invalid, Refusal } from './refusal.ts';
import type { Row, Rows } from './rows.ts';
import { updateOf } from './updates.ts';
import { type Item, isMap, plain, sizeOf } from './values.ts';

/** What the SDK's document client sends, as far as it is read here. */
export interface Input {
  TableName?: string;
  Key?: Item;
  Item?: Item;
  ConditionExpression?: string;
  UpdateExpression?: string;
  ProjectionExpression?: string;
  ExpressionAttributeNames?: Names;
  ExpressionAttributeValues?: Values;
  ConsistentRead?: boolean;
  ReturnValues?: string;
  ReturnConsumedCapacity?: string;
  RequestItems?: Record<string, never>;
}
type Output = Record<string, unknown>;

const MOST_ITEM_BYTES = 400 * 1024;
const MOST_KEY_BYTES = { pk: 2048, sk: 1024 } as const;
const MOST_BATCH_BYTES = 16 * 1024 * 1024;
const NO_VALUES: Values = {};

export function operationsOn(rows: Rows) {
  const find = (key: Item | undefined) => {
    const { pk, sk } = keyOf(key);
    if (key !== undefined && Object.keys(key).length > 2)
      throw invalid('The provided key element does not match the schema');
    return { pk, sk, row: rows.get(pk, sk) };
  };
  /** @throws Refusal where the item is not as the condition says */
  const check = (input: Input, there: Row | null) => {
    if (input.ConditionExpression === undefined) return;
    const isSo = conditionOf(input.ConditionExpression, input.ExpressionAttributeNames);
    if (isSo(there?.item ?? {}, input.ExpressionAttributeValues ?? NO_VALUES)) return;
    throw new Refusal('ConditionalCheckFailedException', 'The conditional request failed');
  };
  const answer = (input: Input, before: Row | null, after: Row | null): Output => ({
    ...(input.ReturnValues === 'ALL_OLD' && before && { Attributes: before.item }),
    ...(input.ReturnValues === 'ALL_NEW' && after && { Attributes: after.item }),
    ...units(input, writeUnits(before, after)),
  });

  return {
    GetItem(input: Input): Output {
      const { row } = find(input.Key);
      return {
        ...(row && { Item: project(row.item, input) }),
        ...units(input, readUnits(row, input.ConsistentRead)),
      };
    },
    PutItem(input: Input): Output {
      const after = rowOf(input.Item);
      const before = rows.get(after.item.pk as string, after.item.sk as string);
      check(input, before);
      rows.put(after);
      return answer(input, before, after);
    },
    UpdateItem(input: Input): Output {
      const { pk, sk, row } = find(input.Key);
      check(input, row);
      const item = row?.item ?? { pk, sk };
      const next = { ...item };
      if (input.UpdateExpression !== undefined) {
        const change = updateOf(input.UpdateExpression, input.ExpressionAttributeNames);
        change(next, item, input.ExpressionAttributeValues ?? NO_VALUES);
      }
      if (next.pk !== pk || next.sk !== sk) throw invalid('Cannot update attribute: this attribute is part of the key');
      const after = rowOf(next);
      rows.put(after);
      return answer(input, row, after);
    },
    DeleteItem(input: Input): Output {
      const { pk, sk, row } = find(input.Key);
      check(input, row);
      if (row !== null) rows.remove(pk, sk);
      return answer(input, row, null);
    },
    BatchGetItem(input: Input): Output {
      const [[table, request] = []] = Object.entries(input.RequestItems ?? {}) as [string, Input & { Keys: Item[] }][];
      if (table === undefined || request === undefined) throw invalid('RequestItems is required');
      bounded(request.Keys, 100);
      let [bytes, read] = [0, 0];
      const [found, unread]: [Item[], Item[]] = [[], []];
      for (const key of request.Keys) {
        const { row } = find(key);
        bytes += row?.bytes ?? 0;
        if (bytes > MOST_BATCH_BYTES) {
          unread.push(key);
          continue;
        }
        read += readUnits(row, request.ConsistentRead);
        if (row !== null) found.push(project(row.item, request));
      }
      return {
        Responses: { [table]: found },
        UnprocessedKeys: unread.length === 0 ? {} : { [table]: { ...request, Keys: unread } },
        ...(wantsUnits(input) && { ConsumedCapacity: [{ TableName: table, CapacityUnits: read }] }),
      };
    },
    BatchWriteItem(input: Input): Output {
      const [[table, requests] = []] = Object.entries(input.RequestItems ?? {}) as [string, WriteRequest[]][];
      if (table === undefined || requests === undefined) throw invalid('RequestItems is required');
      bounded(
        requests.map((request) => request.PutRequest?.Item ?? request.DeleteRequest?.Key ?? {}),
        25,
      );
      let written = 0;
      rows.together(() => {
        for (const { PutRequest, DeleteRequest } of requests) {
          const after = PutRequest ? rowOf(PutRequest.Item) : null;
          const { pk, sk, row } = find(after ? keyOf(after.item) : DeleteRequest?.Key);
          written += writeUnits(row, after);
          if (after) rows.put(after);
          else if (row) rows.remove(pk, sk);
        }
      });
      return {
        UnprocessedItems: {},
        ...(wantsUnits(input) && { ConsumedCapacity: [{ TableName: table, CapacityUnits: written }] }),
      };
    },
  };
}

interface WriteRequest {
  PutRequest?: { Item: Item };
  DeleteRequest?: { Key: Item };
}

/** @throws Refusal for too many, none, or the same twice */
function bounded(keys: readonly Item[], most: number): void {
  if (keys.length === 0 || keys.length > most) throw invalid(`a batch has 1 to ${most} items`);
  const each = new Set(keys.map((key) => JSON.stringify(keyOf(key))));
  if (each.size < keys.length) throw invalid('Provided list of item keys contains duplicates');
}

/** The key in an item. @throws Refusal where it has none */
function keyOf(item: Item | undefined): { pk: string; sk: string } {
  const { pk, sk } = item ?? {};
  if (typeof pk !== 'string' || typeof sk !== 'string') throw invalid('One of the required keys was not given a value');
  if (pk === '' || sk === '')
    throw invalid('The AttributeValue for a key attribute cannot contain an empty string value');
  const isLong = Buffer.byteLength(pk) > MOST_KEY_BYTES.pk || Buffer.byteLength(sk) > MOST_KEY_BYTES.sk;
  if (isLong) throw invalid('Size of a key has exceeded the maximum size limit of 2048 or 1024 bytes');
  return { pk, sk };
}

/** @throws Refusal where it is no item that the table can hold */
function rowOf(given: Item | undefined): Row {
  if (!isMap(given)) throw invalid('an item is required');
  const item = plain(given) as Item;
  keyOf(item);
  const bytes = sizeOf(item);
  if (bytes > MOST_ITEM_BYTES) throw invalid('Item size has exceeded the maximum allowed size');
  return { item, bytes };
}

const readUnits = (row: Row | null, isConsistent = false) =>
  Math.max(1, Math.ceil((row?.bytes ?? 0) / 4096)) * (isConsistent ? 1 : 0.5);

const writeUnits = (before: Row | null, after: Row | null) =>
  Math.max(1, Math.ceil(Math.max(before?.bytes ?? 0, after?.bytes ?? 0) / 1024));
