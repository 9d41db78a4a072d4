/** Where the laptop's table keeps its items: one SQLite file, a row an item, in the order of DynamoDB (bytes of UTF-8). */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { deserialize, serialize } from 'node:v8';
import { SCHEMA_VERSION } from '../../../functions/store/table/schema.ts';
import { TABLE } from '../../wiring.ts';
import { onDisk } from '../disk.ts';
import { NewerFolderError } from '../lock.ts';
import { takeOver } from './earlier.ts';
import type { Item } from './values.ts';

/** An item with its size in bytes, as DynamoDB counts it. */
export interface Row {
  item: Item;
  bytes: number;
}

/** A stretch of a partition of the table or of an index. */
export interface Stretch {
  index: keyof typeof TABLE.indexes | null;
  /** `null`: of all of them, as a scan reads. */
  partition: string | null;
  /** Bounds of the sort key, the comparison with each in SQL. */
  bounds: readonly (readonly [comparison: '<' | '<=' | '>' | '>=', value: string])[];
  backwards: boolean;
  /** Only what comes after this key. */
  after: Item | undefined;
}

export interface Rows {
  get(pk: string, sk: string): Row | null;
  put(row: Row): void;
  remove(pk: string, sk: string): void;
  /** Rows of a stretch in order, as many as `more` asks for; of an index the keys alone. */
  each(stretch: Stretch, more: (row: Row) => boolean): void;
  /** All of it is written, or nothing. */
  together(work: () => void): void;
  close(): void;
}

const INDEXED = Object.values(TABLE.indexes).flatMap(({ partition, sort }) => [partition, sort]);
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS entries (pk TEXT NOT NULL, sk TEXT NOT NULL, bytes INTEGER NOT NULL, item BLOB NOT NULL,
    ${INDEXED.map((name) => `${name} TEXT`).join(', ')});
  CREATE UNIQUE INDEX IF NOT EXISTS entry_key ON entries (pk, sk);
  ${Object.entries(TABLE.indexes)
    .map(
      ([index, { partition, sort }]) =>
        `CREATE INDEX IF NOT EXISTS entry_${index} ON entries (${partition}, ${sort}, pk, sk) WHERE ${partition} NOT NULL;`,
    )
    .join('\n  ')}`;
const COLUMNS = ['pk', 'sk', 'bytes', 'item', ...INDEXED];
const PUT = `INSERT INTO entries (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})
  ON CONFLICT (pk, sk) DO UPDATE SET ${COLUMNS.slice(2)
    .map((name) => `${name} = excluded.${name}`)
    .join(', ')}`;

/**
 * @param folder `null` keeps everything in memory
 * @throws DiskError, NewerFolderError
 */
export function openRows(folder: string | null): Rows {
  const path = folder === null ? ':memory:' : join(folder, 'items.sqlite');
  return onDisk(path, () => {
    if (folder !== null) mkdirSync(folder, { recursive: true });
    const file = new DatabaseSync(path);
    // Written through to the operating system at each change: a kill loses nothing, a power cut the last moment.
    file.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    refuseNewer(file, path);
    file.exec(SCHEMA);
    const rows = rowsIn(file, path);
    rows.together(() => takeOver(file, rows.put));
    return rows;
  });
}

/** The number that SQLite keeps for who uses a file: the version of the items of the latest release that has opened it. */
function refuseNewer(file: DatabaseSync, path: string): void {
  const version = Number(file.prepare('PRAGMA user_version').get()?.user_version);
  if (version > SCHEMA_VERSION) {
    file.close();
    throw new NewerFolderError(`${path}: version ${version} of its items, this release knows ${SCHEMA_VERSION}`);
  }
  file.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
}

function rowsIn(file: DatabaseSync, path: string): Rows {
  const get = file.prepare('SELECT bytes, item FROM entries WHERE pk = ? AND sk = ?');
  const put = file.prepare(PUT);
  const remove = file.prepare('DELETE FROM entries WHERE pk = ? AND sk = ?');
  const [begin, commit, back] = ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'].map((sql) => file.prepare(sql));
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string) => {
    const there = statements.get(sql) ?? file.prepare(sql);
    statements.set(sql, there);
    return there;
  };
  return {
    get: (pk, sk) => onDisk(path, () => rowOf(get.get(pk, sk))),
    put({ item, bytes }) {
      const keys = INDEXED.map((name) => (typeof item[name] === 'string' ? (item[name] as string) : null));
      onDisk(path, () => put.run(item.pk as string, item.sk as string, bytes, serialize(item), ...keys));
    },
    remove: (pk, sk) => void onDisk(path, () => remove.run(pk, sk)),
    each(stretch, more) {
      const { sql, values } = selectOf(stretch);
      onDisk(path, () => {
        for (const found of prepared(sql).iterate(...values)) {
          const row = stretch.index === null ? rowOf(found) : { item: { ...found }, bytes: keyBytes(found) };
          if (row !== null && !more(row)) break;
        }
      });
    },
    together(work) {
      onDisk(path, () => {
        begin?.run();
        try {
          work();
          commit?.run();
        } catch (error) {
          back?.run();
          throw error;
        }
      });
    },
    close: () => file.close(),
  };
}

function rowOf(found: Record<string, unknown> | undefined): Row | null {
  if (found === undefined) return null;
  try {
    return { item: deserialize(found.item as Uint8Array) as Item, bytes: found.bytes as number };
  } catch (error) {
    // SQLite's own code for a damaged file: https://www.sqlite.org/rescode.html#corrupt
    throw Object.assign(new Error('an item is damaged', { cause: error }), { errcode: 11 });
  }
}

const keyBytes = (keys: Record<string, unknown>) =>
  Object.entries(keys).reduce((sum, [name, value]) => sum + name.length + Buffer.byteLength(String(value)), 0);

function selectOf({ index, partition, bounds, backwards, after }: Stretch): { sql: string; values: string[] } {
  const key = index === null ? TABLE.key : TABLE.indexes[index];
  const names = [...new Set([key.partition, key.sort, 'pk', 'sk'])];
  const order = partition === null ? names : names.slice(1).filter((name) => index !== null || name !== 'pk');
  const conditions = [
    ...(partition === null ? [] : [`${key.partition} = ?`]),
    ...bounds.map(([comparison]) => `${key.sort} ${comparison} ?`),
    ...(after ? [`(${order.join(', ')}) ${backwards ? '<' : '>'} (${order.map(() => '?').join(', ')})`] : []),
  ];
  const values = [
    ...(partition === null ? [] : [partition]),
    ...bounds.map(([, value]) => value),
    ...(after ? order.map((name) => after[name] as string) : []),
  ];
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  const by = order.map((name) => `${name}${backwards ? ' DESC' : ''}`).join(', ');
  const columns = index === null ? 'bytes, item' : names.join(', ');
  return { sql: `SELECT ${columns} FROM entries${where} ORDER BY ${by}`, values };
}
