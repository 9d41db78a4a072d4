import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import { reportId } from '../../shared/record.ts';
import { reportText } from '../support/report.ts';
import { hasBrowser, launchBrowser } from './browser.ts';
import { useDesk } from './desk.ts';

// The logger looks when it is loaded.
vi.hoisted(() => {
  process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
});

/** The report of `reportText` as a web page: lines with tabs are rows of a table. */
function webPage(agency: string, inside = ''): string {
  const lines = reportText({ agency, received: 4 }).split('\n');
  const parts = lines.map((line) =>
    line.includes('\t')
      ? `<tr>${line
          .split('\t')
          .map((cell) => `<td>${cell}</td>`)
          .join('')}</tr>`
      : `<p>${line}</p>`,
  );
  const html = parts.join('\n').replaceAll(/(?:<tr>.*<\/tr>\n?)+/g, '<table border="1">$&</table>');
  return `<!DOCTYPE html><meta charset="utf-8"><title>${agency}</title><body>${inside}${html}</body>`;
}

async function pdfOf(agency: string): Promise<Buffer> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent(webPage(agency));
    return await page.pdf({ format: 'A4' });
  } finally {
    await browser.close();
  }
}

describe.skipIf(!hasBrowser)('the original beside the tables', () => {
  const desk = useDesk();
  const send = async (name: string, body: string | Uint8Array<ArrayBuffer>) => {
    await fetch(`${desk().laptop.api}/uploads/${encodeURIComponent(name)}`, { method: 'PUT', body });
    await desk().settled();
    return `/reports/${reportId('reports', `uploads/${name}`)}`;
  };
  const frameOf = async (page: Page) => {
    const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
    if (!frame) throw new Error('no frame');
    return frame;
  };

  test('a text: one click opens it, and a finding scrolls both', async () => {
    const path = await send('青禾市水务局.txt', reportText({ agency: '青禾市水务局', received: 4 }));
    await desk().visit(path, async (page) => {
      await page.locator('.actions a', { hasText: '对照原文' }).click();
      const frame = await frameOf(page);
      await frame.locator('p.read', { hasText: '青禾市水务局' }).first().waitFor();
      await page.locator('.table .finding').first().click();
      await frame.locator('[data-lit]').first().waitFor();
      expect(await frame.locator('[data-lit]').first().isVisible()).toBe(true);
      expect(await frame.locator('[data-lit]', { hasText: '本年新收' }).count()).toBe(1);
      const scrolled = await frame.evaluate<number>('window.scrollY');
      expect(scrolled).toBeGreaterThan(0);
    });
  });

  test('a web page as it was published: nothing in it runs or is fetched; without our script its reading is led to', async () => {
    const inside = `<script>window.top.hacked=1;document.title='x'</script><img src="https://outside.example/x.png" onerror="window.top.hacked=1"><form action="https://outside.example"><button>发送</button></form><meta http-equiv="refresh" content="0;url=https://outside.example">`;
    const path = await send('青禾市林业局.html', webPage('青禾市林业局', inside));
    await desk().visit(`${path}?beside=1`, async (page) => {
      // The browser tells of what the policy stops as of requests that failed, before they are sent.
      const sent: string[] = [];
      const stopped = (error: string | undefined) => error !== undefined && /csp|BLOCKED/i.test(error);
      page.on('requestfinished', (request) => void (request.url().includes('outside') && sent.push(request.url())));
      page.on('requestfailed', (request) => {
        if (request.url().includes('outside') && !stopped(request.failure()?.errorText)) sent.push(request.url());
      });
      await page.reload();
      const frame = await frameOf(page);
      await frame.locator('table').first().waitFor();
      await page.locator('.table .finding').first().click();
      await frame.locator('td[data-lit]').first().waitFor();
      expect(frame.url()).toContain('/original/view');
      expect(await page.evaluate('window.hacked')).toBeUndefined();
      await frame.locator('button').click();
      expect(sent).toEqual([]);
      const { headers } = await fetch(`${desk().laptop.api}${path}/original/view`);
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox allow-same-origin/);
    });
    await desk().visit(
      `${path}?beside=1`,
      async (page) => {
        await page.locator('.table .evidence').first().click();
        const frame = await frameOf(page);
        await frame.waitForURL(/reading.*#t\d+r\d+c\d+/);
        expect(await frame.locator(':target').count()).toBe(1);
      },
      { javaScriptEnabled: false },
    );
  });

  test('a PDF in the viewer of the browser, led to the page of the finding', async () => {
    const path = await send('青禾市体育局.pdf', new Uint8Array(await pdfOf('青禾市体育局')));
    await desk().visit(`${path}?beside=1`, async (page) => {
      const answer = await fetch(`${desk().laptop.api}${path}/original/view`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
      expect(await page.locator('iframe').getAttribute('sandbox')).toBeNull();
      const link = page.locator('.evidence').first();
      expect(await link.getAttribute('href')).toMatch(/\/original\/view#page=\d+$/);
      await link.click();
      await page.waitForFunction('/#page=\\d/.test(frames[0].location.href)');
    });
  });

  test('a Word file as it was read; on a telephone the frame is below', async () => {
    const path = await send('词.docx', readFileSync('test/document/fixtures/report.docx'));
    await desk().visit(
      `${path}?beside=1`,
      async (page) => {
        const frame = await frameOf(page);
        await frame.locator('table.read').first().waitFor();
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(360);
        expect((await page.locator('iframe').boundingBox())?.y).toBeGreaterThan(350);
      },
      { viewport: { width: 360, height: 740 } },
    );
  });
});
