/** A mail before it is HTML or plain text: both parts are made from the same blocks, so neither can lack anything. */

import type { Text } from '../domain/labels.ts';
import type { OutputLanguage } from '../output/language.ts';
import type { Phrase } from '../output/words/mail.ts';

export type MailLanguage = OutputLanguage;

/** A finished mail, still without addresses. `subject` is one line without control characters. */
export interface MailContent {
  subject: string;
  html: string;
  text: string;
  language: MailLanguage;
}

/** What a block is about decides its colour and its sign; never the colour alone. */
export type Tone = 'bad' | 'doubt' | 'good' | 'plain';

export interface GridCell {
  text: string;
  /** `wrong`: marked with a cross; `part`: takes part in the sum; `head`: a label. */
  role: 'wrong' | 'part' | 'head' | 'value';
  link?: string;
}

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string; quiet?: boolean }
  | { kind: 'sum'; text: string }
  | { kind: 'quote'; text: string; note: string }
  | { kind: 'grid'; caption: string; rows: GridCell[][] }
  | { kind: 'list'; items: string[] }
  | { kind: 'link'; text: string; href: string; prominent: boolean }
  | { kind: 'card'; tone: Tone; sign: string; title: string; blocks: Block[] };

/** Everything that a mail says, in the words of one language. */
export interface Letter {
  subject: string;
  /** The first line: what to do. */
  lead: string;
  tone: Tone;
  /** What the letter is about: the agency and the year, a region, the name of the service. */
  title: string;
  blocks: Block[];
  /** Why the reader gets this, and how to stop it. */
  footer: Block[];
}

/** Speaks one language: fixed phrases by key, texts of findings, and strings of data in its script. */
export interface Voice {
  language: MailLanguage;
  say(key: Phrase, values?: Readonly<Record<string, string | number>>): string;
  text(text: Text): string;
  /** Names and labels that are kept in Simplified characters, in the script of the mail. */
  script(text: string): string;
}
