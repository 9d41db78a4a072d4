/**
 * When mails to a recipient are due, and whether reports get a mail each or share one. A single report is mailed within
 * seconds; many reports of one region wait until no more come. Pure.
 */
import type { Contents, Waiting } from './items.ts';

/** Reports of one region that get a mail each within {@link PACE_SECONDS}; more than these share one with a table. */
export const MOST_SINGLES = 10;
export const PACE_SECONDS = 600;
/** Nothing new for so long: nothing more comes. */
const QUIET_SECONDS = 4;
const QUIET_SECONDS_OF_BURST = 30;
/** No recipient waits longer than this, however long a burst lasts. */
const LONGEST_WAIT_SECONDS = 600;
/** Reports in one mail with a table, and those looked at together; more make another mail. */
const MOST_SHARED = 200;

interface Due {
  /** Milliseconds of the epoch. */
  at: number;
  shared: boolean;
}

/**
 * @param since when each report began to wait; at least one
 * @param singles when mails about one report went out lately
 */
export function whenDue(since: readonly string[], singles: readonly string[], now: Date): Due {
  const times = since.map((time) => Date.parse(time));
  const shared = since.length + recent(singles, now).length > MOST_SINGLES;
  const quiet = (shared ? QUIET_SECONDS_OF_BURST : QUIET_SECONDS) * 1000;
  return { at: Math.min(Math.max(...times) + quiet, Math.min(...times) + LONGEST_WAIT_SECONDS * 1000), shared };
}

/** The times that still count. */
export function recent(singles: readonly string[], now: Date): string[] {
  return singles.filter((time) => Date.parse(time) > now.getTime() - PACE_SECONDS * 1000);
}

/** What a group has to do now. */
export interface Plan {
  /** For each mail that is due what it may be about; those about too many reports at once are left for the next plan. */
  mails: Waiting[][];
  /** Seconds until what waits for more reports is due; bursts and what failed do not count. */
  wait: number | null;
}

export function planOf({ waiting, sent }: Contents, now: Date): Plan {
  const plan: Plan = { mails: [], wait: null };
  let reports: ReadonlySet<string> = new Set();
  for (const [recipient, theirs] of Map.groupBy(waiting, (one) => one.recipient)) {
    const { singles = [], failure = null } = sent.standings[recipient] ?? {};
    if (failure !== null && failure.nextTry > now.toISOString()) continue;
    const { at, shared } = whenDue(
      theirs.map(({ since }) => since),
      singles,
      now,
    );
    const seconds = (at - now.getTime()) / 1000;
    if (seconds > 0) {
      if (!shared) plan.wait = Math.max(plan.wait ?? 0, seconds);
      continue;
    }
    const some = theirs.slice(0, MOST_SHARED);
    const together = new Set([...reports, ...some.map(({ report }) => report)]);
    if (together.size > MOST_SHARED && reports.size > 0) continue;
    reports = together;
    plan.mails.push(...(shared ? [some] : some.map((one) => [one])));
  }
  return plan;
}
