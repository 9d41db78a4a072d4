/** Which events and which states of a report lead to which mails. */
import { describe, expect, test } from 'vitest';
import { noteResolved } from '../../functions/store/mail/notified.ts';
import { deleteSubscription } from '../../functions/store/mail/subscription-items.ts';
import { putDecision } from '../../functions/store/records/decisions.ts';
import { removeRecord } from '../../functions/store/records/records.ts';
import { BALANCE, BLANK, DISPUTE_SUM, ROW_TOTAL, UNREADABLE } from '../mail/examples.ts';
import { useWorld, type World } from './world.ts';

const { world } = useWorld();
const subjects = async (w: World) => (await w.mails()).map(({ subject }) => subject);

/** A clerk who hears of one file, so that the tests of this file do not meet. */
async function clerkOf(w: World, key: string): Promise<void> {
  await w.subscribe(key.replace(/\W/g, '-'), { scope: { kind: 'prefix', prefix: key } });
}

describe('one report', () => {
  test('a report that fails: one mail, within seconds, however often its event comes', async () => {
    const w = world();
    await clerkOf(w, 'once.txt');
    const stored = await w.store({ key: 'once.txt', findings: [BALANCE] });
    const wait = await w.deliver(stored);
    expect(wait).toBeLessThan(10);
    expect(w.sent).toHaveLength(0);
    w.pass(wait as number);
    // Two copies of the event and the sweep, all at once.
    await Promise.all([w.deliver(stored), w.deliver(stored), w.sweep()]);
    expect(await subjects(w)).toEqual(['【待整改】示例市示例局 2023年年报：错误1处']);
    for (let copy = 0; copy < 3; copy++) await w.deliver(stored);
    await w.settle();
    expect(w.sent).toHaveLength(1);
  });

  test('the same faults after another upload: none; others: what is new and mended; none left: all clear', async () => {
    const w = world();
    const key = 'story.txt';
    await clerkOf(w, key);
    for (const findings of [[BALANCE, ROW_TOTAL], [BALANCE, ROW_TOTAL], [ROW_TOTAL, DISPUTE_SUM], []]) {
      const stored = await w.store({ key, findings });
      // Passed reports have no event here.
      if (findings.length > 0) await w.deliver(stored);
      await w.settle();
    }
    await w.store({ key, findings: [] });
    await w.settle();
    expect(await subjects(w)).toEqual([
      '【待整改】示例市示例局 2023年年报：错误2处',
      '【待整改】示例市示例局 2023年年报：错误2处（新增错误1处、已整改1处）',
      '【已整改】示例市示例局 2023年年报：未发现错误',
    ]);
    await w.deliver(await w.store({ key, findings: [BALANCE] }));
    await w.settle();
    expect((await subjects(w)).at(-1)).toBe('【待整改】示例市示例局 2023年年报：错误1处');
  });

  test('a late event of an earlier state tells the present one, and no event of the present one is needed', async () => {
    const w = world();
    await clerkOf(w, 'order.txt');
    const early = await w.store({ key: 'order.txt', findings: [BALANCE] });
    const late = await w.store({ key: 'order.txt', findings: [BALANCE, ROW_TOTAL] });
    await w.deliver(late);
    await w.settle();
    await w.deliver(early);
    await w.settle();
    expect(await subjects(w)).toEqual(['【待整改】示例市示例局 2023年年报：错误2处']);
  });

  test('mended before the mail could go out: no mail at all', async () => {
    const w = world();
    await clerkOf(w, 'quick.txt');
    await w.deliver(await w.store({ key: 'quick.txt', findings: [BALANCE] }));
    await w.store({ key: 'quick.txt', findings: [] });
    await w.settle();
    expect(w.sent).toHaveLength(0);
  });

  test('mended while the mail was on its way: the all-clear follows', async () => {
    const w = world();
    await clerkOf(w, 'race.txt');
    await w.deliver(await w.store({ key: 'race.txt', findings: [BALANCE] }));
    const storing: Promise<unknown>[] = [];
    w.onSend = (when) => {
      // Nobody was told yet, so that ingest leaves no mark.
      if (when === 'before' && w.sent.length === 0) storing.push(w.store({ key: 'race.txt', findings: [] }));
    };
    await w.settle();
    await Promise.all(storing);
    expect(await subjects(w)).toEqual([
      '【待整改】示例市示例局 2023年年报：错误1处',
      '【已整改】示例市示例局 2023年年报：未发现错误',
    ]);
  });

  test('a file that cannot be read, then a readable one', async () => {
    const w = world();
    await clerkOf(w, 'scan.pdf');
    await w.deliver(await w.store({ key: 'scan.pdf', report: null, findings: [UNREADABLE] }));
    await w.settle();
    await w.store({ key: 'scan.pdf' });
    await w.settle();
    expect(await subjects(w)).toEqual([
      '【无法识别】scan.pdf：未识别出年度报告',
      '【已整改】示例市示例局 2023年年报：未发现错误',
    ]);
  });

  test('removed before the mail could go out: none', async () => {
    const w = world();
    await clerkOf(w, 'gone.txt');
    const stored = await w.store({ key: 'gone.txt', findings: [BALANCE] });
    await w.deliver(stored);
    await removeRecord({ ...stored, sequencer: `${stored.sequencer}9` });
    await w.settle();
    expect(w.sent).toHaveLength(0);
  });

  test('what a reviewer dismissed is neither told nor holds back the all-clear', async () => {
    const w = world();
    await clerkOf(w, 'dismissed.txt');
    const stored = await w.store({ key: 'dismissed.txt', findings: [BALANCE, ROW_TOTAL] });
    const decision = { decision: 'dismissed', remark: '', by: 'reviewer', identity: null, at: '' } as const;
    await putDecision(stored.id, BALANCE.fingerprint, decision);
    await w.deliver(stored);
    await w.settle();
    expect(await subjects(w)).toEqual(['【待整改】示例市示例局 2023年年报：错误1处']);
    await putDecision(stored.id, ROW_TOTAL.fingerprint, decision);
    await noteResolved(stored.id);
    await w.settle();
    expect((await subjects(w))[1]).toContain('未发现错误');
  });
});

