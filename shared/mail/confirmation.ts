/** The mail that asks a new address whether it wants the mails; it gets nothing else before it says yes. */

import { finish } from './letter.ts';
import type { MailContent, Voice } from './types.ts';

interface ConfirmationMail {
  /** What was subscribed to, in the voice's words. */
  scope: string;
  /** Days in which the link works. */
  days: number;
  confirm: string;
  unsubscribe: string;
}

export function renderConfirmationMail(mail: ConfirmationMail, voice: Voice): MailContent {
  return finish(
    {
      subject: voice.say('subject.confirm'),
      lead: voice.say('lead.confirm', { days: mail.days }),
      tone: 'plain',
      title: voice.say('service.name'),
      blocks: [
        { kind: 'paragraph', text: voice.say('confirm.scope', { scope: mail.scope }) },
        { kind: 'link', prominent: true, text: voice.say('link.confirm'), href: mail.confirm },
      ],
      footer: [
        { kind: 'paragraph', quiet: true, text: voice.say('footer.automatic') },
        { kind: 'link', prominent: false, text: voice.say('footer.stop'), href: mail.unsubscribe },
      ],
    },
    voice,
  );
}
