/** How grave a fault is, gravest first: certain from cells or statute; a strong sign; style or statistics. */
export const SEVERITIES = ['error', 'warning', 'notice'] as const;
export type Severity = (typeof SEVERITIES)[number];
