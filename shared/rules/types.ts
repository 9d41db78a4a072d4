/** The shape of a rule. One rule, one file; `index.ts` lists them; severity in force is the profile's business. */

import type { Claim } from '../claims/types.ts';
import type { Place } from '../document/types.ts';
import type { CellAddress } from '../domain/addresses.ts';
import type { Text } from '../domain/labels.ts';
import type { Severity } from '../domain/severity.ts';
import type { Neighbours } from '../neighbours/types.ts';
import type { Report } from '../report/types.ts';

/** One fault that a rule found. */
export interface Fault {
  /** Sub-code of `docs/rules.md`, for example `ZERO` of T2.STOCK. */
  code?: string;
  message: Text;
  /** The likely cause or what to do, where it can be told. */
  hint?: Text;
  /** Every cell that takes part, in the order of the sum. */
  cells?: readonly CellAddress[];
  /** The two sides: what had to stand there, and what stands there. */
  expected?: number | string | null;
  actual?: number | string | null;
  /** Sentences or lines of prose that are the evidence; the lines of `cells` are added by themselves. */
  evidence?: { place: Place; text: string }[];
  /** Where this fault weighs more or less than its rule (`docs/rules.md` names such sub-codes). */
  severity?: Severity;
}

/**
 * What a rule says of one report. A rule over many columns may fail in one and be undecided in another: `faults` is
 * what failed, `undecided` why the rest could not be told. Neither: it passed.
 */
export type Verdict = { verdict: 'notApplicable' } | { verdict: 'decided'; faults: Fault[]; undecided: Text[] };

/** Parameters that a profile may change; defaults are those of `docs/rules.md`. */
export interface Parameters {
  /** `MM-DD` of the year after the report's. */
  deadlineDepartment: string;
  deadlineGovernment: string;
  deadlineTown: string;
  deadlineTownHard: string;
}

export interface Context {
  report: Report;
  /** Claims read from the prose, computed once. */
  claims: readonly Claim[];
  neighbours: Neighbours;
  parameters: Parameters;
}

/** Edits of the consistent example report (`example.ts`) and what the rule must say then. */
export interface Example {
  title: string;
  /** Cells to change; `undefined` makes the cell absent. */
  cells?: Partial<Record<CellAddress, number | null | undefined>>;
  /** Raw text of a cell, where it is not the number. */
  raw?: Partial<Record<CellAddress, string>>;
  /** Prose of a part: replaces what the example report has there. */
  text?: Partial<Record<string, string[]>>;
  /** Any other field of the report. */
  report?: Partial<Report>;
  neighbours?: Neighbours;
  outcome: 'pass' | 'undecided' | 'notApplicable' | { fails: Partial<Fault>[] };
}

/** The sum that a rule checks, by which faces spell it: the cells of its faults whose row or column is named stand on the right. */
interface SumShape {
  right: readonly string[];
  /** `column`: `right` names rows; `row`: it names columns, or outcomes of table 4. */
  along: 'row' | 'column';
}

/**
 * Everything that is known of a rule: no other file names it. To add one, write its file and list it in the `index.ts` of its
 * folder.
 */
export interface Rule {
  /** As in `docs/rules.md`: `T3.BALANCE`. */
  id: string;
  title: Text;
  /** In the strict profile. */
  severity: Severity;
  /** What it looks at: the tables, or the text with all that stands around it. */
  about: 'cells' | 'words';
  /** The other reports that it needs; without them it is undecided. */
  needs?: keyof Neighbours;
  sum?: SumShape;
  /** Why it exists, in a sentence for clerks. */
  why: Text;
  /** When a finding would be a false alarm. */
  falseAlarm: Text;
  /** Law, article or document number, printed with the finding; facts marked † are no basis and are not named. */
  basis: Text | null;
  /** Sub-codes hidden unless a profile shows them. */
  hiddenCodes?: readonly string[];
  check(context: Context): Verdict;
  /** Three to five that tell a reader what the rule does; printed in docs/rules.md. */
  examples: () => readonly Example[];
  /** More, for the tests alone. */
  cases?: () => readonly Example[];
}
