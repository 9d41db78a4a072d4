/** Blanks of all three tables that show as longer gaps of empty lines. */
import {
  type CellAddress,
  DISPUTE_BLOCKS,
  disputeBlock,
  parseAddress,
  requestRow,
  type Table,
} from '../../domain/addresses.ts';
import { matchHeading } from '../headings.ts';
import type { Token } from '../tokens.ts';
import { blankSteps, usualGap, withBlanks } from './gaps.ts';
import type { TablePage } from './page.ts';
import { addressesOf } from './proactive/labelled.ts';
import type { Strategy } from './strategy.ts';
import { anyValue, cellsOf, type Run, type Value } from './values.ts';

const blankLines = (table: Table): Strategy => ({
  name: `${table}: blanks as empty lines`,
  table,
  shapes: "A, A'' with blank cells: each leaves one more empty line, or two",
  evidence:
    'every gap is a whole number of cells, and most rows of the page are exactly full at one step and at no other',
  read(page) {
    const rows = fullAtOneStep(page).filter(({ row }) => parseAddress(row.addresses[0] as CellAddress).table === table);
    const cells = new Map(rows.flatMap(({ row, values }) => cellsOf(row.addresses, values)));
    return cells.size > 0 ? { cells } : null;
  },
});

export const proactiveGaps = blankLines('proactive');
export const requestGaps = blankLines('requests');
export const disputeGaps = blankLines('disputes');

interface GapRow {
  addresses: readonly CellAddress[];
  found: readonly Token[];
  next: Token | undefined;
  /** Its numbers stand on the line of its label: it has no cell a line. */
  isBeside: boolean;
}

/** The rows that lack cells, filled; none where the page does not show how a blank is printed. */
function fullAtOneStep(page: TablePage): { row: GapRow; values: Value[] }[] {
  const usual = usualGap(tokensOf(page));
  if (usual === null || (usual === 0 && separatesRows(page))) return [];
  const rows = rowsOf(page).filter(({ found }) => found.some(({ key }) => key !== '') && found.every(isValue));
  const readings = blankSteps(usual).map((step) =>
    rows.flatMap((row) => {
      const values = fillRow(row, usual, step);
      return values ? [{ row, values }] : [];
    }),
  );
  const full = readings.filter((reading) => reading.length > 0);
  const [reading = []] = full;
  return full.length === 1 && reading.length * 3 >= rows.length * 2 ? reading : [];
}

function tokensOf({ tokens, proactive, requests, disputes }: TablePage): Token[] {
  return [proactive, requests, disputes].flatMap((span) => (span ? tokens.slice(span.start, span.end) : []));
}

/** Where cells follow each other without a line between, an empty line may stand between rows: behind every one. */
function separatesRows({ tokens, proactive, requests }: TablePage): boolean {
  const rows = [...(proactive?.rows ?? []), ...(requests?.rows ?? [])].filter(({ run }) => anyValue(run.found));
  const isFollowed = (end: number) => (tokens[end]?.gap ?? 0) > 0;
  return (
    rows.some(({ run }) => run.values.length > 0 && isFollowed(run.end)) ||
    rows.every(({ run }) => isFollowed(run.end) || matchHeading(tokens[run.end]?.key ?? '') !== null)
  );
}

function rowsOf({ tokens, proactive, requests, disputes }: TablePage): GapRow[] {
  const rows: GapRow[] = [];
  for (const row of proactive?.rows ?? []) {
    if (row.run.values.length === 0) rows.push(gapRow(addressesOf(row), row.run, tokens));
  }
  for (const { row, run } of requests?.rows ?? []) {
    if (row !== null && run.values.length === 0) rows.push(gapRow(requestRow(row), run, tokens));
  }
  const fifteen = DISPUTE_BLOCKS.flatMap(disputeBlock);
  if (disputes && disputes.printed.length < fifteen.length) {
    rows.push({ addresses: fifteen, found: disputes.printed, next: disputes.next, isBeside: false });
  }
  return rows;
}

function gapRow(addresses: readonly CellAddress[], { found, end, isBeside }: Run, tokens: readonly Token[]): GapRow {
  return { addresses, found, next: tokens[end], isBeside: isBeside === true };
}

function isValue({ holds, cell }: Token): boolean {
  return !cell && holds !== 'words';
}

/** The row with its blanks; `null` where it has none: then it was left out for a reason that gaps do not mend. */
function fillRow({ addresses, found, next, isBeside }: GapRow, usual: number, step: number): Value[] | null {
  if (isBeside) return null;
  // Behind the last row stands a heading, whose distance says nothing about cells.
  const isLast = next === undefined || matchHeading(next.key) !== null;
  for (const follower of isLast ? [next, undefined] : [next]) {
    const values = withBlanks(found, follower, usual, step);
    if (values?.length === addresses.length && values.length > found.length) return values;
  }
  return null;
}
