/** `mail=none`: nothing is sent. What would have been is remembered as notified, so that switching mail on sends no flood. */
import { logger } from '../logging.ts';
import type { Mailer } from '../mailer.ts';

export function noMailer(): Mailer {
  return {
    async send() {
      logger.info('not mailed: mail is none');
    },
  };
}
