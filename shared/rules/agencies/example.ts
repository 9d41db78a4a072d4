/** A government and the agencies below it, for the examples of the rules over both. */

import { peer } from '../../neighbours/example.ts';
import type { Neighbour } from '../../neighbours/types.ts';
import type { Report } from '../../report/types.ts';

import { COVERED } from './parts.ts';

/** The example report as that of the government of 示例市. */
export const GOVERNMENT: Partial<Report> = { level: 'government', agency: '示例市人民政府', regionCode: '999900' };

/** A report with so many requests received and nothing else in the numbers that are added up. */
export function reporting(agency: string, received: number, edit: Partial<Neighbour> = {}): Neighbour {
  const others = Object.fromEntries(COVERED.map((address) => [address, 0]));
  return peer(agency, { cells: { ...others, 'requests.received.total': received }, ...edit });
}
