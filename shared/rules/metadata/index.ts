import type { Rule } from '../types.ts';

export const METADATA_RULES: readonly Rule[] = [];
