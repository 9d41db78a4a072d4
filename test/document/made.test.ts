/** Files as programs and people make them, each with one property; all agencies are invented. */
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { NOTES } from '../../shared/document/notes.ts';
import { readDocuments } from '../../shared/document/read.ts';
import { UnreadableError } from '../../shared/document/unreadable.ts';
import { docx, item, level, numbering, p, r, tbl, tc, tr } from './support/docx.ts';
import { bytesOf, documentOf, gridsOf, reasonOf, rowsOf, shown } from './support/read.ts';

const gbk = (text: string) => Buffer.from(Uint8Array.from(GBK[text] as number[]));
/** 规章 and 年报 in GBK. */
const GBK: Record<string, number[]> = { 规章: [0xb9, 0xe6, 0xd5, 0xc2], 年报: [0xc4, 0xea, 0xb1, 0xa8] };
const bytes = (text: string) => [...gbk(text)].map((byte) => `\\'${byte.toString(16)}`).join('');

describe('RTF', () => {
  const table =
    '\\trowd\\cellx1000\\cellx2000\\cellx3000\\pard\\intbl 第二十条\\cell a\\cell b\\cell\\row' +
    '\\trowd\\clmgf\\cellx1000\\clmrg\\cellx2000\\cellx3000\\pard\\intbl wide\\cell\\cell 3\\cell\\row\\pard';
  it.each([
    ['bytes of a code page', `${bytes('规章')} 12\\par`, ['规章 12']],
    ['Unicode with a replacement', "\\uc1\\u35268 ?\\u31456\\'3f 7\\par", ['规章 7']],
    ['what is not printed', '{\\v 99}{\\*\\xyz 98}{\\fonttbl{\\f0 Song;}}1{\\deleted 2}\\par', ['1']],
    ['a field: its result', '{\\field{\\*\\fldinst PAGEREF 5}{\\fldrslt 12}}\\par', ['12']],
    ['a list label as it is printed', '{\\listtext 1.\\tab}text\\par', ['1.\ttext']],
    [
      'a table with a merged cell',
      table.replace('第二十条', 'x'),
      [
        [
          ['x', 'a', 'b'],
          ['wide<2×1>', '3'],
        ],
      ],
    ],
  ])('%s', async (_, content, expected) => {
    const { blocks } = await documentOf(`{\\rtf1\\ansi\\ansicpg936 ${content}}`);
    expect(shown(blocks).filter((block) => block !== '')).toEqual(expected);
  });
});

it.each([
  ['a control word of RTF', bytesOf('{\\rtf1 7\\constructor 8\\par}'), '78'],
  ['an element of Word', docx(p(`${r('7')}<w:r><w:constructor/><w:t>8</w:t></w:r>`)), '78'],
  ['a number format of Word', docx(item('甲', 1), { numbering: numbering(level(0, 'toString', '%1、')) }), '1、甲'],
])('%s named like a property of every JavaScript object means nothing', async (_, file, expected) => {
  const { blocks } = await documentOf(file);
  expect(shown(blocks).join('')).toBe(expected);
});

describe('Word in one XML file', () => {
  const body = p(r('一')) + tbl(tr(tc('a'), tc('b')));
  const expected = ['一', [['a', 'b']]];
  it('of 2003', async () => {
    const root = 'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"';
    const { blocks } = await documentOf(
      `<?xml version="1.0"?><w:wordDocument ${root}><w:body>${body}</w:body></w:wordDocument>`,
    );
    expect(shown(blocks)).toEqual(expected);
  });
  it('the parts of a docx one after the other', async () => {
    const part = `<pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document xmlns:w="w"><w:body>${body}</w:body></w:document></pkg:xmlData></pkg:part>`;
    const { blocks } = await documentOf(
      `<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${part}</pkg:package>`,
    );
    expect(shown(blocks)).toEqual(expected);
  });
});

