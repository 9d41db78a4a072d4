import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { docx, item, level, numbering, p, r, tbl, tc, tr } from './support/docx.ts';
import { documentOf, gridsOf, reasonOf, shown } from './support/read.ts';

const blocksOf = async (body: string, parts?: Record<string, string>) =>
  shown((await documentOf(docx(body, parts))).blocks);

describe('runs', () => {
  it.each([
    ['split over runs', r('政府') + r('信息公开'), ['政府信息公开']],
    [
      'tabs and line breaks',
      `${r('索引号')}<w:r><w:tab/><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>`,
      ['索引号\t甲', '乙'],
    ],
    ['symbols and hyphens', '<w:r><w:sym w:font="x" w:char="2014"/><w:noBreakHyphen/></w:r>', ['—-']],
    [
      'deletions',
      `${r('制发')}<w:del><w:r><w:delText>13</w:delText></w:r></w:del><w:ins>${r('12')}</w:ins>${r('件')}`,
      ['制发12件'],
    ],
    ['moved text', `<w:moveFrom>${r('旧处')}</w:moveFrom><w:moveTo>${r('新处')}</w:moveTo>`, ['新处']],
    [
      'hidden text',
      `<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>现</w:t></w:r>`,
      ['现'],
    ],
    ['fields', `<w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink>${r('链接')}</w:hyperlink>`, ['链接']],
    ['ruby', `<w:r><w:ruby><w:rt>${r('shù')}</w:rt><w:rubyBase>${r('数')}</w:rubyBase></w:ruby></w:r>`, ['数']],
    ['content controls', `<w:sdt><w:sdtPr/><w:sdtContent>${r('甲局')}</w:sdtContent></w:sdt>`, ['甲局']],
  ])('%s', async (_, content, expected) => {
    expect(await blocksOf(p(content))).toEqual(expected);
  });

  it('a paragraph whose end was deleted runs on', async () => {
    const deleted = '<w:rPr><w:del w:id="1"/></w:rPr>';
    expect(await blocksOf(p(r('收到申请'), deleted) + p(r('70件')) + p(r('完')))).toEqual(['收到申请70件', '完']);
  });

  it('a text box stands once, after its paragraph', async () => {
    const box = `<w:txbxContent>${p(r('框中'))}</w:txbxContent>`;
    const shape = `<mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>${box}</v:textbox></mc:Fallback></mc:AlternateContent>`;
    expect(await blocksOf(p(`${r('正文')}<w:r>${shape}</w:r>`) + p(r('下文')))).toEqual(['正文', '框中', '下文']);
  });

  it('footnotes follow the text, separators are left out', async () => {
    const footnotes = `<w:footnote w:type="separator" w:id="0">${p(r('——'))}</w:footnote><w:footnote w:id="2">${p(r('注:含结转'))}</w:footnote>`;
    const body = p(`${r('70件')}<w:r><w:footnoteReference w:id="2"/></w:r>`);
    expect(await blocksOf(body, { footnotes })).toEqual(['70件', '注:含结转']);
  });
});