describe('whom it reaches', () => {
  test('one mail a reader, of what the widest of their subscriptions asks for, in the language asked for', async () => {
    const w = world();
    const own = { kind: 'prefix', prefix: 'who/' } as const;
    await w.subscribe('errors-only', { address: 'Clerk@example.com', scope: own, leastSeverity: 'error' });
    await w.subscribe('warnings-too', { address: 'clerk@example.com', scope: own, leastSeverity: 'warning' });
    await w.subscribe('english', { scope: { kind: 'agency', agency: '青禾市示例局' }, language: 'en' });
    await w.subscribe('region', { scope: { kind: 'region', region: '360000' }, language: 'zh-Hant' });
    await w.subscribe('other-region', { scope: { kind: 'region', region: '370000' } });
    await w.subscribe('other-folder', { scope: { kind: 'prefix', prefix: 'who/else/' } });
    await w.subscribe('daily', { scope: { kind: 'region', region: '360400' }, delivery: 'digest' });
    const report = { agency: '青禾市示例局', regionCode: '360403' };
    await w.deliver(await w.store({ key: 'who/1.txt', report, findings: [BALANCE, BLANK] }));
    await w.sweep();
    w.pass(60);
    await w.sweep();
    const mails = await w.mails();
    const faults = mails.filter(({ subject }) => !subject?.includes('汇总'));
    expect(Object.fromEntries(faults.map(({ to, subject }) => [to?.[0]?.address, subject]))).toEqual({
      'clerk@example.com': '【待整改】青禾市示例局 2023年年报：错误1处，另有疑点1处',
      'english@example.com': 'To correct: 青禾市示例局 2023 report, 1 error, besides 1 warning',
      'region@example.com': '【待整改】青禾市示例局 2023年年報：錯誤1處，另有疑點1處',
    });
    expect(faults).toHaveLength(3);
    expect(faults.find(({ to }) => to?.[0]?.address === 'clerk@example.com')?.text).toContain('另有：1处疑点');
  });

  test('the script of the report, where no language was asked for', async () => {
    const w = world();
    await clerkOf(w, 'script.txt');
    await w.deliver(await w.store({ key: 'script.txt', report: { script: 'traditional' }, findings: [BALANCE] }));
    await w.settle();
    expect((await subjects(w))[0]).toContain('年報：錯誤1處');
  });

  test('who unsubscribes while a mail waits gets none', async () => {
    const w = world();
    await clerkOf(w, 'left.txt');
    await w.deliver(await w.store({ key: 'left.txt', findings: [BALANCE] }));
    await deleteSubscription('left-txt');
    await w.settle();
    expect(w.sent).toHaveLength(0);
  });
});

describe('many reports', () => {
  const storeMany = async (w: World, folder: string, count: number, every: number) => {
    for (let index = 0; index < count; index++) {
      const report = { agency: `青禾市第${index}示例局`, regionCode: '360403' };
      await w.deliver(await w.store({ key: `${folder}/${index}.txt`, report, findings: [BALANCE] }));
      w.pass(every);
    }
  };

  test('a hundred of one region within minutes: one mail with a table', async () => {
    const w = world();
    await clerkOf(w, 'hundred/');
    await storeMany(w, 'hundred', 100, 2);
    await w.settle();
    const mails = await w.mails();
    expect(mails.map(({ subject }) => subject)).toEqual(['【待整改】九江市：100份年报待处理，错误100处']);
    expect(mails[0]?.text?.match(/青禾市第\d+示例局/g)?.length).toBe(100);
  });

  test('many that come slowly: ten mails, then tables; none is lost', async () => {
    const w = world();
    await clerkOf(w, 'slow/');
    for (let index = 0; index < 24; index++) {
      await storeMany(w, `slow/${index}`, 1, 20);
      await w.sweep();
    }
    await w.settle();
    const found = await subjects(w);
    const counts = found.map((subject) => Number(/(\d+)份年报/.exec(subject ?? '')?.[1] ?? 1));
    expect(counts.filter((count) => count === 1)).toHaveLength(10);
    expect(counts.length).toBeLessThan(13);
    expect(counts.reduce((total, count) => total + count)).toBe(24);
  });

  test('a few at once: a mail each', async () => {
    const w = world();
    await clerkOf(w, 'few/');
    await storeMany(w, 'few', 5, 1);
    await w.settle();
    expect(w.sent).toHaveLength(5);
  });
});
