import type { Rule } from '../types.ts';

export const STRUCTURE_RULES: readonly Rule[] = [];
