/** Which lines of a page run on into the next: Chinese paragraphs fill their lines and indent the first. */
import { least } from '../../../unbounded.ts';
import type { Line } from './types.ts';

interface Margins {
  left: number;
  right: number;
}

/** In font sizes: how near to the right margin a full line ends, and how far from the left one a paragraph may start. */
const FULL = 2;
const INDENT = 3;
/** In font sizes: a line that starts this near to the left margin starts no paragraph. */
const FLUSH = 0.6;
/** In font sizes: baselines of one paragraph are no further apart. */
const DISTANCE = 2.8;

/**
 * Margins of the running text through the whole file: one line that sticks out is not enough to set them, and short lines
 * alone set none.
 */
export function marginsOf(lines: Line[], pageWidth: number): Margins {
  const long = lines.filter(({ left, right }) => right - left >= pageWidth / 2);
  const rights = long.map(({ right }) => right).sort((a, b) => b - a);
  const right = rights[Math.min(1, rights.length - 1)] ?? pageWidth;
  const full = lines.filter((line) => isFull(line, right)).map(({ left }) => left);
  const lefts = full.length > 0 ? full : lines.map((line) => line.left);
  return { left: Math.min(least(lefts), right), right };
}

/** Whether `next` belongs to the paragraph of `line`; `samePage` tells whether their distance says anything. */
export function runsOn(line: Line, next: Line, samePage: boolean, { left, right }: Margins): boolean {
  const { size } = line;
  return (
    (isFull(line, right) || isInBrackets(line)) &&
    line.left <= left + INDENT * size &&
    next.left <= left + FLUSH * size &&
    Math.abs(next.size - size) <= 0.1 * size &&
    (!samePage || next.y - line.y <= DISTANCE * size) &&
    line.pieces.length === 1 &&
    next.pieces.length === 1
  );
}

function isFull(line: Line, right: number): boolean {
  return line.right >= right - FULL * line.size;
}

/** It ends within brackets or a title: what cannot be broken, 〔2021〕30号, stands on the next line, however short this one is. */
function isInBrackets({ pieces }: Line): boolean {
  let open = 0;
  const marks = pieces.flatMap(({ text }) => text.match(/[（(《〈“）)》〉”]/g) ?? []);
  for (const mark of marks) open = '（(《〈“'.includes(mark) ? open + 1 : Math.max(0, open - 1);
  return open > 0;
}
