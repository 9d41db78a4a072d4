/** What the page of a region and year shows, as plain data. */
import type { Text } from '../../domain/labels.ts';
import type { Level } from '../../domain/level.ts';
import type { Status } from '../../domain/status.ts';
import type { ListedReport } from './types.ts';

export interface AgencyStanding {
  agency: string;
  state: Status | 'missing';
  /** The last day, and how many days there are to it: negative once it has passed. */
  due: string;
  days: number;
  /** Published after the last day; `null` where no date of publication is known. */
  late: boolean | null;
  mail: string | null;
  report: ListedReport | null;
}

/** Rates over the reports of one level and, of governments, of one tier. */
export interface GroupRates {
  level: Level | null;
  tier: 'province' | 'city' | 'county' | 'unknown' | null;
  reports: number;
  rates: {
    title: Text;
    numerator: number;
    denominator: number;
    /** `null` where the denominator is 0. */
    rate: number | null;
    /** How many reports have every cell of it. */
    reports: number;
  }[];
}

export interface RegionYear {
  region: string;
  name: string;
  year: number;
  /** On the clocks of China. */
  today: string;
  hasRoster: boolean;
  /** There are more reports than were looked at, so that nobody can be called missing. */
  more: boolean;
  /** Of the roster, in its order. */
  agencies: AgencyStanding[];
  /** With a report but not on the roster. */
  others: AgencyStanding[];
  /** Only what is of this level; `null`: everything. */
  level: Level | null;
  /** What may be added up, each by itself. */
  groups: GroupRates[];
  below: { code: string; name: string; reports: number; failed: number }[];
}
