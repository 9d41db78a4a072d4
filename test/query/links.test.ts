/** The link in a mail: what its holder may do, for how long, and that nobody else learns of it. */
import { beforeEach, describe, expect, test } from 'vitest';
import { composeReport } from '../../functions/notify/compose.ts';
import { makeLink } from '../../functions/store/access/links.ts';
import { getSubscription, type Subscription } from '../../functions/store/mail/subscription-items.ts';
import { putSubscription, unsubscribe } from '../../functions/store/mail/subscriptions.ts';
import type { ReportRecord } from '../../shared/record.ts';
import { finding } from '../output/results.ts';
import { Browser } from './browser.ts';
import { record, store } from './records.ts';
import { useSigned } from './signed.ts';

const signed = useSigned();
const at = (path: string) => `${signed().address}${path}`;
const DAY = 24 * 3600_000;

let faulty: ReportRecord;
let other: ReportRecord;
let reader: Subscription;
let link: string;
beforeEach(async () => {
  process.env.BASE_URL = signed().address;
  const findings = [finding()];
  faulty = await store(record('信/甲局.txt', { report: { agency: '甲局', year: 2023 } }, { findings }));
  other = await store(record('信/乙局.txt', { report: { agency: '乙局', year: 2023 } }, { findings }));
  await putSubscription(
    'reader',
    {
      address: 'clerk@agency.example',
      scope: { kind: 'all' },
      leastSeverity: 'warning',
      language: 'auto',
      delivery: 'immediate',
    },
    new Date(),
    { confirmed: true },
  );
  reader = (await getSubscription('reader')) as Subscription;
  const mail = await composeReport({ record: faulty, news: { kind: 'failed', findings } }, reader);
  link = new RegExp(`${signed().address}/reports/${faulty.id}/open\\S+`).exec(mail.text)?.[0] ?? '';
});

const open = async (address = link) => {
  const browser = new Browser();
  const visit = await browser.open(address);
  return { browser, visit };
};
const statusOf = async (browser: Browser, path: string, method = 'GET', body?: string) => {
  const headers = {
    Accept: 'application/json',
    Origin: signed().address,
    'Content-Type': path.endsWith('/file') ? 'application/octet-stream' : 'application/json',
  };
  return (await browser.open(at(path), { method, headers, ...(body !== undefined && { body }) }, false)).status;
};

describe('its holder', () => {
  test('sees the report, at an address without the word, which is in a cookie of this report alone', async () => {
    const { browser, visit } = await open();
    expect([visit.status, visit.url.href]).toEqual([200, at(`/reports/${faulty.id}`)]);
    expect(visit.text).toContain('甲局');
    const [cookie] = browser.set;
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toContain(`Path=/reports/${faulty.id}`);
    expect(visit.headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('sends the corrected file, and gets the original', async () => {
    const { browser } = await open();
    expect(await statusOf(browser, `/reports/${faulty.id}/file`, 'PUT', '内容')).toBe(202);
    expect(await statusOf(browser, `/reports/${faulty.id}/original`)).toBe(302);
  });

  test('explains a finding on the page, which offers it no decision and no withdrawal', async () => {
    const { browser, visit } = await open();
    expect(visit.text).toContain('/notes/form');
    expect(visit.text).not.toMatch(/action="\/decisions\/form"|\/withdrawal"|\/assignment"/);
    const body = JSON.stringify({ findings: [finding().fingerprint], text: '系模板误差', by: '别人' });
    const headers = {
      'Content-Type': 'application/json',
      Origin: new URL(at('/')).origin,
      'Sec-Fetch-Site': 'same-origin',
    };
    const note = await browser.open(at(`/reports/${faulty.id}/notes`), { method: 'POST', body, headers });
    expect([note.status, (JSON.parse(note.text) as { by: string }).by]).toEqual([200, expect.stringMatching(/^mail:/)]);
    expect((await browser.open(at(`/reports/${faulty.id}`))).text).toContain('系模板误差');
  });

  test('may do nothing else', async () => {
    const { browser } = await open();
    const fingerprint = finding().fingerprint;
    for (const [path, method, body] of [
      [
        `/reports/${faulty.id}/findings/${fingerprint}/decision`,
        'PUT',
        '{"decision":"dismissed","by":"x","remark":"x"}',
      ],
      [`/reports/${faulty.id}?reason=x`, 'DELETE'],
      [`/reports/${faulty.id}/links`, 'DELETE'],
      [`/reports/${faulty.id}/assignment`, 'PUT', '{"assignee":"x"}'],
      ['/review', 'GET'],
      [`/reports/${other.id}`, 'GET'],
      [`/reports/${other.id}/file`, 'PUT', '内容'],
      ['/reports', 'GET'],
      ['/', 'GET'],
      ['/statistics', 'GET'],
      ['/uploads/a.txt', 'PUT', '内容'],
      ['/subscriptions', 'GET'],
      ['/grants', 'GET'],
    ] as [string, string, string?][]) {
      expect([path, await statusOf(browser, path, method, body)]).toEqual([path, expect.toBeOneOf([401, 403])]);
    }
  });
});

describe('it does not open', () => {
  const refused = async (address: string) => expect((await open(address)).visit.status).toBe(404);

  test('another report, with another reader’s name, or changed in any way', async () => {
    const word = new URL(link).searchParams.get('key') ?? '';
    const open = (id: string, key: string) => at(`/reports/${id}/open?key=${encodeURIComponent(key)}`);
    await refused(open(other.id, word));
    const parts = word.split('.');
    for (const [index, part] of parts.entries()) {
      const changed = parts.with(index, part.slice(0, -2) + (part.endsWith('aa') ? 'bb' : 'aa')).join('.');
      await refused(open(faulty.id, changed));
    }
    for (const key of ['', '.', 'x', `${word}.`, word.slice(0, -1)])
      await expect((await open_(open(faulty.id, key))).status).toBe(404);
  });

  test('after its end', async () => {
    const old = await makeLink(faulty.id, reader, new Date(Date.now() - 61 * DAY));
    await refused(at(`/reports/${faulty.id}/open?key=${old}`));
  });

  test('after the reader has ended the mails, nor does the cookie of before', async () => {
    const { browser } = await open();
    await unsubscribe(reader.id, reader.token, new Date());
    expect(await statusOf(browser, `/reports/${faulty.id}`)).toBe(401);
    await refused(link);
  });

  test('after the links of the report were revoked', async () => {
    const { browser } = await open();
    const operator = new Browser();
    await operator.signIn(at('/sign-in'), 'operator');
    expect(await statusOf(operator, `/reports/${faulty.id}/links`, 'DELETE')).toBe(204);
    expect(await statusOf(browser, `/reports/${faulty.id}`)).toBe(401);
    await refused(link);
  });
});

const open_ = async (address: string) => (await open(address)).visit;

test('another site cannot send a file with the cookie of the link', async () => {
  const { browser } = await open();
  const headers = {
    Origin: 'https://evil.example',
    'Sec-Fetch-Site': 'cross-site',
    'Content-Type': 'application/octet-stream',
  };
  const answer = await browser.open(at(`/reports/${faulty.id}/file`), { method: 'PUT', body: 'x', headers }, false);
  expect(answer.status).toBe(403);
});

test('no log line holds the word of a link', async () => {
  await open();
  const word = new URL(link).searchParams.get('key') ?? 'no word';
  const lines = JSON.stringify(signed().logged);
  expect(lines).toContain(`/reports/${faulty.id}/open`);
  expect(lines).not.toContain(word);
});
