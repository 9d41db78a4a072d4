/** Items of one partition, of the table or of an index, in the order of their sort keys. */
import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { TableItem } from './items.ts';
import { known } from './schema.ts';
import { TABLE_INDEXES, TABLE_KEY, table } from './table.ts';

export interface Question {
  partition: string;
  /** Only sort keys that begin so. */
  prefix?: string;
  /** Only sort keys from the first to the second, both included. */
  between?: readonly [from: string, to: string];
  /** An index has keys only, and lags. */
  index?: keyof typeof TABLE_INDEXES;
  /** Reads only these attributes; all where it is missing. */
  attributes?: string;
  /** `false` may miss what was written in the last second and costs half. An index is never consistent. */
  consistent?: boolean;
  /** The highest sort keys first. */
  backwards?: boolean;
  /** The key after which to go on: the `next` of the page before. */
  after?: TableItem | undefined;
}

/** All items. */
export async function queryAll<Found = TableItem>(question: Question): Promise<Found[]> {
  return (await queryPage<Found>(question, Number.POSITIVE_INFINITY)).items;
}

/** As many items as asked for, or all where there are fewer, and whether more follow. */
export async function queryPage<Found = TableItem>(
  question: Question,
  limit: number,
): Promise<{ items: Found[]; next: TableItem | undefined }> {
  const items: Found[] = [];
  let next: TableItem | undefined = question.after;
  do {
    // A page of DynamoDB ends after a megabyte, however many items are asked for.
    const input = {
      ...inputOf({ ...question, after: next }),
      ...(Number.isFinite(limit) && { Limit: limit - items.length }),
    };
    const page = await table().client.send(new QueryCommand(input));
    items.push(...(page.Items ?? []).map((item) => known<Found>(item)));
    next = page.LastEvaluatedKey;
  } while (next !== undefined && items.length < limit);
  return { items, next };
}

function inputOf(question: Question): QueryCommandInput {
  const { partition, prefix, between, index, attributes, consistent = index === undefined } = question;
  const key = index === undefined ? TABLE_KEY : TABLE_INDEXES[index];
  const range =
    prefix !== undefined && prefix !== ''
      ? { condition: ` AND begins_with(${key.sort}, :from)`, values: { ':from': prefix } }
      : between
        ? { condition: ` AND ${key.sort} BETWEEN :from AND :to`, values: { ':from': between[0], ':to': between[1] } }
        : { condition: '', values: {} };
  return {
    TableName: table().name,
    KeyConditionExpression: `${key.partition} = :pk${range.condition}`,
    ExpressionAttributeValues: { ':pk': partition, ...range.values },
    ConsistentRead: consistent,
    ...(index !== undefined && { IndexName: index }),
    ...(attributes !== undefined && { ProjectionExpression: attributes }),
    ...(question.backwards === true && { ScanIndexForward: false }),
    ...(question.after !== undefined && { ExclusiveStartKey: question.after }),
  };
}
