import { describe, expect, it } from 'vitest';
import { readDocuments } from '../../shared/document/read.ts';
import type { Document } from '../../shared/document/types.ts';
import { type CellAddress, requestRows } from '../../shared/domain/addresses.ts';
import { ROW_LABELS } from '../../shared/domain/labels.ts';
import { readTables } from '../../shared/report/tables/read.ts';
import { tokenize } from '../../shared/report/tokens.ts';

async function tokensOf(text: string) {
  const [file] = await readDocuments({ name: 'rows.txt', bytes: new TextEncoder().encode(text) });
  return tokenize(file?.document as Document, (same) => same);
}

const HEAD = '第二十条第(一)项 |\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n';
const REGULATIONS: [rows: string, cells: (number | null | undefined)[]][] = [
  ['规章 | 1 | 0 | 3 |', [1, 0, 3]],
  ['规章 ||||', [null, null, null]],
  ['规章 | 本单位未制作规章 | 本单位未制作规章 | 4 |', [null, null, 4]],
  ['规章\n1\n0', [undefined, undefined, undefined]],
  ['规章\n1\n0\n3\n4', [undefined, undefined, undefined]],
  ['规章\n\n1\n\n\n\n3\n\n行政规范性文件\n\n1\n\n2\n\n3', [1, null, 3]],
  ['规章\n本单位未制作规章\n本单位未制作规章\n本单位未制作规章\n1\n0\n3', [undefined, undefined, undefined]],
  [
    '规章 5\n\n\n行政规范性文件 6\n\n\n第二十条第(五)项\n行政许可 7\n第二十条第(六)项\n行政处罚 8',
    [undefined, undefined, undefined],
  ],
  ['规章103', [undefined, undefined, undefined]],
  ['规章 1 0 3', [1, 0, 3]],
];

it.each([
  ['numbers above their labels', `${HEAD}0 1 3\n规章\n4 2 27\n行政规范性文件\n`],
  [
    'columns in another order',
    '第二十条第(一)项\n信息内容 本年废止件数 本年制发件数 现行有效件数\n规章 1 0 3\n行政规范性文件 2 4 27\n',
  ],
])('table 2 with %s is not read as the form has it', async (_, text) => {
  const { cells } = readTables(await tokensOf(text)).proactive;
  expect([undefined, 0]).toContain(cells.get('proactive.regulations.issued')?.value);
  expect([undefined, 1]).toContain(cells.get('proactive.regulations.repealed')?.value);
});

describe('the values behind a label are read where their number is certain', () => {
  it.each(REGULATIONS)('%j', async (rows, cells) => {
    const tokens = await tokensOf(HEAD + rows);
    const { cells: read } = readTables(tokens).proactive;
    const at = (column: string) => read.get(`proactive.regulations.${column}` as CellAddress)?.value;
    expect(['issued', 'repealed', 'inForce'].map(at)).toEqual(cells);
  });
});

it('empty cells beside a label are padding where its number stands below them', async () => {
  const rows =
    '第二十条第（五）项 | ||\n信息内容 ||\n本年处理决定数量 | |||\n行政许可 ||\n86 | |||\n第二十条第（六）项 | ||\n';
  const { cells } = readTables(await tokensOf(rows)).proactive;
  expect(cells.get('proactive.licensing.decisions')?.value).toBe(86);
});

it.each(['|', '12 '])('more cells than any report has are refused before they fill the memory: %j', async (cell) => {
  await expect(tokensOf(cell.repeat(500_002))).rejects.toMatchObject({ reason: 'FILE.BOMB' });
});

