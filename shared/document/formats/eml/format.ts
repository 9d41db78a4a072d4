import type { ContainerFormat } from '../../format.ts';
import { mhtml } from '../mhtml/format.ts';
import { attachmentsOf, openMail } from './open.ts';

/** Fields that only a message on its way has. */
const SENT = /^(?:from|to|date|received|message-id|x-mailer|return-path):/im;

/** An e-mail with attachments: the report is in one of them. */
export const eml: ContainerFormat = {
  kind: 'eml',
  mediaType: 'message/rfc822',
  extensions: ['eml'],
  recognises: (file) =>
    mhtml.recognises(file) && SENT.test(file.start.slice(0, 4096)) && attachmentsOf(file.bytes).length > 0,
  open: async () => openMail,
};
