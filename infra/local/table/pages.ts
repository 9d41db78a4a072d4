/** Query and Scan: pages of items, ended by a limit or by a megabyte. */
import { TABLE } from '../../wiring.ts';
import { project, units } from './answers.ts';
import { conditionOf, type Names, type Values } from './conditions.ts';
import { type KeyOperator, keyConditionOf } from './key-conditions.ts';
import { invalid } from './refusal.ts';
import type { Row, Rows, Stretch } from './rows.ts';
import type { Item } from './values.ts';

export interface PageInput {
  TableName?: string;
  IndexName?: string;
  KeyConditionExpression?: string;
  FilterExpression?: string;
  ProjectionExpression?: string;
  ExpressionAttributeNames?: Names;
  ExpressionAttributeValues?: Values;
  ConsistentRead?: boolean;
  ScanIndexForward?: boolean;
  ExclusiveStartKey?: Item;
  Limit?: number;
  Select?: string;
  ReturnConsumedCapacity?: string;
}

const MOST_PAGE_BYTES = 1024 * 1024;
/** Behind every text that begins as the one before it. */
const LAST = '\u{10ffff}';

const BOUNDS: Readonly<Record<KeyOperator, (values: readonly string[]) => Stretch['bounds']>> = {
  '=': ([value = '']) => [
    ['>=', value],
    ['<=', value],
  ],
  '<': ([value = '']) => [['<', value]],
  '<=': ([value = '']) => [['<=', value]],
  '>': ([value = '']) => [['>', value]],
  '>=': ([value = '']) => [['>=', value]],
  BETWEEN: ([from = '', to = '']) => [
    ['>=', from],
    ['<=', to],
  ],
  BEGINS_WITH: ([prefix = '']) => [
    ['>=', prefix],
    ['<=', prefix + LAST],
  ],
};

export function pagesOf(rows: Rows) {
  return {
    Query: (input: PageInput) => page(rows, stretchOf(input), input),
    Scan: (input: PageInput) =>
      page(rows, { index: null, partition: null, bounds: [], backwards: false, after: input.ExclusiveStartKey }, input),
  };
}

/** @throws Refusal where it does not name one partition of the table or of an index */
function stretchOf(input: PageInput): Stretch {
  const { IndexName, ExpressionAttributeValues: values = {} } = input;
  if (IndexName !== undefined && !(IndexName in TABLE.indexes)) throw invalid(`there is no index ${IndexName}`);
  const index = (IndexName as Stretch['index']) ?? null;
  if (index !== null && input.ConsistentRead)
    throw invalid('Consistent reads are not supported on global secondary indexes');
  const key = index === null ? TABLE.key : TABLE.indexes[index];
  const given = (name: string) => {
    if (typeof values[name] !== 'string') throw invalid(`Condition parameter type does not match schema type: ${name}`);
    return values[name] as string;
  };
  const parts = keyConditionOf(input.KeyConditionExpression ?? '', input.ExpressionAttributeNames);
  const partition = parts.find(({ name }) => name === key.partition);
  const sort = parts.find(({ name }) => name === key.sort);
  const others = parts.length - [partition, sort].filter(Boolean).length;
  if (partition?.operator !== '=' || others > 0) throw invalid('Query key condition not supported');
  return {
    index,
    partition: given(partition.values[0] ?? ''),
    bounds: sort ? BOUNDS[sort.operator](sort.values.map(given)) : [],
    backwards: input.ScanIndexForward === false,
    after: input.ExclusiveStartKey,
  };
}

function page(rows: Rows, stretch: Stretch, input: PageInput) {
  const { Limit = Number.POSITIVE_INFINITY, FilterExpression, ConsistentRead } = input;
  const read: Row[] = [];
  let bytes = 0;
  const isFull = () => read.length >= Limit || bytes >= MOST_PAGE_BYTES;
  rows.each(stretch, (row) => {
    read.push(row);
    bytes += row.bytes;
    return !isFull();
  });
  const isWanted =
    FilterExpression === undefined ? () => true : conditionOf(FilterExpression, input.ExpressionAttributeNames);
  const items = read.map(({ item }) => item).filter((item) => isWanted(item, input.ExpressionAttributeValues ?? {}));
  const last = read.at(-1)?.item;
  return {
    Count: items.length,
    ScannedCount: read.length,
    ...(input.Select !== 'COUNT' && { Items: items.map((item) => project(item, input)) }),
    // At the limit nothing tells whether more follow: the next page may be empty.
    ...(isFull() && last && { LastEvaluatedKey: placeOf(last, stretch.index) }),
    ...units(input, Math.max(1, Math.ceil(bytes / 4096)) * (ConsistentRead ? 1 : 0.5)),
  };
}

function placeOf(item: Item, index: Stretch['index']): Item {
  const key = index === null ? TABLE.key : TABLE.indexes[index];
  const names = [TABLE.key.partition, TABLE.key.sort, key.partition, key.sort];
  return Object.fromEntries(names.map((name) => [name, item[name]]));
}
