/** The messages of the mailbox on disk: one line of JSON each, so that a mail adds a line and rewrites nothing. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onDisk } from './disk.ts';

export interface Letters<Message> {
  /** Those of earlier runs, in the order in which they came. */
  messages: Message[];
  /** Brings the file in step: what came is appended; where messages were taken away, the rest is written anew. */
  keep(messages: readonly Message[]): void;
}

/** What releases before 0.2 wrote: all messages in one array. */
const EARLIER_NAME = 'messages.json';

/** @throws DiskError */
export function openLetters<Message>(folder: string): Letters<Message> {
  const file = join(folder, 'messages.ndjson');
  return onDisk(file, () => {
    mkdirSync(folder, { recursive: true });
    const messages = read<Message>(folder, file);
    let kept = messages.length;
    return {
      messages,
      keep(now) {
        onDisk(file, () => {
          if (now.length < kept) rewrite(file, now);
          else appendFileSync(file, linesOf(now.slice(kept)));
          kept = now.length;
        });
      },
    };
  });
}

function read<Message>(folder: string, file: string): Message[] {
  const earlier = join(folder, EARLIER_NAME);
  if (!existsSync(file) && existsSync(earlier)) {
    const messages = JSON.parse(readFileSync(earlier, 'utf8')) as Message[];
    rewrite(file, messages);
    return messages;
  }
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  const messages = lines.flatMap((line) => parsed<Message>(line) ?? []);
  // A line that a kill or a damaged disk cut off is put aside, so that the next message begins a line of its own.
  if (messages.length < lines.length - 1 || lines.at(-1) !== '') {
    renameSync(file, `${file}.damaged`);
    rewrite(file, messages);
  }
  return messages;
}

function parsed<Message>(line: string): Message | null {
  try {
    return line === '' ? null : (JSON.parse(line) as Message);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const linesOf = (messages: readonly unknown[]) => messages.map((message) => `${JSON.stringify(message)}\n`).join('');

/** Whole or not at all: a kill in the middle leaves the file of before. */
function rewrite(file: string, messages: readonly unknown[]): void {
  writeFileSync(`${file}.new`, linesOf(messages));
  renameSync(`${file}.new`, file);
}
