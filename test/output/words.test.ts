/** One set of phrases: each thing has one name in all faces, and no face keeps words of its own. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SEVERITY_WORDS, STATUS_WORDS } from '../../shared/output/words/common.ts';

const ROOT = new URL('../..', import.meta.url).pathname;
const WORDS = 'shared/output/words';

function sources(folder: string): { path: string; text: string }[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|js)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(ROOT, path), text: readFileSync(path, 'utf8') }));
}
/** Chinese in quotes, outside of comments. */
const quoted = (text: string) =>
  [
    ...text
      .replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
      .matchAll(/(['"`])((?:(?!\1)[^\\\n]|\\.)*\p{Script=Han}(?:(?!\1)[^\\\n]|\\.)*)\1/gu),
  ].map(([, , phrase]) => phrase as string);

/** Labels of the official form and names of languages, which are data of what they draw. */
const OF_THE_FORM = ['tables', 'charts', 'layout', 'print', 'beside'].map((name) => `shared/output/page/${name}.ts`);
const OTHERS = [
  ...OF_THE_FORM,
  // Places of the form, fonts and styles of Word, the characters of Traditional and the words of its places.
  ...['place', 'language', 'local-words', 'junit', 'docx/styles', 'docx/package', 'xlsx/sheet-styles'].map(
    (name) => `shared/output/${name}.ts`,
  ),
  // Names of official papers and of the product where the API describes itself to programs; endings of names of agencies.
  ...['query/openapi', 'query/resources/docs', 'query/resources/papers', 'store/lists/listing'].map(
    (name) => `functions/${name}.ts`,
  ),
];

describe('the phrases', () => {
  const parts = sources(WORDS);

  test('no words of Chinese stand twice', () => {
    const all = parts.flatMap(({ text }) => [...text.matchAll(/\bzh: '([^']+)'/g)].map(([, zh]) => zh as string));
    expect(all.length).toBeGreaterThan(300);
    expect(all.filter((zh, i) => all.indexOf(zh) !== i)).toEqual([]);
  });

  test('of a status and a severity there is one name in English too', () => {
    const mail = parts.find(({ path }) => path.endsWith('mail.ts'))?.text ?? '';
    const doubles = [...mail.matchAll(/\{n:(\w+)\|/g)].map(([, word]) => word as string);
    const severities = Object.values(SEVERITY_WORDS).map(({ en }) => en);
    expect(severities.every((word) => doubles.includes(word))).toBe(true);
    expect(new Set(Object.values(STATUS_WORDS).map(({ zh }) => zh)).size).toBe(4);
    expect(mail).not.toMatch(/en: '[^']*doubt/);
  });

  test('no face has words beside them', () => {
    const elsewhere = ['shared/output', 'shared/mail', 'functions']
      .flatMap(sources)
      .filter(({ path }) => !path.startsWith(WORDS) && !OTHERS.includes(path))
      .flatMap(({ path, text }) => quoted(text).map((phrase) => `${path}: ${phrase}`));
    expect(elsewhere).toEqual([]);
  });
});
