/** Where the labels of table 3 stand among the tokens. */
import type { RequestRow } from '../../../domain/addresses.ts';
import { remembered } from '../../../remembered.ts';
import { matchHeading } from '../../headings.ts';
import type { Token } from '../../tokens.ts';
import type { TableReading } from '../../types.ts';
import { nearRequestRow } from '../near-labels.ts';
import { bareLabel, GROUP_PATTERNS, REQUEST_LABELS } from '../patterns.ts';

type Group = TableReading['subtotals'][number]['row'];

/** The label of a row, or of a group of rows, which normally carries no numbers of its own. */
export interface Label {
  row: RequestRow | null;
  group: Group | null;
  /** First token of the label and the one after its last. */
  from: number;
  to: number;
}

/** A label is cut into at most this many tokens. */
const PIECES = 3;
const LONGEST_LABEL = 60;

/** (六)其他处理 printed as one row: no row of its own follows it before (七)总计. */
export function isSingleRow(labels: readonly Label[], index: number): boolean {
  return labels[index + 1]?.row === 'total';
}

/** The labels of the first table 3, in order, from 一、本年新收… on. */
export function findLabels(tokens: readonly Token[]): Label[] {
  const labels: Label[] = [];
  const seen = new Set<RequestRow | Group>();
  for (let index = 0; index < tokens.length; index += 1) {
    // 总计 heads columns of table 4 as well.
    if (seen.size > 0 && startsDisputes((tokens[index] as Token).key)) break;
    const label = labelAt(tokens, index, seen);
    if (!label || (label.row === null && seen.size === 0)) continue;
    labels.push(label);
    seen.add(label.row ?? (label.group as Group));
    index = label.to - 1;
  }
  return labels;
}

function startsDisputes(key: string): boolean {
  return key === '行政复议' || matchHeading(key)?.part === 'disputes';
}

/** The label that starts at a token, made of one to three tokens: 「商业⏎企业」, 「(三)⏎不予公开」. */
function labelAt(tokens: readonly Token[], from: number, seen: ReadonlySet<RequestRow | Group>): Label | null {
  let key = '';
  for (let to = from; to < Math.min(tokens.length, from + PIECES); to += 1) {
    const token = tokens[to] as Token;
    if (token.key === '' || /^[\d.]+$/.test(token.key)) return null;
    key += token.key;
    if (key.length > LONGEST_LABEL) return null;
    const label = classify(key, seen);
    if (label) return { ...label, from, to: to + 1 };
    if (to === from && !/^[(一二三四五六七八九\d]/.test(key)) return null;
  }
  return null;
}

/** What any label begins with: most words of a report begin otherwise. */
const ANY_LABEL = new RegExp(
  [...[...REQUEST_LABELS, ...GROUP_PATTERNS].map(([, { source }]) => source), '^(?:其他|[总合]计)$'].join('|'),
);

function classify(key: string, seen: ReadonlySet<RequestRow | Group>): Pick<Label, 'row' | 'group'> | null {
  const { bare, numeral } = bareLabel(key);
  const label = spelled(bare);
  if (label === null) return misspelled(bare, numeral, seen);
  if (label.row !== null || label.group !== null) return label;
  const pastOther = seen.has('other') || seen.has('other.notCorrected') || seen.has('other.feeUnpaid');
  if (bare === '其他' && numeral.includes('六')) return { row: null, group: 'other' };
  if (bare === '其他' && pastOther) return { row: 'other.other', group: null };
  if (/^[总合]计$/.test(bare) && (numeral.includes('七') || pastOther)) return { row: 'total', group: null };
  return misspelled(bare, numeral, seen);
}

/** The label that these words are wherever they stand; without row and group where only their place tells, `null` where they are none. */
const spelled = remembered((bare): Pick<Label, 'row' | 'group'> | null => {
  if (!ANY_LABEL.test(bare)) return null;
  for (const [row, pattern] of REQUEST_LABELS) if (pattern.test(bare)) return { row, group: null };
  for (const [group, pattern] of GROUP_PATTERNS) if (pattern.test(bare)) return { row: null, group };
  return { row: null, group: null };
});

/** A label with a slip, inside the table and with its number: 1.属予国家秘密. */
function misspelled(
  bare: string,
  numeral: string,
  seen: ReadonlySet<RequestRow | Group>,
): Pick<Label, 'row' | 'group'> | null {
  const row = numeral === '' ? null : nearRequestRow(bare);
  // Outside the table only its first row, whose label is long, is known in spite of a slip.
  if (row === null || seen.has(row) || (seen.size === 0 && row !== 'received')) return null;
  return { row, group: null };
}
