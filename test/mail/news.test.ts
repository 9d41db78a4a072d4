import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Severity } from '../../shared/domain/severity.ts';
import { changeOf, notifiedOf } from '../../shared/mail/news.ts';

import { BALANCE, BLANK, finding, ROW_TOTAL, record, UNREADABLE } from './examples.ts';

const kindOf = (
  findings: Parameters<typeof record>[0] & object,
  told: ReturnType<typeof notifiedOf> | null,
  least: Severity,
) => changeOf(record(findings).result, told, least).kind;
const moved = { ...BALANCE, fingerprint: 'balance-2' };
const unreadable = { report: null, findings: [UNREADABLE] };

test.each([
  ['faults, never told', { findings: [BALANCE] }, null, 'failed'],
  ['the same faults', { findings: [BALANCE, BLANK] }, [BALANCE, BLANK], 'nothing'],
  ['the same in another order', { findings: [BLANK, BALANCE] }, [BALANCE, BLANK], 'nothing'],
  ['one more', { findings: [BALANCE, ROW_TOTAL] }, [BALANCE], 'changed'],
  ['one less', { findings: [BALANCE] }, [BALANCE, ROW_TOTAL], 'changed'],
  ['another number', { findings: [moved] }, [BALANCE], 'changed'],
  ['none left', { findings: [] }, [BALANCE], 'clear'],
  ['only warnings left', { findings: [BLANK] }, [BALANCE, BLANK], 'clear'],
  ['passed, never told', { findings: [BLANK] }, null, 'nothing'],
  ['unreadable, never told', unreadable, null, 'unreadable'],
  ['unreadable after faults', unreadable, [BALANCE], 'unreadable'],
  ['unreadable again', unreadable, [UNREADABLE], 'nothing'],
  ['readable again: nothing of before is mended', { findings: [BALANCE] }, [UNREADABLE], 'failed'],
] as const)('%s', (_, values, told, kind) => {
  const findings = [...values.findings];
  expect(kindOf({ ...values, findings }, told && notifiedOf([...told]), 'notice')).toBe(kind);
});

test('below the least severity nothing is told or counted', () => {
  const result = record({ findings: [BALANCE, BLANK] }).result;
  expect(changeOf(result, notifiedOf([BALANCE]), 'error').kind).toBe('nothing');
  expect(changeOf(result, notifiedOf([BALANCE]), 'warning').kind).toBe('changed');
  expect(changeOf(result, null, 'error')).toMatchObject({ findings: [{ rule: 'T3.BALANCE' }] });
});

test('new, changed, mended and standing faults are told apart, and every fault is one of them', () => {
  const fault = fc.record({ spot: fc.integer({ min: 0, max: 5 }), version: fc.integer({ min: 0, max: 1 }) });
  const faults = fc.uniqueArray(fault, { selector: ({ spot }) => spot, minLength: 1 });
  fc.assert(
    fc.property(faults, faults, (before, after) => {
      const toFindings = (list: typeof before) =>
        list.map(({ spot, version }) =>
          finding({ rule: `R${spot}`, fingerprint: `${spot}.${version}`, message: { zh: '', en: '' } }),
        );
      const news = changeOf(record({ findings: toFindings(after) }).result, notifiedOf(toFindings(before)), 'notice');
      const was = new Map(before.map(({ spot, version }) => [spot, version]));
      const is = new Map(after.map(({ spot, version }) => [spot, version]));
      const rules = (spots: number[]) => spots.map((spot) => `R${spot}`).sort();
      const fresh = rules([...is.keys()].filter((spot) => !was.has(spot)));
      const changed = rules(
        [...is].filter(([spot, version]) => was.has(spot) && was.get(spot) !== version).map(([spot]) => spot),
      );
      const mended = rules([...was.keys()].filter((spot) => !is.has(spot)));
      if (fresh.length + changed.length + mended.length === 0) {
        expect(news.kind).toBe('nothing');
        return;
      }
      if (news.kind !== 'changed') throw new Error(`news is ${news.kind}`);
      expect(news.fresh.map(({ rule }) => rule).sort()).toEqual(fresh);
      expect(news.changed.map(({ rule }) => rule).sort()).toEqual(changed);
      expect(news.mended.map(({ spot }) => spot.trim()).sort()).toEqual(mended);
    }),
  );
});
