import { beforeAll, describe, expect, test } from 'vitest';
import { type Change, changeOf, notifiedOf } from '../../shared/mail/news.ts';
import { renderReportMail } from '../../shared/mail/report.ts';
import type { MailContent, MailLanguage } from '../../shared/mail/types.ts';
import { voiceOf } from '../../shared/mail/voice.ts';
import { loadTraditional } from '../../shared/output/language.ts';
import { recognised } from '../../shared/report/picture.ts';
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
    ['both sides of a balance', BALANCE, ['46 + 3 ≠ 47 + 3', '四、结转下年度继续办理✗3', '处理建议：结转下年度']],
    ['its basis and its place', BALANCE, ['依据：国办公开办函〔2021〕30号', '“自然人”列 · 规则 T3.BALANCE']],
    ['a long sum without its zeros', RESULT_SUM, ['≠ 60（另有7个 0）', '（其余7行为 0）', '（七）总计 ✗60']],
    ['a row with its heads', ROW_TOTAL, ['18 + 2 + 1 + 1 + 2 + 0 ≠ 25', '社会公益组织', '✗25']],
    ['a block of table 4', DISPUTE_SUM, ['3 + 1 + 1 + 1 ≠ 0', '尚未审结', '✗0']],
    ['the sentence that contradicts a cell', CLAIM, [SENTENCE, '✗59']],
    ['a blank cell', { ...BLANK, severity: 'error' }, ['规章 ✗空白 ✗空白 ✗空白']],
  ];
  test.each(cases)('%s', (_, fault, expected) => {
    const mail = mailOf({ findings: [fault] });
    for (const words of [fault.message.zh, ...expected]) expectBoth(mail, words);
  });

  test('first what to do, then whose report, the file, the page and the way out', () => {
    const mail = mailOf({ findings: ALL_FAULTS });
    expect(mail.subject).toBe('【待整改】示例市示例局 2023年年报：错误5处，另有疑点1处');
    expect(mail.text.split('\n')[0]).toMatch(/^请更正下列5处错误/);
    expect(visibleText(mail.html).trim()).toMatch(/^请更正下列5处错误/);
    for (const words of ['文件：示例市示例局2023.txt', '另有：1处疑点', '您订阅了：全部年报']) expectBoth(mail, words);
    const links = elements(mail.html).flatMap(({ attrs }) => attrs.filter(({ name }) => name === 'href'));
    expect(links.map(({ value }) => value)).toEqual([`${base}/reports/${record().id}`, footer.unsubscribe]);
    for (const { value } of links) expect(mail.text).toContain(value);
  });

  test('the quoted sentence only once, and not the rows that are drawn', () => {
    const { text } = mailOf({ findings: [CLAIM] });
    expect(text.split(SENTENCE)).toHaveLength(2);
    expect(text).not.toContain('总计：59');
  });

  test('an unread cell is told as such, and no sum is spelled with it', () => {
    const mail = mailOf({ findings: [BALANCE], cells: { 'requests.total.naturalPerson': undefined } });
    expectBoth(mail, '（七）总计 ✗未读出');
    expect(mail.text).not.toContain('≠');
  });
});

