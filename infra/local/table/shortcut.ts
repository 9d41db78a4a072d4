/** Leads the commands of the SDK's document client straight to the table, without a request, and errors back. */
import { ConditionalCheckFailedException, DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import type { Shortcut } from '../../../functions/platform/clients.ts';
import type { Database } from './database.ts';
import { Refusal } from './refusal.ts';

const $metadata = { httpStatusCode: 200 };

export function shortcutTo(database: Pick<Database, 'run'>): Shortcut {
  return (command, input) => {
    try {
      return { ...database.run(command.replace(/Command$/, ''), input), $metadata };
    } catch (error) {
      throw error instanceof Refusal ? sdkError(error) : error;
    }
  };
}

function sdkError({ name, message }: Refusal): Error {
  if (name === 'ConditionalCheckFailedException') return new ConditionalCheckFailedException({ message, $metadata });
  return new DynamoDBServiceException({ name, message, $fault: 'client', $metadata });
}
