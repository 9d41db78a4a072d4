/** Each operator's command in a document is one that the command line takes; `operations.test.ts` runs each of them. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseCommand } from '../../shared/cli/usage.ts';

const commands = ['runbook', 'deploy'].flatMap((name) => {
  const text = readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), 'utf8');
  return [...text.matchAll(/npm run --silent gouji -- (ops [^\n`#]+)/g)].map(([, args = '']) => args.trim());
});

test.each(commands.map((command) => [command]))('gouji %s', (command) => {
  expect(parseCommand(command.split(/\s+/))).toMatchObject({ command: 'ops', stack: 'Gouji-prod' });
});

test('every action is explained where it is needed', () => {
  const actions = new Set(commands.map((command) => command.split(' ')[1]));
  expect([...actions].sort()).toEqual(['inventory', 'redrive', 'reprocess', 'restore', 'smoke']);
});
