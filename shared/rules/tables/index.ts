import type { Rule } from '../types.ts';
import { rule as blank } from './tbl.blank.ts';
import { rule as header } from './tbl.header.ts';
import { rule as label } from './tbl.label.ts';
import { rule as nonnum } from './tbl.nonnum.ts';
import { rule as range } from './tbl.range.ts';
import { rule as shape } from './tbl.shape.ts';

export const TABLES_RULES: readonly Rule[] = [blank, nonnum, range, header, label, shape];
