import type { Rule } from '../types.ts';
import { rule as feeUnit } from './t2.fee-unit.ts';
import { rule as rulePower } from './t2.rule-power.ts';
import { rule as stock } from './t2.stock.ts';
import { rule as subject } from './t2.subject.ts';

export const PROACTIVE_RULES: readonly Rule[] = [rulePower, stock, feeUnit, subject];
