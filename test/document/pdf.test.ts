import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { hex, pageOf, pdf, ruled, type Text } from './support/pdf.ts';
import { documentOf, gridsOf, reasonOf, shown } from './support/read.ts';

const FULL = '本报告依据政府信息公开条例编制统计期限自一月一日起至十二月三十一日止现予公布请予监督指正联系电话见网';
const filler = { text: FULL, x: 50, y: 60 };

const blocksOf = async (...pages: string[]) => shown((await documentOf(pdf(pages))).blocks);

describe('paragraphs', () => {
  it('lines that fill the page run on, an indented line starts anew', async () => {
    const texts = [
      { text: '二、情况', x: 50, y: 80 },
      { text: FULL.slice(0, 48), x: 70, y: 100 },
      { text: `${FULL.slice(0, 49)}2`, x: 50, y: 120 },
      { text: '023年。', x: 50, y: 140 },
      { text: FULL.slice(0, 48), x: 70, y: 160 },
      { text: '止。', x: 50, y: 180 },
    ];
    expect(await blocksOf(pageOf(texts))).toEqual([
      '二、情况',
      `${FULL.slice(0, 48)}${FULL.slice(0, 49)}2 023年。`,
      `${FULL.slice(0, 48)}止。`,
    ]);
  });
  it('a short line that ends within brackets runs on: what cannot be broken stands on the next', async () => {
    const texts = [
      filler,
      { text: '按照《通知》（国办公开办函', x: 50, y: 120 },
      { text: '〔2021〕30号）编制。', x: 50, y: 140 },
      { text: '（一）总体情况', x: 50, y: 160 },
    ];
    expect(await blocksOf(pageOf(texts))).toEqual([
      FULL,
      '按照《通知》（国办公开办函〔2021〕30号）编制。',
      '（一）总体情况',
    ]);
  });
  it('go on over the page; page numbers are dropped, years are not', async () => {
    const first = [
      { text: FULL, x: 50, y: 100 },
      { text: FULL, x: 50, y: 120 },
      { text: '- 4 -', x: 290, y: 800 },
    ];
    const second = [
      { text: '件。', x: 50, y: 60 },
      { text: '2023', x: 50, y: 400 },
      { text: '第5页 共10页', x: 290, y: 800 },
    ];
    expect(await blocksOf(pageOf(first), pageOf(second))).toEqual([`${FULL}${FULL}件。`, '2023']);
  });
  it.each([
    ['of the page', ['1', '2'], []],
    ['counting from another number', ['15', '16'], []],
    ['of no page', ['15', '7'], ['15', '7']],
    ['marked', ['— 9 —', '3/10'], []],
  ])('numbers at the edge: %s', async (_, [first = '', second = ''], left) => {
    const pages = [first, second].map((text) => pageOf([filler, { text, x: 290, y: 800 }]));
    const blocks = await blocksOf(...pages);
    expect(blocks.filter((text) => !String(text).startsWith(FULL))).toEqual(left);
  });
  it('radicals and compatibility ideographs become ordinary characters', async () => {
    expect(await blocksOf(pageOf([{ text: `⼀、⾏政⽂件⻚⻓金 ${FULL}`, x: 50, y: 100, size: 8 }]))).toEqual([
      `一、行政文件页长金 ${FULL}`,
    ]);
  });
  it('characters drawn twice to look bold stand once', async () => {
    const texts = [
      { text: FULL, x: 50, y: 100 },
      { text: FULL, x: 50.4, y: 100 },
      { text: '1100', x: 50, y: 150 },
    ];
    expect(await blocksOf(pageOf(texts))).toEqual([FULL, '1100']);
  });
  it('numbers parted by a space or a gap stay apart', async () => {
    const texts = [
      { text: FULL, x: 50, y: 60 },
      { text: '12 0 3', x: 50, y: 100 },
      { text: '12', x: 50, y: 130 },
      { text: '34', x: 63, y: 130 },
    ];
    expect(await blocksOf(pageOf(texts))).toEqual([FULL, '12 0 3', '12 34']);
  });
  it('pieces far apart are parted by a tab', async () => {
    expect(
      await blocksOf(
        pageOf([
          { text: FULL, x: 50, y: 60 },
          { text: '索引号', x: 50, y: 100 },
          { text: '12', x: 300, y: 100 },
        ]),
      ),
    ).toEqual([FULL, '索引号\t12']);
  });
});

