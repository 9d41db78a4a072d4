/** One process a data folder: two would overwrite each other's state. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onDisk } from './disk.ts';

/** Another process works in this folder. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
}

/** A later release has worked in the folder, and this one could read some of it wrong. */
export class NewerFolderError extends Error {
  override readonly name = 'NewerFolderError';
}

/** SQLite's code for a file that another connection has locked. */
const SQLITE_BUSY = 5;
/** And for one that is no database. */
const SQLITE_NOTADB = 26;

/**
 * Holds the folder until `stop`, or until the process ends, however it ends: the lock is the operating system's.
 * @throws FolderInUseError, DiskError
 */
export function lockFolder(folder: string): { stop(): Promise<void> } {
  const file = join(folder, 'lock');
  const lock = onDisk(file, () => {
    mkdirSync(folder, { recursive: true });
    return new DatabaseSync(file);
  });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    const { errcode } = error as { errcode?: number };
    if (errcode === SQLITE_BUSY) throw new FolderInUseError(`${folder} is in use`);
    // Nothing stands in the file; whatever damaged it has not damaged the lock.
    if (errcode === SQLITE_NOTADB) {
      onDisk(file, () => rmSync(file));
      return lockFolder(folder);
    }
    return onDisk(file, () => {
      throw error;
    });
  }
  return { stop: async () => lock.close() };
}
