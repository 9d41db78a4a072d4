/**
 * A column that the form does not have: 小计 under 法人或其他组织, the sum of the five before or behind it. The header says
 * where it stands, and the rows have to agree; then it is left out of each row.
 */
import { cellNumber } from '../../number.ts';
import type { Token } from '../../tokens.ts';
import type { Run, Value } from '../values.ts';

/** The columns under 法人或其他组织, which the second line of the header names. */
const ORGANISATIONS = /^(?:商业企?业?|科研机?构?|社会公益(?:组织)?|法律服务(?:机构)?|其他)$/;
const SUBTOTAL = /^(?:小计|合计)$/;
const ORGANISATION_COUNT = 5;

/** Where among the eight numbers of a row the sub-total stands, by the header; `null` where it has none. */
export function extraColumn(header: readonly Token[]): number | null {
  const names = header.map(({ key }) => key).filter((key) => ORGANISATIONS.test(key) || SUBTOTAL.test(key));
  const at = names.findIndex((name) => SUBTOTAL.test(name));
  // Where nothing else is called the total, it is the total.
  if (!header.some(({ key }) => key === '总计' || key === '总')) return null;
  const isOne = names.filter((name) => SUBTOTAL.test(name)).length === 1;
  return isOne && names.length === ORGANISATION_COUNT + 1 && (at === 0 || at === ORGANISATION_COUNT) ? at + 1 : null;
}

/** Whether most rows that hold organisations hold their sum at the place of the sub-total. */
export function isSubtotal(rows: readonly (readonly Value[])[], at: number): boolean {
  const numbers = rows.map((values) => values.map(({ plain }) => cellNumber(plain) ?? 0));
  const organisations = (row: readonly number[]) =>
    row
      .filter((_, column) => column > 0 && column < row.length - 1 && column !== at)
      .reduce((sum, one) => sum + one, 0);
  const telling = numbers.filter((row) => organisations(row) > 0 || (row[at] ?? 0) > 0);
  return telling.filter((row) => organisations(row) === row[at]).length * 2 > telling.length || telling.length === 0;
}

/** The run of a row of eight without the value at that place. */
export function withoutColumn(run: Run, at: number): Run {
  const { values, found } = run;
  const left = values.filter((_, column) => column !== at);
  const extra = values[at];
  return { ...run, values: left, found: values.length > 0 ? found.filter((token) => token !== extra) : found };
}
