/** The whole table, read item by item: for operators and schedules, never for a request. */
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Condition, TableItem } from './items.ts';
import { table } from './table.ts';

/**
 * Items that fit, in no order. What is written meanwhile may or may not be among them.
 * @param filter what is passed on; the table is read whole, and paid for, all the same
 * @param attributes of each item
 */
export async function* scanItems<Found = TableItem>(filter: Condition, attributes: string): AsyncGenerator<Found> {
  const { client, name } = table();
  const { expression, values, names } = filter;
  const input = {
    TableName: name,
    FilterExpression: expression,
    ProjectionExpression: attributes,
    ...(values && { ExpressionAttributeValues: values }),
    ...(names && { ExpressionAttributeNames: names }),
  };
  for await (const { Items = [] } of paginateScan({ client }, input)) yield* Items as Found[];
}
