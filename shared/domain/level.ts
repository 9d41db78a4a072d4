/** What kind of agency reports. */
export type Level = 'ministry' | 'government' | 'department' | 'town' | 'other';
