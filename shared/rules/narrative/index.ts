import type { Rule } from '../types.ts';

export const NARRATIVE_RULES: readonly Rule[] = [];
