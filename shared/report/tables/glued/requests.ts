/**
 * Tables whose cells were glued together: `予以公开270020130（二）部分公开`. Labels are found inside the text, and the
 * digits between two labels are cut by the sums (docs/layouts.md §1, M and N). Table 2 has no sums and is not cut.
 */

import type { Place } from '../../../document/types.ts';
import {
  type CellAddress,
  DISPUTE_BLOCKS,
  DISPUTE_COLUMNS,
  disputeBlock,
  REQUEST_COLUMNS,
  RESULT_ROWS,
  type RequestRow,
  requestRow,
} from '../../../domain/addresses.ts';
import type { Token } from '../../tokens.ts';
import type { Cell } from '../../types.ts';
import { REQUEST_PATTERNS } from '../patterns.ts';
import type { TableSpan } from '../table-span.ts';
import { choose, cuts, type Run } from './cut.ts';

interface Located extends Run {
  place: Place;
  /** Index of the token that it begins in. */
  token: number;
}
interface Row extends Located {
  row: RequestRow;
}

const ROW_NUMBER: Partial<Record<RequestRow, string>> = Object.fromEntries(
  ['denied', 'unavailable', 'notProcessed', 'other'].flatMap((group) =>
    RESULT_ROWS.filter((row) => row.startsWith(`${group}.`)).map((row, index) => [row, String(index + 1)]),
  ),
);
const UNANCHORED: readonly (readonly [RequestRow, RegExp])[] = [
  ...REQUEST_PATTERNS.map(([row, pattern]) => [row, new RegExp(pattern.source.replace(/^\^|\$$/g, ''), 'g')] as const),
  ['other.other', /其他(?=\d)/g],
  ['total', /总计(?=\d)/g],
];
const FEWEST_ROWS = 12;

/** Adds to both regions the cells that the sums leave no doubt about; nothing where the text holds no glued table. */
export function readGlued(tokens: readonly Token[], requests: TableSpan, disputes: TableSpan): void {
  const text = join(tokens);
  const rows = findRows(text);
  if (rows.length < FEWEST_ROWS) return;
  const ways = rows.map((row) => cuts(row, REQUEST_COLUMNS.length));
  const cut = choose(ways, (numbers) => balances(rows, numbers));
  for (const [index, { row, place }] of rows.entries()) {
    set(requests.cells, requestRow(row), cut[index] ?? null, place);
  }
  span(requests, rows[0] as Row, rows.at(-1) as Row);
  const last = findDisputes(text, rows.at(-1) as Row);
  const fifteen = last ? cuts(last, DISPUTE_COLUMNS.length, DISPUTE_BLOCKS.length) : [];
  if (!last || fifteen.length !== 1) return;
  set(disputes.cells, DISPUTE_BLOCKS.flatMap(disputeBlock), fifteen[0] as number[], last.place);
  span(disputes, last, last);
}

function span(region: TableSpan, first: Located, last: Located): void {
  region.start = region.start === -1 ? first.token : Math.min(region.start, first.token);
  region.end = Math.max(region.end, last.token + 1);
  region.reading.state = region.cells.size > 0 ? 'read' : 'labels';
  region.reading.place ??= first.place;
}

function set(cells: Map<CellAddress, Cell>, addresses: CellAddress[], numbers: number[] | null, place: Place): void {
  for (const [index, value] of (numbers ?? []).entries()) {
    cells.set(addresses[index] as CellAddress, { value, raw: String(value), place });
  }
}

/** All tokens without spaces, with what was between them kept as positions. */
interface Joined {
  text: string;
  breaks: Set<number>;
  tokens: { from: number; place: Place }[];
}

function join(tokens: readonly Token[]): Joined {
  const joined: Joined = { text: '', breaks: new Set(), tokens: [] };
  for (const { plain, place } of tokens) {
    joined.tokens.push({ from: joined.text.length, place });
    for (const word of plain.split(' ')) {
      joined.breaks.add(joined.text.length);
      joined.text += word;
    }
  }
  return joined;
}

function findRows(text: Joined): Row[] {
  const starts: { row: RequestRow; from: number; to: number }[] = [];
  let position = 0;
  for (const row of ['received', 'carriedIn', ...RESULT_ROWS, 'total', 'carriedOut'] as const) {
    const pattern = UNANCHORED.find(([name]) => name === row)?.[1] as RegExp;
    pattern.lastIndex = position;
    const match = pattern.exec(text.text);
    if (!match) continue;
    starts.push({ row, from: match.index, to: match.index + match[0].length });
    position = match.index + match[0].length;
  }
  return starts.flatMap(({ row, to }, index) => {
    const next = starts[index + 1];
    const run = digitsAfter(text, to, next?.from ?? text.text.length, next && ROW_NUMBER[next.row]);
    return run ? [{ row, ...run }] : [];
  });
}

/** The first run of digits between two places; the number of the next label (`2.没有现成`) is not part of it. */
function digitsAfter(text: Joined, from: number, to: number, nextNumber?: string): Located | null {
  const segment = text.text.slice(from, to);
  const match = /\d+/.exec(segment);
  // A second run, a separator or a lost character: these are no glued digits, and their sums would prove nothing.
  const rest =
    match &&
    segment.slice(match.index + match[0].length).replace(/^[.、]$|[(](?:\d|[一二三四五六七])[)]|\d[.、]$/g, '');
  if (!match || /[\d,.?/+-]/.test(rest ?? '')) return null;
  const start = from + match.index;
  const numbered = nextNumber !== undefined && /^[.、]/.test(text.text.slice(start + match[0].length));
  const digits = numbered && match[0].endsWith(nextNumber) ? match[0].slice(0, -nextNumber.length) : match[0];
  const breaks = new Set(
    [...text.breaks].filter((at) => at > start && at < start + digits.length).map((at) => at - start),
  );
  const token = text.tokens.findLastIndex((one) => one.from <= start);
  return digits === ''
    ? null
    : { digits, breaks, token, place: (text.tokens[token] as Joined['tokens'][number]).place };
}

function findDisputes(text: Joined, last: Row): Located | null {
  const after = text.text.lastIndexOf('复议后起诉');
  const end = text.text.slice(after).search(/五、|存在的?(?:主要)?问题/);
  if (after === -1 || last.row !== 'carriedOut') return null;
  return digitsAfter(text, after, end === -1 ? text.text.length : after + end);
}

/** Sums of columns and the balance of the corner note, where all rows for them are there. */
function balances(rows: readonly Row[], numbers: readonly number[][]): boolean {
  const byRow = new Map(rows.map(({ row }, index) => [row, numbers[index] as number[]]));
  const [received, carriedIn, total, carriedOut] = (['received', 'carriedIn', 'total', 'carriedOut'] as const).map(
    (row) => byRow.get(row),
  );
  if (!received || !carriedIn || !total || !carriedOut) return true;
  const results = RESULT_ROWS.flatMap((row) => (byRow.has(row) ? [byRow.get(row) as number[]] : []));
  return REQUEST_COLUMNS.every((_, column) => {
    const at = (row: readonly number[]) => row[column] as number;
    const sum = results.reduce((result, row) => result + at(row), 0);
    return sum === at(total) && at(received) + at(carriedIn) === at(total) + at(carriedOut);
  });
}
