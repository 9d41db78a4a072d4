/** Which mails told what had been told already. */
import type { Mail } from './laptop.ts';

const LINK = /\/reports\/([0-9a-f]{20})(?:\/open\?key=[^"\s&]*)?/g;
const MILLISECONDS = 1000;

/** Two mails with the same words about one report, and none about it in between; times in milliseconds. */
interface Repetition {
  first: number;
  second: number;
  subject: string;
}

/** Reports that a mail is about, with what it says of each; the words of links are left out. */
function tellings({ subject, body: { html = '', text = '' } }: Mail): Map<string, string> {
  const ids = new Set([...text.matchAll(LINK)].map(([, id]) => id as string));
  const rowOf = (id: string) => html.split('<tr').find((part) => part.includes(`/reports/${id}`)) ?? '';
  const words = (id: string) => (ids.size === 1 ? `${subject}\n${text}` : rowOf(id));
  return new Map(
    [...ids].map((id) => [
      id,
      words(id)
        .replaceAll(LINK, '')
        .replaceAll(/token=\S+/g, ''),
    ]),
  );
}

export function repetitions(mails: readonly Mail[]): Repetition[] {
  const last = new Map<string, { words: string; at: number }>();
  return mails.flatMap((mail) => {
    const second = mail.at * MILLISECONDS;
    const told = [...tellings(mail)].map(([id, words]) => ({ id, words, before: last.get(id) }));
    for (const { id, words } of told) last.set(id, { words, at: second });
    // A row of a table does not say what has changed: a table is told again where all of it is.
    const first = told[0]?.before?.at;
    const isAgain = first !== undefined && told.every(({ before, words }) => before?.words === words);
    return isAgain ? [{ first, second: second + MILLISECONDS, subject: mail.subject }] : [];
  });
}
