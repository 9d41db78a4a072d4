/** What the laptop has stored, for `gouji export`, while no `npm start` works in the folder. */
import { storedEntries as read } from '../../functions/dataset/entries.ts';
import type { Entry } from '../../shared/dataset/types.ts';
import { startEngines } from './engines.ts';

/** @throws FolderInUseError */
export async function* storedEntries(folder: string): AsyncGenerator<Entry> {
  const engines = await startEngines({ data: folder });
  try {
    for (const name of ['AWS_PROFILE', 'AWS_SESSION_TOKEN']) delete process.env[name];
    Object.assign(process.env, engines.environment);
    yield* read({});
  } finally {
    await engines.stop();
  }
}
