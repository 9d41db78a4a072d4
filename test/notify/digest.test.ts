/** The digests, from numbers that the pipeline left in the table. */
import { expect, test } from 'vitest';
import { tendRegions } from '../../functions/ingest/regions.ts';
import { readNumbers } from '../../functions/notify/digests/digest-numbers.ts';
import { project, projectLater } from '../../functions/store/lists/projections.ts';
import { deleteSubscription } from '../../functions/store/mail/subscription-items.ts';
import { putRoster } from '../../functions/store/neighbours/roster.ts';
import { removeRecord } from '../../functions/store/records/records.ts';
import { readDocuments } from '../../shared/document/read.ts';
import { UnreadableError } from '../../shared/document/unreadable.ts';
import { levelOf } from '../../shared/domain/regions.ts';
import { BALANCE, BLANK, ROW_TOTAL, UNREADABLE } from '../mail/examples.ts';
import { useWorld, type World } from './world.ts';

const { world } = useWorld();
const at = (w: World, chinaTime: string) => {
  w.now = new Date(`${chinaTime}+08:00`);
};

/** What stands in a workbook, read by the reader of reports. */
async function sheetRows(bytes: Uint8Array): Promise<string[][]> {
  const [read] = await readDocuments({ name: 'mistakes.xlsx', bytes });
  if (!read || read.document instanceof UnreadableError) throw new Error('not readable');
  const rows = read.document.blocks.flatMap((block) => (block.kind === 'grid' ? block.rows : []));
  return rows.map((row) => row.map(({ text }) => text));
}

async function keep(w: World, key: string, agency: string, regionCode: string, findings = [BALANCE]): Promise<void> {
  const level = levelOf(agency);
  const { id } = await w.store({ key, findings, report: { agency, regionCode, level, year: 2023 } });
  await project(id);
}

test('per region: passed, failed, unreadable, missing, the commonest rules, and the change since the last one', async () => {
  const w = world();
  await w.subscribe('province', { scope: { kind: 'region', region: '360000' }, delivery: 'digest' });
  await w.subscribe('country', { delivery: 'digest' });
  await keep(w, 'd/1.txt', '九江市示例局', '360400', [BALANCE, BLANK]);
  await keep(w, 'd/2.txt', '浔阳区示例局', '360403', [BALANCE, ROW_TOTAL]);
  await keep(w, 'd/3.txt', '浔阳区统计局', '360403', []);
  await keep(w, 'd/4.txt', '江西省示例厅', '360000', []);
  await project((await w.store({ key: 'd/5.pdf', report: null, findings: [UNREADABLE] })).id);
  const roster = { merged: {}, by: 'operator', at: w.now.toISOString() };
  await putRoster({ ...roster, region: '360403', agencies: ['浔阳区示例局', '浔阳区财政局', '浔阳区教育局'] });

  at(w, '2024-02-01T07:59:00');
  await w.sweep();
  expect(w.sent).toHaveLength(0);
  at(w, '2024-02-01T08:00:30');
  // The schedule of the digests and the sweep of the minute come at once.
  await Promise.all([w.sweep(), w.sweep()]);
  await w.sweep();
  const first = new Map((await w.mails()).map((mail) => [mail.to?.[0]?.address, mail]));
  expect(w.sent).toHaveLength(2);
  const province = first.get('province@example.com');
  expect(province?.subject).toBe('【每日汇总】江西省及所属地区的年报（2023年度）：2份不通过，0份未读全，0份无法识别');
  expect(province?.text).toMatch(/九江市 +1 +2 +0 +0 +2\n/);
  expect(province?.text).toMatch(/江西省（不含下级地区） +1 +0 +0 +0 +无名单\n/);
  expect(province?.text).toMatch(/（T3\.BALANCE） +2\n/);
  expect(province?.text).toMatch(/（T3\.ROW-TOTAL） +1\n/);
  expect(province?.text).toContain('此为首次汇总');
  const country = first.get('country@example.com');
  expect(country?.text).toMatch(/江西省 +2 +2 +0 +0 +2\n/);
  expect(country?.text).toMatch(/地区不明 +0 +0 +0 +1 +无名单\n/);

  await keep(w, 'd/2.txt', '浔阳区示例局', '360403', []);
  await deleteSubscription('country');
  at(w, '2024-02-02T09:00:00');
  await w.sweep();
  const second = (await w.mails()).find(({ to }, index) => index >= 2 && to?.[0]?.address === 'province@example.com');
  expect(second?.text).toMatch(/九江市 +2（\+1） +1（−1） +0 +0 +2\n/);
  expect(second?.text).toMatch(/（T3\.BALANCE） +1（−1）\n/);
  expect(second?.text).toContain('较2024-02-01汇总');
});

