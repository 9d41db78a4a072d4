import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NOTES } from '../../shared/document/notes.ts';
import { requestRows } from '../../shared/domain/addresses.ts';
import { toContract } from '../../shared/output/json.ts';
import { loadSay, SAY } from '../../shared/output/language.ts';
import { text } from '../../shared/output/text.ts';
import { oneLine, pad, width } from '../../shared/output/width.ts';
import type { Report } from '../../shared/report/types.ts';
import { finding, result, unreadable } from './results.ts';

test('a finding shows the rows of its table, the cells it names in brackets, hint and basis', () => {
  const source = [{ line: 427, text: '一、本年新收：46 | 5', place: { line: 427 } }];
  expect(
    text([result({ findings: [finding({ source })] })], SAY.zh),
  ).toBe(`示例局 2023.txt: 不通过 · 示例市示例局 2023年度 · 错误1处
  错误 T3.BALANCE “自然人”列：新收46+结转3=49，办结47+结转3=50，相差1。
         | 三、收到和处理政府信息公开申请情况
         |                                   自然人
     427 | 一、本年新收政府信息公开申请数量     [46]
     428 | 二、上年结转政府信息公开申请数量      [3]
         = 处理建议: 请核对结转数。
         = 依据: 国办公开办函〔2021〕30号

共1份：通过0份，不通过1份，未读全0份，无法识别0份；错误1处
`);
});

test('where each cell has a line of its own, the row has that of the cell named, and cells are not quoted again', () => {
  const one = result();
  const address = 'requests.received.total';
  const cell = one.report?.cells.get(address);
  const cells = new Map(one.report?.cells).set(address, { value: 59, raw: '59', ...cell, place: { line: 500 } });
  const source = [{ line: 500, text: '本年新收·总计：59', place: { line: 500 } }];
  const report = { ...(one.report as Report), cells };
  const shown = text([{ ...one, report, findings: [finding({ cells: [address], source })] }], SAY.zh);
  expect(shown).toMatch(/ 500 \| 一、本年新收.*\[59\]\n +=/);
});

test('rows that add nothing to a long sum are counted, not drawn', () => {
  const cells = requestRows('2021-30').map((row) => `requests.${row}.researchInstitution` as const);
  const shown = text([result({ findings: [finding({ cells, source: [] })] })], SAY.en);
  expect(shown.match(/\[\d+\]/g)).toEqual(['[1]', '[1]', '[1]']);
  expect(shown).toContain('22 more rows with 0 in the cells concerned');
});

test('blank, damaged and unread cells are told apart; they are never 0', () => {
  const cells = ['requests.received.naturalPerson', 'requests.received.enterprise', 'requests.received.total'] as const;
  const example = {
    cells: { [cells[0]]: null, [cells[1]]: 5, [cells[2]]: undefined },
    raw: { [cells[1]]: '5?' },
  };
  const shown = text([result({ findings: [finding({ cells: [...cells] })] }, example)], SAY.zh);
  expect(shown).toMatch(/\[空白\] +\[5\?\].*\[未读出\]/);
});

test('sentences that are the evidence are quoted with their lines, pages where there are any', () => {
  const source = [
    { line: 12, text: '本机关收到申请60件。', place: { line: 12, page: 3 } },
    { line: 14, text: '收到60件。', place: { line: 14 } },
  ];
  const shown = text([result({ findings: [finding({ cells: [], source })] })], SAY.zh);
  expect(shown).toContain('   p3:12 | 本机关收到申请60件。\n      14 | 收到60件。\n');
});

test('rules that wait for the same thing stand in one line', () => {
  const undecided = ['XYR.CARRY', 'XYR.CARRY', 'XYR.DOCS'].map((rule) => ({
    rule,
    reason: { zh: '等待2022年度的报告。', en: 'Waiting for the report of 2022.' },
  }));
  expect(text([result({ undecided })], SAY.zh)).toContain('  未定 XYR.CARRY XYR.DOCS 等待2022年度的报告。\n');
  expect(text([result({ undecided })], SAY.en)).toContain(
    '  Undecided XYR.CARRY XYR.DOCS Waiting for the report of 2022.\n',
  );
});

test('what the reader left out is said below the findings', () => {
  const read = result();
  const report = read.report && { ...read.report, notes: [NOTES.hiddenRows(2)] };
  expect(text([{ ...read, report }], SAY.zh)).toContain('\n  读取说明 隐藏的行没有读取（2行）。\n\n');
  expect(toContract({ ...read, report }).notes).toEqual(['隐藏的行没有读取（2行）。']);
});

test.each([
  ['en', '1 in all: 0 passed, 0 failed, 0 incomplete, 1 unreadable; 1 error'],
  ['zh-Hant', '共1份：通過0份，不通過0份，未讀全0份，無法識別1份；錯誤1處'],
] as const)('the words are those of the language (%s)', async (language, summary) => {
  expect(
    text([unreadable()], await loadSay(language))
      .trimEnd()
      .split('\n')
      .at(-1),
  ).toBe(summary);
});

const characters = fc.string({ unit: fc.constantFrom('a', '勾', '（', '1', 'é', '\u0301', '𠮷', '　') });

test('a padded text is exactly as wide as asked, and a cut one at most', () => {
  fc.assert(
    fc.property(characters, fc.integer({ min: 1, max: 40 }), (line, columns) => {
      expect(width(oneLine(line, columns))).toBeLessThanOrEqual(columns);
      expect(width(pad(line, columns))).toBe(Math.max(columns, width(line)));
    }),
  );
});

test('a report cannot draw outside its line', () => {
  expect(oneLine('a\r\n\u001b[31mb\tc', 40)).toBe('a �[31mb c');
});
