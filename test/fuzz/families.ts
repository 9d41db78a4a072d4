/** Hostile families: inputs of a size that can be doubled, each of which took a reader or a rule out of proportion once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipped } from './mutate/zip.ts';

const SAMPLES = join(import.meta.dirname, '../../samples');
const text = readFileSync(join(SAMPLES, '青禾市统计局2023.txt'), 'utf8');
const page = readFileSync(join(SAMPLES, '青禾市财政局2024.html'), 'utf8');

interface Made {
  name: string;
  bytes: Uint8Array;
}
export type Family = (size: number) => Made;

const file = (name: string, content: string): Made => ({ name, bytes: Buffer.from(content) });
const escaped = (content: string) => content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const repeated = (unit: string, size: number) => unit.repeat(Math.ceil(size / unit.length));

/** Where a repeated unit stands in a report. */
const PLACES: Record<string, (content: string) => Made> = {
  alone: (content) => file('a.txt', content),
  'in prose': (content) => file('a.txt', text.replace('主动公开', `${content}收到申请5件。主动公开`)),
  'in a table': (content) => file('a.txt', text.replace('行政许可', `${content}\n行政许可`)),
  'in a cell': (content) => file('a.html', page.replace(/<td>[^<]*\d+[^<]*<\/td>/, `<td>${escaped(content)}</td>`)),
  'in a title': (content) => file('a.html', page.replace(/<title>[^<]*/, `<title>${escaped(content)}`)),
};

const html = (body: string) => file('a.html', `<html><body>${body}</body></html>`);
const word = (body: string, more: [string, string][] = []) => ({
  name: 'a.docx',
  bytes: zipped(
    [['word/document.xml', `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`], ...more].map(
      ([name, data]) => ({
        name: name as string,
        data: Buffer.from(data as string),
      }),
    ),
  ),
});
const sheet = (rows: string, merges: string) => ({
  name: 'a.xlsx',
  bytes: zipped(
    [
      ['xl/workbook.xml', '<workbook><sheets><sheet name="a" r:id="r"/></sheets></workbook>'],
      ['xl/_rels/workbook.xml.rels', '<Relationships><Relationship Id="r" Target="s.xml"/></Relationships>'],
      ['xl/s.xml', `<worksheet><sheetData>${rows}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`],
    ].map(([name, data]) => ({ name: name as string, data: Buffer.from(data as string) })),
  ),
});
const p = '<w:p><w:r><w:t>1</w:t></w:r></w:p>';
const many = (count: number, make: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i + 1)).join('');

/** Families of the structure of a format; `size` is the number of its pieces. */
const SHAPES: Record<string, Family> = {
  'paragraphs in a cell (docx)': (size) =>
    word(`<w:tbl><w:tr><w:tc>${p.repeat(size)}</w:tc><w:tc>${p}</w:tc></w:tr></w:tbl>`),
  'paragraphs in a cell (html)': (size) =>
    html(`<table><tr><td>${'<p>1</p>'.repeat(size)}</td><td>2</td></tr></table>`),
  'small paragraphs (docx)': (size) => word(p.repeat(size)),
  'footnotes (docx)': (size) =>
    word(
      many(size, (i) => `<w:p><w:r><w:footnoteReference w:id="${i}"/></w:r></w:p>`),
      [
        [
          'word/footnotes.xml',
          `<w:footnotes xmlns:w="w">${many(size, (i) => `<w:footnote w:id="${i}">${p}</w:footnote>`)}</w:footnotes>`,
        ],
      ],
    ),
  'merged ranges (xlsx)': (size) =>
    sheet(
      many(size, (i) => `<row r="${i}"><c r="A${i}"><v>${i}</v></c><c r="D${i}"><v>1</v></c></row>`),
      many(size, (i) => `<mergeCell ref="B${i}:C${i}"/>`),
    ),
  'line breaks (html)': (size) => html(`一、总体情况${'<br>1'.repeat(size)}`),
  'line breaks in a cell (html)': (size) => html(`<table><tr><td>1${'<br>1'.repeat(size)}</td><td>2</td></tr></table>`),
  'one-column tables (html)': (size) => html('<table><tr><td>1</td></tr></table>'.repeat(size)),
  'one column (html)': (size) => html(`<table>${'<tr><td>1</td></tr>'.repeat(size)}</table>`),
  'rows (html)': (size) => html(`<table>${'<tr><td>规章</td><td>1</td></tr>'.repeat(size)}</table>`),
  'preformatted lines (html)': (size) => html(`<pre>${'1\n'.repeat(size)}</pre>`),
  'labels in lines (text)': (size) => file('a.txt', '自然人\n'.repeat(size)),
  'values in lines (text)': (size) => file('a.txt', '1\n'.repeat(size)),
  'whole reports (text)': (size) => file('a.txt', `${text}\n`.repeat(size / 30)),
  'headings (text)': (size) => file('a.txt', '三、收到和处理政府信息公开申请情况\n'.repeat(size)),
  'commas (csv)': (size) => file('a.csv', `a,b\n${','.repeat(size)}\n1,2`),
  'quoted cells (csv)': (size) => file('a.csv', `a,b\n${'"",'.repeat(size)}\n1,2`),
  'words that are parts of each other (csv)': (size) => file('a.csv', `a,b\n${'自然人'.repeat(size)}x,1\n${text}`),
  'groups (rtf)': (size) => file('a.rtf', `{\\rtf1 ${'{\\b 1}'.repeat(size)}}`),
  'parts (mail)': (size) =>
    file(
      'a.eml',
      `From: a\nDate: b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n${many(size, () => '--B\nContent-Type: text/plain\n\n1\n')}--B--`,
    ),
};

/** Digits, separators, brackets and words that expressions look for, each in the place where it did most harm. */
const UNITS: [string, keyof typeof PLACES][] = [
  ['9', 'in a cell'],
  ['|', 'in prose'],
  [',', 'in a table'],
  ['（', 'in prose'],
  ['其中', 'in prose'],
  ['12.5%、', 'in prose'],
  ['。', 'in prose'],
  ['收到申请1件，', 'in prose'],
  ['\t', 'in a table'],
  ['"', 'alone'],
  ['某省某市某县', 'in a title'],
  ['自然人', 'in a table'],
  ['行政复议起诉', 'in a table'],
];

/** By name, with the size from which each is doubled. */
export const FAMILIES: { name: string; make: Family; size: number }[] = [
  ...UNITS.map(([unit, place]) => ({
    name: `${JSON.stringify(unit)} ${place}`,
    make: (size: number) => (PLACES[place] as (content: string) => Made)(repeated(unit, size)),
    size: 2000,
  })),
  ...Object.entries(SHAPES).map(([name, make]) => ({ name, make, size: 300 })),
];
