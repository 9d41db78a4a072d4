/** The JSON of one result as the contract has it, as schemas: the API describes and the tests check it by these. */

import * as z from 'zod/mini';
import {
  DISPUTE_BLOCKS,
  disputeBlock,
  FORM_EDITIONS,
  proactiveAddresses,
  REQUEST_ROWS,
  requestRow,
} from '../domain/addresses.ts';
import { LEVELS } from '../domain/level.ts';
import { SEVERITIES } from '../domain/severity.ts';
import { STATUSES } from '../domain/status.ts';

/** Cells of one table, nested by the parts of their address. `null`: printed without a number; missing: not read. */
export type CellTree = { [part: string]: number | null | CellTree };

/** `['granted.total', …]` as nested objects in which every key may be missing. */
function cellTree(paths: string[]): z.ZodMiniType<CellTree> {
  const shape: Record<string, z.ZodMiniType<number | null | CellTree | undefined>> = {};
  for (const [head, tails] of Map.groupBy(paths, (path) => path.split('.', 1)[0] as string)) {
    const below = tails.map((path) => path.slice(head.length + 1)).filter((path) => path !== '');
    shape[head] = z.optional(below.length > 0 ? cellTree(below) : z.nullable(z.number()));
  }
  return z.strictObject(shape) as unknown as z.ZodMiniType<CellTree>;
}

const withoutTable = (addresses: readonly string[]) =>
  addresses.map((address) => address.slice(address.indexOf('.') + 1));
const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

const SourceSchema = z.strictObject({
  name: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  mediaType: z.string(),
  encoding: z.nullable(z.string()),
});

const ReportSchema = z.strictObject({
  title: z.nullable(z.string()),
  agency: z.nullable(z.string()),
  level: z.enum(LEVELS),
  regionCode: z.nullable(z.string()),
  year: z.nullable(z.number()),
  period: z.nullable(z.strictObject({ from: Day, to: Day })),
  publishedOn: z.nullable(Day),
  signedOn: z.nullable(Day),
  format: z.enum(FORM_EDITIONS),
  script: z.enum(['simplified', 'traditional']),
  proactive: cellTree([...new Set(FORM_EDITIONS.flatMap((format) => withoutTable(proactiveAddresses(format))))]),
  requests: cellTree(withoutTable(REQUEST_ROWS.flatMap(requestRow))),
  disputes: cellTree(withoutTable(DISPUTE_BLOCKS.flatMap(disputeBlock))),
  /** Address → text as printed, of cells where it is not simply the number. */
  raw: z.record(z.string(), z.string()),
});

export const FindingSchema = z.strictObject({
  rule: z.string(),
  severity: z.enum(SEVERITIES),
  message: z.string(),
  hint: z.nullable(z.string()),
  basis: z.nullable(z.string()),
  cells: z.array(z.string()),
  expected: z.nullable(z.union([z.number(), z.string()])),
  actual: z.nullable(z.union([z.number(), z.string()])),
  source: z.array(z.strictObject({ line: z.number(), text: z.string() })),
  fingerprint: z.string(),
});

const MistakeSchema = z.strictObject({
  severity: z.enum(SEVERITIES),
  message: z.string(),
  suspects: z.array(z.strictObject({ cell: z.string(), reported: z.nullable(z.number()), repaired: z.number() })),
  /** Fingerprints. */
  findings: z.array(z.string()),
});

export const ResultSchema = z.strictObject({
  source: SourceSchema,
  status: z.enum(STATUSES),
  report: z.nullable(ReportSchema),
  findings: z.array(FindingSchema),
  /** Findings that one slip explains, together; every finding is in exactly one. */
  mistakes: z.array(MistakeSchema),
  /** What the reader left out or could not tell: hidden rows, a watermark, a second copy. */
  notes: z.array(z.string()),
  catalog: z.string(),
  /** Rules that could not be decided, and what they wait for: neither passed nor failed. */
  undecided: z.array(z.strictObject({ rule: z.string(), reason: z.string() })),
});

export type ContractResult = z.infer<typeof ResultSchema>;
export type ContractReport = z.infer<typeof ReportSchema>;
