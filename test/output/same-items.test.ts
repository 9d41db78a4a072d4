/** One failed report in every face: the same items in the same order, those of `itemsOf`. */
import { expect, test } from 'vitest';
import { renderReportMail } from '../../shared/mail/report.ts';
import { voiceOf } from '../../shared/mail/voice.ts';
import { itemsOf } from '../../shared/mistakes/items.ts';
import { csv } from '../../shared/output/csv.ts';
import { SAY } from '../../shared/output/language.ts';
import { mistakeRows } from '../../shared/output/mistake-rows.ts';
import { reportPage } from '../../shared/output/page/report.ts';
import { text } from '../../shared/output/text.ts';
import { fromStoredResult } from '../../shared/record.ts';
import { visibleText } from '../mail/mime.ts';
import { view, voice } from '../page/view.ts';
import { faultyDocx, recordOf } from './papers.ts';

test('page, mail, terminal, CSV and sheet tell the same mistakes in the same order', async () => {
  const record = await recordOf('示例局2023年报.docx', faultyDocx());
  const { findings } = record.result;
  const items = itemsOf(record.result);
  // A slip that several rules noticed is one item, so that a face that tells findings is told apart.
  expect(items.length).toBeLessThan(findings.length);
  const messages = items.map(({ message }) => message.zh);
  const footer = { scope: '全部年报', unsubscribe: 'https://gouji.example/u' };
  const mail = renderReportMail(
    { record, news: { kind: 'failed', findings }, base: 'https://gouji.example', footer },
    voiceOf('zh', (words) => words),
  );
  const result = fromStoredResult(record.result);
  const [list] = reportPage(view(record), await voice()).match(/<ol class="mistakes".*?<\/ol>/s) ?? [''];
  const rows = [csv([result], SAY.zh).split('\r\n').slice(1, -1), mistakeRows(record, findings, '', SAY.zh)];
  for (const told of rows) expect(told).toHaveLength(items.length);
  const faces = {
    page: visibleText(list),
    'mail as text': mail.text,
    'mail as HTML': visibleText(mail.html),
    terminal: text([result], SAY.zh),
    CSV: rows[0]?.join('\n').replaceAll('""', '"') ?? '',
    sheet: JSON.stringify(rows[1]),
  };
  for (const [face, shown] of Object.entries(faces)) {
    const places = messages.map((message) => shown.replaceAll(/\s/g, '').indexOf(message.replaceAll(/\s/g, '')));
    expect([face, places]).toEqual([face, [...places].sort((one, other) => one - other)]);
    expect([face, places.filter((place) => place < 0)]).toEqual([face, []]);
  }
});