describe('drawing', () => {
  const show = `<${hex(FULL)}> Tj`;
  it.each([
    ['text matrices', `BT /F 1 Tf 10 0 0 10 50 700 Tm ${show} ET`],
    ['scaled pages', `q 0.5 0 0 0.5 0 0 cm BT /F 20 Tf 100 1400 Td ${show} ET Q`],
    ['leading and lines', `BT /F 10 Tf 20 TL 50 740 Td T* T* ${show} ET`],
    ['offsets within a text', `BT /F 10 Tf 50 700 Td [<${hex(FULL.slice(0, 3))}> -50 <${hex(FULL.slice(3))}>] TJ ET`],
    ['spacing and narrow characters', `BT /F 10 Tf 80 Tz 2 Tc 50 700 Td ${show} ET`],
    ['text rise', `BT /F 10 Tf 5 Ts 50 695 Td ${show} ET`],
  ])('%s', async (_, content) => {
    const { blocks } = await documentOf(pdf([content]));
    expect(shown(blocks)).toEqual([FULL]);
    expect(blocks[0]?.place).toEqual({ line: 1, page: 1, x: 50, y: 142 });
  });
  it('pages that are turned', async () => {
    const file = pdf([`BT /F 10 Tf 0 1 -1 0 100 50 Tm ${show} ET`], '/Rotate 90');
    expect(shown((await documentOf(file)).blocks)).toEqual([FULL]);
  });
});

/** Rows of a table 400 points wide: texts of its cells at the left of each column, in 20-point rows from `top`. */
const cells = (xs: number[], top: number, rows: string[][]): Text[] =>
  rows.flatMap((row, r) => row.map((text, c) => ({ text, x: (xs[c] as number) + 4, y: top + 14 + r * 20 })));

describe('ruled tables', () => {
  const xs = [50, 150, 250, 350];
  const rows = [
    ['信息内容', '制发', '废止'],
    ['规章', '0', ''],
    ['许可', '12', '3'],
  ];
  const ys = [100, 120, 140, 160];

  it.each([
    ['thin rectangles', ruled(xs, ys)],
    [
      'lines',
      [...xs.map((x) => `${x} 742 m ${x} 682 l S`), ...ys.map((y) => `50 ${842 - y} m 350 ${842 - y} l S`)].join('\n'),
    ],
    [
      'boxes around cells',
      ys
        .slice(1)
        .flatMap((y) => xs.slice(1).map((x) => `${x - 100} ${842 - y} 100 20 re S`))
        .join('\n'),
    ],
    [
      'no lines at the sides',
      [
        ...xs.slice(1, -1).map((x) => `${x} 742 m ${x} 682 l S`),
        ...ys.map((y) => `50 ${842 - y} m 350 ${842 - y} l S`),
      ].join('\n'),
    ],
    ['shading behind', `0.9 g 50 682 300 60 re f 0 g ${ruled(xs, ys)}`],
  ])('%s', async (_, lines) => {
    expect(await blocksOf(pageOf([filler, ...cells(xs, 100, rows)], lines))).toEqual([FULL, rows]);
  });

  it('drawn column by column they come out row by row', async () => {
    const texts = cells(xs, 100, rows).sort((a, b) => a.x - b.x);
    expect(await blocksOf(pageOf([filler, ...texts], ruled(xs, ys)))).toEqual([FULL, rows]);
  });

  it('labels over several lines and upright ones are one label', async () => {
    const upright = [...'三、本年度'].map((text, i) => ({ text, x: 52, y: 112 + i * 11 }));
    const wrapped = [
      { text: '2.申请人逾期未按', x: 72, y: 112 },
      { text: '要求缴费', x: 72, y: 124 },
      { text: '1', x: 174, y: 118 },
    ];
    const below = [
      { text: '3.其他', x: 72, y: 150 },
      { text: '0', x: 174, y: 150 },
    ];
    const lines = `${ruled([50, 70, 170, 200], [100, 160])}\n70 ${842 - 132} 130 0.5 re f`;
    expect(await blocksOf(pageOf([filler, ...upright, ...wrapped, ...below], lines))).toEqual([
      FULL,
      [
        ['三、本年度<1×2>', '2.申请人逾期未按要求缴费', '1'],
        ['3.其他', '0'],
      ],
    ]);
  });

  it('broken by the page they are one table, without the header printed again', async () => {
    const first = pageOf([filler, ...cells(xs, 100, rows)], ruled(xs, ys));
    const again = [rows[0] as string[], ['处罚', '7', '8']];
    const second = pageOf(cells(xs, 50, again), ruled(xs, [50, 70, 90]));
    const document = await documentOf(pdf([first, second]));
    expect(shown(gridsOf(document))).toEqual([[...rows, ['处罚', '7', '8']]]);
    expect(gridsOf(document)[0]?.rows[3]?.[1]?.place).toEqual({
      line: 5,
      page: 2,
      x: 150.3,
      y: 69.8,
      table: 1,
      row: 4,
      cell: 2,
    });
  });

  it('two tables under each other stay two', async () => {
    const second = cells(xs, 300, rows);
    const page = pageOf(
      [filler, ...cells(xs, 100, rows), ...second],
      `${ruled(xs, ys)}\n${ruled(xs, [300, 320, 340, 360])}`,
    );
    expect(await blocksOf(page)).toEqual([FULL, rows, rows]);
  });
});

