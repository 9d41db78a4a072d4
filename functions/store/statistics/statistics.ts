/**
 * Sums per year and region as a tree in the table. What a report brings stands under its agency, of whose reports one
 * counts; the totals of every node stand with its parent, so that a node is recomputed from one query over its children,
 * whose number follows from geography and not from how many reports are stored. Reading any totals is one item. Why
 * this is exact whatever is repeated, reordered or cut off by a crash: docs/api.md, "Statistics".
 *
 *     all ← 2023 ← 2023/360000 ← 2023/360400 ← 2023/360403 ← 2023/360403/a ← 2023/360403/a/<agency> ← report
 */
import { createHash } from 'node:crypto';
import { regionAncestors } from '../../../shared/domain/regions.ts';
import { copyKeyOf, standingOf } from '../../../shared/neighbours/copies.ts';
import type { Summary } from '../records/summary.ts';
import { ABSENT, getItem, putIf } from '../table/items.ts';
import { packJson, unpackJson } from '../table/packing.ts';
import { queryAll } from '../table/query.ts';
import { TABLE_EXPIRY } from '../table/table.ts';
import { type Contribution, totalsOf } from './contribution.ts';
import { addTotals, type CellValues, noTotals, type Totals } from './totals.ts';

/** A node with what stands below it summed up. */
interface Summed {
  node: string;
  totals: Totals;
}

interface Item {
  sk: string;
  rev: number;
  totals?: Uint8Array;
  /** Of a report. Missing where it was withdrawn: the tombstone keeps a belated writer from bringing it back. */
  contribution?: Uint8Array;
  /** Of an agency: the report that counts. */
  standing?: string | null;
}

/** Longer than any queue keeps an event (14 days). */
const WITHDRAWN_SECONDS = 30 * 24 * 3600;
const ROOT = 'all';
const childrenOf = (node: string) => `SUMS#${node}`;

/** Node of a year (`null`: results without one) and region (`null`: the whole country). */
function nodeOf(year: number | null, region: string | null): string {
  const root = year === null ? '-' : String(year);
  return region === null ? root : `${root}/${region}`;
}

/** The node of an agency and year. Those of one region are spread over sixteen nodes by a digit of their key. */
export function agencyNodeOf(
  summary: Pick<Summary, 'id' | 'agency' | 'level' | 'year' | 'regionCode'>,
  cells: CellValues,
): string {
  const key = copyKeyOf(summary, cells);
  const spread = createHash('sha256').update(key).digest('hex').charAt(0);
  return `${nodeOf(summary.year, summary.regionCode ?? 'none')}/${spread}/${key}`;
}

const isAgency = (node: string) => node.split('/').length === 4;

/** The node above: of an agency its sixteenth, then its region, the wider one, the year, all. */
function parentOf(node: string): string | null {
  if (node === ROOT) return null;
  const [year = '', region, spread, agency] = node.split('/');
  if (region === undefined) return ROOT;
  if (agency !== undefined) return `${year}/${region}/${spread}`;
  if (spread !== undefined) return `${year}/${region}`;
  const wider = region === 'none' ? [] : regionAncestors(region).slice(0, -1);
  return wider.length > 0 ? `${year}/${wider.at(-1)}` : year;
}

/**
 * Puts what a report brings under its agency (`null` withdraws it) unless a later revision has been there. The sums
 * above have to be brought in step afterwards: {@link sumUp}. Repeating it changes nothing more.
 */
export async function contribute(
  agency: string,
  id: string,
  rev: number,
  contribution: Contribution | null,
): Promise<void> {
  const expires = Math.floor(Date.now() / 1000) + WITHDRAWN_SECONDS;
  const content = contribution ? { contribution: packJson(contribution) } : { [TABLE_EXPIRY]: expires };
  await putIf(
    { pk: childrenOf(agency), sk: id, rev, ...content },
    { expression: 'attribute_not_exists(pk) OR rev < :rev', values: { ':rev': rev } },
  );
}

