/**
 * The messages of the mailbox on disk: one line of JSON each, so that a mail adds a line and rewrites nothing. Memory
 * holds where each line stands, and no message.
 */
import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { onDisk } from './disk.ts';

export interface Letters<Message> {
  count(): number;
  /** The message that came as the `index`th, from 0. @throws DiskError */
  read(index: number): Message;
  /** The message is on disk when this returns. @throws DiskError */
  append(message: Message): void;
  /** @throws DiskError */
  clear(): void;
}

/** Where a line stands in the file, its end included. */
interface Place {
  at: number;
  bytes: number;
}

/** What releases before 0.2 wrote: all messages in one array. */
const EARLIER_NAME = 'messages.json';
const CHUNK_BYTES = 1024 * 1024;
const NEWLINE = 0x0a;

/** @throws DiskError */
export function openLetters<Message>(folder: string): Letters<Message> {
  const file = join(folder, 'messages.ndjson');
  const places = onDisk(file, () => {
    mkdirSync(folder, { recursive: true });
    takeOver(join(folder, EARLIER_NAME), file);
    return wholePlaces(file);
  });
  return {
    count: () => places.length,
    read: (index) => onDisk(file, () => JSON.parse(String(lineAt(file, places[index] as Place))) as Message),
    append(message) {
      const line = lineOf(message);
      onDisk(file, () => appendFileSync(file, line));
      const last = places.at(-1);
      places.push({ at: last === undefined ? 0 : last.at + last.bytes, bytes: Buffer.byteLength(line) });
    },
    clear() {
      onDisk(file, () => writeFileSync(file, ''));
      places.length = 0;
    },
  };
}

const lineOf = (message: unknown) => `${JSON.stringify(message)}\n`;

function takeOver(earlier: string, file: string): void {
  if (existsSync(file)) return;
  const messages = existsSync(earlier) ? (JSON.parse(readFileSync(earlier, 'utf8')) as unknown[]) : [];
  replace(
    file,
    messages.map((message) => () => lineOf(message)),
  );
}

/** A line that a kill or a damaged disk cut off is put aside, so that the next message begins a line of its own. */
function wholePlaces(file: string): Place[] {
  const places: Place[] = [];
  let at = 0;
  for (const line of linesIn(file)) {
    if (isMessage(line)) places.push({ at, bytes: line.length });
    at += line.length;
  }
  if (places.reduce((sum, { bytes }) => sum + bytes, 0) === at) return places;
  const damaged = `${file}.damaged`;
  renameSync(file, damaged);
  replace(
    file,
    places.map((place) => () => lineAt(damaged, place)),
  );
  return wholePlaces(file);
}

function isMessage(line: Buffer): boolean {
  try {
    JSON.parse(String(line));
    return line.at(-1) === NEWLINE;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** Whole or not at all: a kill in the middle leaves the file of before. */
function replace(file: string, lines: readonly (() => string | Buffer)[]): void {
  writeFileSync(`${file}.new`, '');
  for (const line of lines) appendFileSync(`${file}.new`, line());
  renameSync(`${file}.new`, file);
}

function lineAt(file: string, { at, bytes }: Place): Buffer {
  const line = Buffer.alloc(bytes);
  reading(file, (open) => readSync(open, line, 0, bytes, at));
  return line;
}

/** Each with its end, one in memory at a time; the last may have none. */
function* linesIn(file: string): Generator<Buffer> {
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let rest = Buffer.alloc(0);
  for (let at = 0; ; ) {
    const read = reading(file, (open) => readSync(open, chunk, 0, chunk.length, at));
    if (read === 0) break;
    at += read;
    rest = Buffer.concat([rest, chunk.subarray(0, read)]);
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE)) {
      yield rest.subarray(0, end + 1);
      rest = rest.subarray(end + 1);
    }
  }
  if (rest.length > 0) yield rest;
}

function reading<Done>(file: string, work: (open: number) => Done): Done {
  const open = openSync(file, 'r');
  try {
    return work(open);
  } finally {
    closeSync(open);
  }
}
