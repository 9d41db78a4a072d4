/** The laptop's table taken from a copy of its data folder. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onDisk } from '../disk.ts';

const TABLE_FOLDER = 'table';
const FILE = 'items.sqlite';
/** A damaged file, and one that is no database: https://www.sqlite.org/rescode.html */
const UNREADABLE = [11, 26];

/** Raised where the copy holds no table, or a damaged one; nothing was changed. */
export class NoTableError extends Error {
  override readonly name = 'NoTableError';
}

/**
 * Puts the table of a copy in the place of the folder's own, which is kept beside it. No laptop may run in the folder.
 * @returns the folder with the table that was there; `null` where there was none
 * @throws NoTableError, DiskError
 */
export function takeTableFrom(copy: string, folder: string, now: Date): string | null {
  const source = join(copy, TABLE_FOLDER, FILE);
  if (!existsSync(source)) throw new NoTableError(`${source}: no table is there`);
  const stamp = now.toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const [present, made] = [join(folder, TABLE_FOLDER), join(folder, `${TABLE_FOLDER}-new`)];
  return onDisk(folder, () => {
    rmSync(made, { recursive: true, force: true });
    mkdirSync(made, { recursive: true });
    writeWhole(source, join(made, FILE));
    const kept = existsSync(present) ? `${present}-before-${stamp}` : null;
    if (kept !== null) renameSync(present, kept);
    renameSync(made, present);
    return kept;
  });
}

/** With what its log still holds, and only where all of it can be read. */
function writeWhole(source: string, target: string): void {
  const file = new DatabaseSync(source);
  try {
    const tables = file.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'entries'").all();
    if (tables.length === 0) throw new NoTableError(`${source} is no table of ours`);
    const [{ integrity_check: verdict } = {}] = file.prepare('PRAGMA integrity_check').all();
    if (verdict !== 'ok') throw new NoTableError(`${source} is damaged: ${verdict}`);
    file.prepare('VACUUM INTO ?').run(target);
  } catch (error) {
    if (!UNREADABLE.includes((error as { errcode?: number }).errcode ?? 0)) throw error;
    throw new NoTableError(`${source} is damaged: ${(error as Error).message}`, { cause: error });
  } finally {
    file.close();
  }
}
