import type { Rule } from '../types.ts';
import { rule as address } from './prv.address.ts';
import { rule as id } from './prv.id.ts';
import { rule as mobile } from './prv.mobile.ts';
import { rule as secret } from './prv.secret.ts';

export const PRIVACY_RULES: readonly Rule[] = [mobile, id, address, secret];
