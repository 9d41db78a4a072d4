/** Files of a directory that nobody means: data, code, what systems leave behind. Files that are named always count. */
import { extname } from 'node:path';
import { FORMATS } from '../document/formats.ts';
import { isLitter } from '../document/litter.ts';
import type { CheckResult } from '../result.ts';

const EXTENSIONS = new Set(FORMATS.flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`)));

/** Told of each file that was passed over, in words for the user. */
export type PassOver = (file: string, why: string) => void;

/** Why a file found in a directory is not even read; `null` if it is. */
export function leftBehind(file: string): string | null {
  return isLitter(file.replaceAll('\\', '/')) ? 'left by a program' : null;
}

/** Why a file found in a directory does not count: its name is of no kind that is read and no report was found in it. */
export function noKind(file: string, results: readonly CheckResult[]): string | null {
  const isReport = results.some(({ status }) => status !== 'unreadable');
  return isReport || EXTENSIONS.has(extname(file).toLowerCase()) ? null : 'of no kind that is read';
}
