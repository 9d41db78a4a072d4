import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readSummaries } from '../../functions/store/lists/projected.ts';
import { reportId } from '../../shared/record.ts';
import { reportText } from '../support/report.ts';
import { hasBrowser } from './browser.ts';
import { holdWrites, useDesk } from './desk.ts';

// The logger looks when it is loaded.
vi.hoisted(() => {
  process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
});

type Options = Parameters<typeof reportText>[0];
const bytes = (options: Options) => Buffer.from(reportText(options));
const file = (name: string, options: Options) => ({ name, mimeType: 'text/plain', buffer: bytes(options) });
const FAULTY = { received: 4 };
const COPIED = '青禾市商务局';
const BROOKS = ['甲', '乙', '丙'].map((name) => `青禾市${name}溪街道办事处`);
/** A report of each agency, that of the second faulty. */
const zipOf = (agencies: readonly string[]) =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        agencies.map((agency, i) => [`${agency}.txt`, bytes({ agency, ...(i === 1 && FAULTY) })] as const),
      ),
    ),
  );
const choose = (page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  page.setInputFiles('.drop input[type=file]', files);
const verdicts = (page: Page) => page.locator('.uploads .status').allTextContents();

describe.skipIf(!hasBrowser)('what the page says of a file that was sent', () => {
  const desk = useDesk(async () => {
    const send = (name: string, body: Uint8Array<ArrayBuffer>) =>
      fetch(`${desk().laptop.api}/uploads/${encodeURIComponent(name)}`, { method: 'PUT', body });
    await Promise.all([
      send('青禾市林业局.txt', bytes({ agency: '青禾市林业局', ...FAULTY })),
      send('青禾市审计局.txt', bytes({ agency: '青禾市审计局' })),
      send('青禾市体育局.txt', bytes({ agency: '青禾市体育局' })),
      send('年报.txt', bytes({ agency: COPIED, ...FAULTY })),
      send('溪边.zip', zipOf(BROOKS)),
    ]);
    await desk().settled();
  });
  let held: { goOn(): void } | null = null;
  afterEach(() => {
    held?.goOn();
    held = null;
  });
  const hold = (picks: (command: string, input: string) => boolean) => {
    held = holdWrites(picks);
    return held;
  };

  test('a failed report is called failed, and the list and the boxes have it without a reload', async () => {
    await desk().visit('/', async (page) => {
      const all = page.locator('.count').first().locator('b');
      const before = Number(await all.textContent());
      await choose(page, file('青禾市水务局.txt', { agency: '青禾市水务局', ...FAULTY }));
      await page.locator('.list', { hasText: '青禾市水务局' }).waitFor({ timeout: 30_000 });
      expect(await verdicts(page)).toEqual([expect.stringMatching(/^不通过 · 青禾市水务局/)]);
      expect(Number(await all.textContent())).toBe(before + 1);
    });
  });

  test('while the store has not finished, a corrected file has no verdict; then its own, whatever it is called', async () => {
    const key = 'uploads/青禾市林业局.txt';
    const id = reportId('reports', key);
    const slow = hold((command, input) => /^(?:Put|Update)/.test(command) && input.includes('"RECORD"'));
    await desk().visit(`/reports/${id}`, async (page) => {
      expect(await page.locator('.verdict .status').textContent()).toBe('不通过');
      await choose(page, file('定稿（最终）.txt', { agency: '青禾市林业局' }));
      await page.locator('.uploads', { hasText: '正在核对' }).waitFor();
      await page.waitForResponse((answer) => answer.url().includes('/file?sha256='));
      expect(await verdicts(page)).toEqual([]);
      slow.goOn();
      await page.locator('.verdict .status.passed').waitFor({ timeout: 30_000 });
      expect(page.url()).toContain(id);
      expect(await page.locator('.summary').textContent()).toContain(key);
    });
  });

  test('while the lists lag behind, the verdict is that of the file just sent', async () => {
    const key = 'uploads/青禾市审计局.txt';
    const id = reportId('reports', key);
    const slow = hold((command, input) => /^Put/.test(command) && input.includes('"PROJECTED"') && input.includes(id));
    await desk().visit(`/reports/${id}`, async (page) => {
      await choose(page, file('青禾市审计局.txt', { agency: '青禾市审计局', ...FAULTY }));
      await page.locator('.verdict .status.failed').waitFor({ timeout: 30_000 });
      expect((await readSummaries([id])).get(id)?.status).toBe('passed');
    });
    slow.goOn();
    await desk().settled();
  });

  test('a ZIP shows each of its reports as it becomes known', async () => {
    const names = ['甲', '乙', '丙'].map((name) => `青禾市${name}湖街道办事处`);
    const third = reportId('reports', 'uploads/街道.zip', `${names[2]}.txt`);
    const slow = hold((command, input) => /^Put/.test(command) && input.includes('"RECORD"') && input.includes(third));
    await desk().visit('/', async (page) => {
      const buffer = zipOf(names);
      await choose(page, { name: '街道.zip', mimeType: 'application/zip', buffer });
      await page.locator('.uploads .status').nth(1).waitFor({ timeout: 30_000 });
      expect((await verdicts(page)).map((verdict) => verdict.split(' ')[0])).toEqual(['通过', '不通过']);
      slow.goOn();
      await page.locator('.list', { hasText: names[2] as string }).waitFor({ timeout: 30_000 });
      expect((await verdicts(page)).map((verdict) => verdict.split(' ')[0])).toEqual(['通过', '不通过', '通过']);
      expect(await page.locator('.uploads small').allTextContents()).toEqual(names.map((name) => `${name}.txt`));
    });
  });

  test('the report of an entry of a ZIP is corrected and withdrawn on its page; the others stay', async () => {
    const names = BROOKS;
    const idOf = (i: number) => reportId('reports', 'uploads/溪边.zip', `${names[i]}.txt`);
    await desk().visit(`/reports/${idOf(1)}`, async (page) => {
      expect(await page.locator('.verdict .status').textContent()).toBe('不通过');
      await choose(page, file('更正.txt', { agency: names[1] as string }));
      await page.locator('.verdict .status.passed').waitFor({ timeout: 60_000 });
      expect(page.url()).toContain(idOf(1));
    });
    await desk().visit(`/reports/${idOf(0)}`, async (page) => {
      await page.locator('.withdraw summary').click();
      await page.locator('.withdraw input[name=reason]').fill('重复报送');
      await page.locator('.withdraw button').click();
      expect(await page.locator('.message').textContent()).toContain('重复报送');
    });
    await desk().settled();
    const listed = await fetch(`${desk().laptop.api}/reports?text=${encodeURIComponent('溪街道')}`);
    const { reports } = (await listed.json()) as { reports: { agency: string; status: string }[] };
    expect(reports.map(({ agency, status }) => [agency, status]).sort()).toEqual(
      [names[1], names[2]].map((agency) => [agency, 'passed']).sort(),
    );
  }, 120_000);

  test('a copy of the same agency and year is offered in the place of the earlier one, which is then withdrawn', async () => {
    const agency = COPIED;
    await desk().visit('/', async (page) => {
      await choose(page, file('年报.txt', { agency }));
      const offer = page.locator('.uploads .replace');
      await offer.waitFor({ timeout: 30_000 });
      expect(await offer.textContent()).toContain('uploads/年报.txt');
      await offer.locator('button').click();
      await page.waitForURL(/\/reports\//);
      expect(await page.locator('.verdict .status').textContent()).toBe('通过');
      expect(page.url()).toContain(reportId('reports', 'uploads/年报 (2).txt'));
    });
    const old = `${desk().laptop.api}/reports/${reportId('reports', 'uploads/年报.txt')}`;
    expect((await fetch(old, { headers: { Accept: 'application/json' } })).status).toBe(410);
    await desk().settled();
    const listed = await fetch(`${desk().laptop.api}/reports?agency=${encodeURIComponent(agency)}`);
    expect(((await listed.json()) as { reports: unknown[] }).reports).toHaveLength(1);
  });

  test('a report is withdrawn on its page, with a reason that stays to be read', async () => {
    const id = reportId('reports', 'uploads/青禾市体育局.txt');
    await desk().visit(`/reports/${id}`, async (page) => {
      await page.locator('.withdraw summary').click();
      await page.locator('.withdraw input[name=reason]').fill('误传，非本单位年报');
      await page.locator('.withdraw button').click();
      expect(await page.locator('.message').textContent()).toContain('误传，非本单位年报');
    });
    await desk().settled();
    await desk().visit('/', async (page) => {
      expect(await page.locator('.list', { hasText: '青禾市体育局' }).count()).toBe(0);
    });
  });
});
