/** What each report asks of the engines, answered before it becomes a request. */
import type { Shortcut } from '../../functions/platform/clients.ts';
import type { Bus } from './bus.ts';
import { LOCAL_BUCKET, type LocalStorage } from './storage.ts';
import type { Database } from './table/database.ts';
import { shortcutTo } from './table/shortcut.ts';

interface Asked {
  Bucket: string;
  Key: string;
  VersionId?: string;
}

/** Of S3 and the bus what is done and no more: what they refuse, the SDK reads from an answer to a request. */
export function shortcutsTo(database: Database, storage: LocalStorage, bus: Bus): Shortcut {
  const others: Partial<Record<string, (input: object) => object | null>> = {
    GetObjectCommand(input) {
      const { Bucket, Key, VersionId } = input as Asked;
      const bytes = Bucket === LOCAL_BUCKET && VersionId ? storage.readVersion(Key, VersionId) : null;
      return bytes && { Body: { transformToByteArray: async () => bytes }, ContentLength: bytes.length };
    },
    PutEventsCommand(input) {
      const { status, body } = bus.handle(JSON.stringify(input));
      return status === 200 ? JSON.parse(String(body)) : null;
    },
  };
  const table = shortcutTo(database);
  return (command, input) => (others[command] ?? ((asked) => table(command, asked)))(input);
}
