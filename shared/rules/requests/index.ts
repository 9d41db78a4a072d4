import type { Rule } from '../types.ts';

export const REQUESTS_RULES: readonly Rule[] = [];
