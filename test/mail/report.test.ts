import { beforeAll, describe, expect, test } from 'vitest';
import { type Change, changeOf, notifiedOf } from '../../shared/mail/news.ts';
import { renderReportMail } from '../../shared/mail/report.ts';
import type { MailContent, MailLanguage } from '../../shared/mail/types.ts';
import { voiceOf } from '../../shared/mail/voice.ts';
import { loadTraditional } from '../../shared/output/language.ts';
import type { Finding } from '../../shared/result.ts';
import {
  ALL_FAULTS,
  BALANCE,
  BLANK,
  CLAIM,
  DISPUTE_SUM,
  finding,
  manyFaults,
  RESULT_SUM,
  type RecordValues,
  ROW_TOTAL,
  record,
  SENTENCE,
  UNREADABLE,
} from './examples.ts';
import { elements, visibleText } from './mime.ts';

const base = 'https://gouji.example';
const footer = { scope: '全部年报', unsubscribe: `${base}/subscriptions/s/unsubscribe?token=t` };
let traditional: (text: string) => string;
beforeAll(async () => {
  traditional = await loadTraditional();
});

function mailOf(values: RecordValues, news?: Change, language: MailLanguage = 'zh'): MailContent {
  const subject = record(values);
  const told = news ?? (changeOf(subject.result, null, 'notice') as Change);
  return renderReportMail({ record: subject, news: told, base, footer }, voiceOf(language, traditional));
}

/** Both parts must say it: white space aside, since tables are laid out differently. */
function expectBoth(mail: MailContent, words: string): void {
  const bare = (text: string) => text.replace(/\s+/g, '');
  expect(bare(mail.text)).toContain(bare(words));
  expect(bare(visibleText(mail.html))).toContain(bare(words));
}

describe('what a mail says, in both parts', () => {
  const cases: [string, Finding, string[]][] = [
    ['both sides of a balance', BALANCE, ['46 + 3 ≠ 47 + 3', '四、结转下年度继续办理✗3', '可能的原因：结转下年度']],
    ['its basis and its line', BALANCE, ['依据：国办公开办函〔2021〕30号', '规则 T3.BALANCE · 原文第120行']],
    ['a long sum without its zeros', RESULT_SUM, ['≠ 60（另有7个 0）', '（其余7行为 0）', '(七)总计 ✗60']],
    ['a row with its heads', ROW_TOTAL, ['18 + 2 + 1 + 1 + 2 + 0 ≠ 25', '社会公益组织', '✗25']],
    ['a block of table 4', DISPUTE_SUM, ['3 + 1 + 1 + 1 ≠ 0', '尚未审结', '✗0']],
    ['the sentence that contradicts a cell', CLAIM, [SENTENCE, '原文第31行', '✗59']],
    ['a blank cell', { ...BLANK, severity: 'error' }, ['规章 ✗空白 ✗空白 ✗空白']],
  ];
  test.each(cases)('%s', (_, fault, expected) => {
    const mail = mailOf({ findings: [fault] });
    for (const words of [fault.message.zh, ...expected]) expectBoth(mail, words);
  });

  test('first what to do, then whose report, the file, the page and the way out', () => {
    const mail = mailOf({ findings: ALL_FAULTS });
    expect(mail.subject).toBe('【待改正】示例市示例局 2023年年报：5处错误');
    expect(mail.text.split('\n')[0]).toMatch(/^请更正下列5处错误/);
    expect(visibleText(mail.html).trim()).toMatch(/^请更正下列5处错误/);
    for (const words of ['文件：示例市示例局2023.txt', '另有：1处疑点', '订阅了：全部年报']) expectBoth(mail, words);
    const links = elements(mail.html).flatMap(({ attrs }) => attrs.filter(({ name }) => name === 'href'));
    expect(links.map(({ value }) => value)).toEqual([`${base}/reports/${record().id}`, footer.unsubscribe]);
    for (const { value } of links) expect(mail.text).toContain(value);
  });

  test('the quoted sentence only once, and not the rows that are drawn', () => {
    expect(mailOf({ findings: [CLAIM] }).text.match(/一、本年新收/g)).toHaveLength(1);
  });

  test('the one cell at the crossing of two wrong sums is marked, and no other', () => {
    const mail = mailOf({ findings: [RESULT_SUM, ROW_TOTAL] });
    expect(mail.text.match(/✗\d+/g)).toEqual(['✗25', '✗25']);
  });

  test('an unread cell is told as such, and no sum is spelled with it', () => {
    const mail = mailOf({ findings: [BALANCE], cells: { 'requests.total.naturalPerson': undefined } });
    expectBoth(mail, '(七)总计 ✗未读出');
    expect(mail.text).not.toContain('≠');
  });
});

