/** One process a data folder: two would overwrite each other's state. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process works in this folder. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
}

/** SQLite's code for a file that another connection has locked. */
const SQLITE_BUSY = 5;

/**
 * Holds the folder until `stop`, or until the process ends, however it ends: the lock is the operating system's.
 * @throws FolderInUseError
 */
export function lockFolder(folder: string): { stop(): Promise<void> } {
  mkdirSync(folder, { recursive: true });
  const lock = new DatabaseSync(join(folder, 'lock'));
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) throw new FolderInUseError(`${folder} is in use`);
    throw error;
  }
  return { stop: async () => lock.close() };
}
