/** How grave a fault is, gravest first: certain from cells or statute; a strong sign; style or statistics. */
export const SEVERITIES = ['error', 'warning', 'notice'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** How many of each severity. */
export function countBySeverity(faults: readonly { severity: Severity }[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of faults) counts[severity] += 1;
  return counts;
}
