/** The printers reproduce the example of each layout byte for byte, given its numbers and its words. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CellAddress } from '../../shared/domain/addresses.ts';
import { PARTS, type Part } from '../../shared/report/types.ts';
import type { LayoutName } from './layouts/all.ts';
import { print, type Variation } from './print.ts';
import type { RandomReport } from './report.ts';
import { OFFICIAL_HEADINGS } from './words.ts';

type Example = [
  code: string,
  layout: LayoutName,
  variation?: Partial<Variation>,
  words?: Partial<Record<Part, string[]>>,
];
const EXAMPLES: readonly Example[] = [
  ['L01', 'A cell per line, blank line between'],
  ['L02', 'B cell and pipe, residue behind'],
  ['L03', 'C cell and pipe, residue on its own line'],
  ['L04', 'D row per line, residue behind'],
  ['L06', 'F leading and trailing pipe'],
  ['L08', 'H pipe on a line of its own, residue'],
  ['L10', 'J label with leading pipe'],
  ['L11', 'K tab-indented'],
  ['L12', 'L rowspan continuations kept'],
  ['L13', 'D with the whole head', { numbers: 'blankForZero' }],
  ['L14', 'D with the whole head', { numbers: 'slashForZero' }],
  ['L15', 'A with whole heads', { numbers: 'fullWidth' }],
  ['L18', 'D with the whole head', { numbers: 'questionMarks' }],
  ['L20', 'D with the whole head', { numbers: 'onlyTotals' }],
  ['L22', 'V headings without tables'],
  ['L25', 'T on one line, headings inline'],
  ['L27', 'D with the whole head', { headings: 'gluedToIntro' }],
  ['L29', 'D with the whole head', { headings: 'misnumbered', labels: 'slip' }],
  ['L33', 'D with the whole head', { title: 'twoLines' }],
  ['L34', 'D with the whole head', { title: 'missing' }],
  ['L36', 'D with the whole head', { numbers: 'signs' }],
  ['L40', 'D with the whole head', { script: 'mirror' }],
  ['L43', 'D with the whole head', { headings: 'questionMarks', labels: 'questionMarks' }],
  ['L45', 'D with the whole head', { head: 'pipes', tail: 'site' }],
  [
    'L47',
    'D with the whole head',
    {},
    {
      proactive: ['2023年,我局制发行政规范性文件12件,废止4件。'],
      requests: ['截至2021年底,我局尚无收到申请情况。'],
      disputes: ['单位: 示例局 2023年度'],
    },
  ],
  ['L50', 'D with the whole head'],
];

/** Table 2 of L36, which stands in the file only. */
const OLD_CELLS: Record<string, readonly number[]> = {
  'regulations.created disclosed disclosedTotal': [0, 0, 7],
  'normativeDocuments.created disclosed disclosedTotal': [77, 77, 166],
  'licensing.previousItems change decisions': [396, 44, 2278],
  'otherServices.previousItems change decisions': [107, 5, 105],
  'penalties.previousItems change decisions': [2648, -18, 538],
  'coercion.previousItems change decisions': [126, 0, 29],
  'fees.previousItems change': [35, -15],
  'procurement.projects amount': [395, 73802895.9],
};

const folder = join(import.meta.dirname, '../corpus/layouts');
const files = readdirSync(folder);
const read = (code: string) => readFileSync(join(folder, files.find((name) => name.startsWith(code)) ?? code), 'utf8');

describe('the layouts of the corpus', () => {
  test('every example has its printer', () => {
    const codes = files.filter((name) => name.endsWith('.txt')).map((name) => name.slice(0, 3));
    expect(EXAMPLES.map(([code]) => code)).toEqual(codes.sort());
  });

  test.each(EXAMPLES)('%s is what %s prints', (code, layout, variation, words = {}) => {
    const example = read(code);
    const report = exampleReport(example, code === 'L36');
    const printed = print({ ...report, parts: { ...report.parts, ...words } }, layout, variation);
    expect(printed.text).toBe(spelledAlike(code, example));
  });
});

/**
 * Spellings that one file mixes within one column, written in one way: the unit behind one amount of L36; and the line end
 * that two files have behind the last line.
 */
function spelledAlike(code: string, text: string): string {
  const plain = code === 'L36' ? text.replace('73802895.90元', '73802895.9') : text;
  return plain.replace(/\n$/, '');
}

/** The numbers of `numbers.json` and the words of the example; where its lines cannot be told, those of L22. */
function exampleReport(example: string, old: boolean): RandomReport {
  const cells = JSON.parse(readFileSync(join(folder, 'numbers.json'), 'utf8'));
  const apart = example.replace('。一、总体情况\n', '。\n一、总体情况\n').replace(/^\?/gm, '');
  const lines = (apart.includes('\n一、总体情况\n') ? apart : read('L22')).split('\n');
  const between = (from: string | null, to: string | null) =>
    lines.slice(from === null ? 0 : lines.indexOf(from) + 1, to === null ? lines.length : lines.indexOf(to));
  const parts = Object.fromEntries(PARTS.map((part) => [part, [] as string[]])) as Record<Part, string[]>;
  parts.overview = lines.slice(lines.indexOf(OFFICIAL_HEADINGS.overview) + 1).slice(0, 3);
  parts.problems = between(OFFICIAL_HEADINGS.problems, OFFICIAL_HEADINGS.other);
  parts.other = between(OFFICIAL_HEADINGS.other, null).slice(0, 1);
  const proactive = Object.entries(OLD_CELLS).flatMap(([key, values]) => {
    const [row, columns = ''] = key.split('.');
    return columns.split(' ').map((column, index) => [`proactive.${row}.${column}`, values[index] ?? 0]);
  });
  const merged = { ...cells, ...(old ? Object.fromEntries(proactive) : {}) };
  return {
    agency: '示例市示例局',
    level: 'department',
    self: '我局',
    year: 2023,
    format: old ? '2019-60' : '2021-30',
    cells: new Map(Object.entries(merged) as [CellAddress, number][]),
    intro: between(null, OFFICIAL_HEADINGS.overview).filter((line) => /^(?:本报告|\()/.test(line)),
    parts,
    publishedOn: '2024-02-19',
    signedOn: '2024-01-21',
  };
}
