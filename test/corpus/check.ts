/** Runs `gouji check --format ndjson` on files: one alone, several as neighbours of each other. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { runCheck } from '../../shared/cli/check.ts';
import { parseCommand } from '../../shared/cli/usage.ts';
import type { Result } from './case.ts';

const MAIN = join(import.meta.dirname, '../../shared/cli/main.ts');
/** What a hostile file may take in its own process, which is stopped then. */
const TIMEOUT_MS = 30_000;

/** In this process. */
export async function checkHere(files: readonly string[]): Promise<Result[]> {
  const command = parseCommand(argumentsFor(files));
  if (command.command !== 'check') throw new TypeError('not the check command');
  let lines = '';
  await runCheck(command, async (piece) => {
    lines += piece;
  });
  return resultsOf(lines);
}

/** In a process of its own; a file that takes it longer than 30 seconds gives no result. */
export async function checkApart(files: readonly string[]): Promise<Result[]> {
  const options = { timeout: TIMEOUT_MS, killSignal: 'SIGKILL' } as const;
  return resultsOf(await text(spawn(process.execPath, [MAIN, ...argumentsFor(files)], options).stdout));
}

function argumentsFor(files: readonly string[]): string[] {
  return ['check', '--format', 'ndjson', ...(files.length === 1 ? ['--alone'] : []), ...files];
}

function resultsOf(lines: string): Result[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
