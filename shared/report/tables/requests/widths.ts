/**
 * A row that lost a cell is filled up by the padding behind it, and its numbers then stand one column too far left.
 * The padding gives it away: all rows are padded to the same width, and this one is narrower.
 */
import type { Token } from '../../tokens.ts';
import type { Value } from '../values.ts';
import type { Label } from './labels.ts';

export interface RowWidth {
  /** Cells of the row: its labels, its values and the padding behind them. */
  cells: number;
  /** Whether all of its values are printed, so that none of them can be padding. */
  full: boolean;
}

/** Width of the row of a label; `null` where the end of the padding cannot be told (the last row, a cell a line). */
export function rowWidth(
  tokens: readonly Token[],
  label: Label,
  values: readonly Value[],
  found: readonly Token[],
): RowWidth | null {
  const { line } = (tokens[label.to - 1] as Token).place;
  const onLine = found.filter((token) => token.place.line === line);
  if (onLine.length === 0 && label.row === 'carriedOut') return null;
  return {
    cells:
      cellsBefore(tokens, label, onLine.length > 0) +
      (label.to - label.from) +
      (onLine.length > 0 ? onLine : found).length,
    full: values.every((value) => value.plain !== ''),
  };
}

/**
 * Lines of text that lost a cell, or that cells of another row stand in. Where the header has an empty cell over each column
 * of labels, every line has a cell for every column of the header; these have fewer, or print something behind the last.
 * `header` is where the first row begins.
 */
export function unevenLines(tokens: readonly Token[], header: number): ReadonlySet<number> {
  const cells = tokens.slice(0, header);
  const isGrid = cells.some((token, index) => {
    const before = cells.slice(Math.max(index - FEWEST_LABEL_COLUMNS, 0), index);
    return (
      token.key !== '' && before.length === FEWEST_LABEL_COLUMNS && before.every((one) => isBlankBefore(one, token))
    );
  });
  if (!isGrid) return new Set();
  const width = Math.max(...[...byLine(cells).values()].map(({ length }) => length));
  const isUneven = (line: readonly Token[]) => line.length < width || line.slice(width).some(({ key }) => key !== '');
  return new Set([...byLine(tokens)].flatMap(([number, line]) => (isUneven(line) ? [number] : [])));
}
const byLine = (tokens: readonly Token[]) => Map.groupBy(tokens, ({ place }) => place.line);
const FEWEST_LABEL_COLUMNS = 2;

function isBlankBefore({ key, row, place }: Token, next: Token): boolean {
  return key === '' && row === null && place.line === next.place.line;
}

/** Cells of the row before its label: on its line, where the row is one; else the label of its group. */
function cellsBefore(tokens: readonly Token[], { from }: Label, isLine: boolean): number {
  const label = tokens[from] as Token;
  const before = tokens[from - 1];
  if (!isLine || label.row !== null) return before !== undefined && /\D{2}/.test(before.key) ? 1 : 0;
  let first = from;
  while (tokens[first - 1]?.place.line === label.place.line) first -= 1;
  return from - first;
}

/** The width on which all full rows agree; `null` where they do not. */
export function fullWidth(rows: readonly (RowWidth | null)[]): number | null {
  const [width, ...others] = new Set(rows.flatMap((row) => (row?.full ? [row.cells] : [])));
  return width === undefined || others.length > 0 ? null : width;
}

/** Whether a row with an empty value is narrower than the full rows, which agree with each other. */
export function isNarrow(row: RowWidth, full: number | null): boolean {
  return !row.full && full !== null && row.cells < full;
}
