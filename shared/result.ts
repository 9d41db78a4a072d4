/** What a check gives: the JSON of the contract, with both languages and provenance kept for those who store it. */

import type { MediaType, Place } from './document/types.ts';
import type { CellAddress } from './domain/addresses.ts';
import type { Text } from './domain/labels.ts';
import type { Severity } from './domain/severity.ts';
import type { Status } from './domain/status.ts';
import type { Report } from './report/types.ts';

export interface Source {
  /** File name, or the entry's path in a ZIP after `!/`. */
  name: string;
  bytes: number;
  sha256: string;
  mediaType: MediaType;
  encoding: string | null;
}

export interface Finding {
  rule: string;
  code: string | null;
  severity: Severity;
  message: Text;
  hint: Text | null;
  basis: Text | null;
  cells: readonly CellAddress[];
  expected: number | string | null;
  actual: number | string | null;
  source: { line: number; text: string; place: Place }[];
  /** Stays the same when the same fault is found again: rule, sub-code, cells, both sides, words of the evidence. */
  fingerprint: string;
}

/** What one slip of a hand explains: the findings that noticed it, and the cell where it most likely stands. */
export interface Mistake {
  /** The gravest of its findings. */
  severity: Severity;
  message: Text;
  /** Cells that one change would put right, with the number printed and the one that makes every sum hold. */
  suspects: { cell: CellAddress; reported: number | null; repaired: number }[];
  /** Fingerprints of its findings, in the order of `findings`. */
  findings: string[];
}

export interface CheckResult {
  source: Source;
  status: Status;
  /** `null` exactly when `status` is `unreadable`. */
  report: Report | null;
  findings: Finding[];
  /** Every finding is in exactly one. */
  mistakes: Mistake[];
  /** Rules that could not be decided, and why. */
  undecided: { rule: string; reason: Text }[];
  /** Version of the catalogue that was in force. */
  catalog: string;
}
