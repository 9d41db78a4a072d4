/** How findings about table 3 spell columns and rows. */

import type { RequestColumn, RequestRow } from '../../domain/addresses.ts';
import { COLUMN_LABELS, ROW_LABELS, type Text } from '../../domain/labels.ts';

export function columnName(column: RequestColumn): Text {
  return COLUMN_LABELS[column] as Text;
}

export function rowName(row: RequestRow): Text {
  return ROW_LABELS[`requests.${row}`] as Text;
}

/** `18+6+1`: the parts of a sum that are not 0, or `0`. */
export function spellParts(parts: readonly number[]): string {
  return parts.filter((part) => part !== 0).join('+') || '0';
}
