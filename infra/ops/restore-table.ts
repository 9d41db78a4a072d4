/**
 * `gouji ops restore --table`: the table as it was. In the account DynamoDB restores it under a new name, and a
 * deployment leads the functions there; on the laptop it is taken from a copy of the data folder.
 */
import { restoreTable } from '../../functions/store/table/recovery.ts';
import type { Write } from '../../shared/cli/check.ts';
import { UsageError } from '../../shared/cli/usage-error.ts';
import { FolderInUseError, lockFolder } from '../local/lock.ts';
import { NoTableError, takeTableFrom } from '../local/table/copy.ts';
import type { Operation } from './deployment.ts';

/** @param at moment of the last 35 days; `null`: the latest there is */
export async function restoreTableThere(at: Date | null, { write, progress }: Operation, stack: string): Promise<void> {
  const name = await restoreTable(at, new Date(), (status) => progress(`… ${status}`));
  progress('');
  await write(
    [
      `restored as ${name}; the present table is as it was. What to do:`,
      `1. npx cdk deploy ${stack} -c tableName=${name} (and the settings of before): the functions work on it`,
      `2. npm run --silent gouji -- ops reprocess --differences --stack ${stack}: what was checked since comes back`,
      '3. decisions, notes, subscriptions, grants and rosters made since then are in the old table only',
      '',
    ].join('\n'),
  );
}

/**
 * @param copy of a data folder
 * @throws {UsageError} where a laptop runs in the folder, or the copy has no sound table
 */
export async function restoreTableHere(copy: string, folder: string, write: Write): Promise<void> {
  // Held while the table is exchanged: a laptop would go on writing into what is put aside.
  const lock = lockOf(folder);
  try {
    const kept = takeTableFrom(copy, folder, new Date());
    await write(
      [
        `restored from ${copy}${kept === null ? '' : `; what was there is kept in ${kept}`}. What to do:`,
        `npm run --silent gouji -- ops reprocess --differences --laptop --data ${folder}: what was checked since comes back`,
        '',
      ].join('\n'),
    );
  } catch (error) {
    if (error instanceof NoTableError) throw new UsageError(error.message, { cause: error });
    throw error;
  } finally {
    await lock.stop();
  }
}

function lockOf(folder: string): ReturnType<typeof lockFolder> {
  try {
    return lockFolder(folder);
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error;
    throw new UsageError(`${error.message}: end npm start first`, { cause: error });
  }
}
