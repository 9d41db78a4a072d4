/** The laptop's table answers as dynalite does, an implementation of DynamoDB of its own: random operations to both. */
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, startDatabase } from '../../infra/local/table/database.ts';

const createServer = createRequire(import.meta.url)('dynalite') as (options: object) => import('node:http').Server;
const TableName = 'gouji';
let ours: Database;
let theirs: import('node:http').Server;
let address: string;

beforeAll(async () => {
  ours = await startDatabase(null, 0, TableName);
  theirs = createServer({ createTableMs: 0 });
  await new Promise<void>((resolve) => theirs.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(theirs.address() as { port: number }).port}`;
  const described = JSON.parse(
    String(ours.handle('DynamoDB_20120810.DescribeTable', `{"TableName":"${TableName}"}`).body),
  );
  const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes } = described.Table;
  const indexes = GlobalSecondaryIndexes.map(({ IndexStatus: _, ...index }: { IndexStatus: string }) => index);
  const schema = { TableName, KeySchema, AttributeDefinitions, GlobalSecondaryIndexes: indexes };
  await ask('CreateTable', { ...schema, BillingMode: 'PAY_PER_REQUEST' });
});
afterAll(async () => {
  await ours.stop();
  await new Promise((resolve) => theirs.close(resolve));
});

async function ask(operation: string, input: object): Promise<unknown> {
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': `DynamoDB_20120810.${operation}`,
    authorization:
      'AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=a',
    'x-amz-date': '20260101T000000Z',
  };
  const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(input) });
  return told(answer.status, (await answer.json()) as Record<string, unknown>);
}
function answerOf(operation: string, input: object): unknown {
  const { status, body } = ours.handle(`DynamoDB_20120810.${operation}`, JSON.stringify(input));
  return told(status, JSON.parse(String(body)));
}

/** What counts of an answer: of a refusal its kind, of a batch what is in it. */
function told(status: number, body: Record<string, unknown>): unknown {
  if (status !== 200) return { status, refused: String(body.__type).split('#').at(-1) };
  const { ConsumedCapacity: _, ...answer } = body;
  const found = (answer.Responses as Record<string, object[]> | undefined)?.[TableName];
  return found ? found.map((item) => JSON.stringify(sorted(item))).sort() : sorted(answer);
}
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([one], [other]) => (one < other ? -1 : 1))
            .map(([name, of]) => [name, sorted(of)]),
        )
      : value;

/** https://en.wikipedia.org/wiki/Linear_congruential_generator: the same numbers at each run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const SORT_KEYS = ['a', 'b', 'b#', 'b#1', '浔', '浔阳', '~', '\u{1f600}', '\uffe5', 'Z'];
const CONDITIONS = [
  'attribute_not_exists(pk)',
  'attribute_exists(pk) AND (attribute_not_exists(rev) OR rev <= :n)',
  'attribute_not_exists(pk) OR rev < :n',
  'rev = :n AND NOT #text = :s',
  'rev BETWEEN :n AND :m OR #text IN (:s, :t)',
  'begins_with(#text, :s) OR contains(list, :t)',
  'size(#text) > :n OR #text >= :t',
  'nested.deep[0] = :n',
];
const UPDATES = [
  'SET #text = :s, rev = :n',
  'ADD rev :n',
  'SET rev = if_not_exists(rev, :n) + :m, list = if_not_exists(list, :l) REMOVE #text',
  'SET list = list_append(list, :l)',
  'SET rev = rev - :n',
  'REMOVE gsi1pk, gsi1sk SET nested = :map',
];

function operationOf(next: (below: number) => number): [string, Record<string, unknown>] {
  const one = <Of>(of: readonly Of[]): Of => of[next(of.length)] as Of;
  const text = () => ({ S: one(SORT_KEYS) });
  const number = () => ({ N: String(next(5)) });
  const Key = { pk: { S: one(['p', 'q', '浔']) }, sk: text() };
  // What comes first of two with the same key of an index is left open by DynamoDB.
  const unique = { S: `${Key.sk.S}/${Key.pk.S}` };
  const values: Record<string, unknown> = {
    ...{ ':n': number(), ':m': number(), ':s': text(), ':t': text(), ':l': { L: [text()] } },
    ':map': { M: { deep: { L: [number()] }, none: { NULL: true }, is: { BOOL: false } } },
  };
  /** Only names and values that the expressions use: DynamoDB refuses others. */
  const used = (...expressions: string[]) => {
    const all = expressions.join(' ');
    const own = Object.fromEntries(Object.entries(values).filter(([name]) => new RegExp(`${name}\\b`).test(all)));
    return {
      ...(Object.keys(own).length > 0 && { ExpressionAttributeValues: own }),
      ...(all.includes('#text') && { ExpressionAttributeNames: { '#text': 'text' } }),
    };
  };
  const Item = {
    ...Key,
    ...(next(2) === 0 && { rev: number() }),
    ...(next(2) === 0 && { text: text() }),
    ...(next(3) === 0 && { list: { L: [text(), number()] } }),
    ...(next(3) === 0 && { body: { B: Buffer.from(one(SORT_KEYS)).toString('base64') } }),
    ...(next(2) === 0 && { gsi1pk: { S: one(['i', 'j']) }, gsi1sk: unique }),
  };
  const ConditionExpression = one(CONDITIONS);
  const UpdateExpression = one(UPDATES);
  const conditional = next(2) === 0;
  const ReturnValues = one(['NONE', 'ALL_OLD']);
  const index = next(3) === 0;
  const [partition, sort] = index ? ['gsi1pk', 'gsi1sk'] : ['pk', 'sk'];
  const stretch = one([
    '',
    ` AND ${sort} >= :s`,
    ` AND begins_with(${sort}, :s)`,
    ` AND ${sort} = :s`,
    ` AND ${sort} < :s`,
  ]);
  const from = index ? { ...Key, gsi1pk: { S: 'i' }, gsi1sk: unique } : { ...Key, pk: { S: 'p' } };
  const query = {
    TableName,
    ...(index && { IndexName: 'gsi1' }),
    KeyConditionExpression: `${partition} = :pk${stretch}`,
    ExpressionAttributeValues: { ':pk': { S: index ? 'i' : 'p' }, ...(stretch && { ':s': text() }) },
    ScanIndexForward: next(2) === 0,
    ...(next(2) === 0 && { Limit: 1 + next(4) }),
    ...(next(3) === 0 && { Select: 'COUNT' }),
    ...(stretch === '' && next(3) === 0 && { ExclusiveStartKey: from }),
  };
  return one<() => [string, Record<string, unknown>]>([
    () => [
      'PutItem',
      { TableName, Item, ReturnValues, ...(conditional && { ConditionExpression, ...used(ConditionExpression) }) },
    ],
    () => ['GetItem', { TableName, Key, ConsistentRead: true }],
    () => [
      'DeleteItem',
      { TableName, Key, ReturnValues, ...(conditional && { ConditionExpression, ...used(ConditionExpression) }) },
    ],
    () => [
      'UpdateItem',
      {
        TableName,
        Key,
        UpdateExpression,
        ReturnValues: 'ALL_NEW',
        ...(conditional && { ConditionExpression }),
        ...used(UpdateExpression, conditional ? ConditionExpression : ''),
      },
    ],
    () => ['Query', query],
    () => ['Query', query],
    () => ['BatchWriteItem', { RequestItems: { [TableName]: [{ PutRequest: { Item } }] } }],
    () => ['BatchGetItem', { RequestItems: { [TableName]: { Keys: [Key, { ...Key, pk: { S: 'p2' } }] } } }],
  ])();
}

test.each([1, 2, 3])(
  'a thousand operations have the same answers (%i)',
  async (seed) => {
    const next = numbers(seed);
    for (let at = 0; at < 1000; at++) {
      const [operation, input] = operationOf(next);
      expect({ input, answer: answerOf(operation, input) }).toEqual({
        input,
        answer: await ask(operation, structuredClone(input)),
      });
    }
  },
  120_000,
);
