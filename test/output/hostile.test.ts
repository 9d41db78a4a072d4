/** What a stranger puts into names, cells, keys and remarks stays text in every face. Mails: `test/mail/hostile.test.ts`. */
import { describe, expect, test } from 'vitest';
import { parseXml, type XmlElement } from '../../shared/document/xml.ts';
import { cellsCsv, csv } from '../../shared/output/csv.ts';
import { commented } from '../../shared/output/docx/commented.ts';
import { paperOf } from '../../shared/output/docx/paper.ts';
import { remarksOf } from '../../shared/output/docx/remarks.ts';
import { json, ndjson } from '../../shared/output/json.ts';
import { junit } from '../../shared/output/junit.ts';
import { SAY } from '../../shared/output/language.ts';
import { MISTAKE_COLUMNS, mistakeRows } from '../../shared/output/mistake-rows.ts';
import { frontPage } from '../../shared/output/page/front.ts';
import { messagePage } from '../../shared/output/page/message.ts';
import { reportPage } from '../../shared/output/page/report.ts';
import type { ListedReport } from '../../shared/output/page/types.ts';
import { sarif } from '../../shared/output/sarif.ts';
import { text as terminal } from '../../shared/output/text.ts';
import { Workbook } from '../../shared/output/xlsx/workbook.ts';
import { fromStoredResult, type ReportRecord } from '../../shared/record.ts';
import { parseCsv } from '../dataset/parse-csv.ts';
import { elements } from '../mail/mime.ts';
import { view, voice } from '../page/view.ts';
import { record } from '../query/records.ts';
import { HOSTILE } from './hostile-texts.ts';
import { faultyDocx, partsOf } from './papers.ts';
import { finding } from './results.ts';

const HARMLESS = '示例';

/** The same text wherever a report, its file or a reviewer can bring one in. */
function stranger(text: string): ReportRecord {
  const words = { zh: text, en: text };
  const place = { line: 1 };
  const found = finding({
    message: words,
    hint: words,
    basis: words,
    source: [{ line: 1, text, place }],
    fingerprint: 'f1',
  });
  const made = record(
    'a.txt',
    { report: { agency: text, title: text } },
    { findings: [found], undecided: [{ rule: 'T2.FEE', reason: { zh: text, en: text } }] },
  );
  const { report, source } = made.result;
  const cell = report?.cells['requests.received.naturalPerson'];
  if (cell) Object.assign(cell, { raw: text, value: null });
  source.name = text;
  return { ...made, key: text };
}

const remark = (text: string) =>
  ({ fingerprint: 'f1', decision: 'confirmed', remark: text, by: text, at: '2026-03-02T08:00:00Z' }) as const;
const listed = (text: string): ListedReport => ({
  ...{
    id: '0'.repeat(20),
    key: text,
    name: text,
    agency: text,
    regionCode: null,
    year: 2023,
    status: 'failed',
    rules: [],
  },
  ...{
    counts: { error: 1, warning: 0, notice: 0 },
    firstMistake: { zh: text, en: text },
    receivedAt: '2026-03-02T08:00:00Z',
  },
});

const PAGES: Record<string, (text: string) => Promise<string>> = {
  report: async (text) =>
    reportPage(
      view(stranger(text), {
        decisions: new Map([['f1', remark(text)]]),
        history: [remark(text)],
        copies: [listed(text)],
      }),
      await voice(),
    ),
  list: async (text) => {
    const front = {
      reports: [listed(text)],
      hits: 1,
      more: false,
      previous: null,
      next: null,
      years: [2023],
      regions: [text],
      rules: [],
    };
    const counts = { passed: 0, failed: 1, incomplete: 0, unreadable: 0 };
    const may = { everywhere: true, writable: true, subscribable: true, deciding: true };
    return frontPage({ ...front, ...may, counts }, { ...(await voice()), query: { text, region: text, year: '2023' } });
  },
  message: async (text) => messagePage(await voice(), { title: text, text, small: text }),
};