describe('Word', () => {
  const field = (content: string) => `<w:r><w:fldChar w:fldCharType="${content}"/></w:r>`;
  it.each([
    [
      'a field in the instruction of a field',
      `${field('begin')}${field('begin')}${field('separate')}${r('88')}${field('end')}${field('separate')}${r('5')}${field('end')}`,
      '5',
    ],
    ['a field that never ends hides nothing', `${field('begin')}${r('5')}`, '5'],
    [
      'a diagram that is not understood',
      `<mc:AlternateContent><mc:Choice Requires="xyz">${r('9')}</mc:Choice><mc:Fallback>${r('5')}</mc:Fallback></mc:AlternateContent>`,
      '5',
    ],
  ])('%s', async (_, content, text) => {
    expect(shown((await documentOf(docx(p(content)))).blocks)).toEqual([text]);
  });
  it('hidden rows are left out', async () => {
    const hidden = `<w:tr><w:trPr><w:hidden/></w:trPr>${tc('9')}${tc('9')}</w:tr>`;
    const [grid] = gridsOf(await documentOf(docx(tbl(tr(tc('1'), tc('2')), hidden))));
    expect(grid && rowsOf(grid)).toEqual([['1', '2']]);
  });
});

describe('sheets as text', () => {
  it('lost merges: a label goes up to where the numbers start', async () => {
    const row = (label: string, last: number) => `${label},,,1,2,3,4,5,6,${last}\n`;
    const [grid] = gridsOf(await documentOf(row('甲', 21) + row(',乙'.replace(',', ''), 21) + row('丙', 21), 'a.csv'));
    expect(grid && rowsOf(grid)[0]?.slice(0, 2)).toEqual(['甲<3×1>', '1']);
  });
  it('a quoted cell may hold the delimiter, quotes and line breaks', async () => {
    const [grid] = gridsOf(await documentOf('"a,""b""","c\nd"\n1,2\n', 'a.csv'));
    expect(grid && rowsOf(grid)).toEqual([
      ['a,"b"', 'cd'],
      ['1', '2'],
    ]);
    expect(grid?.rows[1]?.[0]?.place.line).toBe(3);
  });
});

describe('files around files', () => {
  const mail = (part: string) =>
    `From: a@example.cn\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="B"\n\n--B\nContent-Type: text/plain\n\n见附件\n--B\n${part}\n--B--\n`;
  const content = Buffer.from('规章').toString('base64');
  it.each([
    ['encoded words', `Content-Type: text/plain; name="=?gb18030?B?${gbk('年报').toString('base64')}?=.txt"`],
    ['RFC 2231', "Content-Type: text/plain\nContent-Disposition: attachment; filename*=UTF-8''%E5%B9%B4%E6%8A%A5.txt"],
    [
      'bytes as they are',
      `Content-Type: text/plain\nContent-Disposition: attachment; filename="${gbk('年报').toString('latin1')}.txt"`,
    ],
  ])('an attachment is read by its name: %s', async (_, head) => {
    const message = Buffer.from(mail(`${head}\nContent-Transfer-Encoding: base64\n\n${content}`), 'latin1');
    const [file] = await readDocuments({ name: 'a.eml', bytes: message });
    expect(file?.name).toBe('a.eml!/年报.txt');
    expect(file?.document instanceof UnreadableError ? null : shown(file?.document.blocks ?? [])).toEqual(['规章']);
  });
  it('what a store packed keeps the name and the bytes that it has', async () => {
    const packed = gzipSync('<p>规章</p>');
    const [file] = await readDocuments({ name: 'a.html', bytes: packed });
    expect(file).toMatchObject({ name: 'a.html', mediaType: 'text/html', bytes: packed });
    expect(await reasonOf(gzipSync(Buffer.alloc(26 * 1024 * 1024)))).toBe('FILE.BOMB');
  });
});

describe('repeats', () => {
  it('a table of contents is left out where its headings come again', async () => {
    const parts = ['一、甲部分', '二、乙部分', '三、丙部分'];
    const { blocks, notes } = await documentOf(
      `目 录\n${parts.map((part, i) => `${part}......${i + 1}\n`).join('')}${parts.join('\n')}`,
    );
    expect(shown(blocks)).toEqual(parts);
    expect(notes).toEqual([NOTES.contents]);
  });
});