describe('kinds of news', () => {
  test('a change: what is new, what is mended, what stands', () => {
    const other = { ...ROW_TOTAL, fingerprint: 'row-total-2' };
    const told = notifiedOf([BALANCE, ROW_TOTAL, CLAIM]);
    const subject = { findings: [BALANCE, other, DISPUTE_SUM] };
    const mail = mailOf(subject, changeOf(record(subject).result, told, 'notice') as Change);
    expect(mail.subject).toBe('【待整改】示例市示例局 2023年年报：错误3处（新增错误1处、数据已修改1处、已整改1处）');
    expectBoth(mail, '已整改（1处）');
    expectBoth(mail, `✓ ${CLAIM.message.zh}`);
    const order = ['1. 错误 · 新发现', '2. 错误 · 数据已修改，仍不一致', '3. 错误 · 前次已指出'];
    for (const words of order) expectBoth(mail, words);
    expect(mail.text.indexOf(DISPUTE_SUM.message.zh)).toBeLessThan(mail.text.indexOf(BALANCE.message.zh));
  });

  test('an unreadable file, by its name, with the advice', () => {
    const mail = mailOf({ key: '云溪县/2023 年报.pdf', report: null, findings: [UNREADABLE] });
    expect(mail.subject).toBe('【无法识别】云溪县/2023 年报.pdf：未识别出年度报告');
    expectBoth(mail, UNREADABLE.message.zh);
    expectBoth(mail, '处理建议：请上传 Word 原件');
  });

  test('a file in a ZIP, by the names of both', () => {
    const mail = mailOf({ key: '年报.zip', entry: '云溪县.pdf', report: null, findings: [UNREADABLE] });
    expect(mail.subject).toBe('【无法识别】年报.zip!/云溪县.pdf：未识别出年度报告');
  });

  test('doubts alone are not headed as errors, also after a correction', () => {
    const mail = mailOf({ findings: [BLANK], status: 'failed' });
    expect(mail.subject).toBe('【请核实】示例市示例局 2023年年报：疑点1处');
    const change = changeOf(record({ findings: [BLANK], status: 'failed' }).result, notifiedOf([CLAIM]), 'notice');
    const later = mailOf({ findings: [BLANK] }, change as Change);
    expect(later.subject).toBe('【请核实】示例市示例局 2023年年报：疑点1处（新增疑点1处、已整改1处）');
  });

  test('a report that could be read in part only is neither passed nor failed', () => {
    const mail = mailOf({ findings: [], status: 'incomplete' });
    expect(mail.subject).toBe('【未读全】示例市示例局 2023年年报：未能全部读出，不能视为通过');
    expectBoth(mail, '不能视为通过：请人工核对');
  });

  test('of a picture: how many numbers were recognised, and that the Word file is asked for', () => {
    const subject = record({ findings: [], status: 'incomplete' });
    const report = subject.result.report && { ...subject.result.report, notes: [recognised(144, 175)] };
    const shown = { ...subject, result: { ...subject.result, report } };
    const mail = renderReportMail(
      { record: shown, news: { kind: 'incomplete', findings: [] }, base, footer },
      voiceOf('zh', traditional),
    );
    expectBoth(mail, '有144个数字由图片识别');
    expectBoth(mail, '请上传报告的Word文件');
  });

  test('several findings of one slip are one card that names the cell', () => {
    const suspect = { cell: 'requests.granted.total', reported: 25, repaired: 24 } as const;
    const message = { zh: '一处笔误', en: 'One slip' };
    const findings = [RESULT_SUM, ROW_TOTAL];
    const subject = record({ findings });
    subject.result.mistakes = [
      { severity: 'error', message, suspects: [suspect], findings: findings.map(({ fingerprint }) => fingerprint) },
    ];
    const mail = renderReportMail(
      { record: subject, news: { kind: 'failed', findings }, base, footer },
      voiceOf('zh', traditional),
    );
    expect(mail.subject).toContain('错误1处');
    expectBoth(mail, '填报25，请核实是否为24');
    expect(mail.text.match(/✗\d+/g)).toEqual(['✗25']);
  });

  test('the all-clear is short', () => {
    const mail = mailOf({}, { kind: 'clear' });
    expect(mail.subject).toBe('【已整改】示例市示例局 2023年年报：未发现错误');
    expect(mail.text).not.toContain('规则');
    expect(mail.text.split('\n').length).toBeLessThan(20);
  });
});

describe('languages', () => {
  test('Traditional characters for all words but those of the file', () => {
    const mail = mailOf({ findings: [CLAIM] }, undefined, 'zh-Hant');
    expect(mail.subject).toBe('【待整改】示例市示例局 2023年年報：錯誤1處');
    for (const words of ['三、收到和處理政府信息公開申請情況', SENTENCE]) expectBoth(mail, words);
    expect(mail.html).toContain('<html lang="zh-Hant-HK">');
  });

  test('English, with singular and plural', () => {
    expect(mailOf({ findings: [CLAIM] }, undefined, 'en').subject).toContain('1 error');
    const mail = mailOf({ findings: ALL_FAULTS }, undefined, 'en');
    expect(mail.subject).toBe('To correct: 示例市示例局 2023 report, 5 errors, besides 1 warning');
    expectBoth(mail, '3.(1) granted');
  });
});

describe('size', () => {
  test('ten findings in full, the rest counted', () => {
    const mail = mailOf({ findings: manyFaults(37) });
    expect(mail.text.match(/^\[\d+\. 错误\]$/gm)).toHaveLength(10);
    expectBoth(mail, '还有27处未在本邮件中列出');
  });

  test('fewer in full where each is long, so that no mail reader cuts the mail', () => {
    const long = ALL_FAULTS.flatMap((fault) => [fault, { ...RESULT_SUM, hint: { zh: '很长'.repeat(250), en: '' } }]);
    const cells = Object.fromEntries(RESULT_SUM.cells.map((address, index) => [address, 1000 + index]));
    const sentences = Array.from({ length: 3 }, (_, line) => ({ line, text: '&<>"'.repeat(75), place: { line } }));
    const findings = long.map((fault, index) => finding({ ...fault, fingerprint: `${index}`, source: sentences }));
    const mail = mailOf({ findings, cells });
    expect(Buffer.byteLength(mail.html)).toBeLessThan(60_000);
    expect(mail.text).toMatch(/还有\d+处未在本邮件中列出/);
  });
});
