/**
 * DynamoDB on one machine. The functions reach it by a shortcut (see `transport.ts`); a door for DynamoDB's JSON
 * protocol, with the validations of dynalite in front, is open for other programs and for tests.
 */
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { TABLE } from '../../wiring.ts';
import { close, listen, textOf } from '../listen.ts';
import { type Answer, jsonAnswer } from '../transport.ts';
import { operationsOn } from './operations.ts';
import { pagesOf } from './pages.ts';
import { fromProtocol, toProtocol } from './protocol.ts';
import { Refusal } from './refusal.ts';
import { openRows } from './rows.ts';

// dynalite is CommonJS, and its parts are no public export: they are loaded by their path, and only where they are used.
const require = createRequire(import.meta.url);
interface Validations {
  checkTypes(data: unknown, types: unknown): unknown;
  checkValidations(data: unknown, types: unknown, custom: unknown, store: unknown): void;
}
interface Refused extends Error {
  statusCode?: number;
  body?: unknown;
}

export interface Database {
  address: string;
  /** Carries out one operation with the values of the SDK's document client; `null` if the table has no such. @throws Refusal, DiskError */
  run(operation: string, input: object): object | null;
  /** Carries out one request of DynamoDB's JSON protocol: `x-amz-target` and the body. */
  handle(target: string, body: string): Answer;
  stop(): Promise<void>;
}

/**
 * @param folder where the items are kept; `null` keeps them in memory
 * @throws PortInUseError, DiskError
 */
export async function startDatabase(folder: string | null, port: number, tableName: string): Promise<Database> {
  const rows = openRows(folder);
  const operations: Record<string, (input: object) => object> = {
    ...operationsOn(rows),
    ...pagesOf(rows),
    ListTables: () => ({ TableNames: [tableName] }),
    DescribeTable: () => ({ Table: descriptionOf(tableName) }),
  };
  const run = (name: string, input: object) => {
    const { TableName = tableName, RequestItems = {} } = input as { TableName?: string; RequestItems?: object };
    const others = [TableName, ...Object.keys(RequestItems)].filter((table) => table !== tableName);
    if (others.length > 0) throw new Refusal('ResourceNotFoundException', `there is no table ${others[0]}`);
    return operations[name]?.(input) ?? null;
  };
  const handle = (target: string, body: string): Answer => {
    const name = target.split('.').at(-1) ?? '';
    if (!(name in operations)) return refuse('com.amazon.coral.service#UnknownOperationException');
    try {
      return jsonAnswer(200, toProtocol(name, run(name, fromProtocol(name, validated(name, body))) as object));
    } catch (error) {
      if (error instanceof SyntaxError) return refuse('com.amazon.coral.service#SerializationException');
      if (error instanceof Refusal) return refuse(`com.amazonaws.dynamodb.v20120810#${error.name}`, error.message);
      const { statusCode, body: said } = error as Refused;
      if (statusCode === undefined) throw error;
      return jsonAnswer(statusCode, said);
    }
  };
  const server = createServer(async (request, response) => {
    const target = String(request.headers['x-amz-target']);
    // Whatever another program sends, it ends no process: what no operation understands is answered.
    const { status, headers, body } = await textOf(request)
      .then((text) => handle(target, text))
      .catch(() => refuse('com.amazon.coral.service#SerializationException'));
    response.writeHead(status, headers).end(body);
  });
  const stop = () => close(server).finally(() => rows.close());
  try {
    return { address: await listen(server, port), run, handle, stop };
  } catch (error) {
    rows.close();
    throw error;
  }
}

/** The request as dynalite lets it through. @throws SyntaxError; an error with `statusCode` and `body` */
function validated(name: string, body: string): object {
  const { checkTypes, checkValidations } = require('dynalite/validations') as Validations;
  const file = `dynalite/validations/${name[0]?.toLowerCase()}${name.slice(1)}`;
  const { types, custom } = require(file) as { types: unknown; custom: unknown };
  const given = JSON.parse(body);
  // What it checks it changes as well: so of a copy.
  checkValidations(checkTypes(structuredClone(given), types), types, custom, LIMITS);
  return given;
}

/** What dynalite's validations ask of a store. */
const LIMITS = { options: { maxItemSize: 400 * 1024 } };

const refuse = (__type: string, message?: string) => jsonAnswer(400, { __type, ...(message && { message }) });

function descriptionOf(TableName: string) {
  const schema = (key: { partition: string; sort: string }) => [
    { AttributeName: key.partition, KeyType: 'HASH' },
    { AttributeName: key.sort, KeyType: 'RANGE' },
  ];
  const names = [TABLE.key, ...Object.values(TABLE.indexes)].flatMap((key) => [key.partition, key.sort]);
  return {
    TableName,
    TableStatus: 'ACTIVE',
    AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: schema(TABLE.key),
    GlobalSecondaryIndexes: Object.entries(TABLE.indexes).map(([IndexName, key]) => ({
      ...{ IndexName, IndexStatus: 'ACTIVE', KeySchema: schema(key) },
      Projection: { ProjectionType: 'KEYS_ONLY' },
    })),
  };
}
