/** The clerk's own Word file with comments, opened again by another library and by our own reader. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { readDocuments } from '../../shared/document/read.ts';
import { parseXml } from '../../shared/document/xml.ts';
import { commented } from '../../shared/output/docx/commented.ts';
import { remarksOf } from '../../shared/output/docx/remarks.ts';
import { SAY } from '../../shared/output/language.ts';
import { docx, p, r, tbl, tc, tr } from '../document/support/docx.ts';
import { faultyDocx, partsOf, recordOf } from './papers.ts';

const author = { name: '勾稽', date: '2026-03-02T08:00:00Z' };

/** For each comment, the text that it is about and the comment, as another library has them. */
async function remarksIn(bytes: Uint8Array): Promise<string> {
  for (const [name, part] of Object.entries(partsOf(bytes)))
    if (/\.(?:xml|rels)$/.test(name)) parseXml(Buffer.from(part), name);
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { styleMap: ['comment-reference => sup'] },
  );
  return value;
}

/** The text between the marks of the comments with this number. */
function rangeOf(bytes: Uint8Array, id: number): string {
  const document = partsOf(bytes)['word/document.xml'] ?? '';
  const [, range = ''] =
    new RegExp(`commentRangeStart[^>]*id="${id}"/>(.*?)<w:commentRangeEnd[^>]*id="${id}"/>`, 's').exec(document) ?? [];
  return range.replace(/<[^>]+>/g, '');
}

test('comments stand at the suspect cell and at the sentence; the rest of the file is as it was', async () => {
  const original = faultyDocx();
  const record = await recordOf('示例局2023.docx', original);
  const made = await commented(original, remarksOf(record, record.result.findings, SAY.zh), author);
  const shown = await remarksIn(made);
  expect(shown).toContain('仅“一、本年新收政府信息公开申请数量·自然人”由103改为102一格');
  const ranges = [...(partsOf(made)['word/document.xml'] ?? '').matchAll(/commentRangeStart[^>]*id="(\d+)"/g)].map(
    ([, id]) => rangeOf(made, Number(id)),
  );
  expect(ranges).toContain('103');
  expect(ranges).toContain('2023年未收取信息处理费。');
  expect(ranges).toContain('一、总体情况');
  const {
    'word/document.xml': _document,
    '[Content_Types].xml': _types,
    'word/_rels/document.xml.rels': _relations,
    ...others
  } = partsOf(original);
  expect(partsOf(made)).toMatchObject(others);
  const blocks = async (bytes: Uint8Array) => (await readDocuments({ name: 'a.docx', bytes }))[0]?.document;
  expect(await blocks(made)).toEqual(await blocks(original));
});

test.each([
  ['a paragraph without content', '<w:p/>', ''],
  ['a paragraph without properties', '<w:p><w:r><w:t>甲</w:t></w:r></w:p>', '甲'],
  ['properties before the text', p(r('甲'), '<w:jc w:val="center"/>'), '甲'],
  ['empty properties', '<w:p><w:pPr/><w:r><w:t>甲</w:t></w:r></w:p>', '甲'],
  ['a cell', tbl(tr(tc('甲'), tc('乙'))), '甲'],
  ['a paragraph in a content control', `<w:sdt><w:sdtContent>${p(r('甲'))}</w:sdtContent></w:sdt>`, '甲'],
])('%s takes a comment', async (_name, body, text) => {
  const bytes = docx(body + p(r('全文')));
  const made = await commented(bytes, [{ lines: [1], text: ['请核实'], short: '', inserted: '' }], author);
  expect(rangeOf(made, 0)).toBe(text);
  expect(await remarksIn(made)).toContain('请核实');
});

