/** Blanks of all three tables that show as longer gaps of empty lines. */
import { type CellAddress, DISPUTE_BLOCKS, disputeBlock, requestRow } from '../../domain/addresses.ts';
import { matchHeading } from '../headings.ts';
import { looksLikeValue } from '../number.ts';
import type { Token } from '../tokens.ts';
import { blankSteps, usualGap, withBlanks } from './gaps.ts';
import { addressesOf } from './proactive/labelled.ts';
import type { Strategy } from './strategy.ts';
import { cellsOf, type Value } from './values.ts';

const SHAPES = "A, A'' with blank cells: each leaves one more empty line, or two";
const EVIDENCE =
  'every gap is a whole number of cells, the row is exactly full, and rows of one table agree on the step';

interface GapRow {
  addresses: readonly CellAddress[];
  found: readonly Token[];
  next: Token | undefined;
}

export const requestGaps: Strategy = {
  name: 'requests: blanks as empty lines',
  table: 'requests',
  shapes: SHAPES,
  evidence: EVIDENCE,
  read({ tokens, requests }) {
    if (!requests) return null;
    const rows = requests.rows.flatMap(({ row, run }): GapRow[] =>
      row === null || run.values.length > 0
        ? []
        : [{ addresses: requestRow(row), found: run.found, next: tokens[run.end] }],
    );
    return fill(rows, usualGap(tokens.slice(requests.start, requests.end)));
  },
};

export const proactiveGaps: Strategy = {
  name: 'proactive: blanks as empty lines',
  table: 'proactive',
  shapes: SHAPES,
  evidence: EVIDENCE,
  read({ tokens, proactive }) {
    if (!proactive) return null;
    const rows = proactive.rows
      .filter(({ run }) => run.values.length === 0)
      .map((row) => ({ addresses: addressesOf(row), found: row.run.found, next: tokens[row.run.end] }));
    return fill(rows, usualGap(tokens.slice(proactive.start, proactive.end)));
  },
};

export const disputeGaps: Strategy = {
  name: 'disputes: blanks as empty lines',
  table: 'disputes',
  shapes: SHAPES,
  evidence: EVIDENCE,
  read({ disputes }) {
    if (!disputes) return null;
    const { tokens, printed, next } = disputes;
    const addresses = DISPUTE_BLOCKS.flatMap(disputeBlock);
    if (printed.length === 0 || printed.length === addresses.length) return null;
    return fill([{ addresses, found: printed, next }], usualGap(tokens));
  },
};

/** Rows filled with the one step at which all that can be told are full. */
function fill(rows: readonly GapRow[], usual: number | null): ReturnType<Strategy['read']> {
  if (usual === null) return null;
  const written = rows.filter(({ found }) => found.some(({ key }) => key !== '') && found.every(isValue));
  const readings = blankSteps(usual).map((step) => written.map((row) => fillRow(row, usual, step)));
  const complete = readings.filter((reading) => reading.some((values) => values !== null));
  const [reading] = complete;
  // Both steps fill some row: which of them the page uses is not known.
  if (!reading || complete.length > 1) return null;
  return { cells: new Map(written.flatMap(({ addresses }, index) => cellsOf(addresses, reading[index] ?? []))) };
}

function isValue({ key, plain, cell }: Token): boolean {
  return !cell && (key === '' || looksLikeValue(plain));
}

function fillRow({ addresses, found, next }: GapRow, usual: number, step: number): Value[] | null {
  // Behind the last row stands a heading, whose distance says nothing about cells.
  const isLast = next === undefined || matchHeading(next.key) !== null;
  for (const follower of isLast ? [next, undefined] : [next]) {
    const values = withBlanks(found, follower, usual, step);
    if (values?.length === addresses.length) return values;
  }
  return null;
}
