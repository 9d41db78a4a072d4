/** The rules that say that a report was published after its last day, for lists that count such reports. */
import { rule as department } from './meta.deadline-dept.ts';
import { rule as government } from './meta.deadline-gov.ts';
import { rule as town } from './meta.deadline-town.ts';

/** Their ids. */
export const LATE_RULES: readonly string[] = [department, government, town].map(({ id }) => id);
