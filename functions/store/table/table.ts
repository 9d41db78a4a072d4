/** The one table: its client, its name, and the names of its keys. What stands in it: docs/architecture.md. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { clientOptions, withShortcut } from '../../platform/clients.ts';
import { variable } from '../../platform/environment.ts';

let client: DynamoDBDocumentClient | null = null;

/** The document client and the name of the table; the client is made once a process. */
export function table(): { client: DynamoDBDocumentClient; name: string } {
  client ??= withShortcut(
    DynamoDBDocumentClient.from(new DynamoDBClient(clientOptions()), {
      marshallOptions: { removeUndefinedValues: true },
    }),
  );
  return { client, name: variable('TABLE_NAME') };
}

/** Keys and indexes of the table; `infra/wiring.ts` makes the table from these. */
export const TABLE_KEY = { partition: 'pk', sort: 'sk' } as const;
export const TABLE_INDEXES = {
  gsi1: { partition: 'gsi1pk', sort: 'gsi1sk' },
  gsi2: { partition: 'gsi2pk', sort: 'gsi2sk' },
} as const;

/** Attribute by which DynamoDB removes an item some day after this second; readers must not rely on it. */
export const TABLE_EXPIRY = 'expires';
