/** How much is wrong with a report is one number in every face: mistakes, not the rules that noticed them. */
import mammoth from 'mammoth';
import { beforeAll, expect, test } from 'vitest';
import { readDocuments } from '../../shared/document/read.ts';
import { UnreadableError } from '../../shared/document/unreadable.ts';
import { type Change, changeOf } from '../../shared/mail/news.ts';
import { renderReportMail } from '../../shared/mail/report.ts';
import { voiceOf } from '../../shared/mail/voice.ts';
import { FACES } from '../../shared/output/faces.ts';
import { SAY } from '../../shared/output/language.ts';
import { fromStoredResult, type ReportRecord } from '../../shared/record.ts';
import { faultyDocx, recordOf } from '../output/papers.ts';
import { useApi } from './api.ts';
import { store } from './records.ts';

const api = useApi();
/** Five findings, of which two are one slip. */
let slip: ReportRecord;
beforeAll(async () => {
  slip = await store(await recordOf('示例局2023.docx', faultyDocx()));
});

const get = (path: string, accept = 'text/html') => fetch(api().address + path, { headers: { Accept: accept } });
const text = async (path: string) => (await get(path)).text();
const own = (rest = '') => `/reports/${slip.id}${rest}`;
const lines = (csv: string) => csv.trim().split('\r\n').length - 1;

async function sheetRows(path: string): Promise<number> {
  const bytes = new Uint8Array(await (await get(path)).arrayBuffer());
  const [read] = await readDocuments({ name: 'a.xlsx', bytes });
  if (!read || read.document instanceof UnreadableError) throw new Error('not readable');
  return read.document.blocks.flatMap((block) => (block.kind === 'grid' ? block.rows : [])).length - 1;
}

async function paper(path: string): Promise<string> {
  const buffer = Buffer.from(await (await get(path)).arrayBuffer());
  return (await mammoth.extractRawText({ buffer })).value;
}

const faces = () => [fromStoredResult(slip.result)];
function mail(): string {
  const news = changeOf(slip.result, null, 'notice') as Change;
  const footer = { scope: '', unsubscribe: '' };
  return renderReportMail(
    { record: slip, news, base: '', footer },
    voiceOf('zh', (words) => words),
  ).subject;
}

const SPELLED = /错误2处.*疑点2处/;
const TAGGED = /错误 2<.*疑点 2</s;

test.each<[string, () => Promise<unknown>, unknown]>([
  [
    'the list',
    async () => ((await (await get('/reports', 'application/json')).json()) as { reports: object[] }).reports,
    [{ counts: { error: 2, warning: 2, notice: 0 } }],
  ],
  ['the list as a page', () => text('/'), expect.stringMatching(TAGGED)],
  ['the page of the report', () => text(own()), expect.stringMatching(TAGGED)],
  ['what the page lists', async () => (await text(own())).match(/<li value=/g)?.length, 4],
  ['csv of the page', async () => lines(await text(own('?format=csv'))), 4],
  ['xlsx of the list', () => sheetRows('/findings'), 4],
  ['the opinion', () => paper(own('/opinion')), expect.stringMatching(SPELLED)],
  ['the mail', async () => mail(), expect.stringMatching(SPELLED)],
  ['the terminal', async () => FACES.text(faces(), SAY.zh), expect.stringMatching(SPELLED)],
  ['csv of the command', async () => lines(FACES.csv(faces(), SAY.zh)), 4],
  ['json of the command', async () => JSON.parse(FACES.json(faces(), SAY.zh))[0].mistakes.length, 4],
  ['sarif', async () => JSON.parse(FACES.sarif(faces(), SAY.zh)).runs[0].results.length, 4],
  ['what the bus is told', async () => slip.counts, { error: 2, warning: 2, notice: 0 }],
])('%s', async (_, told, number) => {
  expect(slip.result.findings).toHaveLength(5);
  expect(await told()).toEqual(Array.isArray(number) ? number.map((one) => expect.objectContaining(one)) : number);
});

test('a mistake is as grave as what is left of it after the decisions; all of it dismissed, it is gone', async () => {
  const dismiss = (rules: string[]) =>
    fetch(`${api().address}/decisions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        ...{ decision: 'dismissed', reason: '已核实', reports: [slip.id] },
        findings: slip.result.findings.filter(({ rule }) => rules.includes(rule)).map(({ fingerprint }) => fingerprint),
      }),
    });
  await dismiss(['T2.RULE-POWER', 'T3.BALANCE']);
  expect([await text('/'), await text(own())]).toEqual(Array(2).fill(expect.stringMatching(/错误 1<.*疑点 2</s)));
  expect(lines(await text(own('?format=csv')))).toBe(3);
  await dismiss(['T3.ROW-TOTAL']);
  expect(await text(own())).toContain('通过核对，无错误；有疑点2处，请核实。有2处问题经复核排除。');
  expect(await sheetRows('/findings')).toBe(2);
});
