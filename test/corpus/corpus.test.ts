/**
 * Walks the corpus: each folder here holds files, and `expected.json` says what has to come out of each (`case.ts`).
 * `pending.json` beside it lists the cases that are not yet right: a case that comes right has to leave that list, so
 * that it only shrinks.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { runCheck } from '../../shared/cli/check.ts';
import { parseCommand } from '../../shared/cli/usage.ts';
import { type Case, judge, type Result } from './case.ts';

const MAIN = join(import.meta.dirname, '../../shared/cli/main.ts');
/** What a hostile file may take in its own process, which is stopped then. */
const TIMEOUT_MS = 30_000;

const sets = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe.each(sets.map(({ name }) => name))('%s', (set) => {
  const folder = join(import.meta.dirname, set);
  const cases: Record<string, Case> = readJson(join(folder, 'expected.json'), {});
  const pending: string[] = readJson(join(folder, 'pending.json'), []);

  test('every file belongs to a case, and every name is that of a file', () => {
    const used = Object.entries(cases).flatMap(([name, { together = [], cells, noneWrong }]) =>
      [name, ...together, cells, noneWrong].filter((item) => typeof item === 'string'),
    );
    const there = readdirSync(folder).filter((name) => !['expected.json', 'pending.json'].includes(name));
    expect(there.sort()).toEqual([...new Set(used)].sort());
    expect(pending.filter((name) => !(name in cases))).toEqual([]);
  });

  for (const [name, expected] of Object.entries(cases)) {
    const run = pending.includes(name) ? test.fails : test;
    run(`${name}${expected.about ? `: ${expected.about}` : ''}`, async () => {
      const files = (expected.together ?? [name]).map((file) => join(folder, file));
      const args = ['check', '--format', 'ndjson', ...(expected.together ? [] : ['--alone']), ...files];
      const lines = await (expected.hostile ? checkApart(args) : checkHere(args));
      judge(expected, lines.trim().split('\n').map(toResult), folder);
    });
  }
});

function readJson<Value>(file: string, otherwise: Value): Value {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : otherwise;
}

function toResult(line: string): Result {
  return JSON.parse(line);
}

async function checkHere(args: readonly string[]): Promise<string> {
  const command = parseCommand(args);
  if (command.command !== 'check') throw new TypeError('not the check command');
  let lines = '';
  await runCheck(command, async (piece) => {
    lines += piece;
  });
  return lines;
}

async function checkApart(args: readonly string[]): Promise<string> {
  return text(spawn(process.execPath, [MAIN, ...args], { timeout: TIMEOUT_MS, killSignal: 'SIGKILL' }).stdout);
}
