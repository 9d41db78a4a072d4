/** DynamoDB: dynalite, with the table that the stack makes too. */
import { CreateTableCommand, DynamoDBClient, ResourceInUseException } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { TABLE } from '../wiring.ts';
import { close, listen } from './listen.ts';

/**
 * @param folder where LevelDB keeps it; `null` keeps it in memory
 * @throws PortInUseError
 */
export async function startDatabase(
  folder: string | null,
  port: number,
  tableName: string,
): Promise<{ address: string; stop(): Promise<void> }> {
  const server = dynalite({ createTableMs: 0, ...(folder !== null && { path: folder }) });
  const address = await listen(server, port);
  await createTable(address, tableName);
  return { address, stop: () => close(server) };
}

async function createTable(endpoint: string, tableName: string): Promise<void> {
  const client = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const keys = [TABLE.key, ...Object.values(TABLE.indexes)];
  const schema = (key: { partition: string; sort: string }) => [
    { AttributeName: key.partition, KeyType: 'HASH' as const },
    { AttributeName: key.sort, KeyType: 'RANGE' as const },
  ];
  const create = new CreateTableCommand({
    TableName: tableName,
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
  });
  try {
    await client.send(create);
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  } finally {
    client.destroy();
  }
}
