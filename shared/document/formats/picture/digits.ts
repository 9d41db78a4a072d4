/** The whole number in a rectangle of a picture. */
import { brightness, type Grey } from './grey.ts';
import { type Recogniser, STRIP_HEIGHT, type Strip } from './recogniser.ts';

/** In points of the page, ends included. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Points of paper at each end of a strip: it stands in one line with others. */
const APART = 16;
/** Strips that are looked at together: a line of them costs little more than one. */
const TOGETHER = 7;
/**
 * How a number is shown, again where nothing was made of it: the room around it, as a part of its height, and how often it
 * stands there. A narrow digit alone is often taken for nothing; three of it are not.
 */
const VIEWS = [
  { room: 0.22, copies: 1 },
  { room: 0.22, copies: 3 },
  { room: 0.45, copies: 3 },
] as const;
type View = (typeof VIEWS)[number];
/** Points of paper between copies. */
const BETWEEN = 10;
/** Whole numbers of at most six digits; no report has more in table 3. */
const NUMBER = /^(?:0|[1-9]\d{0,5})$/;

/** For each box its number as printed, '' where it is blank or not a number for certain. */
export async function numbersIn(
  page: Grey,
  ink: number,
  boxes: readonly Box[],
  recognise: Recogniser,
): Promise<string[]> {
  const numbers = boxes.map(() => '');
  const around = boxes.map((box) => inkIn(page, ink, box));
  for (const view of VIEWS) {
    const waiting = boxes.flatMap((box, index) => {
      const printed = around[index];
      return printed && numbers[index] === '' ? [{ index, strip: stripOf(page, printed, box, view) }] : [];
    });
    for (let from = 0; from < waiting.length; from += TOGETHER) {
      const some = waiting.slice(from, from + TOGETHER);
      const texts = await recognise(some.map(({ strip }) => strip));
      for (const [i, { index }] of some.entries()) {
        const text = (texts[i] as string).replaceAll(' ', '');
        const once = text.slice(0, text.length / view.copies);
        if (NUMBER.test(once) && once.repeat(view.copies) === text) numbers[index] = once;
      }
    }
  }
  return numbers;
}

/** The smallest rectangle around all ink of another; `null` if it is blank. */
function inkIn({ width, data }: Grey, ink: number, { left, top, right, bottom }: Box): Box | null {
  const found = { left: right, top: bottom, right: left, bottom: top };
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      if ((data[y * width + x] as number) >= ink * 0.8) continue;
      found.left = Math.min(found.left, x);
      found.right = Math.max(found.right, x);
      found.top = Math.min(found.top, y);
      found.bottom = Math.max(found.bottom, y);
    }
  }
  return found.right > found.left && found.bottom - found.top >= 3 ? found : null;
}

/** The ink with room around it, as high as the recogniser wants it. What lies outside of `within` is a ruling, and left out. */
function stripOf(page: Grey, { left, top, right, bottom }: Box, within: Box, { room, copies }: View): Strip {
  const scale = ((bottom - top + 1) * (1 + 2 * room)) / STRIP_HEIGHT;
  const each = Math.ceil((right - left + 1) / scale) + BETWEEN;
  const width = 2 * APART + copies * each - BETWEEN;
  const startY = (top + bottom + 1 - STRIP_HEIGHT * scale) / 2;
  const data = new Float32Array(width * STRIP_HEIGHT).fill(1);
  for (let row = 0; row < STRIP_HEIGHT; row++) {
    const y = startY + (row + 0.5) * scale - 0.5;
    if (y < within.top || y > within.bottom) continue;
    for (let column = 0; column < copies * each; column++) {
      const x = left + ((column % each) - BETWEEN / 2 + 0.5) * scale - 0.5;
      if (x < within.left || x > within.right) continue;
      data[row * width + APART - BETWEEN / 2 + column] = brightness(page, x, y) / 127.5 - 1;
    }
  }
  return { width, data };
}
