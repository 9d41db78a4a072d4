import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { NOTES } from '../../shared/document/notes.ts';
import { documentOf, gridsOf, reasonOf, shown } from './support/read.ts';

/** A workbook of sheets given as the content of their root element. */
function xlsx(sheets: string[], options: { strings?: string; states?: string[] } = {}): Uint8Array {
  const names = sheets.map((_, i) => `sheet${i + 1}`);
  const list = names.map(
    (name, i) => `<sheet name="${name}" r:id="r${i}" state="${options.states?.[i] ?? 'visible'}"/>`,
  );
  const relations = names.map(
    (name, i) => `<Relationship Id="r${i}" Target="${i === 0 ? '/xl/' : ''}worksheets/${name}.xml"/>`,
  );
  return zipSync({
    'xl/workbook.xml': strToU8(`<workbook><sheets>${list.join('')}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${relations.join('')}</Relationships>`),
    'xl/sharedStrings.xml': strToU8(`<sst>${options.strings ?? ''}</sst>`),
    ...Object.fromEntries(
      sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, strToU8(`<worksheet>${sheet}</worksheet>`)]),
    ),
  });
}
const c = (reference: string, value: string, type = 'n') => `<c r="${reference}" t="${type}"><v>${value}</v></c>`;
const inline = (reference: string, text: string) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (number: number, ...cells: string[]) => `<row r="${number}">${cells.join('')}</row>`;
const data = (...rows: string[]) => `<sheetData>${rows.join('')}</sheetData>`;

describe('xlsx', () => {
  it('shared, rich and inline strings, formulas and numbers as shown', async () => {
    const strings = '<si><t>规章</t></si><si><r><t>行政</t></r><r><t>许可</t></r><rPh><t>x</t></rPh></si>';
    const sheet = data(
      row(1, c('A1', '0', 's'), c('B1', '24252.309999999998'), '<c r="C1"><f>1+1</f><v>2</v></c>'),
      row(2, c('A2', '1', 's'), inline('B2', '甲'), c('C2', '无', 'str')),
    );
    const { blocks } = await documentOf(xlsx([sheet], { strings }));
    expect(shown(blocks)).toEqual([
      [
        ['规章', '24252.31', '2'],
        ['行政许可', '甲', '无'],
      ],
    ]);
  });
  it('merged cells, blank cells and gaps', async () => {
    const sheet = `${data(
      row(3, inline('A3', '三'), inline('B3', '甲'), '<c r="C3" s="1"/>', c('E3', '5')),
      row(4, '<c r="A4"/>', inline('B4', '乙'), c('C4', '1'), c('E4', '6')),
    )}<mergeCells><mergeCell ref="A3:A4"/><mergeCell ref="C4:D4"/></mergeCells>`;
    const { blocks } = await documentOf(xlsx([sheet]));
    expect(shown(blocks)).toEqual([
      [
        ['三<1×2>', '甲', '', '', '5'],
        ['乙', '1<2×1>', '6'],
      ],
    ]);
  });
  it('blank rows part tables, a lone cell is a paragraph, places name sheet, row and column', async () => {
    const sheet = data(
      row(1, inline('C1', '标题')),
      row(4, inline('B4', '规章'), c('C4', '0')),
      row(6, inline('B6', '许可'), c('C6', '12')),
    );
    const document = await documentOf(xlsx([data(row(1, inline('A1', '封面'))), sheet]));
    expect(shown(document.blocks)).toEqual(['封面', '标题', [['', '规章', '0']], [['', '许可', '12']]]);
    expect(gridsOf(document)[1]?.rows[0]?.[2]?.place).toEqual({ line: 4, page: 2, table: 4, row: 6, cell: 3 });
  });
  it('hidden sheets are left out and said to be', async () => {
    const sheet = data(row(1, inline('A1', '甲')));
    const document = await documentOf(xlsx([sheet, sheet], { states: ['visible', 'hidden'] }));
    expect(document).toMatchObject({ blocks: [{ text: '甲' }], notes: [NOTES.hiddenSheets(1)] });
  });
  it.each([
    ['a cell far out', data(row(1, c('A1', '1'), c('XFD1', '2')))],
    ['many rows', data('<row/>'.repeat(100_001))],
  ])('%s', async (_, sheet) => {
    expect(await reasonOf(xlsx([sheet]))).toBe('FILE.BOMB');
  });
});