describe('list labels', () => {
  const chinese =
    level(0, 'chineseCountingThousand', '%1、') + level(1, 'chineseCounting', '（%2）') + level(2, 'decimal', '%3.');
  it('一、 （一） 1. made by Word, deeper levels starting anew', async () => {
    const body =
      item('总体情况', 1) +
      item('主动公开', 1, 1) +
      item('甲', 1, 2) +
      item('乙', 1, 2) +
      item('依申请', 1, 1) +
      item('主动公开情况', 1) +
      item('丙', 1, 1);
    expect(await blocksOf(body, { numbering: numbering(chinese) })).toEqual([
      '一、总体情况',
      '（一）主动公开',
      '1.甲',
      '2.乙',
      '（二）依申请',
      '二、主动公开情况',
      '（一）丙',
    ]);
  });
  it('through paragraph styles, also inherited, and switched off by 0', async () => {
    const styles =
      '<w:style w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>';
    const off = '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr>';
    const body = p(r('甲'), '<w:pStyle w:val="a"/>') + p(r('无'), off) + p(r('乙'), '<w:pStyle w:val="b"/>');
    expect(await blocksOf(body, { styles, numbering: numbering(chinese) })).toEqual(['一、甲', '无', '二、乙']);
  });
  it('at the level that names the style', async () => {
    const styles = '<w:style w:styleId="h2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const levels = level(0, 'decimal', '%1') + level(1, 'decimal', '%1.%2', '<w:pStyle w:val="h2"/>');
    const body = item('甲', 1) + p(r('乙'), '<w:pStyle w:val="h2"/>');
    expect(await blocksOf(body, { styles, numbering: numbering(levels) })).toEqual(['1甲', '1.1乙']);
  });
  it('restarted and shared counters', async () => {
    const lists =
      numbering(chinese) +
      '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>';
    const body = item('甲', 1) + item('乙', 2) + item('丙', 3);
    expect(await blocksOf(body, { numbering: lists })).toEqual(['一、甲', '二、乙', '五、丙']);
  });
  it('never runs into a number', async () => {
    expect(await blocksOf(item('2023年', 1), { numbering: numbering(level(0, 'decimal', '%1')) })).toEqual([
      '1 2023年',
    ]);
  });
  it.each([
    ['japaneseCounting', 23, '二十三'],
    ['chineseCountingThousand', 105, '一百〇五'],
    ['chineseCounting', 10, '十'],
    ['ideographDigital', 20, '二〇'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['ideographTraditional', 3, '丙'],
    ['decimalEnclosedCircle', 4, '④'],
    ['upperRoman', 9, 'IX'],
    ['lowerLetter', 27, 'aa'],
    ['decimalZero', 7, '07'],
    ['decimalFullWidth', 12, '１２'],
    ['bullet', 1, ''],
    ['ofTheFuture', 8, '8'],
  ])('%s %i is %s', async (format, value, label) => {
    const levels = `<w:lvl w:ilvl="0"><w:start w:val="${value}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%1"/></w:lvl>`;
    expect(await blocksOf(item('、甲', 1), { numbering: numbering(levels) })).toEqual([`${label}、甲`]);
  });
});

describe('tables', () => {
  const restart = '<w:vMerge w:val="restart"/>';
  const merged = '<w:vMerge/>';
  it('merged both ways', async () => {
    const table = tbl(
      tr(tc('三、办理结果', restart), tc('(三)不予公开', restart), tc('1.国家秘密'), tc('0')),
      tr(tc('', merged), tc('', merged), tc('2.禁止公开'), tc('3')),
      tr(tc('', merged), tc('(七)总计', '<w:gridSpan w:val="2"/>'), tc('3')),
    );
    expect(await blocksOf(table)).toEqual([
      [
        ['三、办理结果<1×3>', '(三)不予公开<1×2>', '1.国家秘密', '0'],
        ['2.禁止公开', '3'],
        ['(七)总计<2×1>', '3'],
      ],
    ]);
  });
  it('merges of the old kind, skipped columns, deleted rows and cells in controls', async () => {
    const table = tbl(
      tr(tc('甲', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), tc('乙')),
      `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc('1')}<w:sdt><w:sdtContent>${tc('2')}</w:sdtContent></w:sdt></w:tr>`,
      `<w:tr><w:trPr><w:del/></w:trPr>${tc('旧')}${tc('旧')}${tc('旧')}</w:tr>`,
    );
    expect(await blocksOf(table)).toEqual([
      [
        ['甲<2×1>', '乙'],
        ['', '1', '2'],
      ],
    ]);
  });
  it('paragraphs of a cell are one text', async () => {
    const cell = `<w:tc>${['三、', '本', '年', '度'].map((c) => p(r(c))).join('')}</w:tc>`;
    expect(await blocksOf(tbl(tr(cell, tc('0'))))).toEqual([[['三、本年度', '0']]]);
  });
  it('one that lays out the page dissolves, the table in it stays', async () => {
    const inner = tbl(tr(tc('规章'), tc('0')), tr(tc('许可'), tc('12')));
    const body = tbl(tr(`<w:tc>${p(r('标题'))}${inner}${p(r('落款'))}</w:tc>`));
    expect(await blocksOf(body)).toEqual([
      '标题',
      [
        ['规章', '0'],
        ['许可', '12'],
      ],
      '落款',
    ]);
  });
  it('nested in a row of data it follows the table', async () => {
    const inner = tbl(tr(tc('细'), tc('目')));
    const body = tbl(tr(tc('1'), tc('2'), tc('3'), `<w:tc>${p(r('4'))}${inner}</w:tc>`));
    expect(await blocksOf(body)).toEqual([[['1', '2', '3', '4']], [['细', '目']]]);
  });
});

describe('whole files', () => {
  const original = readFileSync(new URL('fixtures/report.docx', import.meta.url));

  it('mammoth reads the same text and the same cells', async () => {
    const { blocks } = await documentOf(original);
    const texts = blocks.flatMap((b) => (b.kind === 'grid' ? b.rows.flat().map(({ text }) => text) : [b.text]));
    const { value } = await mammoth.extractRawText({ buffer: original });
    expect(texts.filter((text) => text !== '')).toEqual(value.split('\n').filter((line) => line.trim() !== ''));
    const html = (await mammoth.convertToHtml({ buffer: original })).value;
    const page = await documentOf(`<body>${html}</body>`);
    expect(shown(gridsOf(page))).toEqual(shown(blocks.filter(({ kind }) => kind === 'grid')));
  });

  it('the strict variant, and any prefix', async () => {
    const parts = unzipSync(original);
    const xml = Buffer.from(parts['word/document.xml'] as Uint8Array).toString();
    const strict = xml
      .replaceAll(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      )
      .replaceAll('<w:', '<ns0:')
      .replaceAll('</w:', '</ns0:')
      .replaceAll(' w:', ' ns0:')
      .replace('xmlns:w=', 'xmlns:ns0=');
    const file = zipSync({ ...parts, 'word/document.xml': strToU8(strict) });
    expect(shown((await documentOf(file)).blocks)).toEqual(shown((await documentOf(original)).blocks));
  });

  it('pictures only', async () => {
    const parts = unzipSync(docx(p('<w:r><w:drawing/></w:r>')));
    expect(await reasonOf(zipSync({ ...parts, 'word/media/image1.png': new Uint8Array(9) }))).toBe('FILE.PICTURES');
  });
});
