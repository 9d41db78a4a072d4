import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Filter } from '../../functions/store/lists/filter.ts';
import { entriesOf, listReports } from '../../functions/store/lists/listing.ts';
import { project } from '../../functions/store/lists/projections.ts';
import { removeRecord } from '../../functions/store/records/records.ts';
import type { Summary } from '../../functions/store/records/summary.ts';
import { table } from '../../functions/store/table/table.ts';
import { finding } from '../output/results.ts';
import { useEngines } from '../support/engines.ts';
import { measured } from './capacity.ts';
import { record, store } from './records.ts';

useEngines();

/** Every page of a list, to the end. */
async function all(filter: Filter, limit = 3): Promise<Summary[]> {
  const reports: Summary[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listReports>> = await listReports(filter, limit, after);
    expect(page.reports.length).toBeLessThanOrEqual(limit);
    reports.push(...page.reports);
    after = page.next;
  } while (after !== null);
  return reports;
}

describe('a handful of reports', () => {
  const BODIES: [agency: string, region: string | null, year: number][] = [
    ['示例市示例局', '360403', 2023],
    ['示例市示例局', '360403', 2024],
    ['示例市示例局办公室', '360403', 2024],
    ['云溪县人民政府', '360402', 2023],
    ['青禾市财政局', '430623', 2023],
    ['示例省人民政府', '360000', 2022],
    ['示例部', null, 2024],
  ];
  const stored: Summary[] = [];

  beforeAll(async () => {
    for (const [i, [agency, regionCode, year]] of BODIES.entries()) {
      const findings = [
        ...(i % 2 === 0 ? [finding()] : []),
        ...(i % 3 === 0 ? [finding({ rule: 'TBL.BLANK', severity: 'warning', fingerprint: 'b' })] : []),
      ];
      const kept = await store(record(`列表/${i}.txt`, { report: { agency, regionCode, year } }, { findings }));
      const { status } = kept.result;
      stored.push({ ...kept, ...kept.result.report, status, rules: findings.map(({ rule }) => rule) } as never);
    }
    await store(record('列表/empty.txt', {}, { status: 'unreadable', report: null, findings: [] }));
  });

  const filters: [string, Filter, (summary: Summary) => boolean][] = [
    ['year', { year: 2024 }, ({ year }) => year === 2024],
    ['body', { agency: '示例市示例局' }, ({ agency }) => agency === '示例市示例局'],
    ['county', { region: '360403' }, ({ regionCode }) => regionCode === '360403'],
    ['province with all under it', { region: '360000' }, ({ regionCode }) => regionCode?.startsWith('36') ?? false],
    ['region and year', { region: '360400', year: 2023 }, (s) => !!s.regionCode?.startsWith('3604') && s.year === 2023],
    ['status', { status: 'failed' }, ({ status }) => status === 'failed'],
    ['rule', { rule: 'TBL.BLANK' }, ({ rules }) => rules.includes('TBL.BLANK')],
    ['severity', { severity: 'warning' }, ({ counts }) => counts.warning > 0],
    ['text', { text: '示例局' }, ({ agency }) => !!agency?.includes('示例局')],
    ['text of one character', { text: '县' }, ({ agency }) => !!agency?.includes('县')],
    ['text that every name has', { text: '人民' }, ({ agency }) => !!agency?.includes('人民')],
    [
      'everything at once',
      { year: 2024, region: '360000', status: 'failed', rule: 'T3.BALANCE', severity: 'error', text: '示例' },
      (s) => s.year === 2024 && !!s.regionCode?.startsWith('36') && s.status === 'failed',
    ],
    ['a region without reports', { region: '110000' }, () => false],
  ];
  test.each(filters)('by %s', async (_name, filter, matches) => {
    const found = await all(filter, 2);
    expect(found.map(({ id }) => id).sort()).toEqual(
      stored
        .filter(matches)
        .map(({ id }) => id)
        .sort(),
    );
  });

  test('all, in one order whatever the length of the page: year, region, body', async () => {
    const order = (await all({}, 1)).map(({ year, regionCode, agency }) => [year, regionCode, agency]);
    expect(order).toEqual([
      [2024, '360403', '示例市示例局'],
      [2024, '360403', '示例市示例局办公室'],
      [2024, null, '示例部'],
      [2023, '360402', '云溪县人民政府'],
      [2023, '360403', '示例市示例局'],
      [2023, '430623', '青禾市财政局'],
      [2022, '360000', '示例省人民政府'],
      [null, null, null],
    ]);
    expect((await all({}, 100)).map(({ year, regionCode, agency }) => [year, regionCode, agency])).toEqual(order);
  });

  test('a report that changes its lists stands only in the new ones; removed, in none', async () => {
    const key = '列表/moved.txt';
    const moved = await store(record(key, { report: { agency: '旧桥镇', year: 2020 } }, { findings: [finding()] }));
    await store(record(key, { report: { agency: '新桥镇', year: 2021 } }));
    expect(await all({ agency: '旧桥镇' })).toEqual([]);
    expect(await all({ year: 2020 })).toEqual([]);
    expect((await all({ agency: '新桥镇', status: 'passed', year: 2021 })).map(({ id }) => id)).toEqual([moved.id]);
    await removeRecord({ ...moved, sequencer: 'f'.repeat(18) });
    await project(moved.id);
    expect(await all({ text: '新桥' })).toEqual([]);
  });
});

