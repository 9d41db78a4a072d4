/**
 * When a window is due, and whether its reports get a mail each or share one. A single report is mailed within seconds;
 * many reports of one region wait until no more come. Pure.
 */

/** Reports of one window that get a mail each within {@link PACE_SECONDS}; more than these share one with a table. */
export const MOST_SINGLES = 10;
export const PACE_SECONDS = 600;
/** Nothing new for so long: nothing more comes. */
const QUIET_SECONDS = 4;
const QUIET_SECONDS_OF_BURST = 30;
/** No recipient waits longer than this, however long a burst lasts. */
const LONGEST_WAIT_SECONDS = 600;

interface Due {
  /** Milliseconds of the epoch. */
  at: number;
  shared: boolean;
}

/**
 * @param since when each report came into the window; at least one
 * @param pace when mails about one report went out lately
 */
export function whenDue(since: readonly string[], pace: readonly string[], now: Date): Due {
  const times = since.map((time) => Date.parse(time));
  const shared = since.length + recent(pace, now).length > MOST_SINGLES;
  const quiet = (shared ? QUIET_SECONDS_OF_BURST : QUIET_SECONDS) * 1000;
  return { at: Math.min(Math.max(...times) + quiet, Math.min(...times) + LONGEST_WAIT_SECONDS * 1000), shared };
}

/** The times that still count. */
export function recent(pace: readonly string[], now: Date): string[] {
  return pace.filter((time) => Date.parse(time) > now.getTime() - PACE_SECONDS * 1000);
}
