/** The narrative in sentences: claims never reach across the end of one. */

import { rememberedFor } from '../remembered.ts';
import type { Prose, Report } from '../report/types.ts';
import { type Quantity, quantitiesIn } from './numbers.ts';

export interface Sentence {
  /** Simplified, half width, without spaces. */
  plain: string;
  /** As printed. */
  text: string;
  line: Prose;
}

/** Longer ones are cut: no office writes them, and what reads a sentence may look back over all of it. */
const LONGEST = 1000;
const SENTENCE = new RegExp(`[^。!！?？]{0,${LONGEST - 1}}[。!！?？]+|[^。!！?？]{1,${LONGEST}}`, 'gu');

/** Sentences of one line, in order. Sentences of one line belong to one paragraph. Many rules ask: kept for each line. */
export const sentencesOf: (line: Prose) => readonly Sentence[] = rememberedFor((line) => {
  const plain = pieces(line.plain);
  let printed: string[] | null = null;
  return plain.map((piece, index) => ({
    plain: piece.replace(/\s/g, ''),
    // Asked for only where something was found.
    get text() {
      printed ??= pieces(line.text);
      return (printed.length === plain.length ? (printed[index] as string) : line.text).trim();
    },
    line,
  }));
});

/** The numbers of a sentence, left to right; kept for each sentence. */
export const quantitiesOf: (sentence: Sentence) => readonly Quantity[] = rememberedFor(({ plain }) =>
  quantitiesIn(plain),
);

/** Sentences of the whole narrative, in order; kept for each report. */
export function allSentences({ prose }: Report): readonly Sentence[] {
  return narrativeOf(prose).sentences;
}

/**
 * The sentences that hold these words, for rules whose words are rare: the narrative is asked as a whole first. The
 * words must not be tied to the start or the end of a sentence, and what they forbid around them must stay within it.
 */
export function sentencesWith({ prose }: Report, words: RegExp): Sentence[] {
  const { sentences, plain } = narrativeOf(prose);
  const isIn = (text: string) => text.search(words) >= 0;
  // Stryker disable next-line ConditionalExpression: only saves time
  return isIn(plain) ? sentences.filter((sentence) => isIn(sentence.plain)) : [];
}

interface Narrative {
  sentences: readonly Sentence[];
  /** One sentence a line. */
  plain: string;
}

const narrativeOf: (prose: readonly Prose[]) => Narrative = rememberedFor((prose) => {
  const sentences = prose.flatMap(sentencesOf);
  // Stryker disable next-line StringLiteral: only saves time
  return { sentences, plain: sentences.map(({ plain }) => plain).join('\n') };
});

function pieces(text: string): string[] {
  return (text.match(SENTENCE) ?? []).filter((piece) => piece.trim() !== '');
}
