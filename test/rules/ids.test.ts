/** A rule is known by its own file alone: faces ask what it says of itself (`Rule` in shared/rules/types.ts). */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RULES } from '../../shared/rules/index.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Comments may name a rule as an example. */
const COMMENT = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;

/** The rules that a source names in its code. */
function rulesNamed(source: string): string[] {
  const code = source.replace(COMMENT, '');
  return RULES.map(({ id }) => id).filter((id) =>
    new RegExp(`(?<![\\w.-])${id.replace('.', '\\\\?\\.')}(?![\\w-])`).test(code),
  );
}

test('no file outside shared/rules names a rule', () => {
  const files = globSync(['shared/**/*.ts', 'functions/**/*.ts', 'infra/**/*.ts'], { cwd: ROOT }).filter(
    (file) => !file.startsWith(join('shared', 'rules')),
  );
  expect(files.length).toBeGreaterThan(300);
  const naming = files.map((file) => [file, rulesNamed(readFileSync(join(ROOT, file), 'utf8'))] as const);
  expect(naming.filter(([, ids]) => ids.length > 0)).toEqual([]);
});

test('a name in code is seen, one in a comment is not', () => {
  expect(rulesNamed("const known = ['T3.BALANCE'];")).toEqual(['T3.BALANCE']);
  expect(rulesNamed('/** The id of a rule: T3.BALANCE. */\n// T4.SUM\n')).toEqual([]);
});

test('of each rule it is told what it is about, why it exists and when it would be wrong, in both languages', () => {
  for (const { id, why, falseAlarm, title } of RULES) {
    for (const text of [why, falseAlarm, title])
      expect(
        [text.zh, text.en].every((words) => words.length > 3),
        id,
      ).toBe(true);
  }
});
