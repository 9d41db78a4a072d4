/** The attachments of an e-mail, by the names that they were sent with. */
import type { InnerFile, InputFile } from '../../format.ts';
import { isLitter } from '../../litter.ts';
import { attachedName, contentOf, leavesOf, type MimePart } from '../../mime.ts';

/** What is no report and comes with every mail: the logo under the signature, the card, the calendar. */
const BESIDE =
  /^(?:image|audio|video)\/|^text\/(?:calendar|vcard|x-vcard)|^application\/(?:pkcs7-signature|x-pkcs7-signature|ms-tnef)/;

export function openMail({ bytes }: InputFile): InnerFile[] {
  return attachmentsOf(bytes).map(({ part, name }) => ({ name, bytes: () => contentOf(part) }));
}

/** The parts that were attached; none where the message is all there is. */
export function attachmentsOf(bytes: Uint8Array): { part: MimePart; name: string }[] {
  return leavesOf(bytes).flatMap((part) => {
    const name = nameOf(part);
    return name === null || BESIDE.test(part.type) || isLitter(name) ? [] : [{ part, name }];
  });
}

function nameOf(part: MimePart): string | null {
  const isAttached = /^attachment/i.test(part.headers.get('content-disposition') ?? '');
  return attachedName(part) ?? (isAttached ? 'attachment' : null);
}
