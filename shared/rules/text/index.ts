import type { Rule } from '../types.ts';
import { rule as enumeration } from './txt.enum.ts';
import { rule as pair } from './txt.pair.ts';
import { rule as repeat } from './txt.repeat.ts';
import { rule as typo } from './txt.typo.ts';

export const TEXT_RULES: readonly Rule[] = [pair, typo, repeat, enumeration];
