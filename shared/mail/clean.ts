/** Text of strangers (names of agencies and files, cells, sentences) made fit for one line of a mail. */

/** Controls, line and paragraph separators, and marks that reorder or hide what follows them. */
const UNFIT = /[\p{Cc}\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+/gu;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/**
 * One line without control characters, at most `limit` characters, never cut inside one. Lone surrogates become U+FFFD.
 * Text with right-to-left letters is set apart (U+2068 … U+2069) so that it cannot reorder the words beside it.
 */
export function cleanLine(text: string, limit = 200): string {
  const line = text.toWellFormed().replace(UNFIT, ' ').replace(/\s+/gu, ' ').trim();
  const short = shorten(line, limit);
  return RIGHT_TO_LEFT.test(short) ? `\u2068${short}\u2069` : short;
}

function shorten(line: string, limit: number): string {
  if (line.length <= limit) return line;
  const pieces = [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(line.slice(0, limit * 2))];
  let short = '';
  for (const { segment } of pieces) {
    if (short.length + segment.length > limit - 1) break;
    short += segment;
  }
  return `${short}…`;
}
