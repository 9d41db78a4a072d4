import { describe, expect, test, vi } from 'vitest';
import { Workbook } from '../../shared/output/xlsx/workbook.ts';
import { finding, unreadable } from '../output/results.ts';
import { record, store } from '../query/records.ts';
import { hasBrowser } from './browser.ts';
import { handOn } from './clicks.ts';
import { useDesk } from './desk.ts';

// The logger looks when it is loaded.
vi.hoisted(() => {
  process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
});

const YEAR = 2024;
const of = (agency: string, more = {}) => ({ report: { agency, regionCode: '360403', year: YEAR, ...more } });

async function sheet(rows: string[][]): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  const book = new Workbook(async (bytes) => {
    parts.push(bytes);
  });
  await book.sheet('名单', ['序号', '单位名称', '邮箱']);
  await book.rows(rows);
  await book.end();
  return Buffer.concat(parts);
}

describe.skipIf(!hasBrowser)('a region and year', () => {
  const desk = useDesk(async () => {
    await store(record('教育.txt', of('浔阳区教育局', { publishedOn: '2025-01-20' })));
    await store(record('财政.txt', of('浔阳区财政局', { publishedOn: '2025-02-20' }), { findings: [finding()] }));
    await store(record('水利.txt', of('浔阳区水利局')));
    await store(record('浔阳区民政局扫描件.pdf', {}, unreadable()));
    await store(record('福州.txt', { report: { agency: '福州市财政局', regionCode: '350100', year: YEAR } }));
    await store(
      record('工信.txt', { report: { agency: '工业和信息化部', level: 'ministry', regionCode: null, year: YEAR } }),
    );
  });

  test('who is missing, late, failed or unreadable, by name: two clicks after the roster is there', async () => {
    await desk().visit(`/regions/浔阳区/${YEAR}`, async (page) => {
      expect(await page.locator('.calm').textContent()).toContain('尚无单位名单');
      expect(await page.locator('.rates').textContent()).not.toContain('未报送');
      const names = '浔阳区教育局\n浔阳区财政局，cz@example.org\n浔阳区民政局\n浔阳区卫生健康委员会,ws@example.org';
      await page.locator('.roster textarea').fill(names);
      await page.locator('.roster button').click();
      await page.locator('.standing').first().waitFor();
    });
    await desk().visit('/', async (page) => {
      const hand = handOn(page);
      await hand.type('input[name=region]', '浔阳区');
      await page.keyboard.press('Enter');
      await page.waitForURL(/region=/);
      await hand.click('.hits a');
      await page.waitForURL(/\/regions\/360403\/2024/);
      expect(hand.clicks()).toBeLessThanOrEqual(2);
      const rows = await page.locator('.standing').first().locator('tbody tr').allTextContents();
      expect(rows.map((row) => row.replace(/\s+/g, ' '))).toEqual([
        expect.stringMatching(/^浔阳区卫生健康委员会ws@example\.org未报送 2025-01-31已逾期\d+天/),
        expect.stringMatching(/^浔阳区民政局无法识别/),
        expect.stringMatching(/^浔阳区财政局cz@example\.org不通过 逾期公布/),
        expect.stringMatching(/^浔阳区教育局通过/),
      ]);
      expect(await page.locator('.standing').nth(1).textContent()).toContain('浔阳区水利局');
      expect(await page.locator('.rates').textContent()).toMatch(/已报送3 \/ 4.*未报送1 \/ 4/s);
    });
  });

  test('rates with what they are a part of, of each level by itself; the choice of a level holds on', async () => {
    await desk().visit(`/regions/360000/${YEAR}`, async (page) => {
      const departments = page.locator('table', { hasText: '分子 / 分母' }).first();
      expect(await page.locator('h3', { hasText: '部门' }).textContent()).toBe('部门（3）');
      expect(
        (await departments.locator('tr', { hasText: '年内办结率' }).textContent())?.replaceAll(/\s+/g, ' '),
      ).toMatch(/^年内办结率\d+(\.\d)?%\d+ \/ \d+3$/);
      expect(await page.locator('.ranking tbody tr').first().textContent()).toMatch(/^1九江市33.3%1 \/ 31 \/ 4$/);
      await page.locator('.levels a', { hasText: '乡镇街道' }).click();
      expect(page.url()).toContain('level=town');
      expect(await page.locator('.ranking tbody tr').first().textContent()).toMatch(/0 \/ 00 \/ 0$/);
    });
  });

  test('bars of a table begin at one line', async () => {
    await desk().visit(`/regions/360000/${YEAR}`, async (page) => {
      const bars = await page
        .locator('section table svg')
        .evaluateAll((all) =>
          all.map((bar) => [bar.closest('table')?.textContent, Math.round(bar.getBoundingClientRect().left)] as const),
        );
      expect(bars.length).toBeGreaterThan(5);
      for (const [, lefts] of Map.groupBy(bars, ([table]) => table)) {
        expect(new Set(lefts.map(([, left]) => left)).size).toBe(1);
      }
    });
  });

  test('a year as a whole: by province with what is missing, ranked by a rate that is chosen; two clicks from the front', async () => {
    await desk().visit('/', async (page) => {
      await page.locator('.hits a', { hasText: '全国情况' }).click();
      await page.waitForURL(/\/years\/2024/);
      expect(await page.locator('h1').textContent()).toBe('全国 · 2024年度');
      expect(await page.locator('dl.rates').textContent()).toMatch(
        /已报送3 \/ 4.*未报送1 \/ 4.*逾期公布0 \/ 5.*不通过1 \/ 5/s,
      );
      expect(await page.locator('main').textContent()).toMatch(/公布期限：.*部门 2025-01-31（已截止）/);
      expect(await page.locator('.standing', { hasText: '工业和信息化部' }).count()).toBe(1);
      expect(await page.locator('.ranking tbody tr').allTextContents()).toEqual([
        expect.stringMatching(/^1江西省33.3%1 \/ 31 \/ 4$/),
        expect.stringMatching(/^2福建省0%0 \/ 1—$/),
      ]);
      await page.getByRole('region', { name: /^部门/ }).locator('tr', { hasText: '年内办结率' }).locator('a').click();
      expect(page.url()).toContain('rank=');
      expect(await page.locator('.ranking thead').textContent()).toContain('年内办结率');
      expect(await page.locator('.ranking tbody tr').first().textContent()).toMatch(
        /^1江西省\d+(\.\d)?%\d+ \/ \d+1 \/ 4$/,
      );
      await page.locator('.ranking a', { hasText: '江西省' }).click();
      expect(await page.locator('h1').textContent()).toBe('江西省 · 2024年度');
      await page.locator('.around a', { hasText: '全国' }).click();
      expect(await page.locator('h1').textContent()).toBe('全国 · 2024年度');
    });
  });

  test('the roster as a sheet replaces it', async () => {
    const buffer = await sheet([
      ['1', '浔阳区教育局', 'jy@example.org'],
      ['2', '浔阳区水利局', ''],
    ]);
    await desk().visit(`/regions/360403/${YEAR}`, async (page) => {
      await page.locator('.roster summary').click();
      await page.setInputFiles('[data-roster]', { name: '名单.xlsx', mimeType: 'application/octet-stream', buffer });
      await page
        .locator('.standing', { hasText: '应报送单位' })
        .or(page.locator('h2', { hasText: '（2）' }))
        .first()
        .waitFor();
      const rows = await page.locator('.standing').first().locator('tbody th').allTextContents();
      expect(rows).toEqual(['浔阳区教育局jy@example.org', '浔阳区水利局']);
    });
  });
});
