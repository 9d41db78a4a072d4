import type { Rule } from '../types.ts';

export const AGENCIES_RULES: readonly Rule[] = [];
