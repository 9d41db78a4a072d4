/** Tables for researchers: what a row and a column are. */
import type { FormEdition } from '../domain/addresses.ts';
import type { Text } from '../domain/labels.ts';
import type { CheckResult } from '../result.ts';

/** `code`: text made of digits or letters that no reader may take for a number. */
export type ColumnType = 'text' | 'code' | 'integer' | 'number' | 'date' | 'flag';

export interface Column {
  name: string;
  type: ColumnType;
  label: Text;
  description?: Text;
  unit?: Text;
  /** Words for the values of a closed list, for readers. */
  words?: Readonly<Record<string, Text>>;
  /** Of a cell: the editions of the form that have it. */
  editions?: readonly FormEdition[];
  required?: true;
}

/**
 * One field. `undefined`: nothing there (a cell that was not read, or that the form does not have); `null`: a cell that
 * was printed without a number. Neither is 0.
 */
export type Value = string | number | boolean | null | undefined;
/** The fields of a row, in the order of the columns. */
export type Row = readonly Value[];

export const SHAPES = ['long', 'wide'] as const;
export type Shape = (typeof SHAPES)[number];
export const RESOURCES = ['long', 'wide', 'reports', 'findings', 'decisions'] as const;
export type ResourceName = (typeof RESOURCES)[number];

/** What a reviewer decided about a finding. */
interface EntryDecision {
  fingerprint: string;
  decision: string;
  remark: string;
  by: string;
  at: string;
}

/** One checked report with what the tables say beyond it. */
export interface Entry {
  reportId: string;
  result: CheckResult;
  /** Id of the agency of today, through renaming and merging; `null` where the report names none. */
  agencyId: string | null;
  /** The day of the check, `YYYY-MM-DD`. */
  checkedOn: string;
  /** When the file came, ISO 8601; `null` where nobody knows. */
  receivedAt: string | null;
  decisions: readonly EntryDecision[];
}

/** Takes the bytes of a file; resolves when the next may come. */
export interface ByteSink {
  write(bytes: Uint8Array): Promise<void>;
  end(): Promise<void>;
}
