import type { Rule } from '../types.ts';
import { rule as agency } from './meta.agency.ts';
import { rule as citeForm } from './meta.cite-form.ts';
import { rule as citeNum } from './meta.cite-num.ts';
import { rule as citeOld } from './meta.cite-old.ts';
import { rule as deadlineDept } from './meta.deadline-dept.ts';
import { rule as deadlineGov } from './meta.deadline-gov.ts';
import { rule as deadlineTown } from './meta.deadline-town.ts';
import { rule as index } from './meta.index.ts';
import { rule as period } from './meta.period.ts';
import { rule as phone } from './meta.phone.ts';
import { rule as revised } from './meta.revised.ts';
import { rule as signPublish } from './meta.sign-publish.ts';
import { rule as year } from './meta.year.ts';

export const METADATA_RULES: readonly Rule[] = [
  deadlineDept,
  deadlineGov,
  deadlineTown,
  signPublish,
  period,
  year,
  citeOld,
  citeForm,
  citeNum,
  agency,
  revised,
  index,
  phone,
];
