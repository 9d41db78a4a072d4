import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { readDocuments } from '../../shared/document/read.ts';
import { UnreadableError } from '../../shared/document/unreadable.ts';
import { record, store } from '../query/records.ts';
import { reportText } from '../support/report.ts';
import { hasBrowser } from './browser.ts';
import { handOn } from './clicks.ts';
import { useDesk } from './desk.ts';

// The logger looks when it is loaded.
vi.hoisted(() => {
  process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
});

const AGENCY = '浔阳区教育局';
const FIRST = 2014;
const YEARS = 10;

describe.skipIf(!hasBrowser)('one agency', () => {
  const desk = useDesk(async () => {
    for (let year = FIRST; year < FIRST + YEARS; year++) {
      const report = { agency: AGENCY, regionCode: '360403', year };
      const cells = { 'requests.received.total': 10 + year - FIRST, 'requests.carriedIn.total': null } as const;
      await store(record(`教育${year}.txt`, { report, cells }));
    }
  });

  test('ten years as a file in at most three clicks; what holds no number says so', async () => {
    await desk().visit('/', async (page) => {
      const hand = handOn(page);
      await hand.type('input[name=text]', '浔阳区教育');
      await page.keyboard.press('Enter');
      await page.waitForURL(/text=/);
      await hand.click('.list a.years');
      await page.locator('.charts').waitFor();
      const [download] = await Promise.all([page.waitForEvent('download'), hand.click('.actions a:has-text("xlsx")')]);
      expect(hand.clicks()).toBeLessThanOrEqual(3);
      expect(download.suggestedFilename()).toBe(`${AGENCY}-历年数据.xlsx`);
      const bytes = readFileSync(await download.path());
      const [read] = await readDocuments({ name: 'years.xlsx', bytes });
      if (!read || read.document instanceof UnreadableError) throw new Error('not readable');
      const rows = read.document.blocks.flatMap((block) => (block.kind === 'grid' ? block.rows : []));
      const texts = rows.map((row) => row.map(({ text }) => text));
      const years = Array.from({ length: YEARS }, (_, i) => String(FIRST + i));
      expect(texts[0]).toEqual(['项目', ...years, 'address']);
      const rowOf = (address: string) => texts.find((row) => row.at(-1) === address)?.slice(1, -1);
      expect(rowOf('requests.received.total')).toEqual(years.map((_, i) => String(10 + i)));
      expect(rowOf('requests.carriedIn.total')).toEqual(years.map(() => '空白'));
    });
  });

  test('the page draws every year, and leads to each report', async () => {
    await desk().visit(`/agencies/${encodeURIComponent(AGENCY)}/reports`, async (page) => {
      expect(await page.locator('figure', { hasText: '新收申请' }).locator('rect').count()).toBe(YEARS);
      expect(await page.locator('.list').first().locator('tbody tr').count()).toBe(YEARS);
      expect(await page.locator('.place').count()).toBe(0);
      await page.locator('.list tbody a', { hasText: String(FIRST) }).click();
      expect(page.url()).toContain('/reports/');
    });
  });

  test('where the name leads to several regions, the one that is given holds for all its reports, later ones too', async () => {
    const agency = '鼓楼区教育局';
    const send = (name: string, year: number) =>
      fetch(`${desk().laptop.api}/uploads/${encodeURIComponent(name)}`, {
        method: 'PUT',
        body: reportText({ agency, year }),
      });
    const listed = async (region: string) => {
      const answer = await fetch(`${desk().laptop.api}/reports?agency=${encodeURIComponent(agency)}&region=${region}`);
      return ((await answer.json()) as { reports: { year: number }[] }).reports.map(({ year }) => year).sort();
    };
    await send('鼓楼一.txt', 2022);
    await send('鼓楼二.txt', 2023);
    await desk().settled();
    expect(await listed('320106')).toEqual([]);
    await desk().visit(`/agencies/${encodeURIComponent(agency)}/reports`, async (page) => {
      expect(await page.locator('.place').textContent()).toContain('江苏省南京市鼓楼区、');
      await page.locator('.place input[name=region]').fill('江苏省南京市鼓楼区');
      await page.locator('.place button').click();
    });
    await desk().settled();
    expect(await listed('320106')).toEqual([2022, 2023]);
    await send('鼓楼三.txt', 2024);
    await desk().settled();
    expect(await listed('320106')).toEqual([2022, 2023, 2024]);
    await desk().visit(`/agencies/${encodeURIComponent(agency)}/reports`, async (page) => {
      await page.locator('.place summary').click();
      await page.locator('.place li button').click();
    });
    await desk().settled();
    expect(await listed('320106')).toEqual([]);
  }, 60_000);

  test('agencies of one name are told apart by the city that their reports name; each is given its own region', async () => {
    const agency = '朝阳区水务局';
    const path = `/agencies/${encodeURIComponent(agency)}/reports`;
    const send = (name: string, year: number, city: string) =>
      fetch(`${desk().laptop.api}/uploads/${encodeURIComponent(name)}`, {
        method: 'PUT',
        body: `${reportText({ agency, year })}\n本报告由${city}朝阳区水务局编制。\n`,
      });
    const regions = async () => {
      const answer = await fetch(`${desk().laptop.api}/reports?agency=${encodeURIComponent(agency)}`);
      const { reports } = (await answer.json()) as { reports: { year: number; regionCode: string | null }[] };
      return Object.fromEntries(reports.map(({ year, regionCode }) => [year, regionCode]));
    };
    await send('朝阳一.txt', 2022, '北京市');
    await send('朝阳二.txt', 2023, '长春市');
    await desk().settled();
    const put = (region: string) =>
      fetch(`${desk().laptop.api}/agencies/${encodeURIComponent(agency)}/region`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ region, by: '王' }),
      });
    expect((await put('110105')).status).toBe(200);
    await desk().settled();
    expect(await regions()).toEqual({ 2022: '110105', 2023: null });
    expect((await put('220104')).status).toBe(200);
    await desk().settled();
    expect(await regions()).toEqual({ 2022: '110105', 2023: '220104' });
    await desk().visit(path, async (page) => {
      expect(await page.locator('.namesakes li').allTextContents()).toEqual(
        expect.arrayContaining(['北京市朝阳区（1）', '吉林省长春市朝阳区（1）']),
      );
      expect(await page.locator('section', { hasText: '年度报告' }).first().locator('tbody tr').count()).toBe(1);
      await page.locator('.namesakes a').click();
      expect(page.url()).toContain('region=');
    });
  }, 60_000);
});
