/**
 * `failed`: an error-level finding; `incomplete`: none, but a part of the tables could not be read, so it is no pass;
 * `unreadable`: no report could be recognised.
 */
export const STATUSES = ['passed', 'failed', 'incomplete', 'unreadable'] as const;
export type Status = (typeof STATUSES)[number];
