/** What texts say about table 4. 行政诉讼 in a text is the sum of both litigation blocks, or one of them. */

import type { CellAddress, DisputeColumn } from '../domain/addresses.ts';
import { type ClaimPattern, TAIL, type Topic } from './pattern.ts';

const cellsOf = (topic: Topic, column: DisputeColumn): CellAddress[][] => {
  const direct = `disputes.directLitigation.${column}` as const;
  const after = `disputes.litigationAfterReconsideration.${column}` as const;
  return topic === 'reconsideration' ? [[`disputes.reconsideration.${column}`]] : [[direct, after], [direct], [after]];
};

const CASES = '(?:的|申请|案件|案|事项|情况|情形)*';
const DISPUTED = '(?:行政)?(?:复议|诉讼)';
/** 未发生因政府信息公开…被申请: what may stand between "none" and the name. */
const NONE =
  '(?:未|没有|无|尚未)(?:发生|收到|产生|出现|被|有|一例|一件|一起|因|由|涉及|政府信息公开|信息公开|工作|答复|而|引起|引发|导致|申请|提起|的|相关|任何)*';
const BOTH_NONE = `(?:行政复议${CASES}(?:、|和|及|或|与|以及|被|申请|提起|因政府信息公开)*)?(?:(?:行政)?诉讼${CASES})?(?:发生|产生)?`;

const blocks: ClaimPattern[] = [
  {
    // 行政复议、行政诉讼均为0件: only of 0 both have what the sentence says of each.
    kind: 'disputes',
    topic: 'litigation',
    before: `行政复议${CASES}(?:、|和|及|与)(?:行政)?诉讼${CASES}(?:数量|件数|数)?(?:均|都)(?:为|是)`,
    noneOnly: true,
    cells: [
      [
        'disputes.reconsideration.total',
        'disputes.directLitigation.total',
        'disputes.litigationAfterReconsideration.total',
      ],
    ],
  },
  {
    kind: 'disputes',
    topic: 'litigation',
    before: `行政复议${CASES}(?:、|和|及|与|或)(?:被|提起)*(?:行政)?诉讼${CASES}${TAIL}`,
    loose: true,
    cells: [
      [
        'disputes.reconsideration.total',
        'disputes.directLitigation.total',
        'disputes.litigationAfterReconsideration.total',
      ],
    ],
  },
  {
    kind: 'litigation',
    topic: 'litigation',
    before: `未经复议直接起诉${CASES}${TAIL}`,
    cells: [['disputes.directLitigation.total']],
  },
  {
    kind: 'litigation',
    topic: 'litigation',
    before: `复议后(?:起诉|诉讼)${CASES}${TAIL}`,
    cells: [['disputes.litigationAfterReconsideration.total']],
  },
  ...(['reconsideration', 'litigation'] as const).flatMap((topic): ClaimPattern[] => {
    const word = topic === 'reconsideration' ? '复议' : '诉讼';
    const one = { kind: topic, topic, cells: cellsOf(topic, 'total') };
    return [
      { ...one, before: `(?:行政)?${word}${CASES}${TAIL}`, wholeOnly: true, complainedOf: true },
      { ...one, after: `(?:行政)?${word}${CASES}`, wholeOnly: true, complainedOf: true },
      { ...one, zero: `${NONE}(?=行政复议|行政诉讼)(?=.*${word})${BOTH_NONE}` },
    ];
  }),
];

const OUTCOMES: readonly [DisputeColumn, string, Topic?][] = [
  ['upheld', '(?:结果|予以|均)?维持'],
  ['upheld', '胜诉|得到(?:法院|人民法院)?支持', 'litigation'],
  ['corrected', '(?:结果|予以|被)?(?:纠正|纠错)|被?撤销'],
  ['corrected', '败诉', 'litigation'],
  ['otherResult', '其他(?:结果)?'],
  ['pending', '(?:尚未|未)审结|(?:正在|尚在)(?:审理|办理)(?:中|的)*|审理中'],
];
const outcomes = OUTCOMES.flatMap(([column, words, topic]) => {
  const one = {
    kind: 'dispute.outcome',
    topic: topic ?? 'reconsideration',
    complainedOf: true,
    needs: topic ? [topic] : ['reconsideration', 'litigation'],
    cells: (spoken: Topic) => cellsOf(topic ?? spoken, column),
  } satisfies ClaimPattern;
  return [
    { ...one, before: `(?:${DISPUTED}${CASES})?(?:结果|被)?(?:${words})的?${TAIL}` },
    { ...one, all: words.replace('其他(?:结果)?', '其他结果') },
    { ...one, after: `(?:均|被|为|经?行政复议|结果为?)*(?:${words})` },
  ] satisfies ClaimPattern[];
});

export const DISPUTE_PATTERNS: readonly ClaimPattern[] = [...blocks, ...outcomes];
