/** Schemas that several operations share: fields of requests and the objects of answers. */

import * as z from 'zod/mini';
import { FORM_EDITIONS } from '../../shared/domain/addresses.ts';
import { LEVELS } from '../../shared/domain/level.ts';
import { RATES } from '../../shared/domain/rates.ts';
import { SEVERITIES } from '../../shared/domain/severity.ts';
import { STATUSES } from '../../shared/domain/status.ts';
import { OUTPUT_LANGUAGES } from '../../shared/output/language.ts';
import { FindingSchema, ResultSchema } from '../../shared/output/schema.ts';

import { LONGEST_PAGE } from '../store/lists/page.ts';
import { DECISIONS } from '../store/records/decisions.ts';
import { GROUPS, type Group, TIERS } from '../store/statistics/groups.ts';
import { LONGEST_CURSOR } from './cursor.ts';

const digits = (pattern: RegExp, error: string) =>
  z.pipe(z.string().check(z.regex(pattern, error)), z.transform(Number));

export const IdField = z.string().check(z.regex(/^[0-9a-f]{20}$/, '20 hexadecimal digits'));
export const FingerprintField = z.string().check(z.regex(/^[\w.:-]{1,100}$/, 'the fingerprint of a finding'));
export const YearField = digits(/^(?:19|20)\d{2}$/, 'a year of four digits');
export const RegionField = z.string().check(z.regex(/^\d{6}$/, 'a GB/T 2260 code of six digits, for example 360403'));
export const LevelField = z.enum(LEVELS);
/** A code, or a name that only one region has. */
export const RegionNameField = z.string().check(z.minLength(2), z.maxLength(40));
/** A rate of a group of reports, as the page of a region names it: `department.granted`, `government.county.granted`. */
export const RankField = z.pipe(
  z.enum(GROUPS.flatMap((group) => RATES.map(({ id }) => `${group}.${id}` as const))),
  z.transform((text) => {
    const at = text.lastIndexOf('.');
    return { group: text.slice(0, at) as Group, id: text.slice(at + 1) };
  }),
);
export const PageField = digits(/^[1-9]\d{0,3}$/, 'the number of a page');
export const AgencyField = z.string().check(z.minLength(1), z.maxLength(200));
export const LimitField = z._default(
  digits(/^[1-9]\d{0,2}$/, `a number from 1 to ${LONGEST_PAGE}`).check(z.maximum(LONGEST_PAGE)),
  50,
);
export const CursorField = z.optional(z.string().check(z.minLength(1), z.maxLength(LONGEST_CURSOR)));
export const LanguageField = z.optional(z.enum(OUTPUT_LANGUAGES));

/** An empty field of a form is a field left out. */
export const orEmpty = <T extends z.ZodMiniType>(schema: T) => z.union([schema, emptyField]);
const emptyField = z.pipe(
  z.literal(''),
  z.transform(() => undefined),
);

export const SubscriptionIdField = z.string().check(z.regex(/^[\w-]{1,64}$/, 'letters, digits, - and _, at most 64'));
export const WhoField = z.string().check(z.minLength(1), z.maxLength(100));
export const ReasonField = z.string().check(z.trim(), z.minLength(1), z.maxLength(2000));
export const RuleField = z
  .string()
  .check(z.regex(/^[A-Z0-9-]+\.[A-Z0-9-]+$/, 'the id of a rule, as GET /rules lists them'));
