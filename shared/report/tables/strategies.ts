/**
 * All ways to read the three tables, in the order in which they are tried. The surer stand first: a later one only adds
 * cells that no earlier one gave. docs/layouts.md says which shape each is for.
 */
import { disputeGaps, proactiveGaps, requestGaps } from './blank-lines.ts';
import { fifteenCells } from './disputes/cells.ts';
import { fifteenNumbers } from './disputes/in-order.ts';
import { gluedDisputes } from './glued/disputes.ts';
import { gluedProactive } from './glued/proactive.ts';
import { gluedRequests } from './glued/requests.ts';
import { itemsByBlock } from './proactive/by-block.ts';
import { labelledItems } from './proactive/labelled.ts';
import { rowsAbove } from './requests/above.ts';
import { columnBlocks } from './requests/columns.ts';
import { labelledRows } from './requests/labelled.ts';
import { rowsByPlace } from './requests/place.ts';
import { shortRows } from './requests/short.ts';
import type { Strategy } from './strategy.ts';

export const STRATEGIES: readonly Strategy[] = [
  labelledItems,
  proactiveGaps,
  itemsByBlock,
  gluedProactive,
  labelledRows,
  requestGaps,
  columnBlocks,
  rowsAbove,
  rowsByPlace,
  shortRows,
  gluedRequests,
  fifteenNumbers,
  fifteenCells,
  disputeGaps,
  gluedDisputes,
];
