/** The way out: a MIME message, and whoever takes it to its reader. SES here; anything else needs one `send`. */
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailContent } from '../../shared/mail/types.ts';
import { variable } from './environment.ts';

export interface Mailer {
  /** @throws MailRefusedError, MailNotSentError; neither names the address */
  send(mime: Uint8Array): Promise<void>;
}

/** The message or its address will not do: the same message would be refused again. */
export class MailRefusedError extends Error {
  override readonly name = 'MailRefusedError';
}

/** Not taken now (throttled, no answer, sending paused): to be tried again. It may have been taken all the same. */
class MailNotSentError extends Error {
  override readonly name = 'MailNotSentError';
}

/** All attempts together are shorter than the lease of a window: nobody else may send meanwhile. */
const MOST_ATTEMPTS = 4;
const TIMEOUTS = { connectionTimeout: 2000, requestTimeout: 5000, throwOnRequestTimeout: true };
const REFUSALS = new Set(['MessageRejected', 'BadRequestException']);

/**
 * The message as it goes over the wire: text and HTML, both UTF-8, one-click unsubscribing (RFC 8058).
 * @param unsubscribe page that ends the mails, also by a POST without a body of its own
 */
export async function toMime(content: MailContent, to: string, unsubscribe: string): Promise<Uint8Array> {
  const message = new MailComposer({
    from: variable('MAIL_FROM'),
    to: { name: '', address: to },
    subject: content.subject,
    text: content.text,
    html: content.html,
    textEncoding: 'base64',
    newline: '\r\n',
    headers: {
      'List-Unsubscribe': `<${unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': content.language === 'zh' ? 'zh-Hans' : content.language,
    },
  });
  return message.compile().build();
}

/** SES v2. Its own messages may hold addresses, so only the name of an error is passed on. */
export function sesMailer(): Mailer {
  let client: SESv2Client | null = null;
  return {
    async send(mime) {
      client ??= new SESv2Client({ maxAttempts: MOST_ATTEMPTS, requestHandler: TIMEOUTS });
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
