/** Checks files as `gouji check --format ndjson` does: one alone, several as neighbours of each other. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { checkTogether } from '../../shared/check-together.ts';
import { checkFile } from '../../shared/cli/one.ts';
import { ndjson } from '../../shared/output/json.ts';
import { SAY } from '../../shared/output/language.ts';
import { PROFILES } from '../../shared/rules/profile.ts';
import type { Result } from './case.ts';

const MAIN = join(import.meta.dirname, '../../shared/cli/main.ts');
/** What a hostile file may take in its own process, which is stopped then. */
const TIMEOUT_MS = 30_000;

/** In this process: the command starts others for packed files, which would be most of the time of a test. */
export async function checkHere(files: readonly string[]): Promise<Result[]> {
  const results = (await Promise.all(files.map((file) => checkFile(file, PROFILES.strict)))).flat();
  return resultsOf(ndjson(files.length === 1 ? results : [...checkTogether(results, PROFILES.strict)], SAY.zh));
}

/** In a process of its own; a file that takes it longer than 30 seconds gives no result. */
export async function checkApart(files: readonly string[]): Promise<Result[]> {
  const options = { timeout: TIMEOUT_MS, killSignal: 'SIGKILL' } as const;
  const args = ['check', '--format', 'ndjson', ...(files.length === 1 ? ['--alone'] : []), ...files];
  return resultsOf(await text(spawn(process.execPath, [MAIN, ...args], options).stdout));
}

function resultsOf(lines: string): Result[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
