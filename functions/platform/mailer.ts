/**
 * The way out for mails. One of {@link MAILERS} is chosen by the deployment (`MAIL`); each takes a finished mail to its
 * reader, or says whether trying again can help.
 */
import { variable } from './environment.ts';
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

/** Each loads its library when it sends for the first time: a deployment uses one of them. */
const MAILERS = {
  ses: async () => (await import('./mail/ses.ts')).sesMailer(),
  smtp: async () => (await import('./mail/smtp.ts')).smtpMailer(),
  webhook: async () => (await import('./mail/webhook.ts')).webhookMailer(),
  none: async () => (await import('./mail/none.ts')).noMailer(),
} as const satisfies Record<string, () => Promise<Mailer>>;

/** The mailer that the deployment has chosen. */
export function mailerOfDeployment(): Mailer {
  let chosen: Promise<Mailer> | null = null;
  return {
    async send(mail) {
      chosen ??= MAILERS[variable('MAIL')]();
      await (await chosen).send(mail);
    },
  };
}
