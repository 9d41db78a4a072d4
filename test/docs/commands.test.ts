/**
 * Every command of a document runs: those of `gouji` here, what takes longer in the test that the table names, and what
 * needs an account says so in the document.
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { runCheck } from '../../shared/cli/check.ts';
import { runExport } from '../../shared/cli/export.ts';
import { catalog } from '../../shared/cli/rules.ts';
import { parseCommand } from '../../shared/cli/usage.ts';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'gouji-commands-'));
/** A report, and a file that is none. */
const reports = join(folder, 'reports');
mkdirSync(reports);
for (const name of ['青禾市统计局2023.txt', '关于编制2023年度报告的通知.txt'])
  copyFileSync(join(ROOT, 'samples', name), join(reports, name));
afterAll(() => rmSync(folder, { recursive: true }));

const DOCUMENTS = ['README.md', ...readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'))];
const pages = DOCUMENTS.map((name): [name: string, text: string] => {
  return [name, readFileSync(join(ROOT, name === 'README.md' ? name : `docs/${name}`), 'utf8')];
});

/** Beginnings of commands, and the test that runs them. */
const ELSEWHERE: Record<string, string> = {
  'npm ci && npm start -- samples': 'test/local/start.test.ts',
  'npm ci && npm test': '.ci/run',
  'npm install ./gouji-': 'test/package/package.test.ts',
  'npx gouji check': 'test/package/package.test.ts',
  'npx cdk synth': 'test/infra/template.test.ts',
  'npm run --silent gouji -- ops': 'test/ops/operations.test.ts',
  'npm run gouji -- export --out tables': 'test/cli/export.test.ts',
  'npm run mutation': 'test/support/mutation/main.ts',
};
const NEEDS_ACCOUNT = /needs an account/;
const GOUJI = /^(?:npm run --silent gouji --|gouji) (?=check|export|rules)/;

/** Commands of blocks of `sh`, one a line; a line that ends in \ goes on. */
const commands = pages.flatMap(([name, text]) =>
  [...text.matchAll(/```sh\n(.*?)```/gs)].flatMap(([, block = '']) =>
    block
      .replaceAll(/ *\\\n */g, ' ')
      .trim()
      .split('\n')
      .map((line) => [name, line] as const),
  ),
);

const here = commands.filter(([, line]) => GOUJI.test(line));
const others = commands.filter(([, line]) => !GOUJI.test(line));

test.each(here)('%s: %s', async (_name, line) => {
  const [plain = ''] = line.split(/ +(?:#|…|>)/);
  const [alternatives = ''] = /\S+\|\S+/.exec(plain) ?? [];
  for (const one of alternatives.split('|')) {
    const args = plain.replace(alternatives, one).replace(GOUJI, '').trim().split(/\s+/);
    const named = (word: string) => {
      if (word === 'report.pdf') return join(ROOT, 'test/document/fixtures/report.pdf');
      if (/\/$/.test(word)) return reports;
      return word === 'tables' ? join(folder, 'tables') : word;
    };
    if (args[0] !== 'rules' && !/\/$/.test(args.at(-1) ?? '')) args.push('reports/');
    const said: string[] = [];
    const write = async (text: string) => void said.push(text);
    const command = parseCommand(args.map(named));
    if (command.command === 'check') expect(await runCheck(command, write)).toBe(2);
    else if (command.command === 'export') await runExport(command, write);
    else if (command.command === 'rules') await write(await catalog(command.format, command.language));
    expect(command.command === 'export' ? readdirSync(join(folder, 'tables')).join() : said.join('')).not.toBe('');
  }
});

test.each(others)('%s: %s', (_name, line) => {
  if (NEEDS_ACCOUNT.test(line)) return;
  const found = Object.entries(ELSEWHERE).filter(([begin]) => line.startsWith(begin));
  expect(found.map(([, place]) => existsSync(join(ROOT, place)))).toEqual([true]);
});

test('every script that a document names is there', () => {
  const scripts = pages.flatMap(([, text]) =>
    [...text.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name]) => name ?? ''),
  );
  expect(scripts.filter((name) => !(name in packageFile.scripts))).toEqual([]);
  const files = pages.flatMap(([, text]) => [...text.matchAll(/\bnode ([\w./-]+\.ts)/g)].map(([, name]) => name ?? ''));
  expect(files.filter((name) => !existsSync(join(ROOT, name)))).toEqual([]);
});
