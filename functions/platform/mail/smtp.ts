/**
 * A mail server of the office's own (RFC 5321). The password comes from Secrets Manager and is never in the
 * environment. Answers of a server may quote addresses, so only its code is passed on.
 */
import { createTransport } from 'nodemailer';
import { variable } from '../environment.ts';
import { type Mailer, MailNotSentError, MailRefusedError } from '../mailer.ts';
import { readSecret } from '../secrets.ts';

/** Together shorter than the lease of a window: no other worker may send meanwhile. */
const TIMEOUTS = { connectionTimeout: 5000, greetingTimeout: 5000, socketTimeout: 15_000 };

/**
 * Permanent answers about this message or address (RFC 5321, 4.2.1). 530, 534, 535 and 538 are about our own sign-in
 * (RFC 4954), which an operator can mend.
 */
const isRefusal = (code: number) => code >= 550 && code <= 559;

export function smtpMailer(): Mailer {
  return {
    async send({ mime, to }) {
      const url = new URL(variable('SMTP_URL'));
      const isImplicitTls = url.protocol === 'smtps:';
      // Read before each mail (it is kept for a while): a changed password needs no new deployment.
      const pass = url.username === '' ? null : await readSecret(variable('MAIL_SECRET'));
      const transport = createTransport({
        ...{ host: url.hostname, port: Number(url.port || (isImplicitTls ? 465 : 587)), secure: isImplicitTls },
        // Neither password nor mail goes over the wire in the clear; a server on this machine is no wire.
        requireTLS: !isImplicitTls && !isLoopback(url.hostname),
        ...(pass !== null && { auth: { user: decodeURIComponent(url.username), pass } }),
        ...TIMEOUTS,
      });
      try {
        await transport.sendMail({
          envelope: { from: bareAddress(variable('MAIL_FROM')), to },
          raw: Buffer.from(mime),
        });
      } catch (error) {
        const { responseCode = 0, code = 'unknown error' } = error as { responseCode?: number; code?: string };
        const what = responseCode === 0 ? code : `SMTP ${responseCode}`;
        throw isRefusal(responseCode) ? new MailRefusedError(what) : new MailNotSentError(what);
      } finally {
        transport.close();
      }
    },
  };
}

const isLoopback = (host: string) => host === '127.0.0.1' || host === 'localhost' || host === '[::1]';

/** `Name <address>` → the address. */
function bareAddress(sender: string): string {
  return /<([^<>]+)>\s*$/.exec(sender)?.[1] ?? sender;
}