/** An address of our own: a form leads nowhere else. */
export const LocalPathField = z.string().check(z.regex(/^\/(?!\/)[\w\-.~%/?&=+#:]*$/, 'a path of this site'));
export const Sha256Field = z.string().check(z.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal'));

/** Values with blanks between, as a form sends them. */
export const Words = z.pipe(
  z.string(),
  z.transform((text) => text.split(' ').filter((word) => word !== '')),
);

const Counts = z.strictObject({ error: z.number(), warning: z.number(), notice: z.number() });
const Place = z.looseObject({ line: z.number() });
const Sums = z.strictObject({ sum: z.number(), reports: z.number() });

export const SummarySchema = z.strictObject({
  id: z.string(),
  key: z.string(),
  /** Of the file, with the entry of a ZIP. Reports stored before these two were kept lack them. */
  name: z.optional(z.string()),
  firstMistake: z.optional(z.nullable(z.strictObject({ zh: z.string(), en: z.string() }))),
  title: z.nullable(z.string()),
  agency: z.nullable(z.string()),
  level: z.nullable(z.string()),
  regionCode: z.nullable(z.string()),
  year: z.nullable(z.number()),
  publishedOn: z.nullable(z.string()),
  format: z.nullable(z.enum(FORM_EDITIONS)),
  status: z.enum(STATUSES),
  counts: Counts,
  rules: z.array(z.string()),
  receivedAt: z.string(),
  checkedAt: z.string(),
  catalog: z.string(),
});

export const ReportsSchema = z.strictObject({
  reports: z.array(SummarySchema),
  /** For the next page, with the same filters; `null` at the end. A page may be short and still have one. */
  cursor: z.nullable(z.string()),
});

export const DecisionSchema = z.strictObject({
  decision: z.enum(DECISIONS),
  remark: z.string(),
  by: z.string(),
  identity: z.nullable(z.string()),
  at: z.string(),
});

const DecidedFinding = z.extend(FindingSchema, {
  code: z.nullable(z.string()),
  source: z.array(z.strictObject({ line: z.number(), text: z.string(), place: Place })),
  decision: z.nullable(DecisionSchema),
});

export const ReportRecordSchema = z.strictObject({
  ...ResultSchema.shape,
  id: z.string(),
  key: z.string(),
  version: z.nullable(z.string()),
  receivedAt: z.string(),
  checkedAt: z.string(),
  /** Id of the report that counts in the statistics for this agency and year: this one, or a newer upload. */
  counted: z.nullable(z.string()),
  /** Before the decisions; `status` is after them. */
  checkedStatus: z.enum(STATUSES),
  findings: z.array(DecidedFinding),
  /** Address → value, text as printed, and where it stands in the file. */
  cells: z.record(z.string(), z.strictObject({ value: z.nullable(z.number()), raw: z.string(), place: Place })),
  /** States of the object that were seen, the latest first. */
  versions: z.array(z.looseObject({ version: z.nullable(z.string()), status: z.nullable(z.enum(STATUSES)) })),
  /** Other reports of the same agency and year. */
  copies: z.array(SummarySchema),
  otherYears: z.array(SummarySchema),
});

export const AgencySchema = z.strictObject({
  agency: z.string(),
  region: z.nullable(z.string()),
  years: z.array(z.number()),
  /** One row a cell: the number of each year; `null` printed without a number, missing not read. */
  cells: z.array(
    z.strictObject({ address: z.string(), label: z.string(), values: z.record(z.string(), z.nullable(z.number())) }),
  ),
  reports: z.array(SummarySchema),
});

/** Of a level and, of governments, of a tier: `null` for what is no readable report. */
const OfLevel = z.strictObject({ level: z.nullable(LevelField), tier: z.nullable(z.enum(TIERS)) });
const StatisticsCounts = z.strictObject({
  /** Each agency and year once. */
  reports: z.number(),
  passed: z.number(),
  failed: z.number(),
  incomplete: z.number(),
  unreadable: z.number(),
  /** Reports left out, because a newer upload of the same agency and year counts. */
  copies: z.number(),
  /** Agencies that owe a report, as the rosters of the region and of all under it have it; `null` without a roster. */
  expected: z.nullable(z.number()),
});

export const StatisticsSchema = z.strictObject({
  year: z.nullable(z.number()),
  region: z.nullable(z.string()),
  regionName: z.nullable(z.string()),
  level: z.nullable(LevelField),
  /** Years of which there are reports. */
  years: z.array(z.number()),
  ...StatisticsCounts.shape,
  /** What is added up, each by itself: a government's table contains its departments', a city's its counties'. */
  levels: z.array(z.extend(OfLevel, StatisticsCounts.shape)),
  /** Each sum with how many reports have a number in that cell. */
  cells: z.array(z.extend(OfLevel, { address: z.string(), label: z.string(), ...Sums.shape })),
  /** Over the reports that have every cell of the rate; `rate` is `null` where the denominator is 0. */
  rates: z.array(
    z.extend(OfLevel, {
      id: z.string(),
      title: z.string(),
      numerator: z.number(),
      denominator: z.number(),
      rate: z.nullable(z.number()),
      reports: z.number(),
    }),
  ),
  /** The regions directly below, where a year is given. */
  regions: z.array(
    z.strictObject({
      region: z.string(),
      name: z.nullable(z.string()),
      reports: z.number(),
      failed: z.number(),
      copies: z.number(),
    }),
  ),
});

export const ManifestSchema = z.strictObject({
  catalog: z.string(),
  regionCodes: z.string(),
  /** Partitions that changed since their files were built, or that have none yet. */
  stale: z.number(),
  partitions: z.array(
    z.strictObject({
      year: z.nullable(z.number()),
      province: z.nullable(z.string()),
      stale: z.boolean(),
      builtAt: z.nullable(z.string()),
      catalog: z.nullable(z.string()),
      files: z.array(
        z.strictObject({
          path: z.string(),
          resource: z.string(),
          format: z.string(),
          rows: z.number(),
          bytes: z.number(),
          sha256: z.string(),
        }),
      ),
    }),
  ),
});

export const RulesSchema = z.strictObject({
  catalog: z.string(),
  rules: z.array(
    z.strictObject({
      id: z.string(),
      severity: z.enum(SEVERITIES),
      title: z.string(),
      basis: z.nullable(z.string()),
    }),
  ),
});

export const RosterSchema = z.strictObject({
  region: z.string(),
  agencies: z.array(z.string()),
  merged: z.record(z.string(), z.string()),
  mails: z.optional(z.record(z.string(), z.string())),
  by: z.string(),
  at: z.string(),
});

export const UploadSchema = z.strictObject({
  key: z.string(),
  /** Id of the report that the object becomes; the entries of a ZIP get their own. */
  id: z.string(),
  /** Where to ask whether it has been checked. */
  progress: z.string(),
});

/** Reports that are known so far carry the verdict on the bytes that were sent, never on those before. */
export const ProgressSchema = z.strictObject({
  key: z.string(),
  /** All reports of the file are known. */
  done: z.boolean(),
  /** The lists have them too. */
  listed: z.boolean(),
  checked: z.number(),
  reports: z.array(
    z.extend(SummarySchema, {
      name: z.string(),
      /** Other reports of the same agency and year. */
      copies: z.array(z.strictObject({ id: z.string(), key: z.string(), status: z.enum(STATUSES) })),
    }),
  ),
});

export const ProblemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  requestId: z.string(),
});