describe('rows of table 3', () => {
  const rowOf = async (row: string, text: string) => {
    const { cells } = readTables(await tokensOf(text)).requests;
    return ['naturalPerson', 'otherOrganization', 'total'].map(
      (column) => cells.get(`requests.${row}.${column}` as CellAddress)?.value,
    );
  };
  const received = (text: string) => rowOf('received', text);
  const full = '二、上年结转政府信息公开申请数量 | 5 | 1 | 0 | 0 | 0 | 0 | 6 | ||\n';

  it('of a row that lost a cell only the last number has a place, although its padding fills it up', async () => {
    const row = '一、本年新收政府信息公开申请数量 | 64 | 2 | 0 | 3 | 1 | 70 | ||\n';
    expect(await received(row + full)).toEqual([undefined, undefined, 70]);
  });

  it('a column that adds up, one number a row, may be any of the seven', async () => {
    const numbers: Partial<Record<string, number>> = { received: 12, granted: 7, 'denied.stateSecret': 5, total: 12 };
    const lines = requestRows('2021-30').map(
      (row) => `${ROW_LABELS[`requests.${row}`]?.zh} | ${numbers[row] ?? 0} | ||||||||\n`,
    );
    expect(await received(lines.join(''))).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    ['all rows', '', 7],
    ['a row of （六） lost', 'other.feeUnpaid', undefined],
    ['a row of （三） lost', 'denied.enforcementFile', undefined],
  ])(
    'of rows that lost their empty cells the last numbers are totals where all rows add up: %s',
    async (_, lost, total) => {
      const numbers: Partial<Record<string, string>> = Object.fromEntries(
        ['received', 'granted', 'total'].map((row) => [row, '3 | 4 | 7']),
      );
      const rows = requestRows('2021-30').filter((row) => row !== lost);
      const lines = rows.map((row) => `${ROW_LABELS[`requests.${row}`]?.zh} | ${numbers[row] ?? 0} | |||||||\n`);
      expect(await received(lines.join(''))).toEqual([undefined, undefined, total]);
    },
  );

  it.each(['0 0', '5 5'])('%s, all that is left of a table, adds up by chance', async (numbers) => {
    const rows = `一、本年新收政府信息公开申请数量 ${numbers}\n二、上年结转政府信息公开申请数量\n`;
    expect(await received(rows)).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    [
      'numbers above their labels',
      '4 0 0 0 0 1 5\n一、本年新收政府信息公开申请数量\n2 0 0 0 0 0 2\n二、上年结转政府信息公开申请数量\n',
    ],
    [
      '总计 as the first column',
      '总计 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他\n一、本年新收政府信息公开申请数量 5 4 0 0 0 0 1\n',
    ],
  ])('%s: no row is read as the form has it', async (_, text) => {
    expect(await received(`申请人情况\n${text}`)).toEqual([undefined, undefined, undefined]);
  });

  it.each(['〇', '零', 'O', 'N/A', '*', '空'])('%s in place of a number is a blank that was printed', async (sign) => {
    const row = `一、本年新收政府信息公开申请数量\n6\n${`${sign}\n`.repeat(5)}6\n`;
    expect(await received(`${row}二、上年结转政府信息公开申请数量\n${'0\n'.repeat(7)}`)).toEqual([6, null, 6]);
  });

  it('合计 as the only total of the header is 总计, no column of its own', async () => {
    const header = '自然人\n法人或其他组织\n合计\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n';
    const row = '一、本年新收政府信息公开申请数量\n6\n0\n0\n0\n0\n2\n8\n';
    expect(await received(header + row)).toEqual([6, 2, 8]);
  });

  it('seven numbers farther from each other than from their label are of seven rows, six of which lost their labels', async () => {
    const labels = ['一、本年新收政府信息公开申请数量', '', '', '', '', '', ''];
    const rows = labels.map((label, index) => `${label}\n${'\n'.repeat(6)}${index + 1}\n`);
    expect(await received(rows.join(''))).toEqual([undefined, undefined, undefined]);
  });

  it('the label of a group among the cells of a row is none of them', async () => {
    const row = '3.危及“三安全一稳定”\t\t31\t三、本年度办理结果\t\t22\t\t\t53\n';
    expect(await rowOf('denied.threeSecuritiesOneStability', row)).toEqual([undefined, undefined, undefined]);
  });

  it('where merged cells left empty ones on each line, a line of fewer cells lost one, whichever it was', async () => {
    const header =
      '\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计\n\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n';
    const row = '一、本年新收政府信息公开申请数量\t\t\t6\t\t1\t\t7\n';
    expect(await received(header + row)).toEqual([undefined, undefined, 7]);
    expect(await received(header + row.replace('\t7', '\t\t\t7'))).toEqual([6, null, 7]);
  });

  it.each([
    [
      'two empty cells are those of a merged label, and two others were lost',
      '\t\t\t6\t0\t2\t1\t12',
      [undefined, undefined, undefined],
    ],
    ['no label has six empty cells', '\t\t\t\t\t\t\t12', [null, null, 12]],
  ])('behind a label on its line, in a table without a header: %s', async (_, cells, values) => {
    expect(await received(`一、本年新收政府信息公开申请数量${cells}\n`)).toEqual(values);
  });

  it('seven numbers farther from the rest of their label than is usual are of two rows, which lost blanks and a label', async () => {
    const wrapped = '2.没有现成信息\n需要另行制作\n';
    const others = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '四、结转下年度继续办理'];
    const [received, carriedIn, carriedOut] = others.map((label) => `${label}\n${'0\n'.repeat(7)}`);
    const seven = [1, 2, 3, 4, 5, 6, 11].join('\n\n');
    const numbers = await rowOf(
      'unavailable.needsCreation',
      `${received}${carriedIn}${wrapped}\n\n${seven}\n${carriedOut}`,
    );
    expect(numbers).toEqual([undefined, undefined, undefined]);
  });

  it('a blank total in a row of full width is a blank total', async () => {
    const row = '一、本年新收政府信息公开申请数量 | 64 | 2 | 0 | 0 | 3 | 1 |  | ||\n';
    expect(await received(row + full)).toEqual([64, 1, null]);
  });
});
