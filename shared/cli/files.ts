/** The files that the arguments name. */
import { constants } from 'node:fs';
import { access, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { UsageError } from './usage-error.ts';

export const STANDARD_INPUT = '-';

/**
 * Files as they are, directories as the files below them, sorted by name, without dot files and links to directories.
 * @throws {UsageError} if one is missing or cannot be read, or if nothing is left to check.
 */
export async function listFiles(paths: readonly string[]): Promise<string[]> {
  const problems: string[] = [];
  const files: string[] = [];
  for (const path of paths) {
    try {
      files.push(...(path === STANDARD_INPUT ? [path] : await expand(path)));
    } catch (error) {
      problems.push(`${path}: ${whyNot(error)}`);
    }
  }
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  if (files.length === 0) throw new UsageError(`no file in ${paths.join(' ')}`);
  return files;
}

/** The bytes of a file, or of standard input. */
export async function readInput(file: string): Promise<Uint8Array> {
  return file === STANDARD_INPUT ? buffer(process.stdin) : readFile(file);
}

async function expand(path: string): Promise<string[]> {
  const information = await stat(path);
  if (!information.isDirectory()) {
    await access(path, constants.R_OK);
    return [path];
  }
  const entries = await readdir(path, { withFileTypes: true });
  const names = entries
    .filter((entry) => !entry.name.startsWith('.'))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const files: string[] = [];
  for (const entry of names) {
    const inside = join(path, entry.name);
    const isFile = entry.isFile() || (entry.isSymbolicLink() && (await isFileBehind(inside)));
    if (entry.isDirectory() || isFile) files.push(...(await expand(inside)));
  }
  return files;
}

/** A link that leads nowhere is no file. */
async function isFileBehind(link: string): Promise<boolean> {
  const target = await stat(link).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ELOOP') return null;
    throw error;
  });
  return target?.isFile() ?? false;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or directory',
  ENOTDIR: 'no such file or directory',
  EACCES: 'permission denied',
};

/** In words, for the errors that a user can cause; others are thrown on. */
export function whyNot(error: unknown): string {
  const reason = error instanceof Error && 'code' in error ? REASONS[String(error.code)] : undefined;
  if (reason === undefined) throw error;
  return reason;
}
