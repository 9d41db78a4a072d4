import { expect, test } from 'vitest';
import { catalogJson } from '../../shared/rules/docs.ts';
import { RULES } from '../../shared/rules/index.ts';

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
