/** `gouji check`: reads every file, compares the reports with each other, prints one face of the results. */

import { availableParallelism } from 'node:os';
import { checkTogether } from '../check-together.ts';
import type { Status } from '../domain/status.ts';
import type { Roster } from '../neighbours/roster-file.ts';
import { FACES } from '../output/faces.ts';
import { loadSay } from '../output/language.ts';
import type { CheckResult } from '../result.ts';
import { PROFILES, type Profile } from '../rules/profile.ts';
import { listFiles, readInput, STANDARD_INPUT, whyNot } from './files.ts';
import { checkFile } from './one.ts';
import { ordered } from './ordered.ts';
import { leftBehind, noKind, type PassOver } from './passed-over.ts';
import type { Pool } from './pool.ts';
import { mayTakeLong } from './risk.ts';
import { type Command, exitStatus } from './usage.ts';
import { UsageError } from './usage-error.ts';

type CheckCommand = Extract<Command, { command: 'check' }>;
/** Takes a piece of output; resolves when the next may come. */
export type Write = (text: string) => Promise<void>;

/** From so many files on, threads save more time than they take to start. */
const MANY = 100;
const IN_FLIGHT = 2;

/** Checks and prints; gives the exit status. @throws {UsageError} before anything is read. */
export async function runCheck(command: CheckCommand, write: Write): Promise<number> {
  const files = await listFiles(command.paths);
  const profile = await loadProfile(command.profile);
  const rosters = command.roster === null ? [] : await loadRosters(command.roster);
  const say = await loadSay(command.language);
  const face = FACES[command.format];
  const read = readAll(files, profile, new Set(command.paths), passOver);
  const results = command.alone ? flat(read) : checkTogether(await all(flat(read)), profile, rosters);
  const statuses = new Set<Status>();
  const kept: CheckResult[] = [];
  for await (const result of results) {
    statuses.add(result.status);
    if (command.format === 'ndjson') await write(face([result], say));
    else kept.push(result);
  }
  if (command.format !== 'ndjson') await write(face(kept, say));
  return exitStatus(statuses);
}

/** A word on standard error, beside the results. */
export function passOver(file: string, why: string): void {
  process.stderr.write(`gouji: passed over ${file}: ${why}\n`);
}

/** The results of each file, in order, a few files in flight; many files, and those that may take long, go to threads.
 * Files that are not named but found in a directory do not count where they are of no kind that is read. */
export async function* readAll(
  files: readonly string[],
  profile: Profile,
  named: ReadonlySet<string>,
  passOver: PassOver,
): AsyncGenerator<CheckResult[]> {
  const threads = availableParallelism();
  const isMany = files.length >= MANY && threads > 1;
  let pool: Promise<Pool> | null = null;
  const one = async (file: string) => {
    if (file === STANDARD_INPUT || !(isMany || (await mayTakeLong(file)))) return checkFile(file, profile);
    pool ??= import('./pool.ts').then(({ startPool }) => startPool(threads, profile));
    return (await pool).check(file);
  };
  try {
    yield* ordered(files, IN_FLIGHT * threads, async (file) => {
      const left = named.has(file) ? null : leftBehind(file);
      if (left !== null) {
        passOver(file, left);
        return [];
      }
      const results = await one(file);
      const why = named.has(file) ? null : noKind(file, results);
      if (why === null) return results;
      passOver(file, why);
      return [];
    });
  } finally {
    await (await (pool as Promise<Pool> | null))?.close();
  }
}

async function* flat<Item>(lists: AsyncIterable<readonly Item[]>): AsyncGenerator<Item> {
  for await (const list of lists) yield* list;
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

export async function loadProfile(name: string): Promise<Profile> {
  const builtIn = Object.values(PROFILES).find((profile) => profile.name === name);
  if (builtIn) return builtIn;
  const { readProfile, ProfileError } = await import('../rules/profile-file.ts');
  return asUsage(readProfile, await readJson(name), ProfileError);
}

export async function loadRosters(name: string): Promise<Roster[]> {
  const { parseRosters, RosterError } = await import('../neighbours/roster-file.ts');
  return asUsage(parseRosters, await readJson(name), RosterError);
}

async function readJson(file: string): Promise<unknown> {
  const bytes = await readInput(file).catch((error: unknown) => {
    throw new UsageError(`${file}: ${whyNot(error)}`);
  });
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}

/** A profile or roster that does not fit is the user's to mend. */
function asUsage<Result>(
  read: (json: unknown) => Result,
  json: unknown,
  Unusable: new (...args: never) => Error,
): Result {
  try {
    return read(json);
  } catch (error) {
    if (error instanceof Unusable) throw new UsageError(error.message);
    throw error;
  }
}
