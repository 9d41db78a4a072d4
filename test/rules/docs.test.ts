import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogJson, catalogMarkdown } from '../../shared/rules/docs.ts';
import { RULES } from '../../shared/rules/index.ts';

test('docs/rules.md is what the code says (npm run --silent gouji -- rules --format md > docs/rules.md)', () => {
  expect(readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8')).toBe(catalogMarkdown());
});

test('the catalogue for programs tells sub-codes with their severity, and which are hidden', () => {
  const { rules } = catalogJson();
  expect(rules.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
  expect(rules.find(({ id }) => id === 'T2.STOCK')?.codes).toEqual([
    { code: 'ZERO', severity: 'error', hidden: false },
    { code: 'BULK', severity: 'notice', hidden: false },
  ]);
  expect(rules.find(({ id }) => id === 'STR.HEADING')?.codes).toEqual([
    { code: 'ALIAS', severity: 'notice', hidden: true },
  ]);
});