describe('large but lawful, or nearly nothing that stands for much', () => {
  const large: [string, Uint8Array, number][] = [
    ['200,000 lines of preformatted text', bytesOf(`<pre>${'1\n'.repeat(200_000)}</pre>`), 200_000],
    ['200,000 paragraphs in one cell', bytesOf(`<table><tr><td>${'<p>1'.repeat(200_000)}</table>`), 200_000],
    ['120,000 paragraphs of a Word file', docx(tbl(`<w:tr><w:tc>${p(r('1')).repeat(120_000)}</w:tc></w:tr>`)), 120_000],
  ];
  it.each(large)('%s', async (_, content, blocks) => {
    expect((await documentOf(content)).blocks.length).toBeGreaterThanOrEqual(blocks);
  });
  it.each([
    [
      'rows times columns of a text',
      zipSync({
        'META-INF/manifest.xml': strToU8('<m/>'),
        'content.xml': strToU8(
          '<d><body><text><table><table-row number-rows-repeated="90000"><table-cell number-columns-repeated="900"><p>1</p></table-cell></table-row></table></text></body></d>',
        ),
      }),
    ],
    [
      'far columns of a sheet',
      zipSync({
        'xl/workbook.xml': strToU8('<w><sheets><sheet id="a"/></sheets></w>'),
        'xl/_rels/workbook.xml.rels': strToU8('<R><Relationship Id="a" Target="s.xml"/></R>'),
        'xl/s.xml': strToU8(
          `<w><sheetData>${Array.from({ length: 2000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c><c r="ALK${i + 1}"><v>1</v></c></row>`).join('')}</sheetData></w>`,
        ),
      }),
    ],
  ])('%s: refused', async (_, content) => {
    expect(await reasonOf(content)).toBe('FILE.BOMB');
  });
});

describe('OFD', () => {
  const text = (x: number, y: number, content: string, step = 4) =>
    `<TextObject Boundary="${x} ${y} 100 6" Size="4"><TextCode X="0" Y="4" DeltaX="g ${content.length - 1} ${step}">${content}</TextCode></TextObject>`;
  /** With a word among its operators that is none, though every JavaScript object has a property of that name. */
  const line = (x: number, y: number, width: number, height: number) =>
    `<PathObject Boundary="${x} ${y} ${width} ${height}" LineWidth="0.3"><AbbreviatedData>constructor M 0 0 L ${width} ${height}</AbbreviatedData></PathObject>`;
  const rules = [20, 60, 100].map((x) => line(x, 40, 0, 20)).concat([40, 50, 60].map((y) => line(20, y, 80, 0)));
  const cells = [text(22, 42, '规章'), text(62, 42, '本年制发件数'), text(22, 52, '行政许可'), text(62, 52, '12', 2)];
  const page = `<Page><Content><Layer>${text(20, 20, '青禾市人民政府政府信息公开工作年度报告')}${rules.join('')}${cells.join('')}</Layer></Content></Page>`;
  const file = zipSync({
    'OFD.xml': strToU8(
      '<OFD><DocBody><DocInfo><Title>年报</Title></DocInfo><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>',
    ),
    'Doc_0/Document.xml': strToU8(
      '<Document><CommonData><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea></CommonData><Pages><Page BaseLoc="Pages/Page_0/Content.xml"/></Pages></Document>',
    ),
    'Doc_0/Pages/Page_0/Content.xml': strToU8(page),
  });
  it('pages are laid out as those of a PDF', async () => {
    const { blocks, title } = await documentOf(file);
    expect(title).toBe('年报');
    expect(shown(blocks)).toEqual([
      '青禾市人民政府政府信息公开工作年度报告',
      [
        ['规章', '本年制发件数'],
        ['行政许可', '12'],
      ],
    ]);
  });
});
