/** Text and paths of a page (GB/T 33190-2016, 9 and 11), from millimetres to points from the top left. */
import { append } from '../../../unbounded.ts';
import { MAX_REPEATED_CHARACTERS, refuse } from '../../limits.ts';
import { find, findAll, textContent, type XmlElement } from '../../xml.ts';
import { apply, IDENTITY, type Matrix, multiply } from '../pdf/matrix.ts';
import { segmentsOf } from '../pdf/paths.ts';
import type { DrawnGlyph } from '../pdf/turn.ts';
import type { Segment } from '../pdf/types.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Points in a millimetre. */
export const POINTS = 72 / 25.4;

export function boxOf(text: string): Box | null {
  const [x, y, width, height] = numbersOf(text);
  return width && height ? { x: x ?? 0, y: y ?? 0, width, height } : null;
}

/** What the layers draw, one over the other. */
export function drawnObjects(layers: readonly XmlElement[], page: Box): { glyphs: DrawnGlyph[]; segments: Segment[] } {
  const glyphs: DrawnGlyph[] = [];
  const segments: Segment[] = [];
  const toPoints: Matrix = [POINTS, 0, 0, POINTS, -page.x * POINTS, -page.y * POINTS];
  for (const layer of layers) {
    for (const text of findAll(layer, 'TextObject')) append(glyphs, glyphsOf(text, matrixOf(text, toPoints)));
    for (const path of findAll(layer, 'PathObject')) append(segments, linesOf(path, matrixOf(path, toPoints)));
    if (glyphs.length > MAX_REPEATED_CHARACTERS) refuse(`more than ${MAX_REPEATED_CHARACTERS} characters`);
  }
  return { glyphs, segments };
}

/** An object has coordinates of its own, from the corner of its boundary, changed by its CTM. */
function matrixOf({ attributes }: XmlElement, toPoints: Matrix): Matrix {
  const [x = 0, y = 0] = numbersOf(attributes.Boundary ?? '');
  const [a, b, c, d, e, f] = numbersOf(attributes.CTM ?? '');
  const own: Matrix = f === undefined ? IDENTITY : ([a, b, c, d, e, f] as Matrix);
  return multiply(multiply(toPoints, [1, 0, 0, 1, x, y]), own);
}

function glyphsOf(object: XmlElement, matrix: Matrix): DrawnGlyph[] {
  if (object.attributes.Visible === 'false') return [];
  const size = Number(object.attributes.Size ?? 0);
  const stretch = Number(object.attributes.HScale ?? 1) || 1;
  return findAll(object, 'TextCode').flatMap((code) => {
    const characters = [...textContent(code)];
    const across = stepsOf(code.attributes.DeltaX, characters.length);
    const down = stepsOf(code.attributes.DeltaY, characters.length);
    let x = Number(code.attributes.X ?? 0);
    let y = Number(code.attributes.Y ?? 0);
    return characters.map((text, index): DrawnGlyph => {
      const full = size * stretch * (/[\0-\u02FF]/u.test(text) ? 0.5 : 1);
      const step = across[index] ?? 0;
      const [left, baseline] = apply(matrix, x, y);
      const [right, end] = apply(matrix, x + (step > 0 ? Math.min(step, full) : full), y);
      x += step;
      y += down[index] ?? 0;
      return {
        text,
        x: left,
        y: baseline,
        dx: right - left,
        dy: end - baseline,
        size: size * Math.hypot(matrix[2], matrix[3]),
      };
    });
  });
}

/** Steps from one character to the next; `g 3 4.2` stands for three steps of 4.2. */
function stepsOf(text: string | undefined, characters: number): number[] {
  const words = (text ?? '').split(/\s+/).filter((word) => word !== '');
  const steps: number[] = [];
  for (let at = 0; at < words.length && steps.length < characters; at++) {
    const times = words[at] === 'g' ? Math.min(Number(words[at + 1]), characters) : 1;
    const step = Number(words[times === 1 && words[at] !== 'g' ? at : at + 2]);
    if (words[at] === 'g') at += 2;
    for (let i = 0; i < times; i++) steps.push(step);
  }
  return steps;
}

/** Operators of abbreviated path data as those of pdf.js, with how many numbers follow each. */
const OPERATORS = new Map<string, [operator: number, numbers: number]>([
  ['S', [0, 2]],
  ['M', [0, 2]],
  ['L', [1, 2]],
  ['B', [2, 6]],
  ['Q', [3, 4]],
  ['A', [2, 7]],
  ['C', [4, 0]],
]);

function linesOf(object: XmlElement, matrix: Matrix): Segment[] {
  const { Visible: visible, Stroke: stroke = 'true', Fill: fill = 'false' } = object.attributes;
  if (visible === 'false' || (stroke === 'false' && fill !== 'true')) return [];
  const words = textContent(find(object, 'AbbreviatedData') ?? object).split(/[\s,]+/);
  const data: number[] = [];
  for (let at = 0; at < words.length; at++) {
    const [operator, count] = OPERATORS.get(words[at] ?? '') ?? [];
    if (operator === undefined || count === undefined) continue;
    const numbers = words.slice(at + 1, at + 1 + count).map(Number);
    // An arc is as little a ruling as a curve is; it is handed on as one of six numbers.
    data.push(operator, ...numbers.slice(0, 6));
    at += count;
  }
  return segmentsOf(data, matrix, stroke !== 'false');
}

function numbersOf(text: string): number[] {
  return text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(Number);
}
