import type { Rule } from '../types.ts';
import { rule as cases } from './nar.cases.ts';
import { rule as denied } from './nar.denied.ts';
import { rule as disposition } from './nar.disposition.ts';
import { rule as docs } from './nar.docs.ts';
import { rule as magnitude } from './nar.magnitude.ts';
import { rule as percent } from './nar.percent.ts';
import { rule as power } from './nar.power.ts';
import { rule as req } from './nar.req.ts';
import { rule as reqNone } from './nar.req-none.ts';
import { rule as self } from './nar.self.ts';
import { rule as sum } from './nar.sum.ts';
import { rule as term } from './nar.term.ts';
import { rule as unexplained } from './nar.unexplained.ts';

export const NARRATIVE_RULES: readonly Rule[] = [
  req,
  reqNone,
  disposition,
  cases,
  docs,
  power,
  sum,
  percent,
  self,
  denied,
  term,
  magnitude,
  unexplained,
];
