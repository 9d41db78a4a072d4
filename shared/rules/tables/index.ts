import type { Rule } from '../types.ts';

export const TABLES_RULES: readonly Rule[] = [];
