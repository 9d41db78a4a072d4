/** The SQL of docs/data.md, on the samples of this repository. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = readFileSync(join(ROOT, 'docs/data.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'gouji-data-'));
const tables = join(folder, 'tables');

beforeAll(async () => {
  const command = ['shared/cli/main.ts', 'export', '--format', 'parquet', '--out', tables, 'samples'];
  await promisify(execFile)(process.execPath, command, { cwd: ROOT });
});
afterAll(() => rmSync(folder, { recursive: true }));

const statements = [...PAGE.matchAll(/```sql\n(?<sql>.*?)```/gs)].map(({ groups }) => groups?.sql ?? '');

test.each(statements)('%s', async (sql) => {
  const connection = await (await DuckDBInstance.create()).connect();
  // The table of the cloud has its partitions as columns.
  await connection.run(
    `CREATE VIEW long AS SELECT *, left(regionCode, 2) AS province FROM read_parquet('${tables}/gouji-long_*.parquet')`,
  );
  const answer = await connection.runAndReadAll(sql.replaceAll("'tables/", `'${tables}/`));
  expect(answer.getRowObjects().length).toBeGreaterThan(0);
});

test('there are as many as the page has', () => expect(statements).toHaveLength(2));
