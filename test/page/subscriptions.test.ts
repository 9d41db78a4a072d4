import { describe, expect, test, vi } from 'vitest';
import { listSubscriptions } from '../../functions/store/mail/subscription-items.ts';
import { record, store } from '../query/records.ts';
import { hasBrowser } from './browser.ts';
import { handOn } from './clicks.ts';
import { useDesk } from './desk.ts';

// The logger looks when it is loaded.
vi.hoisted(() => {
  process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
});

describe.skipIf(!hasBrowser)('subscriptions as a page', () => {
  const desk = useDesk(async () => {
    await store(record('教育.txt', { report: { agency: '浔阳区教育局', regionCode: '360403' } }));
  });

  test('a weekly digest for a county in at most six clicks; then removed', async () => {
    await desk().visit('/', async (page) => {
      const hand = handOn(page);
      await hand.click('.hits a:has-text("邮件订阅")');
      await hand.type('input[name=address]', 'clerk@example.org');
      await hand.type('input[name=region]', '九江市浔阳区');
      await hand.click('input[value=weekly]');
      await hand.click('.sheet button');
      await page.locator('tbody tr:target').waitFor();
      expect(hand.clicks()).toBeLessThanOrEqual(6);
      expect((await page.locator('tbody tr:target').textContent())?.replaceAll(/\s+/g, ' ')).toMatch(
        /^clerk@example\.org浔阳区及所属地区的年报每周汇总（周一）错误和疑点 待确认取消$/,
      );
      // The same again is the same subscription.
      await page.locator('input[name=address]').fill('clerk@example.org');
      await page.locator('input[name=region]').fill('360403');
      await page.locator('input[value=digest]').click();
      await page.locator('.sheet button').click();
      await page.locator('tbody tr', { hasText: '每日汇总' }).waitFor();
      expect(await page.locator('tbody tr', { hasText: 'clerk@example.org' }).count()).toBe(1);
    });
    const one = (await listSubscriptions(10)).subscriptions.find(({ address }) => address === 'clerk@example.org');
    const link = (action: string) => `/subscriptions/${one?.id}/${action}?token=${one?.token}`;
    await desk().visit(link('confirm'), async (page) => {
      const words = await page.locator('.message').textContent();
      expect(words).toContain('范围：浔阳区及所属地区的年报 · 每日汇总');
      expect(words).not.toMatch(/[a-z]{3}/i);
      await page.locator('.languages a', { hasText: 'English' }).click();
      expect(await page.locator('.message p').first().textContent()).toBe('Press the button to get the mails.');
      await page.locator('.message button').click();
      expect(await page.locator('.message').textContent()).toContain('The subscription is confirmed.');
    });
    await desk().visit(link('unsubscribe'), async (page) => {
      expect(await page.locator('.message').textContent()).toContain('范围：浔阳区及所属地区的年报');
    });
    await desk().visit('/subscriptions', async (page) => {
      const row = page.locator('tbody tr', { hasText: 'clerk@example.org' });
      expect(await row.textContent()).toContain('已生效');
      await row.locator('button').click();
      await row.waitFor({ state: 'detached' });
    });
  });

  test('a region whose name others bear is asked for, and nothing has to be written again', async () => {
    await desk().visit('/subscriptions', async (page) => {
      await page.locator('input[name=address]').fill('gulou@example.org');
      await page.locator('input[name=region]').fill('鼓楼区');
      await page.locator('input[value=weekly]').click();
      await page.locator('.sheet button').click();
      await page.locator('.choices button', { hasText: '福建省福州市鼓楼区' }).click();
      const row = page.locator('tbody tr:target', { hasText: 'gulou@example.org' });
      expect(await row.textContent()).toMatch(/鼓楼区及所属地区的年报每周汇总/);
    });
  });

  test('one agency, or files that begin so, at once; what cannot go together is said in words', async () => {
    await desk().visit(`/agencies/${encodeURIComponent('浔阳区教育局')}/reports`, async (page) => {
      await page.locator('main a', { hasText: '邮件订阅' }).click();
      expect(await page.locator('input[name=agency]').inputValue()).toBe('浔阳区教育局');
      await page.locator('input[name=address]').fill('one@example.org');
      await page.locator('.sheet button').click();
      expect(await page.locator('tbody tr', { hasText: 'one@example.org' }).textContent()).toContain(
        '浔阳区教育局的年报即时',
      );
      await page.locator('.narrow summary').click();
      await page.locator('input[name=prefix]').fill('uploads/街道');
      await page.locator('input[name=address]').fill('two@example.org');
      await page.locator('.sheet button').click();
      expect(await page.locator('tbody tr', { hasText: 'two@example.org' }).textContent()).toContain(
        '“uploads/街道”开头',
      );
      await page.locator('.narrow summary').click();
      await page.locator('input[name=prefix]').fill('uploads/街道');
      await page.locator('input[name=address]').fill('two@example.org');
      await page.locator('input[value=weekly]').click();
      await page.locator('.sheet button').click();
      expect(await page.locator('.message').textContent()).toContain('只能按地区订阅');
    });
  });

  test('the page of a region leads to its subscription; without scripts too', async () => {
    await desk().visit(
      '/regions/360403/2023',
      async (page) => {
        await page.locator('main a', { hasText: '邮件订阅' }).click();
        expect(await page.locator('input[name=region]').inputValue()).toBe('江西省九江市浔阳区');
        await page.locator('input[name=address]').fill('office@example.org');
        await page.locator('.sheet button').click();
        expect(await page.locator('tbody tr', { hasText: 'office@example.org' }).textContent()).toContain('即时');
      },
      { javaScriptEnabled: false },
    );
  });
});
