/**
 * Writes the pages, and parts of pages, that are made from the code (`npm run rules`). Every page is made before the first
 * is written, and written beside its place before it takes it, so that an error leaves the old ones as they are.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { STRATEGIES } from '../shared/report/tables/strategies.ts';
import { catalogMarkdown } from '../shared/rules/docs.ts';
import { catalogue, changedWithoutVersion, type Recorded } from './catalogue.ts';
import { costParts } from './cost.ts';
import { propertiesTable } from './properties.ts';

/**
 * From what a page of this folder says now to what it has to say, by the name of its file.
 * `test/docs/generated.test.ts` holds that both are the same.
 */
export const PAGES: Record<string, (now: string) => string> = {
  'rules.md': () => catalogMarkdown('zh'),
  'rules.en.md': () => catalogMarkdown('en'),
  'layouts.md': (now) => withPart(now, 'strategies', strategies()),
  'formats.md': (now) => withPart(now, 'properties', propertiesTable()),
  'cost.md': (now) => Object.entries(costParts()).reduce((page, [name, part]) => withPart(page, name, part), now),
};

/** A page with the part between the comments `<!-- name: … -->` and `<!-- /name -->` in new words. */
function withPart(page: string, name: string, part: string): string {
  const [whole, start, end] = page.match(new RegExp(`(<!-- ${name}: .* -->\\n)[^]*?(<!-- /${name} -->)`)) ?? [];
  if (whole === undefined) throw new Error(`No place for ${name}`);
  return page.replace(whole, () => `${start}\n${part}\n\n${end}`);
}

function strategies(): string {
  const rows = STRATEGIES.map(
    ({ table, name, shapes, evidence }) => `| ${table} | ${name} | ${shapes} | ${evidence} |`,
  );
  const escaped = rows.map((row) => row.replace(/`[^`]*`/g, (code) => code.replaceAll('|', '\\|')));
  return ['| table | strategy | shapes | a number rests on |', '|---|---|---|---|', ...escaped].join('\n');
}

/** Puts the text in the place of a file of this folder, which is never seen half written. */
function replace(name: string, text: string): void {
  const path = new URL(name, import.meta.url);
  const beside = new URL(`${path.href}.new`);
  writeFileSync(beside, text);
  renameSync(beside, path);
}

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

if (import.meta.main) {
  const made = Object.entries(PAGES).map(([name, make]) => ({ name, text: make(read(name)) }));
  if (process.argv.includes('--record')) {
    const changed = changedWithoutVersion(JSON.parse(read('catalogue.json')) as Recorded);
    if (changed.length > 0) throw new Error(`Raise CATALOG_VERSION first, for ${changed.join(', ')}`);
    made.push({ name: 'catalogue.json', text: `${JSON.stringify(catalogue(), null, 2)}\n` });
  }
  for (const { name, text } of made) replace(name, text);
}