async function sheet(text: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const book = new Workbook(async (bytes) => void parts.push(bytes));
  const made = stranger(text);
  await book.sheet(
    text,
    [text],
    MISTAKE_COLUMNS.map(([, width]) => width),
  );
  await book.rows(mistakeRows(made, made.result.findings, 'https://gouji.example', SAY.zh));
  await book.end();
  return Buffer.concat(parts);
}

const FILES: Record<string, (text: string) => Promise<Uint8Array>> = {
  xlsx: sheet,
  'official paper': (text) => {
    const { result } = stranger(text);
    const about = { result, standing: result.findings, status: result.status };
    return paperOf('notice', about, { letterhead: text, signatory: text }, '2026-03-02', SAY.zh);
  },
  'Word comments': (text) => {
    const made = stranger(text);
    return commented(faultyDocx(), remarksOf(made, made.result.findings, SAY.zh), {
      name: text,
      date: '2026-03-02T08:00:00Z',
    });
  },
  junit: async (text) =>
    Buffer.from(junit([fromStoredResult(stranger(text).result)], SAY.zh).replaceAll('\ufffd', '?')),
};

/** Elements and attributes without what stands in them. */
function skeleton({ name, attributes, children }: XmlElement): string {
  const inner = children.flatMap((child) => (typeof child === 'string' ? [] : [skeleton(child)]));
  return `<${name} ${Object.keys(attributes).join(' ')}>${inner.join('')}</>`;
}
function skeletons(bytes: Uint8Array): Record<string, string> {
  if (bytes[0] !== 0x50) return { document: skeleton(parseXml(bytes, 'junit')) };
  const parts = Object.entries(partsOf(bytes)).filter(([name]) => /\.(?:xml|rels)$/.test(name));
  return Object.fromEntries(parts.map(([name, part]) => [name, skeleton(parseXml(Buffer.from(part), name))]));
}
const tags = (html: string) =>
  elements(html).map(({ tagName, attrs }) => `${tagName} ${attrs.map(({ name }) => name).join(' ')}`);

/** What each face makes of a harmless text: made once. */
const harmlessly = <Made>(faces: Record<string, (text: string) => Promise<Made>>) => {
  const made = new Map<string, Promise<Made>>();
  return (name: string): Promise<Made> => {
    const there = made.get(name) ?? (faces[name] as (text: string) => Promise<Made>)(HARMLESS);
    made.set(name, there);
    return there;
  };
};
const harmlessPage = harmlessly(PAGES);
const harmlessFile = harmlessly(FILES);

describe.each(HOSTILE)('%j', (text) => {
  test.each(Object.entries(PAGES))('the page %s has no element and no attribute of it', async (name, page) => {
    expect(tags(await page(text))).toEqual(tags(await harmlessPage(name)));
  });

  // A line break in a text may be a line break on paper, and nothing else may come of a text.
  test.each(Object.entries(FILES))('%s has no element of it and is sound XML', async (name, file) => {
    const plain = text.replace(/[\r\n]+/g, ' ');
    expect(skeletons(await file(plain))).toEqual(skeletons(await harmlessFile(name)));
    if (plain !== text) skeletons(await file(text));
  });

  test('JSON and SARIF hold it as it is', () => {
    const result = fromStoredResult(stranger(text).result);
    const [read] = JSON.parse(json([result], SAY.zh));
    expect(read.report.agency).toBe(text);
    expect(ndjson([result], SAY.zh).trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(sarif([result], SAY.zh)).runs[0].results[0].message.text).toContain(text);
  });

  test('CSV keeps its rows and columns, and nothing in it is a formula', () => {
    const result = fromStoredResult(stranger(text).result);
    for (const rows of [parseCsv(csv([result], SAY.zh).slice(1)), parseCsv(cellsCsv([result]).slice(1))]) {
      expect(rows).toHaveLength(2);
      expect(rows[1]).toHaveLength(rows[0]?.length as number);
      for (const field of rows[1] as string[]) expect(field).not.toMatch(/^\s*[=+@＝＋＠]|^\s*[-－](?!\d*$)|^[\t\r\n]/);
    }
  });

  test('a terminal gets no control characters', () => {
    const shown = terminal([fromStoredResult(stranger(text).result)], SAY.zh);
    expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  });
});
