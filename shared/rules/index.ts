/** The catalogue: every rule, in the order in which findings of equal severity are listed. */

import { AGENCIES_RULES } from './agencies/index.ts';
import { DISPUTES_RULES } from './disputes/index.ts';
import { METADATA_RULES } from './metadata/index.ts';
import { NARRATIVE_RULES } from './narrative/index.ts';
import { PRIVACY_RULES } from './privacy/index.ts';
import { PROACTIVE_RULES } from './proactive/index.ts';
import { REQUESTS_RULES } from './requests/index.ts';
import { STRUCTURE_RULES } from './structure/index.ts';
import { TABLES_RULES } from './tables/index.ts';
import { TEXT_RULES } from './text/index.ts';
import type { Rule } from './types.ts';
import { YEARS_RULES } from './years/index.ts';

/** `year.month.number`; raised whenever a rule says something else about the same report. Stored with every result. */
export const CATALOG_VERSION = '2026.12.6';

export const RULES: readonly Rule[] = [
  ...STRUCTURE_RULES,
  ...TABLES_RULES,
  ...PROACTIVE_RULES,
  ...REQUESTS_RULES,
  ...DISPUTES_RULES,
  ...NARRATIVE_RULES,
  ...METADATA_RULES,
  ...YEARS_RULES,
  ...AGENCIES_RULES,
  ...PRIVACY_RULES,
  ...TEXT_RULES,
];
