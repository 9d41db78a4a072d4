import type { Rule } from '../types.ts';

export const PRIVACY_RULES: readonly Rule[] = [];
