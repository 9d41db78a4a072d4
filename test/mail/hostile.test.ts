/** Names, cells and sentences of strangers cannot break the header, the HTML or the encoding. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { toMail } from '../../functions/platform/mail/mime.ts';
import { renderBurstMail } from '../../shared/mail/burst.ts';
import { renderReportMail } from '../../shared/mail/report.ts';
import { voiceOf } from '../../shared/mail/voice.ts';
import { BALANCE, finding, record } from './examples.ts';
import { elements, headerLines, readMime, visibleText } from './mime.ts';

const base = 'https://gouji.example';
const footer = { scope: '全部年报', unsubscribe: `${base}/subscriptions/s/unsubscribe?token=t` };
const voice = voiceOf('zh', (text) => text);
const LAYOUT = new Set('html head meta title style body table tbody tr td th h1 h2 h3 p span ul li a'.split(' '));
const ATTRIBUTES = new Set(
  'lang charset name content class style width align cellpadding cellspacing border role bgcolor scope colspan href'.split(
    ' ',
  ),
);

beforeAll(() => {
  Object.assign(process.env, { MAIL_FROM: '勾稽 <gouji@example.com>', MAIL_CONFIGURATION_SET: '' });
});

/** The same stranger's text wherever a report can bring text into a mail. */
function hostileMail(text: string) {
  const subject = record({
    key: text,
    report: { agency: text },
    findings: [
      finding({
        ...BALANCE,
        fingerprint: text,
        message: { zh: text, en: text },
        hint: { zh: text, en: text },
        basis: { zh: text, en: text },
        source: [{ line: 1, text, place: { line: 1 } }],
      }),
    ],
  });
  const cell = subject.result.report?.cells['requests.total.naturalPerson'];
  if (cell) cell.raw = text;
  const news = { kind: 'failed', findings: subject.result.findings } as const;
  return {
    single: renderReportMail({ record: subject, news, base, footer }, voice),
    burst: renderBurstMail(
      { reports: [{ record: subject, news }], region: text, regionCode: null, base, footer },
      voice,
    ),
  };
}

async function expectHarmless(text: string): Promise<void> {
  for (const mail of Object.values(hostileMail(text))) {
    const { mime } = await toMail(mail, 'clerk@example.com', footer.unsubscribe);
    const names = headerLines(mime).map((line) => line.split(':')[0]);
    expect(names.sort()).toEqual(HEADERS);
    expect(headerLines(mime).every((line) => /^[\x20-\x7e]*$/.test(line))).toBe(true);
    const parsed = await readMime(mime);
    expect(parsed.subject).toBe(mail.subject);
    expect(mail.subject).not.toMatch(/[\p{Cc}\u202a-\u202e\u2028\u2029]/u);
    expect(parsed.to).toEqual([{ name: '', address: 'clerk@example.com' }]);
    expect(parsed.html?.trimEnd()).toBe(mail.html.trimEnd());
    expect(parsed.text?.trimEnd()).toBe(mail.text.trimEnd());
    for (const { tagName, attrs } of elements(mail.html)) {
      expect(LAYOUT).toContain(tagName);
      for (const { name, value } of attrs) {
        expect(ATTRIBUTES).toContain(name);
        if (name === 'href') expect(value.startsWith(`${base}/`)).toBe(true);
      }
    }
    expect(mime.length).toBeLessThan(100_000);
  }
}

const HEADERS = [
  'Auto-Submitted',
  'Content-Language',
  'Content-Type',
  'Date',
  'From',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'MIME-Version',
  'Message-ID',
  'Subject',
  'To',
  'X-Auto-Response-Suppress',
];

describe('known tricks', () => {
  test.each([
    ['a header of its own', '示例局\r\nBcc: spy@example.com\r\n\r\n<b>body</b>'],
    ['a script', '<script>alert(1)</script>'],
    ['an end of an attribute', '"><img src=x onerror=alert(1)>'],
    ['a comment and a style', '--><style>*{display:none}</style><!--'],
    ['an entity', '&lt;script&gt;&#60;'],
    ['a boundary', '----_NmP-Part_1\r\nContent-Type: text/html'],
    ['an encoded word', '=?utf-8?B?PHNjcmlwdD4=?='],
    ['a reversed name', '示例\u202egnp.exe'],
    ['right-to-left letters', 'مكتب المثال'],
    ['pictures', '示例局👩‍👩‍👧‍👦🏴‍☠️'],
    ['a very long name', '很长的名字'.repeat(3000)],
    ['half a character', '示例\ud83d'],
    ['nothing', ''],
    ['NUL', 'a\0b'],
  ])('%s', async (_, text) => {
    await expectHarmless(text);
  });

  test('what was markup is shown as text', () => {
    const { single } = hostileMail('<script>alert(1)</script>');
    expect(visibleText(single.html)).toContain('文件：<script>alert(1)</script>');
  });
});

test('any text at all', async () => {
  const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string());
  await fc.assert(fc.asyncProperty(anything, expectHarmless), { numRuns: 30 });
});
