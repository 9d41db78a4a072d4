/** Who does a thing: as the gateway knows them; only where the gateway does not authenticate, as they call themselves. */
import { userInfo } from 'node:os';

/** @param named the name typed by the caller, of no weight where the gateway knows them */
export function personOf(identity: string | null, named?: string): string {
  return identity ?? named ?? userInfo().username;
}
