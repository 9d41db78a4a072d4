/** Files that hold two years or two agencies, side by side or behind each other: the same table stands there twice. */
import type { Token } from '../tokens.ts';
import { sumsThatHold } from './disputes/sums.ts';
import { WIDTH as FIFTEEN } from './disputes/zone.ts';
import type { TablePage } from './page.ts';
import { surveyProactive } from './proactive/survey.ts';
import { surveyRequests } from './requests/survey.ts';
import type { Value } from './values.ts';

/** Rows that differ before two tables are two: one may be a slip that was printed again. */
const FEWEST_ROWS = 2;

/**
 * Whether rows of table 2 or 3 stand on the page twice with other numbers, or table 4 has two whole rows of numbers that
 * differ. A table that a site prints twice in the same words is one.
 */
export function holdsTwoReports(page: TablePage): boolean {
  return repeatedRequests(page) || repeatedProactive(page) || repeatedDisputes(page);
}

/**
 * What stands behind the tables of a page, where it holds tables 2 and 3 once more: a report that a site prints twice, or
 * another one; `null` elsewhere.
 */
export function reportBehind({ tokens, proactive, requests, disputes }: TablePage): readonly Token[] | null {
  if (!proactive || !requests) return null;
  const rest = tokens.slice(Math.max(requests.end, disputes?.end ?? 0));
  const again = surveyRequests(rest);
  return again && surveyProactive(rest, again.start) ? rest : null;
}

type Rows = ReadonlyMap<string, string>;
const numbersOf = (values: readonly Value[]) => values.map(({ plain }) => plain).join();

function differ(one: Rows, other: Rows): boolean {
  const rows = [...one].filter(([row, numbers]) => other.has(row) && other.get(row) !== numbers);
  return rows.length >= FEWEST_ROWS;
}

function repeatedRequests({ tokens, requests }: TablePage): boolean {
  if (!requests) return false;
  const rest = tokens.slice(requests.end);
  return differ(requestRows(requests), requestRows(surveyRequests(rest)));
}

function requestRows(survey: TablePage['requests']): Rows {
  const rows = survey?.rows.filter(({ row, run }) => row !== null && run.values.length > 0) ?? [];
  return new Map(rows.map(({ row, run }) => [row as string, numbersOf(run.values)]));
}

function repeatedProactive({ tokens, proactive }: TablePage): boolean {
  if (!proactive) return false;
  const first = new Map<string, string>();
  const again = new Map<string, string>();
  const all = [
    ...proactive.rows,
    ...(surveyProactive(tokens.slice(proactive.limit), tokens.length - proactive.limit)?.rows ?? []),
  ];
  for (const { row, run } of all) {
    if (run.values.length === 0) continue;
    (first.has(row) ? again : first).set(row, numbersOf(run.values));
  }
  return differ(first, again);
}

function repeatedDisputes({ disputes }: TablePage): boolean {
  const printed = disputes?.printed ?? [];
  if (printed.length !== 2 * FIFTEEN) return false;
  const [one, other]: Token[][] = [printed.slice(0, FIFTEEN), printed.slice(FIFTEEN)];
  return [one, other].every((row) => sumsThatHold(row ?? []) > 0) && numbersOf(one ?? []) !== numbersOf(other ?? []);
}
