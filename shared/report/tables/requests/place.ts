/**
 * Rows of table 3 whose label is damaged, broken or lost. Where just as many rows of seven stand between two labelled ones
 * as the form has between them, each is the row of its place.
 */
import { type CellAddress, type RequestRow, requestRow } from '../../../domain/addresses.ts';
import { plainLabel } from '../../../domain/labels.ts';
import { squeeze } from '../../normalise.ts';
import type { Token } from '../../tokens.ts';
import type { Cell } from '../../types.ts';
import type { TablePage } from '../page.ts';
import { bareLabel } from '../patterns.ts';
import type { Strategy } from '../strategy.ts';
import { cellsOf, toPlacedCell } from '../values.ts';
import { SINGLE, SPLIT } from './form.ts';
import { type Seven, sevensIn } from './sevens.ts';
import { type LabelledRow, type RequestSurvey, WIDTH } from './survey.ts';

export const rowsByPlace: Strategy = {
  name: 'requests: rows by their place between labelled rows',
  table: 'requests',
  shapes: 'P, text of PDFs: labels wrapped over lines, with characters lost, or missing',
  evidence: 'as many rows of seven as the form has there, and a piece of the label or a row that adds up',
  read(page) {
    if (!page.requests) return null;
    const owned = withOwners(sevensIn(page), page.requests);
    const cells = fill(owned, formOf(page, page.requests), page);
    const first = owned[0]?.seven.from ?? page.requests.start;
    const span = { start: Math.min(page.requests.start, first), end: page.requests.end };
    return cells.size > 0 ? { cells, span } : null;
  },
};

/** The rows that this report prints: by its own labels, or by the edition that table 2 shows. */
function formOf({ proactive }: TablePage, { rows, splitOther }: RequestSurvey): readonly RequestRow[] {
  if (splitOther) return SPLIT;
  const isSingle = rows.some(({ row }) => row === 'other.other') || proactive?.format === '2019-60';
  return isSingle ? SINGLE : SPLIT;
}

interface Owned {
  seven: Seven;
  /** `group`: a sub-total that the form does not have; `null`: no label is known. */
  row: RequestRow | 'group' | null;
}

/** Each row of seven with the label that it stands behind, if no other row of seven stands between. */
function withOwners(sevens: readonly Seven[], { rows }: RequestSurvey): Owned[] {
  const taken = new Set<LabelledRow>();
  let next = 0;
  return sevens.map((seven) => {
    while ((rows[next]?.label.to ?? Number.POSITIVE_INFINITY) <= seven.from) next += 1;
    const owner = rows[next - 1];
    if (!owner || taken.has(owner) || owner.run.end <= seven.from) return { seven, row: null };
    taken.add(owner);
    return { seven, row: owner.row ?? (owner.group ? 'group' : null) };
  });
}

function fill(all: readonly Owned[], form: readonly RequestRow[], page: TablePage): Map<CellAddress, Cell> {
  const cells = new Map<CellAddress, Cell>();
  const owned = all.filter(({ row }) => row !== 'group');
  const anchors = owned.flatMap(({ row }, index) =>
    row === null ? [] : [{ index, place: form.indexOf(row as RequestRow) }],
  );
  // Labels out of the form's order: no place can be told from them.
  if (anchors.some(({ place }, index) => place === -1 || place <= (anchors[index - 1]?.place ?? -1))) return cells;
  if (anchors.length === 0) return cells;
  const bounds = [{ index: -1, place: -1 }, ...anchors, { index: owned.length, place: form.length }];
  /** Labelled rows behind which no row is missing or too many. */
  const counted = new Set<number>();
  for (const [position, end] of bounds.slice(1).entries()) {
    const start = bounds[position] as (typeof bounds)[number];
    const rows = form.slice(start.place + 1, end.place);
    const matches = rows.length === end.index - start.index - 1;
    if (matches) counted.add(start.index);
    const sevens = owned.slice(start.index + 1, end.index).map(({ seven }) => seven);
    if (
      rows.length === 0 ||
      !matches ||
      holdsSeveral(owned[start.index]?.seven) ||
      sevens.some(({ values }) => values === null)
    )
      continue;
    const [from, to] = [owned[start.index]?.seven.to ?? 0, owned[end.index]?.seven.from ?? page.tokens.length];
    // Labels of the rows next to these may have been set among them, others not.
    const near = form.slice((bounds[position - 1]?.place ?? -1) + 1, bounds[position + 2]?.place ?? form.length);
    if (labelsBetween(page, from, to).some((row) => !near.includes(row))) continue;
    const read = rows.map((row, index) => readRow(row, sevens, index, from, to, page));
    if (read.every((one) => one !== null)) for (const [address, cell] of read.flat()) cells.set(address, cell);
  }
  for (const [index, { row, seven }] of owned.entries()) {
    if (row === null || seven.values === null || !seven.shared || !counted.has(index)) continue;
    for (const [address, cell] of cellsOf(requestRow(row as RequestRow), seven.values)) {
      cells.set(address, { ...cell, by: 'sums', restsOn: ['row'] });
    }
  }
  return cells;
}

/** More numbers than a row has, which do not come in sevens: how many rows they are is not known. */
function holdsSeveral(seven: Seven | undefined): boolean {
  return seven?.values === null && seven.to - seven.from > WIDTH;
}

function labelsBetween({ requests }: TablePage, from: number, to: number): RequestRow[] {
  return (requests?.rows ?? []).flatMap(({ row, label }) => (row && label.from >= from && label.to <= to ? [row] : []));
}

/** The cells of the row, if a piece of its label stands around it or its numbers add up. */
function readRow(
  row: RequestRow,
  sevens: readonly Seven[],
  index: number,
  from: number,
  to: number,
  { tokens }: TablePage,
): [CellAddress, Cell][] | null {
  const seven = sevens[index] as Seven;
  const values = seven.values as Token[];
  const around = tokens.slice(sevens[index - 1]?.to ?? from, sevens[index + 1]?.from ?? to);
  if (around.some(({ key }) => isPieceOf(key, row))) return cellsOf(requestRow(row), values);
  if (!seven.addsUp) return null;
  return requestRow(row).map((address, column) => [address, toPlacedCell(values[column] as Token, ['row'])]);
}

const SHORTEST_PIECE = 3;

/** Whether the words are the label of the row with some of its characters lost. */
function isPieceOf(key: string, row: RequestRow): boolean {
  const { bare } = bareLabel(key);
  if (bare.length < SHORTEST_PIECE) return false;
  const label = squeeze(bareLabel(plainLabel(`requests.${row}`)).bare);
  let at = 0;
  for (const character of label) if (character === bare[at]) at += 1;
  return at === bare.length;
}