/** Sums up the nodes from these to the root, each once, those furthest from the root first. */
export async function sumUp(agencies: readonly string[]): Promise<void> {
  const nodes = new Set(agencies);
  while (nodes.size > 0) {
    const deepest = Math.max(...[...nodes].map(depthOf));
    const now = [...nodes].filter((node) => depthOf(node) === deepest);
    await Promise.all(now.map(sumUpNode));
    for (const node of now) {
      nodes.delete(node);
      const parent = parentOf(node);
      if (parent !== null) nodes.add(parent);
    }
  }
}

function depthOf(node: string): number {
  const parent = parentOf(node);
  return parent === null ? 0 : 1 + depthOf(parent);
}

/**
 * Sums up one node from its children. The revision is read before the children and must still stand when the sum is
 * written; otherwise another worker wrote in between. If `rev` advanced by 2, some writer started after our
 * contribution was visible, so its sum includes ours, and nothing is left to do.
 */
async function sumUpNode(node: string): Promise<void> {
  const key = { pk: childrenOf(parentOf(node) ?? ''), sk: node };
  for (let first: number | null = null; ; ) {
    const rev = (await getItem<Item>(key))?.rev ?? 0;
    first ??= rev;
    if (rev >= first + 2) return;
    const unchanged = rev === 0 ? ABSENT : { expression: 'rev = :rev', values: { ':rev': rev } };
    if (await putIf({ ...key, rev: rev + 1, ...(await contentOf(node)) }, unchanged)) return;
  }
}

/** What is kept of a node, from what stands below it at this moment. */
async function contentOf(node: string): Promise<Record<string, unknown>> {
  if (!isAgency(node)) {
    return { totals: packJson(addTotals((await children(node, true)).map((child) => child.totals))) };
  }
  const items = await queryAll<Item>({ partition: childrenOf(node) });
  const reports = items.flatMap(({ contribution }) => (contribution ? [unpackJson<Contribution>(contribution)] : []));
  const standing = standingOf(reports)?.id ?? null;
  const expires = Math.floor(Date.now() / 1000) + WITHDRAWN_SECONDS;
  return { totals: packJson(totalsOf(reports)), standing, ...(standing === null && { [TABLE_EXPIRY]: expires }) };
}

/** The report that counts for the agency and year of this one; `null` where none of them is counted (any more). */
export async function readStanding(agency: string): Promise<string | null> {
  return (await getItem<Item>({ pk: childrenOf(parentOf(agency) ?? ''), sk: agency }))?.standing ?? null;
}

/** Nodes below `node` with their sums: the regions of a region, the years of `all`, the sixteenths of a county. */
async function children(node: string, consistent: boolean): Promise<Summed[]> {
  const items = await queryAll<Item>({ partition: childrenOf(node), consistent });
  return items.flatMap(({ sk, totals }) => (totals ? [{ node: sk, totals: unpackJson<Totals>(totals) }] : []));
}

/** The sums of one year and region with all under it; zeros where nothing is stored. One item is read. */
export async function readTotals(year: number | null, region: string | null): Promise<Totals> {
  return readNode(nodeOf(year, region));
}

/** The sums of everything stored, results without a year included. */
export function readAllTotals(): Promise<Totals> {
  return readNode(ROOT);
}

async function readNode(node: string): Promise<Totals> {
  const item = await getItem<Item>({ pk: childrenOf(parentOf(node) ?? ''), sk: node });
  return item?.totals ? unpackJson<Totals>(item.totals) : noTotals();
}

/** Years of which a report has ever been stored, the latest first. One query over as many items as there are years. */
export async function readYears(): Promise<number[]> {
  const years = (await children(ROOT, false)).map(({ node }) => Number(node)).filter(Number.isInteger);
  return years.sort((a, b) => b - a);
}

/** The regions directly below a region (`null`: the provinces) with their sums. */
export async function readRegionsBelow(year: number, region: string | null): Promise<Summed[]> {
  const below = await children(nodeOf(year, region), false);
  return below.filter(({ node }) => /^\d+\/\d{6}$/.test(node));
}
