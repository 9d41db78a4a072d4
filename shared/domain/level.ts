export const LEVELS = ['ministry', 'government', 'department', 'town', 'other'] as const;
/** What kind of agency reports. */
export type Level = (typeof LEVELS)[number];
