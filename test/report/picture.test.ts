/** Numbers recognised in a picture: kept where row and column add up, and nothing is said of anything else. */
import { describe, expect, it } from 'vitest';
import type { Document } from '../../shared/document/types.ts';
import { requestRow, requestRows } from '../../shared/domain/addresses.ts';
import { readReport } from '../../shared/report/read.ts';
import { PROFILES } from '../../shared/rules/profile.ts';
import { validate } from '../../shared/rules/validate.ts';

const TITLE = '示例市教育局2023年政府信息公开工作年度报告';
/** A column in which two results stand; all else follows from them. */
const column = (granted: number, repeated: number) =>
  requestRows('2021-30').map((row) => {
    if (row === 'granted') return granted;
    if (row === 'notProcessed.repeated') return repeated;
    return row === 'received' || row === 'total' ? granted + repeated : 0;
  });
const PARTS = [column(12, 3), column(0, 7), column(0, 0), column(1, 0), column(0, 0), column(0, 0)];
const ROWS = requestRows('2021-30').map((_, row) => {
  const parts = PARTS.map((part) => part[row] as number);
  return [...parts, parts.reduce((sum, value) => sum + value, 0)];
});

function picture(rows: readonly (readonly (number | '')[])[], cut = rows.length): Document {
  const grids = [rows.slice(0, cut), rows.slice(cut)].filter((part) => part.length > 0);
  return {
    blocks: grids.map((part, page) => ({
      kind: 'grid',
      place: { line: 1, page: page + 1 },
      rows: part.map((row, index) =>
        row.map((value) => ({
          text: String(value),
          place: { line: index + 1, page: page + 1 },
          ...{ colSpan: 1, rowSpan: 1 },
        })),
      ),
    })),
    ...{ encoding: null, title: TITLE, published: null, notes: [], mediaType: 'image/png', isPicture: true },
  };
}

/** The rows with one number changed, `''` for one that was not recognised. */
function changed(row: number, at: number, value: number | ''): (number | '')[][] {
  return ROWS.map((numbers, index) => numbers.map((number, c) => (index === row && c === at ? value : number)));
}

describe('a whole table', () => {
  it.each([
    ['on one page', picture(ROWS)],
    ['under a header that is no number', picture([['', '', '', '', '', '', ''], ...ROWS])],
    ['over two pages', picture(ROWS, 11)],
  ])('%s: every number, from a picture, and who and when by the name of the file', async (_, document) => {
    const report = await readReport(document);
    const expected = requestRows('2021-30').flatMap((row, r) => requestRow(row).map((cell, c) => [cell, ROWS[r]?.[c]]));
    expect([...report.cells].map(([address, { value }]) => [address, value])).toEqual(expected);
    expect(new Set([...report.cells.values()].map(({ by }) => by))).toEqual(new Set(['picture']));
    expect([report.agency, report.year]).toEqual(['示例市教育局', 2023]);
    expect(report.notes[0]?.en).toContain('175 numbers were recognised');
  });
  it('of the form of 2019, which has two rows fewer', async () => {
    const single = ROWS.filter((_, row) => !requestRows('2021-30')[row]?.match(/notCorrected|feeUnpaid/));
    expect((await readReport(picture(single))).format).toBe('2019-60');
  });
});

it.each([
  ['a wrong number takes its row and its column with it', changed(2, 0, 17), 24 * 6],
  ['so does one that was not recognised', changed(7, 3, ''), 24 * 6],
])('%s', async (_, rows, kept) => {
  const report = await readReport(picture(rows));
  expect(report.cells.size).toBe(kept);
});

it.each([
  ['a row too few', ROWS.slice(1)],
  ['rows that do not add up', ROWS.map((row) => row.map((value) => value + 1))],
  ['no number at all', ROWS.map((row) => row.map(() => '' as const))],
])('%s: no report, as any picture', async (_, rows) => {
  await expect(readReport(picture(rows))).rejects.toMatchObject({ reason: 'FILE.PICTURES' });
});

it('is never passed: its sums prove nothing twice, its words are not judged, nothing is called missing', async () => {
  const report = await readReport(picture(ROWS));
  const { status, findings, undecided } = validate(report, { profile: PROFILES.strict });
  expect([status, findings]).toEqual(['incomplete', []]);
  const rules = new Set(undecided.map(({ rule }) => rule));
  expect([...rules]).toEqual(expect.arrayContaining(['T3.ROW-TOTAL', 'T3.BALANCE', 'STR.TABLES', 'STR.SECTIONS']));
});
