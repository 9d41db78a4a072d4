/** What the pool and its processes say to each other. */
import type { CheckResult } from '../result.ts';
import type { Profile } from '../rules/profile.ts';

/** What the pool sends first; every later message is the path of a file. */
export interface Start {
  profile: Profile;
  megabytes: number;
}

/** What a process says: what it is doing and what seconds that may take beside any file's, the processor time that it has used in all, and in the end what came out, or what ended its thread. */
export type Answer =
  | { step: string; allowed: number }
  | { seconds: number }
  | { results: CheckResult[] }
  | { error: unknown }
  | { ended: string };

/** Exit status of a process whose memory was full: V8's own, and that of one whose thread met its bound. */
export const OUT_OF_MEMORY = 134;
