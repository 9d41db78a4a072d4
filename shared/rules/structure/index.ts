import type { Rule } from '../types.ts';
import { rule as artifact } from './str.artifact.ts';
import { rule as formatVersion } from './str.format-version.ts';
import { rule as generic } from './str.generic.ts';
import { rule as heading } from './str.heading.ts';
import { rule as order } from './str.order.ts';
import { rule as preamble } from './str.preamble.ts';
import { rule as sec1Five } from './str.sec1-five.ts';
import { rule as sec1Gov } from './str.sec1-gov.ts';
import { rule as sec5 } from './str.sec5.ts';
import { rule as sec6Fee } from './str.sec6-fee.ts';
import { rule as sections } from './str.sections.ts';
import { rule as tables } from './str.tables.ts';
import { rule as title } from './str.title.ts';

export const STRUCTURE_RULES: readonly Rule[] = [
  sections,
  order,
  heading,
  sec1Five,
  sec1Gov,
  sec5,
  sec6Fee,
  title,
  tables,
  formatVersion,
  preamble,
  artifact,
  generic,
];
