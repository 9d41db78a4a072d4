/** Rows of seven values in the zone of table 3, with or without a label. */
import { matchHeading } from '../../headings.ts';
import type { Token } from '../../tokens.ts';
import { isPadding } from '../padding.ts';
import type { TablePage } from '../page.ts';
import { REQUEST_HEADER } from '../patterns.ts';
import { addsUp } from '../values.ts';
import { WIDTH } from './survey.ts';

export interface Seven {
  /** Indexes of its first token and the one after its last. */
  from: number;
  to: number;
  /** `null`: numbers that do not come in sevens; how many rows they are is not known. */
  values: Token[] | null;
  /** Whether the last is the sum of the others. */
  addsUp: boolean;
  /** Other rows stand in the same run of numbers. */
  shared: boolean;
}

/** Runs of values between words, cut into rows of seven where lines, cells or sums show them. */
export function sevensIn({ tokens, requests }: TablePage): Seven[] {
  if (!requests) return [];
  const zone = zoneEnd(tokens, requests.start);
  const sevens: Seven[] = [];
  for (let index = zoneStart(tokens, requests.start); index < zone; ) {
    const from = index;
    const { row } = tokens[from] as Token;
    while (index < zone && isValue(tokens[index] as Token) && (tokens[index] as Token).row === row) index += 1;
    if (index === from) index += 1;
    else if (tokens.slice(from, index).some(({ key }) => key !== ''))
      sevens.push(...cut(tokens.slice(from, index), from));
  }
  return sevens;
}

/** Rows before the first label that is whole stand between it and the header. */
function zoneStart(tokens: readonly Token[], start: number): number {
  for (let index = start - 1; index >= Math.max(start - FARTHEST, 0); index -= 1) {
    const { key } = tokens[index] as Token;
    if (matchHeading(key)) return start;
    if (key !== '' && REQUEST_HEADER.some.test(key)) return index + 1;
  }
  return start;
}
const FARTHEST = 40;

function zoneEnd(tokens: readonly Token[], start: number): number {
  const end = tokens.findIndex(({ key }, index) => {
    const part = index > start ? matchHeading(key)?.part : undefined;
    return index > start && (key === '行政复议' || (part !== undefined && part !== 'requests'));
  });
  return end === -1 ? tokens.length : end;
}

function isValue({ holds }: Token): boolean {
  return holds !== 'words';
}

function cut(run: readonly Token[], from: number): Seven[] {
  const whole = { from, to: from + run.length, values: null, addsUp: false, shared: false };
  const lines = [...Map.groupBy(run, ({ place }) => place.line).values()];
  const rows = lines.every((line) => line.length > 1 || run.length === 1) ? lines.map(sevenOf) : [];
  if (rows.length > 0) {
    if (rows.some((row) => row === null)) return [whole];
  } else {
    const printed = sevenOf(run);
    if (printed) rows.push(printed);
    else rows.push(...bySums(run));
  }
  if (rows.length === 0) return [whole];
  const places = new Map(run.map((token, index) => [token, index]));
  let at = from;
  return (rows as Token[][]).map((values, index) => {
    const start = at;
    at = index === rows.length - 1 ? from + run.length : from + (places.get(values.at(-1) as Token) ?? 0) + 1;
    return { from: start, to: at, values, addsUp: addsUp(values), shared: rows.length > 1 };
  });
}

/** Seven cells with nothing but empty ones around them, none of which can be padding; `null` where it is not so. */
function sevenOf(cells: readonly Token[]): Token[] | null {
  const before = cells.findIndex(({ key }) => key !== '');
  const isLong = cells.length > WIDTH;
  const values = isLong && cells.slice(WIDTH).some(({ key }) => key !== '') ? cells.slice(before) : cells;
  if (values.length < WIDTH || values.slice(WIDTH).some(({ key }) => key !== '')) return null;
  const seven = values.slice(0, WIDTH);
  return isPadding(seven) ? null : seven;
}

/** Cells a line: seven by seven, if every row adds up. */
function bySums(run: readonly Token[]): Token[][] {
  const printed = run.filter(({ key }) => key !== '');
  if (printed.length % WIDTH !== 0) return [];
  const rows = Array.from({ length: printed.length / WIDTH }, (_, index) =>
    printed.slice(index * WIDTH, (index + 1) * WIDTH),
  );
  return rows.every(addsUp) ? rows : [];
}
