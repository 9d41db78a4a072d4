import type { Rule } from '../types.ts';
import { rule as carry } from './xyr.carry.ts';
import { rule as copy } from './xyr.copy.ts';
import { rule as docs } from './xyr.docs.ts';
import { rule as jump } from './xyr.jump.ts';
import { rule as leftover } from './xyr.leftover.ts';
import { rule as percent } from './xyr.percent.ts';
import { rule as sameNumbers } from './xyr.same-numbers.ts';

export const YEARS_RULES: readonly Rule[] = [carry, docs, copy, sameNumbers, jump, leftover, percent];
