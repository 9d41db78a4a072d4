/** What every mail has: subject, both parts from one letter, the footer, and names fit for a line. */

import type { StoredResult } from '../record.ts';
import { cleanLine } from './clean.ts';
import { toHtml } from './html.ts';
import { toText } from './text.ts';
import type { Block, Letter, MailContent, Voice } from './types.ts';

/** Some mail readers cut a message at about 100 KB; base64 makes this a third more, and the text part comes to it. */
const MOST_HTML_BYTES = 60_000;

/** Why the reader gets the mail, in the voice's words, and the page that ends it. */
export interface Footer {
  scope: string;
  unsubscribe: string;
}

export function finish(letter: Letter, voice: Voice): MailContent {
  return {
    subject: cleanLine(letter.subject, 150),
    html: toHtml(letter, voice.language),
    text: toText(letter, voice),
    language: voice.language,
  };
}

/** The fullest of the letters, given from the fullest on, whose HTML is small enough; the last if none is. */
export function finishWithin(letters: Iterable<Letter>, voice: Voice): MailContent {
  let content: MailContent | null = null;
  for (const letter of letters) {
    content = finish(letter, voice);
    if (Buffer.byteLength(content.html) <= MOST_HTML_BYTES) return content;
  }
  if (!content) throw new RangeError('A mail needs a letter');
  return content;
}

export function footerBlocks(footer: Footer, voice: Voice): Block[] {
  return [
    { kind: 'paragraph', quiet: true, text: voice.say('footer.why', { scope: footer.scope }) },
    { kind: 'paragraph', quiet: true, text: voice.say('footer.automatic') },
    { kind: 'link', prominent: false, text: voice.say('footer.stop'), href: footer.unsubscribe },
  ];
}

/** Agency and year of a report, for subject and title. */
export function nameOf(result: StoredResult, voice: Voice): string {
  const agency = result.report?.agency;
  const named = agency ? voice.script(cleanLine(agency, 60)) : voice.say('name.noAgency');
  const year = result.report?.year ?? null;
  return year === null ? voice.say('name.noYear', { agency: named }) : voice.say('name.year', { agency: named, year });
}

/** Address of the report's page; `base` has no slash at its end. */
export function pageOf(base: string, id: string): string {
  return `${base}/reports/${encodeURIComponent(id)}`;
}

/** Address of the list within these filters; those that are `null` are left out. */
export function pageWith(base: string, filters: Readonly<Record<string, string | null>>): string {
  const given = Object.entries(filters).filter((each): each is [string, string] => each[1] !== null);
  const query = new URLSearchParams(given);
  return given.length === 0 ? `${base}/reports` : `${base}/reports?${query}`;
}
