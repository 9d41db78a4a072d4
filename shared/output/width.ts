/** Lining up Chinese and Latin text in a terminal, where a Chinese character is two columns wide. */

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const NO_WIDTH = /[\p{M}\p{Cf}]/u;

/** Columns that a text takes: 2 for a wide character, 0 for a combining or invisible one, else 1 (Unicode TR 11). */
export function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += WIDE.test(character) ? 2 : NO_WIDTH.test(character) ? 0 : 1;
  return columns;
}

/** Fills up with blanks to at least `columns`, on the right or, for numbers, on the left. */
export function pad(text: string, columns: number, side: 'left' | 'right' = 'right'): string {
  const blanks = ' '.repeat(Math.max(0, columns - width(text)));
  return side === 'left' ? blanks + text : text + blanks;
}

/** One line of at most `columns`: white space as single blanks, controls and marks that reorder text shown, the rest cut with `…`. */
export function oneLine(text: string, columns: number): string {
  const line = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '�');
  if (width(line) <= columns) return line;
  let cut = '';
  for (const character of line) {
    if (width(cut + character) > columns - 1) break;
    cut += character;
  }
  return `${cut}…`;
}
