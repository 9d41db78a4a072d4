/** How the pages look in Chromium: on paper, on a telephone, and to axe. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { extractText } from 'unpdf';
import { describe, expect, test, vi } from 'vitest';
import type { ReportRecord } from '../../shared/record.ts';
import { unreadable } from '../output/results.ts';
import { record, store } from '../query/records.ts';
import { hasBrowser } from './browser.ts';
import { faultyReport, otherReports } from './demo.ts';
import { type Desk, useDesk } from './desk.ts';
import { hostileReport } from './hostile.ts';

// The logger looks when it is loaded.
vi.hoisted(() => {
  process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
});

const AGENCY = `/agencies/${encodeURIComponent('云溪县自然资源局')}/reports`;

describe.skipIf(!hasBrowser)('the looks of the pages', () => {
  let faulty: ReportRecord;
  let hostile: ReportRecord;
  let blind: ReportRecord;
  const desk = useDesk(async () => {
    faulty = await store(faultyReport());
    hostile = await store(hostileReport());
    blind = await store(record('扫描件2.pdf', {}, unreadable()));
    for (const other of otherReports().slice(0, 5)) await store(other);
  });
  const visit: Desk['visit'] = (...given) => desk().visit(...given);

  test('prints on A4: no controls, no table cut off at the side', async () => {
    await visit(`/reports/${faulty.id}`, async (page) => {
      // A4 less its margins, in CSS pixels.
      await page.setViewportSize({ width: 703, height: 1000 });
      await page.emulateMedia({ media: 'print' });
      const cut = await page
        .locator('.form')
        .evaluateAll((tables) =>
          tables.filter((table) => table.getBoundingClientRect().right > 704).map(({ className }) => className),
        );
      expect(cut).toEqual([]);
      expect(await page.locator('.actions, .decide, .languages').filter({ visible: true }).count()).toBe(0);
      const bytes = await page.pdf({ format: 'A4' });
      const pdf = bytes.toString('latin1');
      expect(pdf.match(/\/MediaBox \[0 0 595[\d.]* 84[\d.]*\]/g)?.length).toBeGreaterThan(1);
      // Every sheet says whose it is and of which day, has its number and a place to sign.
      const { text: sheets } = await extractText(new Uint8Array(bytes));
      expect(sheets.length).toBeGreaterThan(1);
      for (const sheet of sheets) {
        for (const words of ['打印日期：', '核对人：', '负责人：']) {
          expect(sheet.normalize('NFKC')).toContain(words.normalize('NFKC'));
        }
      }
    });
  });

  test.each(['light', 'dark'] as const)(
    'on paper of a %s screen: white, dark ink, a place to sign, numbered',
    async (colorScheme) => {
      const look = async (page: Page) => {
        expect(await page.locator('.signatures').isVisible()).toBe(false);
        await page.emulateMedia({ media: 'print', colorScheme });
        expect(await page.locator('.signatures').isVisible()).toBe(true);
        expect(await page.locator('.signatures').textContent()).toBe('核对人：负责人：日期：');
        const facts = await page.locator('.facts').textContent();
        expect(facts).toMatch(/云溪县自然资源局.*2023.*核对时间/s);
        const styles = (selector: string, property: string) =>
          page.evaluate<string[]>(
            `Array.from(document.querySelectorAll('${selector}'), (each) => getComputedStyle(each).${property})`,
          );
        const grounds = await styles('html, body, .summary, .finding, .form', 'backgroundColor');
        expect(grounds.length).toBeGreaterThan(5);
        expect(grounds.filter((colour) => !/^rgb\(255, 255, 255\)$|, 0\)$/.test(colour))).toEqual([]);
        // Whatever its colour, ink is at most half as light as the paper.
        const inks = await styles('.finding *, .mistakes *, .form *', 'color');
        const light = (ink: string) =>
          (ink.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
        expect(inks.filter((ink) => light(ink) > 384)).toEqual([]);
        const pages = await page.evaluate<string>(
          `Array.from(document.styleSheets[0].cssRules, ({ cssText }) => cssText).filter((rule) => rule.startsWith('@page')).join(' ')`,
        );
        expect(pages).toMatch(/counter\(page\).*counter\(pages\)/);
      };
      await visit(`/reports/${faulty.id}`, look, { colorScheme });
    },
  );

  test('a printed list has as many heads as columns', async () => {
    await visit('/?rule=T3.BALANCE', async (page) => {
      await page.emulateMedia({ media: 'print' });
      const count = (row: string) => page.locator(`${row} > *`).filter({ visible: true }).count();
      expect(await count('.list thead tr')).toBe(await count('.list tbody tr:first-child'));
    });
  });

  test('nothing is wider than a telephone, and a table that scrolls by itself says so', async () => {
    const report = `/reports/${faulty.id}`;
    const others = [
      '/subscriptions',
      '/review',
      '/regions/360403/2023',
      AGENCY,
      `${report}?beside=1`,
      `${report}/reading`,
    ];
    const look = async (page: Page) => {
      for (const path of ['/', report, `${report}?lang=en`, `/reports/${hostile.id}`, ...others]) {
        await page.goto(desk().laptop.api + path);
        expect([path, await page.evaluate<number>('document.documentElement.scrollWidth')]).toEqual([path, 360]);
        const silent = await page.evaluate<string[]>(
          `Array.from(document.querySelectorAll('.scroll')).filter((each) => each.scrollWidth > each.clientWidth && !each.previousElementSibling?.matches('.swipe')).map((each) => each.outerHTML.slice(0, 200))`,
        );
        expect([path, silent]).toEqual([path, []]);
      }
    };
    await visit('/', look, { viewport: { width: 360, height: 700 } });
  });

  test('axe finds nothing on any page, and no contrast too low in either scheme', async () => {
    const report = `/reports/${faulty.id}`;
    const paths = [
      ...[
        '/',
        '/?rule=T3.BALANCE',
        '/?region=鼓楼区',
        report,
        `${report}?beside=1`,
        `/reports/${blind.id}`,
        '/nowhere',
      ],
      ...['/regions/360000/2023', '/years/2023', '/grants', AGENCY, '/subscriptions?lang=en', '/review'],
    ];
    const violations = async (page: Page, options: object) => {
      const asked = JSON.stringify({ ...options, iframes: false, resultTypes: ['violations'] });
      const { violations: found } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
        `axe.run(${asked})`,
      );
      return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    };
    await visit('/', async (page) => {
      for (const path of paths) {
        await page.emulateMedia({ colorScheme: 'light' });
        await page.goto(desk().laptop.api + path);
        await page.evaluate(axe.source);
        // Sizes of targets are no part of the usual rules.
        expect([path, await violations(page, { rules: { 'target-size': { enabled: true } } })]).toEqual([path, []]);
        await page.emulateMedia({ colorScheme: 'dark' });
        expect([path, await violations(page, { runOnly: ['color-contrast'] })]).toEqual([path, []]);
      }
    });
  }, 300_000);
});