test('a comment on a text box stands at the paragraph that holds the box', async () => {
  const box = `<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${p(r('框内'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
  const made = await commented(
    docx(p(box + r('框外'))),
    [{ lines: [2], text: ['请核实'], short: '', inserted: '' }],
    author,
  );
  expect(rangeOf(made, 0)).toBe('框内框外');
});

test('what came in by another file (w:altChunk) is commented on at the paragraph before it, which the comment says', async () => {
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const chunk = `<w:altChunk xmlns:r="${relation}" r:id="c1"/>`;
  const parts = unzipSync(docx(p(r('前文')) + chunk + p(r('后文'))));
  const html = '<p>插入的段落</p><table><tr><td>项目</td><td>数</td></tr><tr><td>新收</td><td>12</td></tr></table>';
  const relations = strFromU8(parts['word/_rels/document.xml.rels'] as Uint8Array);
  const bytes = zipSync({
    ...parts,
    'word/afchunk.html': strToU8(`<!DOCTYPE html><meta charset="utf-8"><body>${html}</body>`),
    'word/_rels/document.xml.rels': strToU8(
      relations.replace('</', `<Relationship Id="c1" Type="${relation}/aFChunk" Target="afchunk.html"/></`),
    ),
  });
  const [read] = await readDocuments({ name: 'a.docx', bytes });
  const blocks = read && 'blocks' in read.document ? read.document.blocks : [];
  const cell = blocks
    .flatMap((block) => (block.kind === 'grid' ? block.rows.flat() : []))
    .find(({ text }) => text === '12');
  const after = blocks.find((block) => block.kind === 'paragraph' && block.text === '后文');
  const comments = [cell?.place.line, after?.place.line].map((line, i) => ({
    ...{ lines: [line ?? 0], text: [`第${i}条`], short: '', inserted: '针对此段之后插入的文件' },
  }));
  const made = await commented(bytes, comments, author);
  expect([rangeOf(made, 0), rangeOf(made, 1)]).toEqual(['前文', '后文']);
  const told = partsOf(made)['word/comments-gouji.xml'] ?? '';
  expect(told.match(/针对此段之后插入的文件/g)).toHaveLength(1);
  expect(told).toMatch(/针对此段之后插入的文件.*第0条.*第1条/s);
});

test('several comments at one place, and one at several places', async () => {
  const comments = [
    { lines: [1], text: ['一'], short: '', inserted: '' },
    { lines: [1, 2], text: ['二'], short: '见二', inserted: '' },
  ];
  const made = await commented(docx(p(r('甲')) + p(r('乙'))), comments, author);
  expect([0, 1, 2].map((id) => rangeOf(made, id))).toEqual(['甲', '甲', '乙']);
  expect(await remarksIn(made)).toMatch(/一.*二.*见二/s);
});

test('what is about the report as a whole stands at its first paragraph', async () => {
  const made = await commented(
    docx(p(r('标题')) + p(r('甲'))),
    [{ lines: [], text: ['缺表三'], short: '', inserted: '' }],
    author,
  );
  expect(rangeOf(made, 0)).toBe('标题');
});

test('comments that are there stay, and no number is given twice', async () => {
  const first = await commented(docx(p(r('甲'))), [{ lines: [1], text: ['先'], short: '', inserted: '' }], author);
  const second = await commented(first, [{ lines: [1], text: ['后'], short: '', inserted: '' }], author);
  const shown = await remarksIn(second);
  expect(shown).toContain('先');
  expect(shown).toContain('后');
  expect([...(partsOf(second)['word/comments-gouji.xml'] ?? '').matchAll(/w:id="(\d+)"/g)].map(([, id]) => id)).toEqual(
    ['0', '1'],
  );
});

test.each([
  ['another prefix', (xml: string) => xml.replaceAll('w:', 'x:').replaceAll('xmlns:w=', 'xmlns:x=')],
  ['UTF-16', (xml: string) => xml],
])('a file in %s', async (name, edit) => {
  const parts = unzipSync(docx(p(r('甲'))));
  const source = edit(strFromU8(parts['word/document.xml'] as Uint8Array));
  const bytes =
    name === 'UTF-16'
      ? Buffer.from(`\ufeff${source.replace(/encoding="[^"]*"/, 'encoding="UTF-16"')}`, 'utf16le')
      : strToU8(source);
  const made = await commented(
    zipSync({ ...parts, 'word/document.xml': bytes }),
    [{ lines: [1], text: ['请核实'], short: '', inserted: '' }],
    author,
  );
  expect(await remarksIn(made)).toContain('请核实');
});
