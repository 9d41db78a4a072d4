/** What the pages show, as plain data. */

import type { CellAddress } from '../../domain/addresses.ts';
import type { Text } from '../../domain/labels.ts';
import type { Severity } from '../../domain/severity.ts';
import type { Status } from '../../domain/status.ts';
import type { ReportRecord } from '../../record.ts';

import type { OutputLanguage, Say } from '../language.ts';

/** In which words a page is written, and its own address, so that the same page can be had in others. */
export interface Voice {
  language: OutputLanguage;
  say: Say;
  /** Path and query without `lang`. */
  path: string;
  query: Readonly<Record<string, string>>;
  /** For the head of printed sheets: whose they are (empty where the settings name no office), and the day. */
  printed: { office: string; on: string };
}

export interface ListedReport {
  id: string;
  key: string;
  agency: string | null;
  regionCode: string | null;
  year: number | null;
  status: Status;
  counts: Record<Severity, number>;
  rules: string[];
  name?: string;
  firstMistake?: Text | null;
  receivedAt: string;
}

export interface ShownDecision {
  decision: 'confirmed' | 'dismissed';
  remark: string;
  by: string;
  at: string;
}

/** One of all that were ever made, those taken back included. */
export interface PastDecision {
  fingerprint: string;
  decision: 'confirmed' | 'dismissed' | 'none';
  remark: string;
  by: string;
  at: string;
}

/** What an office explained about findings. */
export interface ShownNote {
  fingerprints: readonly string[];
  text: string;
  by: string;
  at: string;
}

/** By whom a report is to be reviewed; `due` is the last day. */
export interface ShownAssignment {
  assignee: string;
  due: string | null;
}

interface ShownVersion {
  receivedAt: string;
  status: Status | null;
  counts: Record<Severity, number> | null;
}

/** `null` was printed without a number, missing not read. */
export interface YearOfCells {
  year: number;
  cells: Readonly<Partial<Record<CellAddress, number | null>>>;
}

export interface ReportView {
  record: ReportRecord;
  /** After the decisions. */
  status: Status;
  decisions: ReadonlyMap<string, ShownDecision>;
  /** The latest first. */
  history: readonly PastDecision[];
  versions: readonly ShownVersion[];
  copies: readonly ListedReport[];
  otherYears: readonly ListedReport[];
  /** Cells of every year of the body, the earliest first. */
  years: readonly YearOfCells[];
  /** What offices explained, the earliest first. */
  notes: readonly ShownNote[];
  assignment: ShownAssignment | null;
  /** What the caller may do here. */
  may: {
    correct: boolean;
    withdraw: boolean;
    decide: boolean;
    explain: boolean;
    /** Ids of the copies that this report may take the place of. */
    replace: readonly string[];
  };
}

/** What a list can be sorted by. */
export const SORTS = ['year', 'agency', 'status', 'errors', 'received'] as const;
export type Sort = (typeof SORTS)[number];

export interface FrontView {
  reports: readonly ListedReport[];
  /** How many match; `more` where the list goes on behind them. */
  hits: number;
  more: boolean;
  /** Queries of the pages before and after; `null` at the ends. */
  previous: Readonly<Record<string, string>> | null;
  next: Readonly<Record<string, string>> | null;
  /** Of what matches the filter, but for its status. */
  counts: Record<Status, number>;
  years: readonly number[];
  regions: readonly string[];
  rules: readonly { id: string; title: Text }[];
  /** What the caller may do here. */
  everywhere: boolean;
  writable: boolean;
  subscribable: boolean;
  deciding: boolean;
}
