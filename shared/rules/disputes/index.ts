import type { Rule } from '../types.ts';
import { rule as casesGtReq } from './t4.cases-gt-req.ts';
import { rule as fixAllGrant } from './t4.fix-all-grant.ts';
import { rule as role } from './t4.role.ts';
import { rule as sum } from './t4.sum.ts';

export const DISPUTES_RULES: readonly Rule[] = [sum, casesGtReq, fixAllGrant, role];
