import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { junit } from '../../shared/output/junit.ts';
import { SAY } from '../../shared/output/language.ts';
import { RULES } from '../../shared/rules/index.ts';
import { finding, result, unreadable } from './results.ts';

interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
}

/** Parses strictly, so that anything ill-formed throws; gives every element with its own text. */
function elementsOf(xml: string): Element[] {
  const all: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: '' };
    all.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return all;
}

test('a suite for each file, a case for each rule: errors fail, undecided is skipped, the rest is output', () => {
  const findings = [finding(), finding({ rule: 'T3.ODD', severity: 'notice' })];
  const undecided = [{ rule: 'XYR.CARRY', reason: { zh: '等待2022年度的报告。', en: '' } }];
  const elements = elementsOf(junit([result({ findings, undecided })], SAY.zh));
  const named = (name: string) => elements.filter((element) => element.name === name);
  expect(named('testsuite').map(({ attributes }) => attributes)).toEqual([
    { name: '示例局 2023.txt', tests: `${RULES.length}`, failures: '1', errors: '0', skipped: '1' },
  ]);
  expect(named('testcase').map(({ attributes }) => attributes.name)).toEqual(RULES.map(({ id }) => id));
  expect(named('failure')).toMatchObject([{ attributes: { type: 'T3.BALANCE' } }]);
  expect(named('failure')[0]?.text).toContain('421: 一、本年新收：46 | 5');
  expect(named('skipped')).toMatchObject([{ attributes: { message: '等待2022年度的报告。' } }]);
  expect(named('system-out')).toHaveLength(1);
});

test('an unreadable file is an error, not a failure', () => {
  const elements = elementsOf(junit([unreadable()], SAY.zh));
  expect(elements.find(({ name }) => name === 'testsuite')?.attributes).toMatchObject({ tests: '1', errors: '1' });
  expect(elements.find(({ name }) => name === 'error')?.attributes.type).toBe('FILE.EMPTY');
});

test.each([
  ['<b>&amp;"\'', '<b>&amp;"\''],
  ['a]]>b', 'a]]>b'],
  [
    'nul \u0000, escape \u001b, noncharacter \uFFFE, half a pair \uD800',
    'nul �, escape �, noncharacter �, half a pair �',
  ],
])('%j is text and leaves the file well-formed', (words, shown) => {
  const one = result({ findings: [finding({ message: { zh: words, en: words } })] });
  const elements = elementsOf(junit([{ ...one, source: { ...one.source, name: words } }], SAY.zh));
  expect(elements.find(({ name }) => name === 'failure')?.attributes.message).toBe(shown);
});
