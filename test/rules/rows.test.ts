import { expect, test } from 'vitest';
import { type CellAddress, type FormEdition, requestRow } from '../../shared/domain/addresses.ts';
import { exampleReport } from '../../shared/rules/example.ts';
import { exampleTables } from '../../shared/rules/example-data.ts';
import { hasSingleOtherRow } from '../../shared/rules/requests/rows.ts';

const without = (...cells: CellAddress[]) => Object.fromEntries(cells.map((cell) => [cell, undefined]));
const SPLIT = [...requestRow('other.notCorrected'), ...requestRow('other.feeUnpaid')];

test.each<{
  title: string;
  format: FormEdition;
  cells: Partial<Record<CellAddress, number | undefined>>;
  single: boolean;
}>([
  { title: 'three rows', format: '2021-30', cells: {}, single: false },
  { title: 'one row in the form of 2019', format: '2019-60', cells: {}, single: true },
  {
    title: 'three rows in the form of 2019',
    format: '2019-60',
    cells: { 'requests.other.feeUnpaid.total': 0 },
    single: false,
  },
  { title: 'one row in the form of 2021', format: '2021-30', cells: without(...SPLIT), single: true },
  {
    title: 'only one of the two rows lost',
    format: '2021-30',
    cells: without(...requestRow('other.feeUnpaid')),
    single: false,
  },
  {
    title: 'a table cut off before （六）: nothing tells',
    format: '2021-30',
    cells: without(...SPLIT, ...requestRow('other.other'), ...requestRow('total')),
    single: false,
  },
  {
    title: 'a table in the form of 2019 cut off before （六）',
    format: '2019-60',
    cells: without(...requestRow('other.other'), ...requestRow('total')),
    single: true,
  },
  {
    title: 'no row of （六）',
    format: '2021-30',
    cells: without(...SPLIT, ...requestRow('other.other')),
    single: false,
  },
  {
    title: 'the total lost as well',
    format: '2021-30',
    cells: without(...SPLIT, ...requestRow('total')),
    single: false,
  },
  {
    title: 'the rows before lost as well',
    format: '2021-30',
    cells: without(...SPLIT, ...requestRow('notProcessed.confirmation')),
    single: false,
  },
  {
    title: 'one row, one of its cells not read',
    format: '2021-30',
    cells: without(...SPLIT, 'requests.other.other.enterprise'),
    single: true,
  },
])('（六）其他处理: $title', ({ format, cells, single }) => {
  expect(hasSingleOtherRow(exampleReport({ report: { format }, cells }))).toBe(single);
});

test('（六）其他处理: labels of three rows whose numbers were not read make no single row', () => {
  const tables = exampleTables('2021-30', { requests: { splitOther: true } });
  expect(hasSingleOtherRow(exampleReport({ report: { tables }, cells: without(...SPLIT) }))).toBe(false);
});
