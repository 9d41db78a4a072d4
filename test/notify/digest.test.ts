/** The daily digest, from numbers that the pipeline left in the table. */
import { expect, test } from 'vitest';
import { project } from '../../functions/store/lists/projections.ts';
import { deleteSubscription } from '../../functions/store/mail/subscription-items.ts';
import { putRoster } from '../../functions/store/neighbours/roster.ts';
import { BALANCE, BLANK, ROW_TOTAL, UNREADABLE } from '../mail/examples.ts';
import { useWorld, type World } from './world.ts';

const { world } = useWorld();
const at = (w: World, chinaTime: string) => {
  w.now = new Date(`${chinaTime}+08:00`);
};

async function keep(w: World, key: string, agency: string, regionCode: string, findings = [BALANCE]): Promise<void> {
  const { id } = await w.store({ key, findings, report: { agency, regionCode, year: 2023 } });
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
  expect(province?.subject).toBe('【每日汇总】江西省及所属地区的年报 2023年度年报：2份不通过，0份未读全，0份无法识别');
  expect(province?.text).toMatch(/九江市 +1 +2 +0 +0 +2\n/);
  expect(province?.text).toMatch(/江西省（不含下级地区） +1 +0 +0 +0 +无名单\n/);
  expect(province?.text).toMatch(/\(T3\.BALANCE\) +2\n/);
  expect(province?.text).toMatch(/\(T3\.ROW-TOTAL\) +1\n/);
  expect(province?.text).toContain('此为首次汇总');
  const country = first.get('country@example.com');
  expect(country?.text).toMatch(/江西省 +2 +2 +0 +0 +2\n/);
  expect(country?.text).toMatch(/地区不明 +0 +0 +0 +1 +无名单\n/);

  await keep(w, 'd/2.txt', '浔阳区示例局', '360403', []);
  await deleteSubscription('country');
  at(w, '2024-02-02T09:00:00');
  await w.sweep();
  const second = (await w.mails()).find(({ to }, index) => index >= 2 && to?.[0]?.address === 'province@example.com');
  expect(second?.text).toMatch(/九江市 +2 \(\+1\) +1 \(−1\) +0 +0 +2\n/);
  expect(second?.text).toMatch(/\(T3\.BALANCE\) +1 \(−1\)\n/);
  expect(second?.text).toContain('较2024-02-01汇总');
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
