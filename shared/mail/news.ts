/** What there is to say about a report, given what was said last: nothing, its faults, what changed, the all-clear. */

import { SEVERITIES, type Severity } from '../domain/severity.ts';
import type { StoredResult } from '../record.ts';
import type { Finding } from '../result.ts';

/** One fault that a mail has told. `spot` is the same while the fault is the same but its numbers differ. */
export interface Notified {
  fingerprint: string;
  spot: string;
  message: Finding['message'];
}

type News =
  | { kind: 'nothing' }
  | { kind: 'failed' | 'incomplete' | 'unreadable'; findings: Finding[] }
  | { kind: 'changed'; findings: Finding[]; fresh: Finding[]; changed: Finding[]; mended: Notified[] }
  | { kind: 'clear' };
/** News that is worth a mail. */
export type Change = Exclude<News, { kind: 'nothing' }>;

/**
 * Compares a result with what was told last. The set of fingerprints decides, so the same faults after another upload
 * are no news.
 * @param told `null` where nothing is open: never mailed, or all clear since
 * @param least findings below this severity are neither told nor counted as a change
 */
export function changeOf(result: StoredResult, told: readonly Notified[] | null, least: Severity): News {
  if (result.status === 'passed') return { kind: told ? 'clear' : 'nothing' };
  const findings = relevant(result.findings, least);
  if (told && sameSet(told, findings)) return { kind: 'nothing' };
  if (result.status === 'unreadable' || result.status === 'incomplete') return { kind: result.status, findings };
  const wasUnreadable = told?.some((one) => one.spot.startsWith('FILE.'));
  if (!told || wasUnreadable) return { kind: 'failed', findings };
  const known = new Set(told.map((one) => one.fingerprint));
  const spots = new Set(told.map((one) => one.spot));
  const present = new Set(findings.map(spotOf));
  const unknown = findings.filter((finding) => !known.has(finding.fingerprint));
  return {
    kind: 'changed',
    findings,
    fresh: unknown.filter((finding) => !spots.has(spotOf(finding))),
    changed: unknown.filter((finding) => spots.has(spotOf(finding))),
    mended: told.filter((one) => !present.has(one.spot)),
  };
}

/** What has to be remembered once the findings are mailed. */
export function notifiedOf(findings: readonly Finding[]): Notified[] {
  return findings.map((finding) => ({
    fingerprint: finding.fingerprint,
    spot: spotOf(finding),
    message: finding.message,
  }));
}

function relevant(findings: readonly Finding[], least: Severity): Finding[] {
  const weight = (severity: Severity) => SEVERITIES.indexOf(severity);
  return findings.filter((finding) => weight(finding.severity) <= weight(least));
}

function spotOf(finding: Finding): string {
  return [finding.rule, finding.code ?? '', ...finding.cells].join(' ');
}

function sameSet(told: readonly Notified[], findings: readonly Finding[]): boolean {
  const known = new Set(told.map((one) => one.fingerprint));
  const present = new Set(findings.map((finding) => finding.fingerprint));
  return known.size === present.size && [...known].every((fingerprint) => present.has(fingerprint));
}
