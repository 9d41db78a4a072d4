/** One sheet of a workbook as far as it is used: ECMA-376 part 1, 18.3.1. */
import { Hidden } from '../../hidden.ts';
import { MAX_COLUMNS, MAX_ROWS, refuse } from '../../limits.ts';
import type { Area, Sheet } from '../../sheets.ts';
import { elements, find, findAll, integer, type XmlElement } from '../../xml.ts';
import type { CellTexts } from './cells.ts';

/** @throws UnreadableError FILE.BOMB above the bounds. */
export function sheetOf(root: XmlElement, page: number, texts: CellTexts): Sheet {
  const elementsOfRows = elements(find(root, 'sheetData') ?? root).filter(({ name }) => name === 'row');
  if (elementsOfRows.length > MAX_ROWS) refuse(`${elementsOfRows.length} rows`);
  const hiddenRows = new Set<number>();
  let number = 0;
  const rows = elementsOfRows.map((row) => {
    number = integer(row, 'r', number + 1);
    if (isHidden(row) || isNothing(row.attributes.ht)) hiddenRows.add(number);
    return { number, cells: cellsOf(row, texts) };
  });
  return {
    page,
    rows,
    areas: findAll(root, 'mergeCell').map(({ attributes }) => areaOf(attributes.ref ?? '')),
    hiddenRows: new Hidden(hiddenRows),
    hiddenColumns: new Hidden(hiddenColumns(root)),
  };
}

/** Columns that a sheet can have: 18.3.1.13 and the limits of Excel. */
const LAST_COLUMN = 16_384;

function hiddenColumns(root: XmlElement): Set<number> {
  const columns = new Set<number>();
  const stretches = findAll(root, 'col').filter((col) => isHidden(col) || isNothing(col.attributes.width));
  if (stretches.length > MAX_COLUMNS) refuse(`${stretches.length} stretches of hidden columns`);
  for (const stretch of stretches) {
    const last = Math.min(integer(stretch, 'max', 0), LAST_COLUMN);
    for (let column = integer(stretch, 'min', 1); column <= last; column++) columns.add(column);
  }
  return columns;
}

function isHidden({ attributes }: XmlElement): boolean {
  return /^(?:1|true)$/.test(attributes.hidden ?? '');
}

/** Some programs hide a row or column by making it no height or width at all. */
function isNothing(size: string | undefined): boolean {
  return size !== undefined && Number(size) === 0;
}

function cellsOf(row: XmlElement, texts: CellTexts): Sheet['rows'][number]['cells'] {
  let column = 0;
  return elements(row)
    .filter(({ name }) => name === 'c')
    .map((cell) => {
      column = cell.attributes.r === undefined ? column + 1 : columnOf(cell.attributes.r);
      return { column, text: texts.of(cell) };
    });
}

function areaOf(reference: string): Area {
  const [from = '', to = from] = reference.split(':');
  return { top: rowOf(from), left: columnOf(from), bottom: rowOf(to), right: columnOf(to) };
}

/** AB12 → 28. */
function columnOf(reference: string): number {
  const letters = /^\$?([A-Z]+)/.exec(reference)?.[1] ?? '';
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}

function rowOf(reference: string): number {
  return Number.parseInt(/\d+$/.exec(reference)?.[0] ?? '0', 10);
}
