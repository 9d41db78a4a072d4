import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { readDocuments } from '../../shared/document/read.ts';
import { UnreadableError } from '../../shared/document/unreadable.ts';
import { finding } from '../output/results.ts';
import { record, store } from '../query/records.ts';
import { hasBrowser } from './browser.ts';
import { handOn } from './clicks.ts';
import { useDesk } from './desk.ts';

// The logger looks when it is loaded.
vi.hoisted(() => {
  process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
});

const MANY = 42;

describe.skipIf(!hasBrowser)('the list', () => {
  const desk = useDesk(async () => {
    for (let i = 1; i <= MANY; i++) {
      const report = { agency: `青禾市第${i}示例局`, regionCode: '360403' };
      await store(record(`批量/${i}号文件.txt`, { report }, { findings: [finding({ fingerprint: `f${i}` })] }));
    }
    const passed = { agency: '云溪县水务局', regionCode: '360402', year: 2022 };
    await store(record('镇街汇总.zip', { report: passed }, {}));
  });

  test('the filtered list is taken away as a sheet, one row a mistake, in one click', async () => {
    await desk().visit('/?text=第7示例', async (page) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('.hits a', { hasText: 'xlsx' }).click(),
      ]);
      const bytes = readFileSync(await download.path());
      const [read] = await readDocuments({ name: 'findings.xlsx', bytes });
      if (!read || read.document instanceof UnreadableError) throw new Error('not readable');
      const rows = read.document.blocks.flatMap((block) => (block.kind === 'grid' ? block.rows : []));
      expect(rows.map((row) => row.map(({ text }) => text).slice(0, 4))).toEqual([
        ['机关', '年度', '结论', '级别'],
        ['青禾市第7示例局', '2023', '不通过', '错误'],
      ]);
      const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] as Uint8Array);
      expect(sheet).toContain('<autoFilter ref="A1:N2"/>');
      expect(sheet).toContain('state="frozen"');
    });
  });

  test('one rule in one region in at most three clicks', async () => {
    await desk().visit('/', async (page) => {
      const hand = handOn(page);
      await hand.choose('select[name=rule]', 'T3.BALANCE');
      await hand.type('input[name=region]', '浔阳区');
      await page.keyboard.press('Enter');
      await page.waitForURL(/region=/);
      expect(await page.locator('.hits').textContent()).toContain(`共${MANY}份`);
      expect(hand.clicks()).toBeLessThanOrEqual(3);
    });
  });

  test('one rule in forty reports is dismissed with a reason in at most six clicks', async () => {
    await desk().visit('/?limit=100', async (page) => {
      const hand = handOn(page);
      await hand.choose('select[name=rule]', 'T3.BALANCE');
      await hand.click('.filters button');
      expect(await page.locator('.hits').textContent()).toContain(`共${MANY}份`);
      expect(await page.locator('.list tbody tr').first().textContent()).toContain('新收46+结转3=49');
      await hand.type('input[name=reason]', '模板误差，已统一核实');
      await hand.click('.together .line input');
      await hand.click('.together button:has-text("排除")');
      await page.waitForURL(/rule=T3\.BALANCE/);
      expect(await page.locator('.calm').textContent()).toContain('没有符合条件的报告');
      expect(hand.clicks()).toBeLessThanOrEqual(6);
    });
  }, 60_000);

  test('boxes follow the filter; words are looked for in names of agencies and files, in both scripts', async () => {
    await desk().visit('/?text=縣水務', async (page) => {
      expect(await page.locator('.hits').textContent()).toContain('共1份');
      expect(await page.locator('.count b').allTextContents()).toEqual(['1', '0', '0', '0', '1']);
    });
    await desk().visit('/?text=镇街 水务', async (page) => {
      expect(await page.locator('.list tbody tr').count()).toBe(1);
    });
  });

  test('a region by its name; one that several have is asked for', async () => {
    await desk().visit('/?region=九江市', async (page) => {
      expect(await page.locator('.hits').textContent()).toContain(`共${MANY + 1}份`);
    });
    await desk().visit('/?region=鼓楼区', async (page) => {
      expect(await page.locator('h1').textContent()).toBe('请选择地区');
      expect(await page.locator('.choices').textContent()).toMatch(/江苏省南京市鼓楼区.*河南省开封市鼓楼区/s);
    });
    // Whatever else was asked for stays, and the answer is one click.
    await desk().visit('/?region=鼓樓區&text=水務&lang=zh-TW', async (page) => {
      await page.locator('.choices a', { hasText: '江蘇省南京市鼓樓區' }).click();
      expect(new URL(page.url()).search).toBe(
        `?${new URLSearchParams({ region: '320106', text: '水務', lang: 'zh-TW' })}`,
      );
      expect(await page.locator('input[name=region]').inputValue()).toBe('江苏省南京市鼓楼区');
    });
    await desk().visit('/regions/鼓楼区/2023', async (page) => {
      await page.locator('.choices a', { hasText: '开封' }).click();
      expect(await page.locator('h1').textContent()).toContain('河南省开封市鼓楼区');
    });
  });

  test('sorted by a column and turned over, there and back', async () => {
    await desk().visit('/?limit=20', async (page) => {
      await page.locator('.list thead a', { hasText: '年度' }).click();
      expect(await page.locator('.list tbody th').first().textContent()).toContain('云溪县水务局');
      expect(await page.locator('[aria-sort=ascending]').count()).toBe(1);
      const first = await page.locator('.list tbody').textContent();
      await page.locator('a[rel=next]').click();
      await page.locator('a[rel=next]').click();
      expect(await page.locator('.list tbody tr').count()).toBe(3);
      expect(await page.locator('a[rel=next]').count()).toBe(0);
      await page.locator('a[rel=prev]').click();
      await page.locator('a[rel=prev]').click();
      expect(await page.locator('.list tbody').textContent()).toBe(first);
    });
  });
});
