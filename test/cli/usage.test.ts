import { expect, test } from 'vitest';

import { exitStatus, parseCommand } from '../../shared/cli/usage.ts';
import { UsageError } from '../../shared/cli/usage-error.ts';

test.each([
  ['no command given', []],
  ['unknown command: chekc', ['chekc', 'good.txt']],
  ['no file given', ['check']],
  ["Unknown option '--fromat'", ['check', '--fromat', 'json', 'good.txt']],
  ["Option '--format <value>' argument missing", ['check', 'good.txt', '--format']],
  ['--format yaml: must be one of text, ndjson', ['check', '--format', 'yaml', 'good.txt']],
  ['--lang fr: must be one of zh, zh-Hant, zh-TW, en', ['check', '--lang', 'fr', 'good.txt']],
  ['- can be given only once', ['check', '-', '-']],
  ['--roster has no use with --alone', ['check', '--alone', '--roster', 'r.json', 'good.txt']],
  ['rules takes no file: good.txt', ['rules', 'good.txt']],
  ['rules has no option --profile', ['rules', '--profile', 'town']],
  ['--format sarif: must be one of text, json, md', ['rules', '--format', 'sarif']],
])('bad usage: %s', (message, args) => {
  expect(() => parseCommand(args)).toThrow(UsageError);
  expect(() => parseCommand(args)).toThrow(message);
});

test.each([
  [0, []],
  [0, ['passed', 'passed']],
  [3, ['passed', 'incomplete']],
  [1, ['incomplete', 'failed', 'passed']],
  [2, ['failed', 'unreadable', 'incomplete']],
] as const)('exit status %i of %j', (status, statuses) => {
  expect(exitStatus(statuses)).toBe(status);
});

test('options may stand anywhere; what follows -- is a file whatever it looks like', () => {
  expect(parseCommand(['check', 'a.txt', '--lang', 'en', '-', '--', '--format'])).toEqual({
    command: 'check',
    format: 'text',
    language: 'en',
    profile: 'strict',
    roster: null,
    alone: false,
    paths: ['a.txt', '-', '--format'],
  });
});
