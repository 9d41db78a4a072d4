/** The cells of both editions of the form as columns: label, unit, and where each exists. */
import { type CellAddress, cellAddresses, FORM_EDITIONS, type FormEdition, parseAddress } from '../domain/addresses.ts';
import { cellLabel, type Text } from '../domain/labels.ts';
import type { Column } from './types.ts';

/** Every cell of both editions, each once: 219. */
export const ALL_CELLS: readonly CellAddress[] = [...new Set(FORM_EDITIONS.flatMap(cellAddresses))];

const CELLS_OF: Readonly<Record<FormEdition, ReadonlySet<CellAddress>>> = {
  '2021-30': new Set(cellAddresses('2021-30')),
  '2019-60': new Set(cellAddresses('2019-60')),
};

/** Years of reports for which an edition was in force; which one a report follows is told by its header alone. */
export const EDITION_YEARS: Readonly<Record<FormEdition, Text>> = {
  '2021-30': { zh: '2021年度起', en: 'reports on 2021 and after' },
  '2019-60': { zh: '2019、2020年度', en: 'reports on 2019 and 2020' },
};

/** Cells of the earlier edition that ask for nearly the same as one of the later: never equated, only pointed to. */
export const COUNTERPARTS: Readonly<Partial<Record<CellAddress, CellAddress>>> = {
  'proactive.regulations.created': 'proactive.regulations.issued',
  'proactive.normativeDocuments.created': 'proactive.normativeDocuments.issued',
};

const COUNT: Text = { zh: '件（项）', en: 'items' };
const YUAN: Text = { zh: '万元', en: '10,000 yuan' };

export const editionsOf = (address: CellAddress): FormEdition[] =>
  FORM_EDITIONS.filter((edition) => CELLS_OF[edition].has(address));

export const unitOf = (address: CellAddress): Text => (parseAddress(address).column === 'amount' ? YUAN : COUNT);

export const CELL_COLUMNS: readonly Column[] = ALL_CELLS.map((address) => {
  const editions = editionsOf(address);
  const counterpart = COUNTERPARTS[address];
  return {
    name: address,
    type: 'number',
    label: cellLabel(address),
    unit: unitOf(address),
    editions,
    description: descriptionOf(editions, counterpart),
  };
});

function descriptionOf(editions: readonly FormEdition[], counterpart: CellAddress | undefined): Text {
  const forms = (language: 'zh' | 'en') =>
    editions.map((edition) => `${edition} (${EDITION_YEARS[edition][language]})`).join('; ');
  const near = counterpart
    ? { zh: `；与 ${counterpart} 相近而不等同`, en: `; close to ${counterpart}, not the same` }
    : null;
  return { zh: `报表格式：${forms('zh')}${near?.zh ?? ''}`, en: `Form: ${forms('en')}${near?.en ?? ''}` };
}
