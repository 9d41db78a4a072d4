/** SES v2. Its own messages may hold addresses, so only the name of an error is passed on. */
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { clientOptions } from '../clients.ts';
import { variable } from '../environment.ts';
import { type Mailer, MailNotSentError, MailRefusedError } from '../mailer.ts';

/** All attempts together are shorter than the lease of a window: no other worker may send meanwhile. */
const MOST_ATTEMPTS = 4;
const TIMEOUTS = { connectionTimeout: 2000, requestTimeout: 5000, throwOnRequestTimeout: true };
const REFUSALS = new Set(['MessageRejected', 'BadRequestException']);

export function sesMailer(): Mailer {
  const client = new SESv2Client({ maxAttempts: MOST_ATTEMPTS, requestHandler: TIMEOUTS, ...clientOptions() });
  return {
    async send({ mime }) {
      const set = variable('MAIL_CONFIGURATION_SET');
      const command = new SendEmailCommand({
        Content: { Raw: { Data: mime } },
        ...(set !== '' && { ConfigurationSetName: set }),
      });
      try {
        await client.send(command);
      } catch (error) {
        const name = error instanceof Error ? error.name : 'unknown error';
        throw REFUSALS.has(name) ? new MailRefusedError(name) : new MailNotSentError(name);
      }
    },
  };
}
