/** Truthful sentences about random numbers raise nothing; each untruth raises exactly its own finding. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellAddress } from '../../shared/domain/addresses.ts';
import { exampleContext } from '../../shared/rules/example.ts';
import { NARRATIVE_RULES } from '../../shared/rules/narrative/index.ts';
import { TRAPS } from '../claims/cases/traps.ts';
import { runs } from '../support/random.ts';
import { consistentCells } from './consistent.ts';

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
        { numRuns: runs(30) },
      );
    },
  );
});

/** The same truth as offices word it (docs/layouts.md 9b). `r` gives the total of a row or group of table 3. */
const WORDINGS: readonly ((r: (row: string) => number, d: (block: string, column?: string) => number) => string)[] = [
  (r) =>
    `2023年共收到依申请公开${r('received')}件，上年结转${r('carriedIn')}件，办结${r('total')}件，结转下年度继续办理${r('carriedOut')}件。其中予以公开${r('granted')}件、部分公开${r('partiallyGranted')}件、不予公开${r('denied')}件。`,
  (r) =>
    `全年受理政府信息公开申请${r('received') + r('carriedIn')}宗（含2022年结转的${r('carriedIn')}宗），答复${r('total')}宗，另有${r('carriedOut')}宗结转下年度。`,
  (r) =>
    `本年度办理依申请公开${r('total')}件，予以公开及部分公开${r('granted') + r('partiallyGranted')}件，无法提供${r('unavailable')}件。`,
  (r) => `收到和处理政府信息公开申请${r('received') + r('carriedIn')}件，${r('carriedOut')}件结转2024年度继续办理。`,
  (r, d) =>
    `新收政府信息公开申请${r('received')}项。因政府信息公开被申请行政复议${d('reconsideration')}起，${d('reconsideration', 'upheld')}起维持，${d('reconsideration', 'corrected')}起纠正，${d('reconsideration', 'pending')}起尚未审结。`,
  (_r, d) =>
    `发生行政复议${d('reconsideration')}件、行政诉讼${d('directLitigation') + d('litigationAfterReconsideration')}件。被提起行政诉讼${d('directLitigation')}件。`,
];

test('the truth in many wordings, among sentences that only look like claims, raises nothing', () => {
  const traps = TRAPS.filter(({ where, report }) => where === undefined && report === undefined);
  fc.assert(
    fc.property(
      consistentCells('2021-30'),
      fc.constantFrom(...WORDINGS),
      fc.subarray(
        traps.map(({ sentence }) => sentence),
        { maxLength: 8 },
      ),
      (numbers, wording, around) => {
        const sum = (prefix: string, column: string) =>
          [...numbers]
            .filter(([cell]) => cell.startsWith(prefix) && cell.endsWith(`.${column}`))
            .reduce((total, [, value]) => total + value, 0);
        const rows = (row: string) => sum(`requests.${row}.`, 'total');
        const disputes = (block: string, column = 'total') => sum(`disputes.${block}.`, column);
        const overview = [...around, wording(rows, disputes)];
        const context = exampleContext({ cells: Object.fromEntries(numbers), text: { ...NO_PROSE, overview } });
        expect(context.claims.filter(({ scoped }) => scoped).length).toBeGreaterThan(1);
        const faults = NARRATIVE_RULES.filter(({ severity }) => severity === 'error').flatMap((rule) => {
          const verdict = rule.check(context);
          return verdict.verdict === 'decided' ? verdict.faults : [];
        });
        expect(faults).toEqual([]);
      },
    ),
  );
});
