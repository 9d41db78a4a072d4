import type { Rule } from '../types.ts';

export const DISPUTES_RULES: readonly Rule[] = [];
