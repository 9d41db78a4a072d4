/**
 * Writes the pages that are made from the code (`npm run rules`). Every page is made before the first is written, and
 * written beside its place before it takes it, so that an error leaves the old ones as they are.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { catalogMarkdown } from '../shared/rules/docs.ts';

/** By the name of the file in this folder. `test/docs/generated.test.ts` compares what is there with what is made. */
export const PAGES: Record<string, () => string> = { 'rules.md': catalogMarkdown };

if (import.meta.main) {
  const made = Object.entries(PAGES).map(([name, make]) => ({ path: new URL(name, import.meta.url), text: make() }));
  for (const { path, text } of made) {
    const beside = new URL(`${path.href}.new`);
    writeFileSync(beside, text);
    renameSync(beside, path);
  }
}
