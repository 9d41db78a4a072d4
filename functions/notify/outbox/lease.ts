/** The lease of a window: one worker at a time sends what waits in it; and when a failed window is tried again. */
import { removeItem, updateItem } from '../../store/table/items.ts';
import { openKey, type Window } from './window.ts';

export interface Lease {
  holder: string;
  /** Changes whenever something is put into the window. */
  stamp: string;
  failures: number;
  /** Of the failures since the last success. */
  firstFailure: string | null;
}

/** Longer than one mail takes to send, retries included; renewed before each. */
const LEASE_SECONDS = 60;
const RETRY_SECONDS = 30;
const LONGEST_RETRY_SECONDS = 3600;

const inSeconds = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000).toISOString();

/** Takes or renews the lease; `null` where the window is closed, another holds it, or it is too early after a failure. */
export async function takeLease(window: Window, holder: string, now: Date): Promise<Lease | null> {
  const change = {
    expression: 'SET holder = :holder, leaseUntil = :until',
    values: { ':holder': holder, ':until': inSeconds(now, LEASE_SECONDS), ':now': now.toISOString() },
  };
  const isFree =
    'attribute_exists(pk) AND (holder = :holder OR attribute_not_exists(leaseUntil) OR leaseUntil < :now) ' +
    'AND (attribute_not_exists(nextTry) OR nextTry <= :now)';
  const taken = await updateItem<Lease>(openKey(window), change, isFree);
  if (taken === null) return null;
  const { stamp, failures = 0, firstFailure = null } = taken;
  return { holder, stamp, failures, firstFailure };
}

/** Closes the window unless something came in; `false` then. */
export async function closeWindow(window: Window, lease: Lease): Promise<boolean> {
  return removeItem(openKey(window), {
    expression: 'holder = :holder AND stamp = :stamp',
    values: { ':holder': lease.holder, ':stamp': lease.stamp },
  });
}

/** Gives the lease back. */
export async function releaseLease(window: Window, lease: Lease): Promise<void> {
  await updateHeld(window, lease, 'REMOVE holder, leaseUntil', {});
}

/** Gives the lease back after a failure; each further failure doubles the time until the next try, up to an hour. */
export async function postpone(window: Window, lease: Lease, now: Date): Promise<void> {
  const wait = Math.min(RETRY_SECONDS * 2 ** lease.failures, LONGEST_RETRY_SECONDS);
  await updateHeld(
    window,
    lease,
    'SET failures = :failures, firstFailure = :first, nextTry = :next REMOVE holder, leaseUntil',
    {
      ':failures': lease.failures + 1,
      ':first': lease.firstFailure ?? now.toISOString(),
      ':next': inSeconds(now, wait),
    },
  );
}

/** A mail went out: what failed before is forgotten. */
export async function forgetFailures(window: Window, lease: Lease): Promise<void> {
  if (lease.failures > 0) await updateHeld(window, lease, 'REMOVE failures, firstFailure, nextTry', {});
}

async function updateHeld(
  window: Window,
  lease: Lease,
  expression: string,
  values: Record<string, unknown>,
): Promise<void> {
  await updateItem(openKey(window), { expression, values: { ':holder': lease.holder, ...values } }, 'holder = :holder');
}
