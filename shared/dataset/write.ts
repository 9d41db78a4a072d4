/** Checked reports → the files of an export, in one pass and in bounded memory. */

import { copyKeyOf, standingOf } from '../neighbours/copies.ts';
import type { Say } from '../output/language.ts';
import { COLUMNS, RESOURCE_LABELS } from './columns.ts';
import { type ExportFormat, openTable } from './formats/index.ts';
import type { TableWriter } from './formats/types.ts';
import { ROWS } from './rows.ts';
import { gzipped, type Measured, measured } from './sinks.ts';
import type { ByteSink, Entry, ResourceName, Row, Value } from './types.ts';

/** One file to be made. */
export interface Target {
  resource: ResourceName;
  format: ExportFormat;
  gzip?: true;
  name: string;
}

export interface WrittenFile extends Target, Measured {
  rows: number;
}

export interface WriteOptions {
  open(name: string): Promise<ByteSink>;
  /** Heads and words for readers, in formats that have them; `null` for programs. */
  heads: Say | null;
  /** Language of messages. */
  say: Say;
  about: Readonly<Record<string, string>>;
}

/** What is kept of a report until all are seen: its row among the reports, and what says whether it is a copy. */
interface Kept {
  id: string;
  receivedAt: string;
  copyKey: string;
  row: Value[];
}

const COPY_OF = COLUMNS.reports.findIndex(({ name }) => name === 'copyOf');

/**
 * Writes every table but `reports` as the entries come, and that one at the end, when it is known which is a copy.
 * @throws what `entries` and the sinks throw; the files are then incomplete
 */
export async function writeTables(
  entries: AsyncIterable<Entry>,
  targets: readonly Target[],
  options: WriteOptions,
): Promise<WrittenFile[]> {
  const open = await Promise.all(targets.map((target) => openTarget(target, options)));
  const kept: Kept[] = [];
  for await (const entry of entries) {
    for (const { target, put } of open) {
      if (target.resource !== 'reports') await put(ROWS[target.resource](entry, options.say));
    }
    kept.push(keep(entry, options.say));
  }
  markCopies(kept);
  for (const { target, put } of open) if (target.resource === 'reports') await put(kept.map(({ row }) => row));
  const files: WrittenFile[] = [];
  for (const { end } of open) files.push(await end());
  return files;
}

function keep(entry: Entry, say: Say): Kept {
  const { reportId, result, receivedAt } = entry;
  const { report } = result;
  const cells = Object.fromEntries([...(report?.cells ?? [])].map(([address, { value }]) => [address, value]));
  const { agency = null, level = null, regionCode = null, year = null } = report ?? {};
  const copyKey = copyKeyOf({ id: reportId, agency, level, regionCode }, cells);
  // In the statistics a report stands in its region: one name in two regions is no copy.
  const place = `${year}/${regionCode}/${copyKey}`;
  return { id: reportId, receivedAt: receivedAt ?? '', copyKey: place, row: [...(ROWS.reports(entry, say)[0] ?? [])] };
}

function markCopies(kept: readonly Kept[]): void {
  for (const copies of Map.groupBy(kept, ({ copyKey }) => copyKey).values()) {
    const standing = standingOf(copies);
    for (const copy of copies) if (standing && copy !== standing) copy.row[COPY_OF] = standing.id;
  }
}

async function openTarget(target: Target, { open, heads, about }: WriteOptions) {
  const { sink, result } = measured(await open(target.name));
  const columns = COLUMNS[target.resource];
  const title = RESOURCE_LABELS[target.resource];
  const given = { columns, say: heads, about, title: heads ? heads(title) : target.resource };
  const table: TableWriter = await openTable(target.format, target.gzip ? gzipped(sink) : sink, given);
  let rows = 0;
  return {
    target,
    async put(more: readonly Row[]) {
      rows += more.length;
      await table.write(more);
    },
    async end(): Promise<WrittenFile> {
      await table.end();
      return { ...target, ...result(), rows };
    },
  };
}
