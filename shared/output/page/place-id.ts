/** Ids of places in the page of what was read, by which findings lead there. */
import type { Place } from '../../document/types.ts';

export const lineId = ({ line }: Place) => `l${line}`;

/** Of a cell of a table where the place is one, otherwise of its line. */
export function placeId(place: Place): string {
  const { table, row, cell } = place;
  if (table === undefined || row === undefined || cell === undefined) return lineId(place);
  return `t${table}r${row}c${cell}`;
}
