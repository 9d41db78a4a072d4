/**
 * Draws mails in Chromium: `node test/mail/pictures.ts` those of the documentation, with a folder all kinds there.
 */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { renderBurstMail } from '../../shared/mail/burst.ts';
import { renderDigestMail } from '../../shared/mail/digest.ts';
import { notifiedOf } from '../../shared/mail/news.ts';
import { renderReportMail } from '../../shared/mail/report.ts';
import { voiceOf } from '../../shared/mail/voice.ts';
import { loadTraditional } from '../../shared/output/language.ts';
import { ALL_FAULTS, BALANCE, BLANK, CLAIM, ROW_TOTAL, record, UNREADABLE } from './examples.ts';

const DOCUMENTED = ['mail-360', 'mail-800', 'mail-dark-360', 'mail-burst-800'];
const folder = process.argv[2] ?? 'docs/pictures';
const base = 'http://127.0.0.1:9001';
const footer = { scope: '全部年报', unsubscribe: `${base}/subscriptions/example/unsubscribe?token=example` };
const traditional = await loadTraditional();
const zh = voiceOf('zh', traditional);
const failed = record({ findings: ALL_FAULTS });

const mails = {
  mail: renderReportMail({ record: failed, news: { kind: 'failed', findings: ALL_FAULTS }, base, footer }, zh),
  'mail-changed': renderReportMail(
    {
      record: failed,
      base,
      footer,
      news: {
        kind: 'changed',
        findings: [BALANCE, ROW_TOTAL, BLANK],
        fresh: [ROW_TOTAL],
        changed: [],
        mended: notifiedOf([CLAIM]),
      },
    },
    voiceOf('zh-Hant', traditional),
  ),
  'mail-unreadable': renderReportMail(
    {
      record: record({ key: '云溪县/2023 年报(扫描件).pdf', report: null, findings: [UNREADABLE] }),
      news: { kind: 'unreadable', findings: [UNREADABLE] },
      base,
      footer,
    },
    zh,
  ),
  'mail-clear': renderReportMail({ record: failed, news: { kind: 'clear' }, base, footer }, voiceOf('en', traditional)),
  'mail-burst': renderBurstMail(
    {
      reports: Array.from({ length: 12 }, (_, index) => ({
        record: record({ key: `${index}.txt`, report: { agency: `青禾市第${index + 1}示例局` }, findings: ALL_FAULTS }),
        news: { kind: 'failed', findings: ALL_FAULTS.slice(index % 4) },
      })),
      region: '青禾市',
      regionCode: '360400',
      base,
      footer,
    },
    zh,
  ),
  'mail-digest': renderDigestMail(
    {
      year: 2023,
      day: '2024-01-21',
      lastDay: '2024-01-20',
      scope: '青禾市及所属地区的年报',
      ...{ weekly: false, attached: 7, level: null },
      regions: [
        {
          code: '360403',
          name: '云溪县',
          counts: { passed: 31, failed: 6, incomplete: 0, unreadable: 1, missing: 12 },
          last: { passed: 25, failed: 8, incomplete: 0, unreadable: 1, missing: 16 },
        },
        {
          code: null,
          name: '南山县',
          counts: { passed: 40, failed: 0, incomplete: 0, unreadable: 0, missing: null },
          last: null,
        },
      ],
      rules: [{ rule: 'T3.BALANCE', title: { zh: '新收加结转与办理结果不平', en: 'Balance' }, reports: 5, last: 7 }],
      region: '360400',
      base,
      footer,
    },
    zh,
  ),
};

await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
for (const [name, mail] of Object.entries(mails)) {
  console.log(`${name}: ${mail.subject} (${Buffer.byteLength(mail.html)} bytes of HTML)`);
  for (const width of [360, 800]) {
    for (const colorScheme of name === 'mail' ? (['light', 'dark'] as const) : (['light'] as const)) {
      const file = `${name}${colorScheme === 'dark' ? '-dark' : ''}-${width}`;
      if (process.argv[2] === undefined && !DOCUMENTED.includes(file)) continue;
      const page = await browser.newPage({ viewport: { width, height: 600 }, colorScheme });
      await page.setContent(mail.html);
      const wider = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      if (Number(wider) > 0) console.log(`  wider than ${width} px by ${wider}`);
      await page.screenshot({ path: join(folder, `${file}.png`), fullPage: true });
      await page.close();
    }
  }
}
await browser.close();
