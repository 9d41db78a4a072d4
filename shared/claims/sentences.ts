/** The narrative in sentences: claims never reach across the end of one. */

import type { Prose, Report } from '../report/types.ts';

export interface Sentence {
  /** Simplified, half width, without spaces. */
  plain: string;
  /** As printed. */
  text: string;
  line: Prose;
}

const END = /(?<=[。!！?？])/;

/** Sentences of one line, in order. Sentences of one line belong to one paragraph. Many rules ask: kept for each line. */
export function sentencesOf(line: Prose): readonly Sentence[] {
  const kept = known.get(line);
  if (kept) return kept;
  const sentences = split(line);
  known.set(line, sentences);
  return sentences;
}
const known = new WeakMap<Prose, readonly Sentence[]>();

function split(line: Prose): Sentence[] {
  const plain = pieces(line.plain);
  const printed = pieces(line.text);
  return plain.map((piece, index) => ({
    plain: piece.replace(/\s+/g, ''),
    text: (printed.length === plain.length ? (printed[index] as string) : line.text).trim(),
    line,
  }));
}

export function allSentences(report: Report): Sentence[] {
  return report.prose.flatMap(sentencesOf);
}

function pieces(text: string): string[] {
  return text.split(END).filter((piece) => /\S/.test(piece));
}