test('who is missing follows the reports that come and go, and the rosters; who is in two rosters is missing once', async () => {
  const w = world();
  const roster = (region: string, at: string, ...agencies: string[]) =>
    putRoster({ region, agencies, merged: {}, by: 'operator', at });
  const missing = async (level: 'department' | 'town' | null = null) =>
    (await readNumbers('430000', 2023, level)).regions['430100']?.missing;
  const take = async (key: string, agency: string, bringInStep = projectLater) => {
    const report = { agency, regionCode: '430102', level: levelOf(agency), year: 2023 };
    const { id } = await w.store({ key, findings: [], report });
    await bringInStep(id);
    await tendRegions(Date.now(), { all: true });
    return id;
  };
  await roster('430100', 'first', '长沙市示例局', '芙蓉区示例局');
  await roster('430102', 'first', '芙蓉区示例局', '芙蓉区统计局', '芙蓉区文艺路街道办事处');
  await take('m/1.txt', '芙蓉区统计局');
  expect([await missing(), await missing('department'), await missing('town')]).toEqual([3, 2, 1]);
  const id = await take('m/2.txt', '芙蓉区示例局');
  expect(await missing()).toBe(2);
  await roster('430102', 'second', '芙蓉区示例局', '芙蓉区统计局', '芙蓉区财政局', '芙蓉区教育局');
  expect([await missing(), await missing('town')]).toEqual([3, undefined]);
  // Read again, by a reader that finds another agency in it.
  await take('m/1.txt', '芙蓉区档案局', project);
  expect(await missing()).toBe(4);
  const later = {
    bucket: 'reports',
    version: null,
    id,
    key: 'm/2.txt',
    sequencer: '9'.repeat(32),
    receivedAt: '2024-03-01T00:00:00Z',
  };
  await removeRecord(later);
  await projectLater(id);
  await tendRegions(Date.now(), { all: true });
  expect(await missing()).toBe(5);
});

test('by the week: the first at once, then on Mondays, of one level, with the mistakes as a sheet', async () => {
  const w = world();
  const scope = { kind: 'region', region: '530100' } as const;
  await w.subscribe('weekly', { scope, delivery: 'weekly', level: 'town', leastSeverity: 'error' });
  await keep(w, 'w/1.txt', '昆明市五华区护国街道办事处', '530102', [BALANCE, BLANK]);
  await keep(w, 'w/2.txt', '五华区统计局', '530102', [BALANCE]);
  // Thursday, then every day until Monday.
  for (const day of ['01', '02', '03', '04', '05']) {
    at(w, `2024-02-${day}T08:30:00`);
    await w.sweep();
    expect([day, w.sent.length]).toEqual([day, day === '05' ? 2 : 1]);
  }
  const [first] = await w.mails();
  expect(first?.subject).toBe(
    '【每周汇总】昆明市及所属地区的年报（仅乡镇街道）（2023年度）：1份不通过，0份未读全，0份无法识别',
  );
  expect(first?.text).toMatch(/五华区 +0 +1 +0 +0 +无名单/);
  expect(first?.text).toContain('附件为问题清单（1处）');
  expect(first?.html).toContain('/reports?region=530100&amp;year=2023&amp;level=town');
  const [sheet] = first?.attachments ?? [];
  expect(sheet?.filename).toBe('问题清单-昆明市-2023-2024-02-01.xlsx');
  const rows = await sheetRows(new Uint8Array(sheet?.content as ArrayBuffer));
  expect(rows.map((row) => row.slice(0, 4))).toEqual([
    ['机关', '年度', '结论', '级别'],
    ['昆明市五华区护国街道办事处', '2023', '不通过', '错误'],
  ]);
});

test('a digest that the post office does not take is tried again in a quarter of an hour', async () => {
  const w = world();
  await w.subscribe('retry', { scope: { kind: 'region', region: '650000' }, delivery: 'digest' });
  at(w, '2024-03-01T10:00:00');
  w.onSend = () => {
    throw new Error('not now');
  };
  await expect(w.sweep()).rejects.toThrow('digests');
  w.onSend = () => {};
  await w.sweep();
  expect(w.sent).toHaveLength(0);
  w.pass(16 * 60);
  await w.sweep();
  expect(w.sent).toHaveLength(1);
});
