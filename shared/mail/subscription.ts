/** Who wants which mails: the shape of a subscription, and which of them a report concerns. Pure. */

import * as z from 'zod/mini';
import { LEVELS } from '../domain/level.ts';
import { regionAncestors } from '../domain/regions.ts';
import { SEVERITIES } from '../domain/severity.ts';
import { OUTPUT_LANGUAGES } from '../output/language.ts';

/** Which reports: all, those of a region and everything under it, of one agency, or of files under a key prefix. */
export const SubscriptionScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({
    kind: z.literal('region'),
    region: z.string().check(z.regex(/^\d{6}$/, 'a GB/T 2260 code of six digits')),
  }),
  z.strictObject({ kind: z.literal('agency'), agency: z.string().check(z.minLength(2), z.maxLength(100)) }),
  z.strictObject({ kind: z.literal('prefix'), prefix: z.string().check(z.minLength(1), z.maxLength(500)) }),
]);
export type SubscriptionScope = z.infer<typeof SubscriptionScope>;

/** At once, a summary a day, or one a week on Monday. */
export const DELIVERIES = ['immediate', 'digest', 'weekly'] as const;
export type Delivery = (typeof DELIVERIES)[number];

/**
 * What a recipient asks for. `language: auto` is the script of the report. Summaries (`digest`, `weekly`) are of all
 * reports or of a region, and of one `level` where it is given.
 */
export const SubscriptionRequest = z
  .strictObject({
    address: z.email().check(z.maxLength(254)),
    scope: SubscriptionScope,
    leastSeverity: z._default(z.enum(SEVERITIES), 'warning'),
    language: z._default(z.enum(['auto', ...OUTPUT_LANGUAGES]), 'auto'),
    delivery: z._default(z.enum(DELIVERIES), 'immediate'),
    level: z.optional(z.nullable(z.enum(LEVELS))),
  })
  .check(
    z.refine(({ scope, delivery }) => delivery === 'immediate' || scope.kind === 'all' || scope.kind === 'region', {
      path: ['delivery'],
      error: 'a digest is about all reports or about a region',
    }),
    z.refine(({ level, delivery }) => delivery !== 'immediate' || (level ?? null) === null, {
      path: ['level'],
      error: 'a level is for digests',
    }),
  );
export type SubscriptionRequest = z.infer<typeof SubscriptionRequest>;

/** The index keys under which a scope is kept: partition, and what its sort key begins with. */
export function scopeKey(scope: SubscriptionScope): { partition: string; sort: string } {
  switch (scope.kind) {
    case 'all':
      return { partition: 'SCOPE#ALL', sort: '' };
    case 'region':
      return { partition: `SCOPE#REGION#${scope.region}`, sort: '' };
    case 'agency':
      return { partition: `SCOPE#AGENCY#${scope.agency}`, sort: '' };
    case 'prefix':
      return { partition: 'SCOPE#PREFIX', sort: scope.prefix };
  }
}

/** What decides whether a scope covers a report. */
export interface Placed {
  key: string;
  agency: string | null;
  regionCode: string | null;
}

/**
 * The index keys to look under for the scopes that cover a report. Every prefix of a key begins with its first
 * character, so prefixes are one range; {@link covers} sorts out the rest.
 */
export function scopeKeysFor(report: Placed): { partition: string; sort: string }[] {
  const scopes: SubscriptionScope[] = [
    { kind: 'all' },
    ...(report.regionCode ? regionAncestors(report.regionCode) : []).map(
      (region) => ({ kind: 'region', region }) as const,
    ),
    ...(report.agency ? [{ kind: 'agency', agency: report.agency } as const] : []),
    { kind: 'prefix', prefix: report.key.slice(0, 1) },
  ];
  return scopes.map(scopeKey);
}

/** Whether a scope covers a report. */
export function covers(scope: SubscriptionScope, report: Placed): boolean {
  switch (scope.kind) {
    case 'all':
      return true;
    case 'region':
      return report.regionCode !== null && regionAncestors(report.regionCode).includes(scope.region);
    case 'agency':
      return report.agency === scope.agency;
    case 'prefix':
      return report.key.startsWith(scope.prefix);
  }
}
