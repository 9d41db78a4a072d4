/**
 * DynamoDB: the operations of dynalite over {@link openItems}, with the table that the stack makes too. The functions
 * reach it without a socket (see `transport.ts`); a door for other programs is open all the same.
 */
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { TABLE } from '../wiring.ts';
import { type ItemStore, openItems } from './items.ts';
import { close, listen, textOf } from './listen.ts';
import { type Answer, jsonAnswer } from './transport.ts';

type Callback = (error: Refusal | null, data?: unknown) => void;
interface Refusal extends Error {
  statusCode?: number;
  body?: unknown;
}
interface Operation {
  run(store: ItemStore, data: unknown, callback: Callback): void;
  types: unknown;
  custom: unknown;
}

// dynalite is CommonJS, and its parts are no public export: they are loaded by their path.
const require = createRequire(import.meta.url);
const validations = require('dynalite/validations') as {
  checkTypes(data: unknown, types: unknown): unknown;
  checkValidations(data: unknown, types: unknown, custom: unknown, store: ItemStore): void;
};
const NAMES = [
  ...['BatchGetItem', 'BatchWriteItem', 'CreateTable', 'DeleteItem', 'DescribeTable', 'GetItem', 'ListTables'],
  ...['PutItem', 'Query', 'Scan', 'UpdateItem'],
];
const OPERATIONS = new Map<string, Operation>(
  NAMES.map((name) => {
    const file = name[0]?.toLowerCase() + name.slice(1);
    const { types, custom } = require(`dynalite/validations/${file}`);
    return [name, { run: require(`dynalite/actions/${file}`), types, custom }];
  }),
);

export interface Database {
  address: string;
  /** Carries out one request of DynamoDB's JSON protocol: `x-amz-target` and the body. */
  handle(target: string, body: string): Promise<Answer>;
  stop(): Promise<void>;
}

/**
 * @param folder where the items are kept; `null` keeps them in memory
 * @throws PortInUseError
 */
export async function startDatabase(folder: string | null, port: number, tableName: string): Promise<Database> {
  const store = openItems(folder);
  const handle = (target: string, body: string) => carryOut(store, target, body);
  const server = createServer(async (request, response) => {
    const target = String(request.headers['x-amz-target']);
    // Whatever another program sends, it ends no process: what no operation understands is answered.
    const { status, headers, body } = await textOf(request)
      .then((text) => handle(target, text))
      .catch(() => refuse({ __type: 'com.amazon.coral.service#SerializationException' }));
    response.writeHead(status, headers).end(body);
  });
  try {
    const made = await handle('DynamoDB_20120810.CreateTable', JSON.stringify(schemaOf(tableName)));
    if (made.status !== 200 && !String(made.body).includes('ResourceInUseException'))
      throw new Error(String(made.body));
    const address = await listen(server, port);
    return { address, handle, stop: () => close(server).finally(() => store.close()) };
  } catch (error) {
    store.close();
    throw error;
  }
}

async function carryOut(store: ItemStore, target: string, body: string): Promise<Answer> {
  const operation = OPERATIONS.get(target.split('.').at(-1) ?? '');
  if (operation === undefined) return refuse({ __type: 'com.amazon.coral.service#UnknownOperationException' });
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  try {
    const data = validations.checkTypes(JSON.parse(body), operation.types);
    validations.checkValidations(data, operation.types, operation.custom, store);
    operation.run(store, data, (error, answer) => {
      if (error === null || error === undefined) resolve(jsonAnswer(200, answer));
      else if (error.statusCode === undefined) reject(error);
      else resolve(jsonAnswer(error.statusCode, error.body));
    });
  } catch (error) {
    if (error instanceof SyntaxError) return refuse({ __type: 'com.amazon.coral.service#SerializationException' });
    const { statusCode, body: said } = error as Refusal;
    if (statusCode === undefined) throw error;
    return jsonAnswer(statusCode, said);
  }
  return promise;
}

const refuse = (body: unknown) => jsonAnswer(400, body);

function schemaOf(TableName: string) {
  const keys = [TABLE.key, ...Object.values(TABLE.indexes)];
  const schema = (key: { partition: string; sort: string }) => [
    { AttributeName: key.partition, KeyType: 'HASH' },
    { AttributeName: key.sort, KeyType: 'RANGE' },
  ];
  return {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: keys
      .flatMap((key) => [key.partition, key.sort])
      .map((name) => ({ AttributeName: name, AttributeType: 'S' })),
    KeySchema: schema(TABLE.key),
    GlobalSecondaryIndexes: Object.entries(TABLE.indexes).map(([name, key]) => ({
      IndexName: name,
      KeySchema: schema(key),
      Projection: { ProjectionType: 'KEYS_ONLY' },
    })),
  };
}
