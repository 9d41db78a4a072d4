import { expect, test } from 'vitest';
import { fingerprint } from '../../shared/rules/fingerprint.ts';
import type { Fault } from '../../shared/rules/types.ts';

const fault: Fault = {
  code: 'A',
  message: { zh: '一', en: 'one' },
  cells: ['requests.granted.total', 'requests.total.total'],
  expected: 1,
  actual: 2,
  evidence: [{ place: { line: 1 }, text: '收到申请 2件' }],
};
const reference = fingerprint('T3.ODD', fault);

test.each<{ title: string; edit: Partial<Fault> }>([
  { title: 'the words of the message', edit: { message: { zh: '二', en: 'two' } } },
  { title: 'the hint', edit: { hint: { zh: '二', en: 'two' } } },
  { title: 'the severity', edit: { severity: 'error' } },
  { title: 'the place', edit: { evidence: [{ place: { line: 9, page: 2 }, text: '收到申请 2件' }] } },
  { title: 'white space in the evidence', edit: { evidence: [{ place: { line: 1 }, text: '收到\u3000申请2 件\n' }] } },
])('stays the same whatever $title', ({ edit }) => {
  expect(fingerprint('T3.ODD', { ...fault, ...edit })).toBe(reference);
});

test.each<{ title: string; edit: Partial<Fault> }>([
  { title: 'the sub-code', edit: { code: 'B' } },
  { title: 'the cells', edit: { cells: ['requests.granted.total'] } },
  { title: 'what is expected', edit: { expected: 3 } },
  { title: 'what is there', edit: { actual: '2' } },
  { title: 'the words of the evidence', edit: { evidence: [{ place: { line: 1 }, text: '收到申请3件' }] } },
])('changes with $title', ({ edit }) => {
  expect(fingerprint('T3.ODD', { ...fault, ...edit })).not.toBe(reference);
});

test('knows no difference between nothing and an empty list', () => {
  const { message } = fault;
  expect(fingerprint('T3.ODD', { message })).toBe(fingerprint('T3.ODD', { message, cells: [], evidence: [] }));
});

test('changes with the rule, and is short hexadecimal', () => {
  expect(fingerprint('T4.SUM', fault)).not.toBe(reference);
  expect(reference).toMatch(/^[0-9a-f]{16}$/);
});