describe('cost', () => {
  /** Only what the measured lists need, so that thousands are written quickly. */
  async function seed(from: number, to: number): Promise<void> {
    const { client, name } = table();
    const items: Record<string, unknown>[] = [];
    for (let i = from; i < to; i++) {
      const id = i.toString(16).padStart(20, '0');
      const base = { id, key: `${i}`, title: null, agency: `第${i}测试局`, level: 'department', regionCode: '530102' };
      const counts = { error: i % 2, warning: 0, notice: 0 };
      const at = '2026-01-01T00:00:00.000Z';
      const status = i % 2 ? 'failed' : 'passed';
      const more = {
        year: 2019,
        publishedOn: null,
        format: null,
        rules: [],
        receivedAt: at,
        checkedAt: at,
        catalog: '',
      };
      const summary = { ...base, ...more, counts, status } as Summary;
      items.push({ pk: `REPORT#${id}`, sk: 'PROJECTED', rev: 1, summary });
      items.push(...entriesOf(summary).flatMap((entry) => (entry.pk.startsWith('LIST#TEXT') ? [] : [{ ...entry }])));
    }
    for (let i = 0; i < items.length; i += 25) {
      const requests = items.slice(i, i + 25).map((Item) => ({ PutRequest: { Item } }));
      await client.send(new BatchWriteCommand({ RequestItems: { [name]: requests } }));
    }
  }

  const QUESTIONS: Filter[] = [
    {},
    { year: 2019 },
    { region: '530000' },
    { region: '530102', year: 2019 },
    { status: 'failed' },
    { severity: 'error', status: 'failed' },
    { text: '局' },
  ];

  test('a page of 50 costs the same with 100 and with 3,000 reports stored, and nothing is scanned', async () => {
    const ask = async (filter: Filter) => {
      const { answer, commands, capacity } = await measured(() => listReports(filter, 50, null));
      expect(answer.reports.length).toBe(50);
      expect(commands.filter((command) => !['QueryCommand', 'BatchGetItemCommand'].includes(command))).toEqual([]);
      return capacity;
    };
    await seed(0, 200);
    const few = [];
    for (const question of QUESTIONS) few.push(await ask(question));
    await seed(200, 3000);
    const many = [];
    for (const question of QUESTIONS) many.push(await ask(question));
    // Entries differ by a digit or two, capacity is counted in half units.
    for (const [i, capacity] of many.entries()) expect(Math.abs(capacity - (few[i] as number))).toBeLessThanOrEqual(2);
    expect(Math.max(...many)).toBeLessThan(100);
  }, 180_000);

  test('where almost nothing matches, a page reads no more than its bound and gives a cursor to go on', async () => {
    const { answer, capacity } = await measured(() => listReports({ severity: 'error', text: '桥' }, 50, null));
    expect(answer.next).not.toBeNull();
    // Half a unit for each summary that is looked into: file names stand there.
    expect(capacity).toBeLessThan(300);
  });
});