describe('kinds of news', () => {
  test('a change: what is new, what is mended, what stands', () => {
    const other = { ...ROW_TOTAL, fingerprint: 'row-total-2' };
    const told = notifiedOf([BALANCE, ROW_TOTAL, CLAIM]);
    const subject = { findings: [BALANCE, other, DISPUTE_SUM] };
    const mail = mailOf(subject, changeOf(record(subject).result, told, 'notice') as Change);
    expect(mail.subject).toBe('【待改正】示例市示例局 2023年年报：3处错误（新1，变化1，已改正1）');
    expectBoth(mail, '已经改正（1处）');
    expectBoth(mail, `✓ ${CLAIM.message.zh}`);
    const order = ['1. 错误 · 新发现', '2. 错误 · 数字变了，仍未对上', '3. 错误 · 上次已指出'];
    for (const words of order) expectBoth(mail, words);
    expect(mail.text.indexOf(DISPUTE_SUM.message.zh)).toBeLessThan(mail.text.indexOf(BALANCE.message.zh));
  });

  test('an unreadable file, by its name, with the advice', () => {
    const mail = mailOf({ key: '云溪县/2023 年报.pdf', report: null, findings: [UNREADABLE] });
    expect(mail.subject).toBe('【读不出】云溪县/2023 年报.pdf：不是可核对的年报');
    expectBoth(mail, UNREADABLE.message.zh);
    expectBoth(mail, '怎么办：请上传 Word 原件');
  });

  test('a file in a ZIP, by the names of both', () => {
    const mail = mailOf({ key: '年报.zip', entry: '云溪县.pdf', report: null, findings: [UNREADABLE] });
    expect(mail.subject).toBe('【读不出】年报.zip!/云溪县.pdf：不是可核对的年报');
  });

  test('the all-clear is short', () => {
    const mail = mailOf({}, { kind: 'clear' });
    expect(mail.subject).toBe('【已改正】示例市示例局 2023年年报：没有错误了');
    expect(mail.text).not.toContain('规则');
    expect(mail.text.split('\n').length).toBeLessThan(20);
  });
});

describe('languages', () => {
  test('Traditional characters for all words but those of the file', () => {
    const mail = mailOf({ findings: [CLAIM] }, undefined, 'zh-Hant');
    expect(mail.subject).toBe('【待改正】示例市示例局 2023年年報：1處錯誤');
    for (const words of ['三、收到和處理政府信息公開申請情況', SENTENCE]) expectBoth(mail, words);
    expect(mail.html).toContain('<html lang="zh-Hant">');
  });

  test('English, with singular and plural', () => {
    expect(mailOf({ findings: [CLAIM] }, undefined, 'en').subject).toContain('1 error');
    const mail = mailOf({ findings: ALL_FAULTS }, undefined, 'en');
    expect(mail.subject).toBe('To correct: 示例市示例局 2023 report, 5 errors');
    expectBoth(mail, '3.(1) granted');
  });
});

describe('size', () => {
  test('ten findings in full, the rest counted', () => {
    const mail = mailOf({ findings: manyFaults(37) });
    expect(mail.text.match(/^\[\d+\. 错误\]$/gm)).toHaveLength(10);
    expectBoth(mail, '还有27处没有列在这封信里');
  });

  test('fewer in full where each is long, so that no mail reader cuts the mail', () => {
    const long = ALL_FAULTS.flatMap((fault) => [fault, { ...RESULT_SUM, hint: { zh: '很长'.repeat(250), en: '' } }]);
    const cells = Object.fromEntries(RESULT_SUM.cells.map((address, index) => [address, 1000 + index]));
    const sentences = Array.from({ length: 3 }, (_, line) => ({ line, text: '&<>"'.repeat(75), place: { line } }));
    const findings = long.map((fault, index) => finding({ ...fault, fingerprint: `${index}`, source: sentences }));
    const mail = mailOf({ findings, cells });
    expect(Buffer.byteLength(mail.html)).toBeLessThan(60_000);
    expect(mail.text).toMatch(/还有\d+处没有列在这封信里/);
  });
});
