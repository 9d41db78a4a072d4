import type { Parameters } from './types.ts';

/** The catalogue's own: 条例 art. 49 for departments and governments; towns by common practice, which no text fixes. */
export const DEFAULT_PARAMETERS: Parameters = {
  deadlineDepartment: '01-31',
  deadlineGovernment: '03-31',
  deadlineTown: '01-31',
  deadlineTownHard: '03-31',
};
