/** Truthful sentences about random numbers raise nothing; each untruth raises exactly its own finding. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellAddress } from '../../shared/domain/addresses.ts';
import { exampleContext } from '../../shared/rules/example.ts';
import { NARRATIVE_RULES } from '../../shared/rules/narrative/index.ts';

/** Cells and how a report says them. `{n}` is the number. Each sentence names its category by itself. */
const SAID: readonly { cells: CellAddress[]; rule: string; sentence: string }[] = [
  { cells: ['requests.received.total'], rule: 'NAR.REQ', sentence: '2023年，我局新收政府信息公开申请{n}件。' },
  { cells: ['requests.received.total'], rule: 'NAR.REQ', sentence: '全年共新收依申请公开{n}宗。' },
  { cells: ['requests.total.total'], rule: 'NAR.REQ', sentence: '本年度办结政府信息公开申请{n}件。' },
  { cells: ['requests.carriedIn.total'], rule: 'NAR.REQ', sentence: '政府信息公开申请另有2022年结转{n}件。' },
  { cells: ['requests.carriedOut.total'], rule: 'NAR.REQ', sentence: '政府信息公开申请结转2024年继续办理{n}件。' },
  {
    cells: ['requests.granted.total'],
    rule: 'NAR.DISPOSITION',
    sentence: '对政府信息公开申请予以公开{n}件。',
  },
  {
    cells: ['requests.granted.total', 'requests.partiallyGranted.total'],
    rule: 'NAR.DISPOSITION',
    sentence: '答复申请中，予以公开及部分公开{n}件。',
  },
  {
    cells: ['requests.unavailable.notHeld.total'],
    rule: 'NAR.DISPOSITION',
    sentence: '办理申请时，无法提供（本机关不掌握相关政府信息）{n}件。',
  },
  {
    cells: ['disputes.reconsideration.total'],
    rule: 'NAR.CASES',
    sentence: '因政府信息公开被申请行政复议{n}件。',
  },
  {
    cells: ['proactive.normativeDocuments.issued'],
    rule: 'NAR.DOCS',
    sentence: '2023年，示例市示例局制发行政规范性文件{n}件。',
  },
  { cells: ['proactive.licensing.decisions'], rule: 'NAR.POWER', sentence: '全年作出行政许可决定{n}件。' },
];
const NO_PROSE = { preamble: [], overview: [], proactive: [], requests: [], disputes: [], problems: [], other: [] };

const CELLS = [...new Set(SAID.flatMap(({ cells }) => cells))];
/** From 1: a text that says 0 where the table has some is NAR.REQ-NONE's. */
const numbers = fc.tuple(...CELLS.map(() => fc.integer({ min: 1, max: 99_999 })));

function findings(values: readonly number[], change: (truth: number, index: number) => number): string[] {
  const cells = Object.fromEntries(CELLS.map((cell, index) => [cell, values[index]])) as Record<CellAddress, number>;
  const overview = SAID.map(({ cells: sum, sentence }, index) => {
    const truth = sum.reduce((total, cell) => total + cells[cell], 0);
    return sentence.replace('{n}', String(change(truth, index)));
  });
  const context = exampleContext({ title: '', outcome: 'pass', cells, text: { ...NO_PROSE, overview } });
  return NARRATIVE_RULES.flatMap((rule) => {
    const verdict = rule.check(context);
    return verdict.verdict === 'decided' ? verdict.faults.map(() => rule.id) : [];
  });
}

describe('narrative against tables', () => {
  test('the truth raises nothing', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        expect(findings(values, (truth) => truth)).toEqual([]);
      }),
    );
  });

  test.each(SAID.map(({ sentence, rule }, index) => ({ sentence, rule, index })))(
    'one untruth raises its rule: $sentence',
    ({ rule, index }) => {
      fc.assert(
        fc.property(numbers, fc.integer({ min: 1, max: 50 }), (values, off) => {
          const found = findings(values, (truth, at) => (at === index ? truth + off : truth));
          // Two sentences about one cell contradict each other as well.
          expect(found.filter((id) => id !== 'NAR.SELF')).toEqual([rule]);
        }),
        { numRuns: 30 },
      );
    },
  );
});
