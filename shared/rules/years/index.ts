import type { Rule } from '../types.ts';

export const YEARS_RULES: readonly Rule[] = [];
