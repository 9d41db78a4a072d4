/**
 * Where the laptop's table keeps its items: one SQLite file, in the place of the LevelDB behind dynalite. It has the
 * few methods that dynalite's operations call on a store; keys and values are as dynalite makes them.
 */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import Stream from 'node:stream';
import { onDisk } from './disk.ts';

const require = createRequire(import.meta.url);
const { Lock }: { Lock: () => unknown } = createRequire(require.resolve('dynalite'))('lock');

type Callback<Value> = (error: Error | null, value?: Value) => void;
/** A range of keys, as in LevelDB. */
interface Range {
  gt?: string;
  gte?: string;
  lt?: string;
  lte?: string;
  reverse?: boolean;
  /** -1: all. */
  limit?: number;
}
interface ItemDb {
  lock: unknown;
  get(key: string, callback: Callback<unknown>): void;
  put(key: string, value: unknown, callback: Callback<void>): void;
  del(key: string, callback: Callback<void>): void;
  createValueStream(range: Range): Stream;
}

/** DynamoDB's limit of one item. */
const MOST_ITEM_BYTES = 400 * 1024;
/** Above every key: they are hexadecimal digits and slashes. */
const LAST = '~~';

class NotFoundError extends Error {
  override readonly name = 'NotFoundError';
}

/** The store that dynalite's operations work on. */
export interface ItemStore {
  tableDb: ItemDb;
  close(): void;
}

/**
 * @param folder `null` keeps everything in memory
 * @throws DiskError
 */
export function openItems(folder: string | null): ItemStore {
  const path = folder === null ? ':memory:' : join(folder, 'items.sqlite');
  return onDisk(path, () => open(folder, path));
}

function open(folder: string | null, path: string): ItemStore {
  if (folder !== null) mkdirSync(folder, { recursive: true });
  const file = new DatabaseSync(path);
  // Written through to the operating system at each change: a kill loses nothing, a power cut the last moment.
  file.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  file.exec('CREATE TABLE IF NOT EXISTS items (part TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL)');
  file.exec('CREATE UNIQUE INDEX IF NOT EXISTS places ON items (part, key)');
  const sql = remembered((text) => file.prepare(text));
  const part = remembered((name) => itemDb(name, path, sql));
  const tableDb = Object.assign(part('table'), { awsAccountId: '000000000000', awsRegion: 'us-east-1' });
  const store = {
    options: { createTableMs: 0, maxItemSize: MOST_ITEM_BYTES },
    tableDb,
    getTable: (name: string, ...rest: unknown[]) => tableDb.get(name, withoutTable(rest.at(-1) as Callback<unknown>)),
    getItemDb: (name: string) => part(`item-${name}`),
    getIndexDb: (kind: string, name: string, index: string) => part(`index-${kind.toLowerCase()}~${name}~${index}`),
    close: () => file.close(),
  };
  return store;
}

function remembered<Made>(make: (name: string) => Made): (name: string) => Made {
  const made = new Map<string, Made>();
  return (name) => {
    const there = made.get(name) ?? make(name);
    made.set(name, there);
    return there;
  };
}

function withoutTable(callback: Callback<unknown>): Callback<unknown> {
  return (error, table) => {
    if (error === null) return callback(null, table);
    const body = { __type: 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException', message: 'no such table' };
    callback(Object.assign(error, { statusCode: 400, body }));
  };
}

function itemDb(name: string, path: string, sql: (text: string) => StatementSync): ItemDb {
  const get = sql('SELECT value FROM items WHERE part = ? AND key = ?');
  const put = sql(
    'INSERT INTO items (part, key, value) VALUES (?, ?, ?) ON CONFLICT (part, key) DO UPDATE SET value = excluded.value',
  );
  const del = sql('DELETE FROM items WHERE part = ? AND key = ?');
  return {
    lock: Lock(),
    get(key, callback) {
      const row = onDisk(path, () => get.get(name, key));
      if (row === undefined) callback(new NotFoundError(key));
      else callback(null, JSON.parse(row.value as string));
    },
    put(key, value, callback) {
      onDisk(path, () => put.run(name, key, JSON.stringify(value)));
      callback(null);
    },
    del(key, callback) {
      onDisk(path, () => del.run(name, key));
      callback(null);
    },
    createValueStream({ gt, gte, lt, lte, reverse = false, limit = -1 }) {
      const from = gt === undefined ? '>=' : '>';
      const to = lte === undefined ? '<' : '<=';
      const rows = sql(
        `SELECT value FROM items WHERE part = ? AND key ${from} ? AND key ${to} ? ORDER BY key ${reverse ? 'DESC' : 'ASC'} LIMIT ?`,
      );
      return new Values(() => rows.iterate(name, gt ?? gte ?? '', lte ?? lt ?? LAST, limit));
    },
  };
}

/** Emits the values in the next turn, until it is destroyed. An old-style stream is all that dynalite asks for. */
class Values extends Stream {
  #isDestroyed = false;

  constructor(rows: () => Iterable<Record<string, unknown>>) {
    super();
    queueMicrotask(() => {
      for (const { value } of rows()) {
        this.emit('data', JSON.parse(value as string));
        if (this.#isDestroyed) break;
      }
      this.emit('end');
    });
  }

  destroy(): void {
    this.#isDestroyed = true;
  }
}
