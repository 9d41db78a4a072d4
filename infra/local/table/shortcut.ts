/** Leads the commands of the SDK's document client straight to the table, without a request, and errors back. */
import type { Shortcut } from '../../../functions/platform/clients.ts';
import type { Database } from './database.ts';
import { Refusal } from './refusal.ts';

const $metadata = { httpStatusCode: 200 };

export function shortcutTo(database: Pick<Database, 'run'>): Shortcut {
  return (command, input) => {
    try {
      const answer = database.run(command.replace(/Command$/, ''), input);
      return answer && { ...answer, $metadata };
    } catch (error) {
      // The classes of the SDK know their errors by the name and these two fields.
      if (error instanceof Refusal) Object.assign(error, { $fault: 'client', $metadata });
      throw error;
    }
  };
}
