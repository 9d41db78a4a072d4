import type { Rule } from '../types.ts';
import { rule as balance } from './t3.balance.ts';
import { rule as feeRow } from './t3.fee-row.ts';
import { rule as odd } from './t3.odd.ts';
import { rule as resultSum } from './t3.result-sum.ts';
import { rule as rowTotal } from './t3.row-total.ts';

export const REQUESTS_RULES: readonly Rule[] = [balance, resultSum, rowTotal, feeRow, odd];
