/** People in a browser: signing in at an issuer, what a region's supervisor sees, and the link of a mail. */
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeLink } from '../../functions/store/access/links.ts';
import { getSubscription, type Subscription } from '../../functions/store/mail/subscription-items.ts';
import { putSubscription } from '../../functions/store/mail/subscriptions.ts';
import { readNotes } from '../../functions/store/records/notes.ts';
import type { ReportRecord } from '../../shared/record.ts';
import { finding } from '../output/results.ts';
import { record, store } from '../query/records.ts';
import { useSigned } from '../query/signed.ts';
import { hasBrowser, launchBrowser } from './browser.ts';

const signed = useSigned();
const at = (path: string) => `${signed().address}${path}`;

describe.skipIf(!hasBrowser)('in Chromium', () => {
  let browser: Browser;
  let ours: ReportRecord;
  let nextDoor: ReportRecord;
  beforeAll(async () => {
    browser = await launchBrowser();
    const findings = [finding()];
    const of = (regionCode: string, agency: string) => ({ report: { regionCode, agency, year: 2023 } });
    ours = await store(record('内/示例局2023.txt', of('360403', '示例市示例局'), { findings }));
    nextDoor = await store(record('外/邻县局2023.txt', of('360502', '邻县邻局'), { findings }));
  });
  afterAll(() => browser.close());

  /** Signs in at the issuer's own pages, from whatever address was asked for. */
  async function signIn(context: BrowserContext, address: string, login: string) {
    const page = await context.newPage();
    await page.goto(address);
    expect(new URL(page.url()).origin).toBe(signed().issuer);
    await page.fill('[name=login]', login);
    await page.fill('[name=password]', 'any');
    await page.click('[type=submit]');
    // The issuer asks whether we may know who it is.
    if (new URL(page.url()).origin === signed().issuer) await page.click('[type=submit]');
    await page.waitForURL(`${signed().address}/**`);
    return page;
  }

  test('a supervisor signs in, is led back, sees and decides in the own region and nothing next door', async () => {
    const context = await browser.newContext();
    const page = await signIn(context, at(`/reports/${ours.id}`), 'supervisor:360400');
    expect(page.url()).toBe(at(`/reports/${ours.id}`));
    expect(await page.textContent('h1')).toContain('示例市示例局');
    expect(await page.evaluate('document.cookie')).toBe('');
    const there = await page.goto(at(`/reports/${nextDoor.id}`));
    expect(there?.status()).toBe(403);
    expect(await page.textContent('body')).toContain('权限');
    const list = await page.goto(at('/'));
    expect(list?.status()).toBe(200);
    expect(await page.textContent('body')).not.toContain('邻县邻局');
    await context.close();
  });

  test('who signs in without a role is told so, and sees no report', async () => {
    const context = await browser.newContext();
    const page = await signIn(context, at(`/reports/${ours.id}`), 'somebody');
    expect(await page.textContent('body')).not.toContain('示例市示例局');
    await context.close();
  });

  test('the link of a mail opens its report alone, leaves no key behind, and a doubt is explained there', async () => {
    const scope = { kind: 'all' } as const;
    const wanted = { address: 'clerk@agency.example', scope, leastSeverity: 'warning', language: 'auto' } as const;
    await putSubscription('reader', { ...wanted, delivery: 'immediate' }, new Date(), { confirmed: true });
    const word = await makeLink(ours.id, (await getSubscription('reader')) as Subscription, new Date());
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(at(`/reports/${ours.id}/open?key=${encodeURIComponent(word)}`));
    expect(page.url()).toBe(at(`/reports/${ours.id}`));
    expect(await page.evaluate('document.cookie + location.href')).not.toContain(word);
    // The form may stand behind a summary that opens it.
    await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
    const form = page.locator('form[action$="/notes/form"]').first();
    await form.locator('[name=text]').fill('系模板误差，已核实');
    await form.locator('button').click();
    await expect.poll(() => readNotes(ours.id)).toMatchObject([{ text: '系模板误差，已核实' }]);
    const other = await page.goto(at(`/reports/${nextDoor.id}`));
    // Not known there: it is led to sign in.
    expect(new URL(other?.url() ?? '').origin).toBe(signed().issuer);
    await context.close();
  });
});
