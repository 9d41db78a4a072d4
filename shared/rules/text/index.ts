import type { Rule } from '../types.ts';

export const TEXT_RULES: readonly Rule[] = [];
