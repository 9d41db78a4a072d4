/** Everything that the API shows of a laptop, without times, so that two laptops with the same files can be compared. */
import type { Client } from './laptop.ts';

/** What differs between two runs over the same files; what is undecided among peers is not looked at again. */
const OF_ITS_TIME = new Set(['receivedAt', 'checkedAt', 'version', 'versions', 'undecided']);
const PAGE = 100;

export interface Portrait {
  /** By id. */
  reports: Map<string, { key: string; receivedAt: string; shown: unknown }>;
  lists: unknown;
  statistics: unknown;
}

interface Listed {
  reports: { id: string; key: string; receivedAt: string; year: number | null; regionCode: string | null }[];
  cursor: string | null;
}

export async function portraitOf(client: Client): Promise<Portrait> {
  const listed = await allListed(client);
  const reports: Portrait['reports'] = new Map();
  for (const { id, key, receivedAt } of listed) {
    reports.set(id, { key, receivedAt, shown: timeless(await client.json(`/reports/${id}`)) });
  }
  const years = ['', ...new Set(listed.flatMap(({ year }) => (year === null ? [] : [`year=${year}`])))].sort();
  const regions = [...new Set(listed.flatMap(({ regionCode }) => regionCode ?? []))].sort();
  const queries = years.flatMap((year) => [
    year,
    ...regions.map((region) => [year, `region=${region}`].filter(Boolean).join('&')),
  ]);
  const statistics: Record<string, unknown> = {};
  for (const query of queries) statistics[query] = timeless(await client.json(`/statistics?${query}`));
  return { reports, lists: timeless(listed.toSorted((one, other) => (one.id < other.id ? -1 : 1))), statistics };
}

async function allListed(client: Client): Promise<Listed['reports']> {
  const all: Listed['reports'] = [];
  let cursor: string | null = null;
  do {
    const page: Listed = await client.json(`/reports?limit=${PAGE}${cursor === null ? '' : `&cursor=${cursor}`}`);
    all.push(...page.reports);
    cursor = page.cursor;
  } while (cursor !== null);
  return all;
}

function timeless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(timeless);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !OF_ITS_TIME.has(name));
  return Object.fromEntries(kept.map(([name, inner]) => [name, timeless(inner)]));
}

/** Paths at which two values differ, the first few. */
export function differences(one: unknown, other: unknown, path = '', found: string[] = []): string[] {
  if (found.length >= 10 || JSON.stringify(one) === JSON.stringify(other)) return found;
  const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
  if (!isTree(one) || !isTree(other)) {
    found.push(`${path}: ${JSON.stringify(one)?.slice(0, 80)} ≠ ${JSON.stringify(other)?.slice(0, 80)}`);
    return found;
  }
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)]))
    differences(one[name], other[name], `${path}/${name}`, found);
  return found;
}
