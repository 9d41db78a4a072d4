/** From a mail's content to the message as it goes over the wire. */
import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailContent } from '../../../shared/mail/types.ts';
import { variable } from '../environment.ts';

/** A finished mail to one address. */
export interface Mail {
  to: string;
  /** The whole message (RFC 5322), for ways that carry mail. */
  mime: Uint8Array;
  /** The same in words, for ways that carry text. */
  subject: string;
  text: string;
}

export interface AttachedFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/**
 * The message as it goes over the wire: text and HTML, both UTF-8, one-click unsubscribing (RFC 8058).
 * @param unsubscribe page that ends the mails, also by a POST without a body of its own
 * @param attached a file that comes with it; ways that carry text leave it out
 */
export async function toMail(
  content: MailContent,
  to: string,
  unsubscribe: string,
  attached: AttachedFile | null = null,
): Promise<Mail> {
  const message = new MailComposer({
    from: variable('MAIL_FROM'),
    to: { name: '', address: to },
    subject: content.subject,
    text: content.text,
    html: content.html,
    ...(attached !== null && {
      attachments: [{ filename: attached.name, contentType: attached.mediaType, content: Buffer.from(attached.bytes) }],
    }),
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
  return { to, mime: await message.compile().build(), subject: content.subject, text: content.text };
}
