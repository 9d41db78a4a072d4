/**
 * Tables that lost their merged areas: values pasted, CSV, pages from converters. Labels that went over several columns
 * leave empty cells between them and the numbers; here they get their columns back.
 */
import { greatest, least } from '../unbounded.ts';
import type { GridCell } from './types.ts';

/** A number, or what stands for one. */
const VALUE = /^[-+\d.,/—–０-９]+$/;
/** So many numbers in a row, and so many such rows, show where the numbers of a table start. */
const MIN_NUMBERS = 5;
const MIN_ROWS = 3;

/** The rows with labels widened over the empty cells up to where the numbers start; as they are where nothing was lost. */
export function withLabelSpans(rows: GridCell[][]): GridCell[][] {
  if (rows.some((row) => row.some(({ colSpan }) => colSpan > 1))) return rows;
  const ends = rows.map((row) => row.findLastIndex(({ text }) => text !== ''));
  const starts = new Map<number, number | null>();
  for (const end of new Set(ends))
    starts.set(
      end,
      numbersStart(
        rows.filter((_, index) => ends[index] === end),
        end,
      ),
    );
  return rows.map((row, index) => {
    const start = starts.get(ends[index] as number) ?? null;
    return start === null ? row : widened(row, start);
  });
}

/** Column where the numbers of rows that end alike start; `null` where these are no rows of numbers. */
function numbersStart(rows: GridCell[][], end: number): number | null {
  const numbered = rows.flatMap((row) => {
    const columns = row.slice(0, end + 1).flatMap(({ text }, column) => (VALUE.test(text) ? [column] : []));
    return columns.length >= MIN_NUMBERS ? [columns] : [];
  });
  return numbered.length >= MIN_ROWS ? least(numbered.map((columns) => least(columns))) : null;
}

/** The row with its last label before `start` widened up to there. */
function widened(row: GridCell[], start: number): GridCell[] {
  const label = row.slice(0, start).findLastIndex(({ text }) => text !== '');
  const numbers = greatest(row.map(({ text }, column) => (VALUE.test(text) ? column : -1)));
  if (label === -1 || label === start - 1 || numbers < start) return row;
  const wide = { ...(row[label] as GridCell), colSpan: start - label };
  return [...row.slice(0, label), wide, ...row.slice(start)];
}
