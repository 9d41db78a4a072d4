/**
 * A data folder that another release has left, opened by a process of this one. `earlier-folder.zip` was written by
 * `npm start` of commit 142c85d~1 (2026-11-27: dynalite's rows, items without a version): a report uploaded twice, a finding
 * of it confirmed, a roster, a mail.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { freePorts } from '../support/free-ports.ts';
import { reportText } from '../support/report.ts';
import { clientOf, serving, startProcess } from './chaos/laptop.ts';
import { PATIENCE_MILLISECONDS } from './chaos/short.ts';

const data = mkdtempSync(join(tmpdir(), 'gouji-earlier-'));
const kept = unzipSync(readFileSync(new URL('earlier-folder.zip', import.meta.url)));
for (const [name, bytes] of Object.entries(kept)) {
  mkdirSync(dirname(join(data, name)), { recursive: true });
  writeFileSync(join(data, name), bytes);
}
afterAll(() => rmSync(data, { recursive: true }));

interface Shown {
  status: string;
  versions: { status: string }[];
  findings: { fingerprint: string; decision?: { remark: string } }[];
}

test(
  'of an earlier release: all is there and goes on; of a later one: it says so and ends',
  async () => {
    const port = await freePorts();
    const running = startProcess(data, port);
    await serving(running);
    const client = clientOf(port);
    const { reports } = await client.json<{ reports: { id: string; key: string }[] }>('/reports');
    expect(reports).toEqual([expect.objectContaining({ key: 'old.txt', status: 'failed' })]);
    const path = `/reports/${reports[0]?.id}`;
    const shown = await client.json<Shown>(path);
    expect(shown.findings.map(({ decision }) => decision?.remark)).toContain('核实');
    expect(await client.json('/rosters/360403')).toMatchObject({ agencies: ['示例市示例局', '示例市财政局'] });
    expect(await client.mails()).toHaveLength(1);
    await client.send('old.txt', new TextEncoder().encode(reportText()));
    await client.idle();
    const after = await client.json<Shown>(path);
    expect(after.status).toBe('passed');
    expect(after.versions.map(({ status }) => status)).toEqual(['passed', 'failed', 'failed']);
    running.child.kill('SIGINT');
    expect(await running.ended).toBe(0);

    const table = new DatabaseSync(join(data, 'table/items.sqlite'));
    table.exec('PRAGMA user_version = 99');
    table.close();
    const refused = startProcess(data, port);
    expect([await refused.ended, refused.printed()]).toEqual([1, expect.stringMatching(/^数据目录由更新的版本使用过/)]);
  },
  PATIENCE_MILLISECONDS,
);
