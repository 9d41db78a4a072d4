/** What the page of a region and year shows, as plain data. */
import type { Text } from '../../domain/labels.ts';
import type { Level } from '../../domain/level.ts';
import type { Status } from '../../domain/status.ts';
import type { ListedReport } from './types.ts';

export interface AgencyStanding {
  agency: string;
  /** `unknown`: no report was found, and not all were looked at. */
  state: Status | 'missing' | 'unknown';
  /** The last day, and how many days there are to it: negative once it has passed. `null` where no day is set. */
  due: string | null;
  days: number | null;
  /** Published after the last day; `null` where no date of publication is known. */
  late: boolean | null;
  mail: string | null;
  report: ListedReport | null;
}

/** A share with what it is a part of. */
interface Share {
  numerator: number;
  denominator: number;
  /** `null` where the denominator is 0. */
  rate: number | null;
  /** How many reports have every cell of it. */
  reports: number;
}

/** Rates over the reports of one level and, of governments, of one tier. */
export interface GroupRates {
  /** As the address of the page names it. */
  group: string;
  level: Level | null;
  tier: 'province' | 'city' | 'county' | 'unknown' | null;
  reports: number;
  rates: (Share & { id: string; title: Text })[];
}

/** The numbers of the whole. */
export interface RegionCounts {
  /** Agencies that owe a report, and those of them without one; `null` where no roster says it. */
  expected: number | null;
  missing: number | null;
  reports: number;
  /** Published after the last day; `null` where it is not counted. */
  late: number | null;
  failed: number;
  incomplete: number;
  unreadable: number;
  /** Files in which no report was found, so that their year is not known. */
  yearless: number;
}

export interface RegionBelow {
  code: string;
  name: string;
  reports: number;
  failed: number;
  /** By the rosters in it; `null` where there is none, or too many to be looked through for one page. */
  expected: number | null;
  missing: number | null;
  /** The rate that the regions are ranked by, where one is chosen. */
  share: Share | null;
}

export interface RegionYear {
  /** `null`: the whole country. */
  region: string | null;
  /** Of the whole country `null`. */
  name: string | null;
  year: number;
  /** On the clocks of China. */
  today: string;
  hasRoster: boolean;
  /** There are more reports than were looked at, so that none can be called missing. */
  more: boolean;
  /** There are more rosters in the regions below than were looked through. */
  manyRosters: boolean;
  counts: RegionCounts;
  /** The last day of each level that has one, and how many days there are to it. */
  deadlines: { level: Level; due: string | null; days: number | null }[];
  /** Of the roster, in its order. */
  agencies: AgencyStanding[];
  /** With a report but not on the roster; of the whole country, those in no known region. */
  others: AgencyStanding[];
  /** Only what is of this level; `null`: everything. */
  level: Level | null;
  /** What may be added up, each by itself. */
  groups: GroupRates[];
  /** What the regions below are ranked by; `null`: the share that failed. */
  rank: { group: string; id: string; title: Text } | null;
  below: RegionBelow[];
  /** Regions around it that the caller may see, the widest first; `code` `null`: the whole country. */
  around: { code: string | null; name: string | null }[];
}
