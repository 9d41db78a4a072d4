/** What `gouji ops smoke` uploads concerns nobody: its mails are made like any other, and go nowhere. */
import { logger } from '../logging.ts';
import type { Mailer } from '../mailer.ts';

/** Keys of what it uploads. */
export const SMOKE_PREFIX = 'smoke-test/';
/** The one address that is told of it; no such domain can exist (RFC 2606). */
export const SMOKE_ADDRESS = 'smoke-test@gouji.invalid';

/** Whether a report is for a reader: those of the smoke test are for its own address, and no others are. */
export function isForReader({ key }: { key: string }, { address }: { address: string }): boolean {
  return key.startsWith(SMOKE_PREFIX) === (address === SMOKE_ADDRESS);
}

/** Keeps mails of the smoke test from the post office; all that follows a mail that was sent follows all the same. */
export function withoutSmoke(mailer: Mailer): Mailer {
  return {
    async send(mail) {
      if (mail.to !== SMOKE_ADDRESS) return mailer.send(mail);
      logger.info('mail suppressed');
    },
  };
}
