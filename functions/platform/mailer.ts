/** The way out for mails: what each of them (`functions/platform/mail/`) does, and how it fails. */
import type { Mail } from './mail/mime.ts';

export interface Mailer {
  /** @throws MailRefusedError, MailNotSentError; neither names the address */
  send(mail: Mail): Promise<void>;
}

/** The message or its address will not do: the same message would be refused again. */
export class MailRefusedError extends Error {
  override readonly name = 'MailRefusedError';
}

/** Not taken now (throttled, no answer, sending paused): to be tried again. It may have been taken all the same. */
export class MailNotSentError extends Error {
  override readonly name = 'MailNotSentError';
}
