import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PAGES } from '../../docs/generate.ts';

test.each(Object.entries(PAGES))('docs/%s is what the code says (npm run rules)', (name, make) => {
  const now = readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
  expect(now).toBe(make(now));
});