describe('tables without lines', () => {
  const xs = [50, 110, 220, 260, 300, 340, 380];
  const row = (y: number, ...texts: string[]) =>
    texts.map((text, c) => ({ text, x: xs[c] as number, y })).filter(({ text }) => text);
  const texts = [
    filler,
    ...row(100, '', '(一)予以公开', '1', '0', '22', '3', '26'),
    ...row(120, '三、办理', '(二)部分公开', '0', '0', '1', '0', '1'),
    ...row(134, '结果', ''),
    ...row(148, '', '1.申请人无正当理由'),
    ...row(155, '', '', '5', '12', '0', '1', '18'),
    ...row(162, '', '逾期不补正'),
  ];
  it('numbers in the same columns make rows; labels may wrap around their row and stand in two columns', async () => {
    expect(await blocksOf(pageOf(texts.sort((a, b) => a.x - b.x)))).toEqual([
      FULL,
      [
        ['', '(一)予以公开', '1', '0', '22', '3', '26'],
        ['三、办理结果', '(二)部分公开', '0', '0', '1', '0', '1'],
        ['', '1.申请人无正当理由逾期不补正', '5', '12', '0', '1', '18'],
      ],
    ]);
  });
  it('where a row has fewer numbers, all stay lines of cells', async () => {
    const blank = texts.filter(({ x, y }) => x !== 260 || y !== 120);
    const blocks = await blocksOf(pageOf(blank));
    expect(blocks).toContain('三、办理\t(二)部分公开\t0\t1\t0\t1');
  });
});

describe('packed pages', () => {
  const packed = (content: string) => {
    return pdf([deflateSync(content).toString('latin1')], '', '/Filter /FlateDecode');
  };
  it('are read', async () => {
    expect(shown((await documentOf(packed(pageOf([filler])))).blocks)).toEqual([FULL]);
  });
  it('that unpack to more than any report has are refused', async () => {
    expect(await reasonOf(packed(' '.repeat(65 * 1024 * 1024)))).toBe('FILE.BOMB');
  });
});

describe('an object whose number comes again', () => {
  /** A page, then 2,000 objects of one number before the end of the file: 30 MB to parse if each runs to the end of it. */
  const again = (object: string) => {
    const objects = Array.from({ length: 2000 }, () => `9 0 obj\n${object}\n`).join('');
    const file = Buffer.from(pdf([pageOf([filler])])).toString('latin1');
    return Buffer.from(file.replace('trailer <<', `${objects}trailer <<`), 'latin1');
  };
  it('and again without an end is refused: each would be parsed over all that follow', async () => {
    expect(await reasonOf(again('<< /Kids ['))).toBe('FILE.BOMB');
  });
  it('is what programs leave that save a file by adding to it: it is read', async () => {
    expect(shown((await documentOf(again('<< /Kids [] >>\nendobj'))).blocks)).toEqual([FULL]);
  });
});

test('a page that is not where the file says is found, and no rejection that pdf.js leaves behind ends the process', async () => {
  const file = readFileSync(new URL('fixtures/misplaced-page.pdf', import.meta.url));
  expect((await documentOf(file)).blocks).toHaveLength(18);
});

describe('no text', () => {
  it.each([
    ['pictures only', pdf(['q 500 0 0 700 50 50 cm Q', pageOf([{ text: '1', x: 290, y: 800 }])]), 'FILE.PICTURES'],
    [
      'encrypted',
      Buffer.from(
        Buffer.from(pdf(['']))
          .toString('latin1')
          .replace(
            'trailer <<',
            'trailer << /Encrypt << /Filter /Standard /V 1 /R 2 /O (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) /U (bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb) /P -4 >> /ID [(0123456789abcdef) (0123456789abcdef)]',
          ),
        'latin1',
      ),
      'FILE.ENCRYPTED',
    ],
    ['not a PDF but for its first line', '%PDF-1.7\n一、总体情况', 'FILE.DAMAGED'],
  ])('%s', async (_, file, reason) => {
    expect(await reasonOf(file)).toBe(reason);
  });
});
