import type { Rule } from '../types.ts';

export const PROACTIVE_RULES: readonly Rule[] = [];