/** An OpenDocument text from the content of `office:text`. */
function odt(text: string, styles = '', manifest = ''): Uint8Array {
  const content = `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`;
  return zipSync({
    'META-INF/manifest.xml': strToU8(`<manifest:manifest>${manifest}</manifest:manifest>`),
    'content.xml': strToU8(content),
  });
}
const textBlocks = async (text: string, styles?: string) => shown((await documentOf(odt(text, styles))).blocks);
const p = (text: string) => `<text:p>${text}</text:p>`;
const cell = (text: string, attributes = '') => `<table:table-cell ${attributes}>${p(text)}</table:table-cell>`;

describe('odt', () => {
  it.each([
    ['spaces, tabs, line breaks', p('年<text:s text:c="3"/>度<text:tab/>a<text:line-break/>b'), ['年   度\ta', 'b']],
    [
      'deleted and annotated text',
      `<text:tracked-changes>${p('旧')}</text:tracked-changes>${p(`<text:span>新</text:span><office:annotation>${p('批注')}</office:annotation>`)}`,
      ['新'],
    ],
    [
      'footnotes after the text, boxes after their paragraph',
      p(
        `甲<text:note><text:note-citation>1</text:note-citation><text:note-body>${p('注')}</text:note-body></text:note><draw:frame><draw:text-box>${p('框')}</draw:text-box></draw:frame>`,
      ) + p('乙'),
      ['甲', '框', '乙', '注'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await textBlocks(text)).toEqual(expected);
  });
  it('list labels: Chinese, over levels, continued, restarted, printed', async () => {
    const level = (at: number, format: string, before: string, after: string) =>
      `<text:list-level-style-number text:level="${at}" style:num-format="${format}" style:num-prefix="${before}" style:num-suffix="${after}"/>`;
    const styles = `<text:list-style style:name="L">${level(1, '一, 二, 三, ...', '', '、')}${level(2, '1', '(', ')')}</text:list-style>`;
    const list = (items: string, attributes = '') =>
      `<text:list text:style-name="L" ${attributes}>${items}</text:list>`;
    const item = (content: string, attributes = '') => `<text:list-item ${attributes}>${content}</text:list-item>`;
    const text =
      list(item(p('甲') + p('续') + list(item(p('a')) + item(p('b')))) + item(p('乙'))) +
      p('文') +
      list(item(p('丙') + list(item(p('c')))), 'text:continue-numbering="true"') +
      list(item(p('丁')) + item(p('戊'), 'text:start-value="9"') + item(`<text:number>拾、</text:number>${p('己')}`));
    expect(await textBlocks(text, styles)).toEqual([
      '一、甲',
      '续',
      '(1)a',
      '(2)b',
      '二、乙',
      '文',
      '三、丙',
      '(1)c',
      '一、丁',
      '九、戊',
      '拾、己',
    ]);
  });
  it('tables: spans, covered and repeated cells', async () => {
    const rows = [
      `<table:table-header-rows><table:table-row>${cell('甲', 'table:number-columns-spanned="2"')}<table:covered-table-cell/>${cell('乙')}</table:table-row></table:table-header-rows>`,
      `<table:table-row>${cell('三', 'table:number-rows-spanned="2"')}${cell('0', 'table:number-columns-repeated="2"')}</table:table-row>`,
      `<table:table-row><table:covered-table-cell/>${cell('1')}<table:table-cell/></table:table-row>`,
    ];
    expect(await textBlocks(`<table:table>${rows.join('')}</table:table>`)).toEqual([
      [
        ['甲<2×1>', '乙'],
        ['三<1×2>', '0', '0'],
        ['1', ''],
      ],
    ]);
  });
  it.each([
    [
      'rows without end',
      odt(
        `<table:table><table:table-row table:number-rows-repeated="999999999">${cell('1')}</table:table-row></table:table>`,
      ),
      'FILE.BOMB',
    ],
    [
      'columns without end',
      odt(
        `<table:table><table:table-row>${cell('1', 'table:number-columns-repeated="100000"')}</table:table-row></table:table>`,
      ),
      'FILE.BOMB',
    ],
    [
      'encryption',
      odt('', '', '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>'),
      'FILE.ENCRYPTED',
    ],
  ])('%s', async (_, file, reason) => {
    expect(await reasonOf(file)).toBe(reason);
  });
});

/** An OpenDocument sheet of rows; the media type stands in the manifest alone, as some programs have it. */
function ods(rows: string, columns = ''): Uint8Array {
  const table = `<table:table>${columns}${rows}</table:table>`;
  return zipSync({
    'META-INF/manifest.xml': strToU8(
      '<manifest:manifest><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
    ),
    'content.xml': strToU8(
      `<office:document-content><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document-content>`,
    ),
  });
}
const tr = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`;

describe('ods', () => {
  it('numbers as stored, texts as printed, formulas without result, blanks that fill the sheet', async () => {
    const rows =
      tr(
        cell('1,234', 'office:value-type="float" office:value="1234"') +
          cell('甲<text:s/>乙', 'office:value-type="string"') +
          '<table:table-cell table:formula="of:=1+1"/><table:table-cell table:number-columns-repeated="16000"/>',
      ) + tr('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048000"');
    const document = await documentOf(ods(rows));
    expect(shown(document.blocks)).toEqual([[['1234', '甲 乙', '=1+1']]]);
    expect(document.notes).toEqual([NOTES.uncomputed(1)]);
  });
  it('rows and columns in groups, repeated, hidden ones left out', async () => {
    const rows = `<table:table-row-group>${tr(cell('1', 'table:number-columns-repeated="3"'), 'table:number-rows-repeated="2"')}</table:table-row-group>${tr(cell('2', 'table:number-columns-repeated="3"'), 'table:visibility="filter"')}`;
    const columns =
      '<table:table-column/><table:table-column-group><table:table-column table:visibility="collapse"/></table:table-column-group>';
    expect(shown((await documentOf(ods(rows, columns))).blocks)).toEqual([
      [
        ['1', '1'],
        ['1', '1'],
      ],
    ]);
  });
  it.each([
    ['rows', tr(cell('1'), 'table:number-rows-repeated="999999999"')],
    ['columns', tr(cell('1', 'table:number-columns-repeated="999999999"'))],
    ['rows of columns', tr(cell('1', 'table:number-columns-repeated="999"'), 'table:number-rows-repeated="99999"')],
    ['characters', tr(cell('长'.repeat(60_000)), 'table:number-rows-repeated="99"')],
    ['merged areas', tr(`${cell('1', 'table:number-columns-spanned="9"')}`.repeat(900)).repeat(30)],
  ])('too many %s', async (_, rows) => {
    expect(await reasonOf(ods(rows))).toBe('FILE.BOMB');
  });
  it.each([
    [
      'spreadsheet',
      `<office:spreadsheet><table:table>${tr(cell('1') + cell('2'))}</table:table></office:spreadsheet>`,
      [[['1', '2']]],
    ],
    ['text', `<office:text>${p('甲')}</office:text>`, ['甲']],
  ])('a flat file of %s', async (kind, body, expected) => {
    const file = `<?xml version="1.0"?>\n<office:document xmlns:office="o" office:mimetype="application/vnd.oasis.opendocument.${kind}"><office:body>${body}</office:body></office:document>`;
    expect(shown((await documentOf(file)).blocks)).toEqual(expected);
  });
});
