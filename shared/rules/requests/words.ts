/** How findings about table 3 spell columns and rows. */

import type { RequestColumn, RequestRow } from '../../domain/addresses.ts';
import { COLUMN_LABELS, ROW_LABELS, type Text } from '../../domain/labels.ts';

export function columnName(column: RequestColumn): Text {
  return COLUMN_LABELS[column] as Text;
}

export function rowName(row: RequestRow): Text {
  return ROW_LABELS[`requests.${row}`] as Text;
}

/** `18+6+1=25`: the parts of a sum that are not 0; one or none is the sum itself. */
export function spellSum(parts: readonly number[], sum: number): Text {
  const counted = parts.filter((part) => part !== 0);
  const spelled = counted.length > 1 ? counted.join('+') : '';
  return { zh: `${spelled && `${spelled}=`}${sum}`, en: `${spelled && `${spelled} = `}${sum}` };
}
