import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { extractText } from 'unpdf';
import { describe, expect, test, vi } from 'vitest';
import type { ReportRecord } from '../../shared/record.ts';
import { finding, unreadable } from '../output/results.ts';
import { record, store } from '../query/records.ts';
import { hasBrowser } from './browser.ts';
import { faultyReport, otherReports, withoutTables } from './demo.ts';
import { type Desk, useDesk } from './desk.ts';

// The logger looks when it is loaded.
vi.hoisted(() => {
  process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
});

const EVIL = `"><img src=x onerror="window.hacked=1"><script>window.hacked=1</script><a href="javascript:window.hacked=1">坏</a>`;

/** A report in which every text that a page shows tries to be markup. */
function hostileReport(): ReportRecord {
  const cells = ['requests.received.total', 'requests.granted.total'] as const;
  const evil = finding({
    rule: 'NAR.REQ',
    cells: [cells[0]],
    message: { zh: EVIL, en: EVIL },
    hint: { zh: EVIL, en: EVIL },
    basis: { zh: EVIL, en: EVIL },
    expected: EVIL,
    actual: EVIL,
    source: [{ line: 3, text: EVIL, place: { line: 3 } }],
  });
  return record(
    `${EVIL}.txt`,
    { raw: { [cells[1]]: EVIL }, cells: { [cells[1]]: null }, report: { agency: EVIL, title: EVIL } },
    { findings: [evil] },
  );
}

describe.skipIf(!hasBrowser)(
  'the pages in Chromium (skipped where /usr/bin/chromium is missing: apt-get install chromium)',
  () => {
    let faulty: ReportRecord;
    let hostile: ReportRecord;
    let blind: ReportRecord;
    let sound: ReportRecord;
    let tableless: ReportRecord;
    const desk = useDesk(async () => {
      faulty = await store(faultyReport());
      hostile = await store(hostileReport());
      sound = await store(record('合格.txt', {}, { findings: [] }));
      tableless = await store(withoutTables());
      blind = await store(record('扫描件2.pdf', {}, unreadable()));
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

    test('without the script: a finding links to its cells, the filter filters, a decision is made', async () => {
      await visit(
        `/reports/${faulty.id}`,
        async (page) => {
          await page.locator('td .mark').first().click();
          expect(page.url()).toMatch(/#finding-\d+$/);
          const finding = page.locator('.finding', { hasText: 'T4.SUM' });
          await finding.locator('.decide summary').click();
          await finding.locator('input[name=reason]').fill('已电话核实');
          await finding.locator('button', { hasText: '排除' }).click();
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
          await page.locator('.filters button').click();
          expect(await page.locator('.list tbody tr').count()).toBe(1);
          expect(await page.locator('select[name=rule]').inputValue()).toBe('T3.BALANCE');
          expect(await page.locator('.no-script').isVisible()).toBe(true);
        },
        { javaScriptEnabled: false },
      );
    });

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

    test('nothing is wider than a telephone', async () => {
      const region = '/regions/360403/2023';
      const agency = `/agencies/${encodeURIComponent('云溪县自然资源局')}/reports`;
      const report = `/reports/${faulty.id}`;
      const desks = ['/subscriptions', '/review', region, agency, `${report}?beside=1`, `${report}/reading`];
      for (const path of ['/', report, `${report}?lang=en`, `/reports/${hostile.id}`, ...desks]) {
        const width = await visit(path, (page) => page.evaluate<number>('document.documentElement.scrollWidth'), {
          viewport: { width: 360, height: 700 },
        });
        expect([path, width]).toEqual([path, 360]);
      }
    });

    test('axe finds nothing, in both schemes and languages', async () => {
      const report = `/reports/${faulty.id}`;
      const looks: [string, 'light' | 'dark'][] = [
        ['/', 'light'],
        ['/?lang=en', 'dark'],
        [report, 'light'],
        [`${report}?lang=en`, 'dark'],
        [`/reports/${blind.id}`, 'light'],
        ['/nowhere', 'dark'],
        ['/?rule=T3.BALANCE', 'light'],
        ['/regions/360403/2023', 'dark'],
        ['/regions/360000/2023', 'light'],
        ['/years/2023', 'light'],
        ['/grants', 'light'],
        [`/agencies/${encodeURIComponent('云溪县自然资源局')}/reports`, 'dark'],
        ['/subscriptions', 'light'],
        ['/subscriptions?lang=en', 'dark'],
        ['/review', 'light'],
        [`${report}?beside=1`, 'dark'],
      ];
      for (const [path, colorScheme] of looks) {
        const run = async (page: Page) => {
          await page.evaluate(axe.source);
          // Sizes of targets are no part of the usual rules.
          const options = "{ rules: { 'target-size': { enabled: true } } }";
          return page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(`axe.run(${options})`);
        };
        const { violations } = await visit(path, run, { colorScheme });
        expect([path, violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)]).toEqual([path, []]);
      }
    }, 300_000);

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
