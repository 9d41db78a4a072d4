import { describe, expect, test, vi } from 'vitest';
import { finding } from '../output/results.ts';
import { record, store } from '../query/records.ts';
import { hasBrowser } from './browser.ts';
import { useDesk } from './desk.ts';

// The logger looks when it is loaded.
vi.hoisted(() => {
  process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
});

describe.skipIf(!hasBrowser)('review', () => {
  const report = { agency: '浔阳区教育局', regionCode: '360403' };
  const faulty = record('教育.txt', { report }, { findings: [finding()] });
  const desk = useDesk(async () => {
    await store(faulty);
  });

  test('a report is assigned until a day, the office explains a finding, and both stand among what is open', async () => {
    await desk().visit(
      `/reports/${faulty.id}`,
      async (page) => {
        await page.locator('.assign summary').click();
        await page.locator('.assign input[name=assignee]').fill('李四');
        await page.locator('.assign input[name=due]').fill('2024-03-01');
        await page.locator('.assign button').click();
        expect(await page.locator('.summary').textContent()).toContain('复核人：李四 · 完成期限：2024-03-01');
        await page.locator('.explain summary').click();
        await page.locator('.explain textarea').fill('系上年结转口径不同，<b>附台账</b>');
        await page.locator('.explain button').click();
        await page.waitForURL(/#finding-1$/);
        expect(await page.locator('.notes').textContent()).toContain('系上年结转口径不同，<b>附台账</b>');
        await page.goto(`${desk().laptop.api}/`);
        await page.locator('.hits a', { hasText: '复核任务' }).click();
        const row = page.locator('.review tbody tr');
        expect((await row.textContent())?.replaceAll(/\s+/g, ' ')).toMatch(
          /浔阳区教育局 2023教育\.txt 不通过.*李四 ?2024-03-01 已逾期 ?系上年结转口径不同/,
        );
        await page.locator('input[name=assignee]').fill('王五');
        await page.locator('.filters button').click();
        expect(await page.locator('.calm').textContent()).toBe('暂无待复核的报告。');
      },
      { javaScriptEnabled: false },
    );
  });
});
