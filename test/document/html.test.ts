import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { documentOf, gridsOf, reasonOf, rowsOf, shown } from './support/read.ts';

const blocksOf = async (body: string) => shown((await documentOf(`<!DOCTYPE html><body>${body}</body>`)).blocks);

describe('paragraphs', () => {
  it.each([
    [
      'blocks part them, spans and fonts do not',
      '<div>一、<span>总体</span><font>情况</font></div><p>甲</p>乙<p>丙',
      ['一、总体情况', '甲', '乙', '丙'],
    ],
    ['<br> parts them, twice leaves a blank line', '甲<br>乙<br><br>丙', ['甲', '乙', '', '丙']],
    [
      '&nbsp; is a space, alone it is a blank line',
      '<p>&nbsp;&nbsp;甲&nbsp;乙</p><p>&nbsp;</p><p></p>丙',
      ['甲 乙', '', '丙'],
    ],
    [
      'source lines are joined, with a space only beside Latin',
      '<p>政府\n  信息\n ABC\n DEF</p>',
      ['政府信息 ABC DEF'],
    ],
    ['<pre> keeps its lines', '<pre>规章 |\n\n 0 | \n</pre>', ['规章 |', '', ' 0 | ']],
    [
      'what is not shown is dropped',
      '<script>a()</script><style>p{}</style><noscript>x</noscript><p style="display: none">y</p><p hidden>z</p><template><p>t</p></template><select><option>o</option></select>甲',
      ['甲'],
    ],
    ['deleted text is dropped', '制发<del>13</del>12件', ['制发12件']],
    ['flattened tables stay paragraphs', '<p>规章 | 0 | 0 | 0 |</p><p>||</p>', ['规章 | 0 | 0 | 0 |', '||']],
    [
      'list labels that Word exports',
      "<p><span style='mso-list:Ignore'>一、<span>&nbsp; </span></span>总体情况</p>",
      ['一、 总体情况'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await blocksOf(body)).toEqual(expected);
  });

  it('know line and column of their first character', async () => {
    const { blocks } = await documentOf('<body>\n<p>\n  甲</p>\n<div><b>乙</b></div></body>');
    expect(blocks.map(({ place }) => place)).toEqual([
      { line: 3, column: 3 },
      { line: 4, column: 9 },
    ]);
  });

  it('take title and date from the head', async () => {
    const head =
      '<head><title> 甲局\n年报 </title><meta name="ArticleTitle" content="甲局2023年年报"><META NAME="PubDate" CONTENT="2024-01-22"></head>';
    expect(await documentOf(`${head}<p>甲`)).toMatchObject({
      title: '甲局 年报 | 甲局2023年年报',
      published: '2024-01-22',
    });
  });
});

describe('tables', () => {
  const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const data = `<table>${row('规章', '0')}${row('许可', '12')}</table>`;
  const grid = [
    ['规章', '0'],
    ['许可', '12'],
  ];

  it.each([
    [
      'cells split over tags',
      `<table>${row('商业<br>企业', '<p>1</p>')}${row('<span>行政</span><font>许可</font>', '&nbsp;')}</table>`,
      [
        [
          ['商业企业', '1'],
          ['行政许可', ''],
        ],
      ],
    ],
    [
      'letters and digits never run together',
      `<table>${row('a<br>b', '12<br>34')}${row('万元<br>1', '2')}</table>`,
      [
        [
          ['a b', '12 34'],
          ['万元1', '2'],
        ],
      ],
    ],
    [
      'groups and captions',
      '<table><caption>表二</caption><thead><tr><th>规章<th>0</thead><tfoot><tr><td>许可<td>12</table>',
      ['表二', grid],
    ],
    [
      'hidden rows and cells',
      `<table><tr style="display:none"><td>旧<td>9</tr><tr><td>规章<td hidden>8<td><span style="visibility:hidden">0</span><i style="font-size:0px">0</i>0${row('许可', '12')}</table>`,
      [grid],
    ],
    [
      'stray content is moved before the table',
      `<table>表三${row('规章', '0')}${row('许可', '12')}</table>`,
      ['表三', grid],
    ],
    ['spacers are dropped', `<table>${row('&nbsp;', ' ')}${row('', '')}</table>甲`, ['甲']],
  ])('%s', async (_, body, expected) => {
    expect(await blocksOf(body)).toEqual(expected);
  });

  it.each([
    ['one cell around everything', `<table><tr><td><p>标题</p>${data}<p>落款</p></table>`, ['标题', grid, '落款']],
    [
      'menu beside content, title above',
      `<table>${row('标题')}${row('首页 年报', `<p>正文</p>${data}`)}</table>`,
      ['标题', '首页 年报', '正文', grid],
    ],
    ['three levels', `<table><tr><td><table><tr><td>${data}</table></table>`, [grid]],
    [
      'rows of prose between rows of data',
      `<table><tr><td colspan=2>${'本局公开信息。'.repeat(20)}</td></tr>${row('规章', '0')}<tr><td colspan=2>三、申请</td></tr>${row('许可', '12')}</table>`,
      ['本局公开信息。'.repeat(20), [['规章', '0']], '三、申请', [['许可', '12']]],
    ],
    [
      'two columns of text',
      `<table>${row('甲'.repeat(401), '乙'.repeat(401))}</table>`,
      ['甲'.repeat(401), '乙'.repeat(401)],
    ],
  ])('layout dissolves: %s', async (_, body, expected) => {
    expect(await blocksOf(body)).toEqual(expected);
  });

  it('spans are kept within the table', async () => {
    const body =
      '<table><tr><td rowspan=9>三</td><td colspan=0>a</td></tr><tr><td colspan=99999999>b</td><td rowspan=-1 colspan=x>c</table>';
    expect(await blocksOf(body)).toEqual([
      [
        ['三<1×2>', 'a<1000×1>'],
        ['b<1000×1>', 'c'],
      ],
    ]);
  });

  it('cells know table, row, cell and source line', async () => {
    const [, second] = gridsOf(await documentOf(`${data}\n<table>\n${row('a', 'b')}\n${row('c', 'd')}</table>`));
    expect(second?.rows[1]?.[1]?.place).toEqual({ line: 4, column: 15, table: 2, row: 2, cell: 2 });
  });
});

describe('a second parser agrees', () => {
  /** Texts of all cells as htmlparser2 sees them, white space removed. */
  const cellsOf = (html: string) => {
    const cells: string[] = [];
    let inCell = false;
    const parser = new Parser({
      onopentag: (name) => {
        inCell = name === 'td';
        if (inCell) cells.push('');
      },
      ontext: (text) => inCell && cells.push(`${cells.pop()}${text.trim()}`),
      onclosetag: (name) => {
        if (name === 'td') inCell = false;
      },
    });
    parser.end(html);
    return cells;
  };
  it('on the fixture', async () => {
    const html = readFileSync(new URL('fixtures/report.html', import.meta.url), 'utf8');
    const grids = gridsOf(await documentOf(html))
      .flatMap(rowsOf)
      .flat();
    expect(grids.map((text) => text.replace(/<\d+×\d+>$/, ''))).toEqual(cellsOf(html));
  });
  it('on any table', async () => {
    const cell = fc.stringMatching(/^[规章许可0-9&<>"' ]{0,6}$/);
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 6 }),
      );
    const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const html = `<p>表</p><table>${rows.map((r) => `<tr>${r.map((c) => `<td>${escaped(c)}</td>`).join('')}</tr>`).join('')}</table>`;
        const found = gridsOf(await documentOf(html)).flatMap(rowsOf);
        const plain = rows.map((r) => r.map((c) => c.trim().replace(/ +/g, ' ')));
        expect(found).toEqual(plain.flat().every((c) => c === '') ? [] : plain);
      }),
    );
  });
});

describe('bounds', () => {
  const many = (count: number, text: string) => text.repeat(count);
  it.each([
    ['deep nesting', `<p>甲${many(200_000, '<div>')}`, 'FILE.BOMB'],
    ['deep tables', many(50_000, '<table><tr><td>'), 'FILE.BOMB'],
    ['100,000 columns', `<table><tr>${many(100_000, '<td>1')}</table>`, 'FILE.BOMB'],
    ['half a million elements', `甲${many(500_001, '<br>')}`, 'FILE.BOMB'],
    ['pictures only', '<body><img src=a><img src=b>', 'FILE.PICTURES'],
    ['nothing to see', '<body><p> </p><script>x</script>', 'FILE.EMPTY'],
  ])('%s', async (_, html, reason) => {
    expect(await reasonOf(html)).toBe(reason);
  });
  it('many unclosed tags are no bomb', async () => {
    expect(await blocksOf(`${many(400, '<font>')}甲${many(400, '<p>乙<b>')}`)).toHaveLength(401);
  });
});
