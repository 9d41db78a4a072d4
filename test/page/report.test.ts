/** The page of a report in Chromium: the answer first, findings and cells that light each other, with and without scripts. */
import type { Page } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import type { ReportRecord } from '../../shared/record.ts';
import { faultyDocx, recordOf } from '../output/papers.ts';
import { record, store } from '../query/records.ts';
import { hasBrowser } from './browser.ts';
import { faultyReport, otherReports, withoutTables } from './demo.ts';
import { type Desk, useDesk } from './desk.ts';
import { hostileReport } from './hostile.ts';

// The logger looks when it is loaded.
vi.hoisted(() => {
  process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
});

describe.skipIf(!hasBrowser)(
  'the page of a report (skipped where /usr/bin/chromium is missing: apt-get install chromium)',
  () => {
    let faulty: ReportRecord;
    let hostile: ReportRecord;
    let sound: ReportRecord;
    let tableless: ReportRecord;
    let slip: ReportRecord;
    const desk = useDesk(async () => {
      faulty = await store(faultyReport());
      hostile = await store(hostileReport());
      sound = await store(record('合格.txt', {}, { findings: [] }));
      tableless = await store(withoutTables());
      slip = await store(await recordOf('示例局2023年报.docx', faultyDocx()));
      for (const other of otherReports().slice(0, 5)) await store(other);
    });
    const visit: Desk['visit'] = (...given) => desk().visit(...given);

    test('an upload that is refused says so', async () => {
      await visit('/', async (page) => {
        const buffer = Buffer.alloc(5 * 1024 * 1024);
        await page.setInputFiles('.drop input[type=file]', { name: '太大.pdf', mimeType: 'application/pdf', buffer });
        await page.locator('.uploads .failed').waitFor();
        expect(await page.locator('.uploads .failed').textContent()).toContain('4 MB');
      });
    });

    test('a finding lights its cells; a cell shows its sum; Escape puts it out', async () => {
      await visit(`/reports/${faulty.id}`, async (page) => {
        const balance = page.locator('.finding', { hasText: 'T3.BALANCE' }).first();
        await balance.hover();
        const lit = await page.locator('td.lit').evaluateAll((cells) => cells.map(({ id }) => id));
        expect(lit).toContain('cell-requests.carriedOut.naturalPerson');
        expect(lit).toHaveLength(4);
        await page.locator('[id="cell-requests.received.naturalPerson"]').hover();
        expect(await page.locator('.tip').textContent()).toContain('46+');
        await page.keyboard.press('Escape');
        expect(await page.locator('.lit').count()).toBe(0);
        expect(await page.locator('.tip').isVisible()).toBe(false);
      });
    });

    test('the keyboard does the same, and a tap', async () => {
      await visit(`/reports/${faulty.id}`, async (page) => {
        await page.locator('.table .finding').first().focus();
        expect(await page.locator('td.lit').count()).toBeGreaterThan(0);
      });
      const telephone = { viewport: { width: 360, height: 700 }, hasTouch: true, isMobile: true };
      await visit(
        `/reports/${faulty.id}`,
        async (page) => {
          await page.locator('[id="cell-proactive.normativeDocuments.inForce"] .mark').tap();
          expect(await page.locator('.tip').isVisible()).toBe(true);
        },
        telephone,
      );
    });

    test('first what to do, then each mistake, and the first Tab leads to them', async () => {
      for (const viewport of [
        { width: 1280, height: 900 },
        { width: 360, height: 740 },
      ]) {
        const look = async (page: Page) => {
          const [todo, first] = await Promise.all(
            ['.todo', '.mistakes > li'].map((selector) => page.locator(selector).first().boundingBox()),
          );
          expect(first && todo && first.y > todo.y && first.y + first.height < viewport.height).toBe(true);
          await page.keyboard.press('Tab');
          await page.keyboard.press('Enter');
          expect(page.url()).toMatch(/#finding-1$/);
        };
        await visit(`/reports/${faulty.id}`, look, { viewport });
      }
    });

    test.each([
      { width: 1280, height: 900 },
      { width: 360, height: 740 },
    ])('of one slip the first screen at $width px says which cell and why', async (viewport) => {
      const look = async (page: Page) => {
        const cell = page.locator('.mistakes .suspects li').first();
        expect(await cell.textContent()).toContain('填报103，请核实是否为102');
        expect(await page.locator('.mistakes > li:has(.suspects)').textContent()).toMatch(/103\+97\+100.*自然人/s);
        const box = await cell.boundingBox();
        expect(box && box.y + box.height < viewport.height).toBe(true);
      };
      await visit(`/reports/${slip.id}`, look, { viewport });
    });

    // By keys: a press of the mouse waits until nothing has moved for two frames, which a busy machine does not draw.
    test('without the script: a finding links to its cells, the filter filters, a decision is made', async () => {
      await visit(
        `/reports/${faulty.id}`,
        async (page) => {
          await page.locator('td .mark').first().press('Enter');
          expect(page.url()).toMatch(/#finding-\d+$/);
          const finding = page.locator('.finding', { hasText: 'T4.SUM' });
          await finding.locator('.decide summary').press('Enter');
          await finding.locator('input[name=reason]').fill('已电话核实');
          await finding.locator('button', { hasText: '排除' }).press('Enter');
          await page.waitForURL(/#finding-\d+$/);
          expect(await page.locator('.finding.dismissed').textContent()).toMatch(/已排除.*已电话核实/s);
          expect(await page.locator('[id="cell-disputes.reconsideration.upheld"].error').count()).toBe(0);
        },
        { javaScriptEnabled: false },
      );
      await visit(
        '/',
        async (page) => {
          await page.locator('select[name=rule]').selectOption('T3.BALANCE');
          await page.locator('input[name=text]').fill('自然资源');
          await page.locator('.filters button').press('Enter');
          expect(await page.locator('.list tbody tr').count()).toBe(1);
          expect(await page.locator('select[name=rule]').inputValue()).toBe('T3.BALANCE');
          expect(await page.locator('.no-script').isVisible()).toBe(true);
        },
        { javaScriptEnabled: false },
      );
    });

    test('a table that scrolls says so on a telephone, one without a fault is folded, one that is missing is not drawn', async () => {
      const telephone = { viewport: { width: 360, height: 740 } };
      await visit(
        `/reports/${faulty.id}`,
        async (page) => {
          const scrolls = await page
            .locator('.scroll')
            .evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth).length);
          expect(scrolls).toBeGreaterThan(0);
          expect(await page.locator('.swipe').filter({ visible: true }).count()).toBeGreaterThanOrEqual(scrolls);
          const head = page.locator('.requests tbody th[scope=row]').first();
          await page.locator('.scroll:has(.requests)').evaluate((each) => {
            each.scrollLeft = 200;
          });
          expect((await head.boundingBox())?.x).toBeGreaterThanOrEqual(0);
        },
        telephone,
      );
      await visit(`/reports/${sound.id}`, async (page) => {
        expect(await page.locator('details.folded:not([open])').count()).toBe(3);
        expect(await page.locator('.todo').textContent()).toContain('无需处理');
      });
      await visit(`/reports/${tableless.id}`, async (page) => {
        expect(await page.locator('.form').count()).toBe(0);
        expect(await page.locator('main').textContent()).not.toContain('？');
        expect(await page.locator('.missing').count()).toBe(3);
      });
    });

    test('a hostile report is text: no script runs, nothing is loaded, no link leads astray', async () => {
      for (const path of ['/', `/reports/${hostile.id}`, `/reports/${hostile.id}?lang=zh-Hant`]) {
        await visit(path, async (page) => {
          const wrong: string[] = [];
          page.on('dialog', (dialog) => wrong.push(dialog.message()));
          page.on('console', (message) => void (message.type() === 'error' && wrong.push(message.text())));
          page.on(
            'request',
            (request) =>
              void (
                !request.url().startsWith(desk().laptop.api) &&
                !request.url().startsWith('data:') &&
                wrong.push(request.url())
              ),
          );
          await page.reload();
          for (const cell of await page.locator('td[data-findings]').all()) await cell.hover();
          expect(await page.evaluate('window.hacked')).toBeUndefined();
          expect(wrong).toEqual([]);
          expect(await page.locator('main script, main img, [onerror], a[href^="javascript:"]').count()).toBe(0);
          expect(await page.locator('main').textContent()).toContain('<script>window.hacked=1</script>');
        });
      }
    });
  },
);
