import { expect, test } from 'vitest';
import { renderBurstMail } from '../../shared/mail/burst.ts';
import { renderDigestMail } from '../../shared/mail/digest.ts';
import { voiceOf } from '../../shared/mail/voice.ts';
import { ALL_FAULTS, BALANCE, BLANK, record, UNREADABLE } from './examples.ts';
import { elements, visibleText } from './mime.ts';

const base = 'https://gouji.example';
const footer = { scope: '全部年报', unsubscribe: `${base}/u` };
const voice = voiceOf('zh', (text) => text);
const failed = (index: number) => ({
  record: record({ key: `${index}.txt`, report: { agency: `青禾市第${index}示例局` }, findings: ALL_FAULTS }),
  news: { kind: 'failed', findings: ALL_FAULTS } as const,
});

test('a burst: one row a report, most errors first, each with its page', () => {
  const few = {
    record: record({ key: 'few.txt', findings: [BALANCE] }),
    news: { kind: 'failed' as const, findings: [BALANCE] },
  };
  const lost = {
    record: record({ key: 'lost.pdf', report: null }),
    news: { kind: 'unreadable' as const, findings: [UNREADABLE] },
  };
  const mended = { record: record({ key: 'good.txt' }), news: { kind: 'clear' as const } };
  const mail = renderBurstMail(
    { reports: [mended, few, lost, failed(1)], region: '青禾市', regionCode: '360400', base, footer },
    voice,
  );
  expect(mail.subject).toBe('【待整改】青禾市：3份年报待处理，错误7处，另有疑点1处');
  const rows = mail.text.split('\n').filter((line) => /2023|无法识别|lost/.test(line));
  expect(
    rows.map((row) =>
      row
        .trim()
        .split(/\s{2,}/)
        .slice(0, 3),
    ),
  ).toEqual([
    ['青禾市第1示例局', '2023', '错误5处，另有疑点1处'],
    ['示例市示例局', '2023', '错误1处'],
    ['lost.pdf', '—', '无法识别'],
    ['示例市示例局', '2023', '0'],
  ]);
  const links = elements(mail.html).flatMap(({ attrs }) => attrs.filter(({ name }) => name === 'href'));
  expect(links.map(({ value }) => value)).toContain(`${base}/reports?region=360400`);
  for (const { record: one } of [few, lost, mended]) {
    expect(links.map(({ value }) => value)).toContain(`${base}/reports/${one.id}`);
    expect(mail.text).toContain(`${base}/reports/${one.id}`);
  }
});

test('only mended reports: nothing to do', () => {
  const reports = [1, 2].map((index) => ({ record: record({ key: `${index}` }), news: { kind: 'clear' } as const }));
  expect(renderBurstMail({ reports, region: null, regionCode: null, base, footer }, voice).text).toMatch(
    /^无需进一步处理：下表中的2份年报/,
  );
});

test('more reports than a mail may hold: the rest is counted', () => {
  const reports = Array.from({ length: 200 }, (_, index) => failed(index));
  const mail = renderBurstMail({ reports, region: '青禾市', regionCode: '360400', base, footer }, voice);
  expect(Buffer.byteLength(mail.html)).toBeLessThan(60_000);
  const rows = mail.text.match(/青禾市第\d+示例局/g)?.length ?? 0;
  expect(mail.text).toContain(`还有${200 - rows}份未列出`);
});

test('a digest: regions with most to do first, changes in brackets, what is not known said', () => {
  const mail = renderDigestMail(
    {
      year: 2023,
      day: '2024-01-21',
      lastDay: '2024-01-20',
      scope: '全部年报',
      ...{ weekly: false, attached: 7, level: null },
      regions: [
        {
          code: null,
          name: '南山县',
          counts: { passed: 40, failed: 0, incomplete: 0, unreadable: 0, missing: null },
          last: null,
        },
        {
          code: '360403',
          name: '云溪县',
          counts: { passed: 31, failed: 6, incomplete: 0, unreadable: 1, missing: 12 },
          last: { passed: 25, failed: 8, incomplete: 0, unreadable: 1, missing: 16 },
        },
      ],
      rules: [{ rule: 'T3.BALANCE', title: { zh: '收支不平', en: 'Balance' }, reports: 5, last: 7 }],
      region: null,
      base,
      footer,
    },
    voice,
  );
  expect(mail.subject).toBe('【每日汇总】全部年报（2023年度）：6份不通过，0份未读全，1份无法识别');
  expect(mail.text).toMatch(/^请督促/);
  const text = visibleText(mail.html);
  expect(text).toMatch(/云溪县 31（\+6） 6（−2） 0 1 12（−4） 南山县 40 0 0 0 无名单/);
  expect(text).toContain('收支不平（T3.BALANCE） 5（−2）');
  expect(mail.text).toMatch(/云溪县\s+31（\+6）\s+6（−2）\s+0\s+1\s+12（−4）/);
});

test('doubts alone are not headed as errors', () => {
  const reports = [
    { record: record({ key: 'a.txt', findings: [BLANK] }), news: { kind: 'failed' as const, findings: [BLANK] } },
  ];
  const mail = renderBurstMail({ reports, region: '青禾市', regionCode: '360400', base, footer }, voice);
  expect(mail.subject).toBe('【请核实】青禾市：1份年报，疑点1处');
  expect(mail.text).toMatch(/^请逐份核实下表中1份年报的疑点；/);
  expect(visibleText(mail.html)).not.toMatch(/错误|待整改/);
  expect(mail.text).toContain(`${base}/reports?region=360400&year=2023`);
});
