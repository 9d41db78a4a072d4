/** `gouji export`: files or what the laptop has stored → tables for researchers. */

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { aboutWords, exportName } from '../dataset/names.ts';
import { dataPackage } from '../dataset/package.ts';
import type { ByteSink, Entry, ResourceName } from '../dataset/types.ts';
import { type Target, writeTables } from '../dataset/write.ts';
import { regionAncestors } from '../domain/regions.ts';
import { agencyId, presentName } from '../neighbours/agency-id.ts';
import { loadSay } from '../output/language.ts';
import { reportId } from '../record.ts';
import type { CheckResult } from '../result.ts';
import { CATALOG_VERSION } from '../rules/index.ts';
import { loadProfile, loadRosters, passOver, readAll, type Write } from './check.ts';
import { listFiles, STANDARD_INPUT } from './files.ts';
import { UsageError } from './usage-error.ts';
import type { ExportCommand } from './usage-export.ts';

/** Writes the files and says which. @throws {UsageError} where there is nothing to export from */
export async function runExport(command: ExportCommand, write: Write): Promise<number> {
  const { out, format, shape, year, region, level, language, readable } = command;
  const date = new Date().toISOString().slice(0, 10);
  const about = { year, region, level, date, catalog: CATALOG_VERSION };
  const stored = command.paths.length === 0;
  const entries = stored ? await storedEntries(command.data) : fileEntries(command, date);
  const resources: ResourceName[] = [shape, 'reports', 'findings', ...(stored ? (['decisions'] as const) : [])];
  const targets = resources.map(
    (resource): Target => ({ resource, format, name: exportName(resource, about, format) }),
  );
  const say = await loadSay(language);
  const heads = readable ? say : null;
  await mkdir(out, { recursive: true });
  const options = { open: (name: string) => openFile(join(out, `${name}.part`)), heads, say, about: aboutWords(about) };
  const files = await writeTables(selected(entries, command), targets, options);
  for (const { name } of files) await rename(join(out, `${name}.part`), join(out, name));
  const described = dataPackage(files, aboutWords(about), heads);
  await writeFile(join(out, 'datapackage.json'), `${JSON.stringify(described, null, 2)}\n`);
  for (const { name, rows, bytes } of files) await write(`${join(out, name)}  ${rows} rows  ${bytes} bytes\n`);
  return 0;
}

async function* selected(entries: AsyncIterable<Entry>, { year, region, level }: ExportCommand): AsyncGenerator<Entry> {
  for await (const entry of entries) {
    const { report } = entry.result;
    if (year !== null && report?.year !== year) continue;
    if (level !== null && report?.level !== level) continue;
    if (region !== null && !(report?.regionCode && regionAncestors(report.regionCode).includes(region))) continue;
    yield entry;
  }
}

/** Each file checked by itself: rules across years and agencies would need all of them at once. */
async function* fileEntries(command: ExportCommand, checkedOn: string): AsyncGenerator<Entry> {
  const files = await listFiles(command.paths);
  const profile = await loadProfile(command.profile);
  const rosters = command.roster === null ? [] : await loadRosters(command.roster);
  const merged = Object.assign({}, ...rosters.map((roster) => roster.merged ?? {})) as Record<string, string>;
  let at = 0;
  for await (const results of readAll(files, profile, new Set(command.paths), passOver)) {
    const file = files[at] as string;
    at += 1;
    const receivedAt = (file === STANDARD_INPUT ? new Date() : (await stat(file)).mtime).toISOString();
    for (const result of results) yield entryOf(result, { merged, checkedOn, receivedAt });
  }
}

function entryOf(
  result: CheckResult,
  { merged, ...times }: { merged: Readonly<Record<string, string>>; checkedOn: string; receivedAt: string },
): Entry {
  const agency = result.report?.agency ?? null;
  return {
    ...{ reportId: reportId('', result.source.name), result, ...times, decisions: [] },
    agencyId: agency === null ? null : agencyId(presentName(agency, merged)),
  };
}

/** The store speaks DynamoDB, which is no part of the package. */
const STORE = new URL('../../infra/local/stored-entries.ts', import.meta.url);

async function storedEntries(data: string): Promise<AsyncIterable<Entry>> {
  await stat(STORE).catch(() => {
    throw new UsageError('no file given; the store is exported from the repository: npm run gouji -- export');
  });
  await stat(data).catch(() => {
    throw new UsageError(`no file given, and ${data}: no store of npm start`);
  });
  const { storedEntries: read } = (await import(STORE.href)) as {
    storedEntries(folder: string): AsyncIterable<Entry>;
  };
  return unlessInUse(read(data), data);
}

async function* unlessInUse(entries: AsyncIterable<Entry>, data: string): AsyncGenerator<Entry> {
  try {
    yield* entries;
  } catch (error) {
    if (!(error instanceof Error && error.name === 'FolderInUseError')) throw error;
    throw new UsageError(`${data} is in use: end npm start first, or ask it for GET /dataset`, { cause: error });
  }
}

async function openFile(path: string): Promise<ByteSink> {
  const stream = createWriteStream(path);
  await once(stream, 'open');
  const { promise: failed, reject } = Promise.withResolvers<never>();
  failed.catch(() => {});
  stream.on('error', reject);
  return {
    async write(bytes) {
      if (!stream.write(bytes)) await Promise.race([once(stream, 'drain'), failed]);
    },
    async end() {
      stream.end();
      await Promise.race([once(stream, 'close'), failed]);
    },
  };
}
