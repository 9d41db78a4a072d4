import type { Rule } from '../types.ts';
import { rule as absent } from './xag.absent.ts';
import { rule as copy } from './xag.copy.ts';
import { rule as gePart } from './xag.ge-part.ts';
import { rule as sum } from './xag.sum.ts';

export const AGENCIES_RULES: readonly Rule[] = [gePart, sum, copy, absent];
