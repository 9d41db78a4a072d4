/** Rows of table 2 whose label is damaged or broken around its numbers: told by their place in their block. */
import { type CellAddress, PROACTIVE } from '../../../domain/addresses.ts';
import { ROW_LABELS } from '../../../domain/labels.ts';
import type { Token } from '../../tokens.ts';
import type { Cell } from '../../types.ts';
import { isPadding } from '../padding.ts';
import type { Strategy } from '../strategy.ts';
import { cellsOf } from '../values.ts';
import { addressesOf } from './labelled.ts';
import type { ProactiveSurvey } from './survey.ts';

/** The rows of each block, by the item of 条例 art. 20 over it. */
const BLOCKS: readonly (readonly [item: RegExp, rows: readonly string[]])[] = [
  [/^第二十条第\(一\)项/, ['regulations', 'normativeDocuments']],
  [/^第二十条第\(五\)项/, ['licensing', 'otherServices']],
  [/^第二十条第\(六\)项/, ['penalties', 'coercion']],
  [/^第二十条第\(八\)项/, ['fees']],
  [/^第二十条第\(九\)项/, ['procurement']],
];

export const itemsByBlock: Strategy = {
  name: 'proactive: rows by their place in their block',
  table: 'proactive',
  shapes: 'text of PDFs: labels wrapped around their numbers, or with characters lost',
  evidence: 'as many rows under 第二十条第(…)项 as the form has, each with all its cells and a piece of its label',
  read({ tokens, proactive }) {
    if (!proactive?.format) return null;
    const cells = new Map<CellAddress, Cell>();
    for (const { rows, from, to } of blocksOf(tokens, proactive)) {
      const runs = runsIn(tokens, from, to);
      if (runs.length !== rows.length) continue;
      const read = rows.map((row, index) => {
        const { values } = runs[index] as ValueRun;
        const columns: readonly string[] = columnsOf(proactive, row);
        const around = tokens.slice(runs[index - 1]?.end ?? from, runs[index + 1]?.start ?? to);
        const certain = values.length === columns.length && !isPadding(values);
        const named = around.some(({ key }) => isPieceOf(key, row));
        return certain && named ? cellsOf(addressesOf({ row, columns }), values) : null;
      });
      if (read.every((one) => one !== null)) for (const [address, cell] of read.flat()) cells.set(address, cell);
    }
    return cells.size > 0 ? { cells } : null;
  },
};

function columnsOf({ format }: ProactiveSurvey, row: string): readonly string[] {
  return (PROACTIVE[format ?? '2021-30'] as Record<string, readonly string[]>)[row] ?? [];
}

function blocksOf(tokens: readonly Token[], survey: ProactiveSurvey) {
  const found: { rows: string[]; from: number; to: number }[] = [];
  for (let index = survey.start; index < survey.limit; index += 1) {
    const { key } = tokens[index] as Token;
    if (!key.startsWith('第二十条')) continue;
    const last = found.at(-1);
    if (last) last.to = index;
    const rows = BLOCKS.find(([item]) => item.test(key))?.[1] ?? [];
    const printed = rows.filter((row) => columnsOf(survey, row).length > 0);
    found.push({ rows: printed, from: index + 1, to: Math.max(survey.end, index + 1) });
  }
  return found;
}

interface ValueRun {
  start: number;
  end: number;
  values: Token[];
}

/** Values between words; in text of one cell a line they may stand in several lines. */
function runsIn(tokens: readonly Token[], from: number, to: number): ValueRun[] {
  const runs: ValueRun[] = [];
  let open: ValueRun | null = null;
  for (let index = from; index < to; index += 1) {
    const token = tokens[index] as Token;
    const isValue = token.holds !== 'words';
    if (!isValue || (open && token.row !== open.values[0]?.row)) open = null;
    if (!isValue || (token.key === '' && !open)) continue;
    if (open) open.values.push(token);
    else {
      open = { start: index, end: index, values: [token] };
      runs.push(open);
    }
    open.end = index + 1;
  }
  return runs;
}

const SHORTEST_PIECE = 2;

/** Whether the words are the label of the row with some of its characters lost. */
function isPieceOf(key: string, row: string): boolean {
  const bare = key.replace(/\(.*$/, '');
  if (bare.length < SHORTEST_PIECE) return false;
  let at = 0;
  for (const character of ROW_LABELS[`proactive.${row}`]?.zh ?? '') if (character === bare[at]) at += 1;
  return at === bare.length;
}
