/**
 * What a PDF page draws, as far as tables and text need it: glyphs and ruling lines, in points from the top left.
 * pdf.js's own text items are of no use here: it joins neighbouring cells into one item. So its operator list is run
 * instead, with the text state of ISO 32000-1, 9.3–9.4.
 */

import { append } from '../../../unbounded.ts';
import { withoutFrame } from './frame.ts';
import type { PDFPageProxy, PdfOps } from './library.ts';
import { apply, IDENTITY, type Matrix, multiply } from './matrix.ts';
import { segmentsOf } from './paths.ts';
import { type DrawnGlyph, type DrawnPage, turned } from './turn.ts';
import type { Segment } from './types.ts';

/** What pdf.js puts into `showText`. */
type Shown = number | { unicode: string; width: number; isSpace: boolean } | null;

interface State {
  matrix: Matrix;
  text: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
  size: number;
  direction: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  font: string;
}

const START = {
  text: IDENTITY,
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
  size: 0,
  direction: 1,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  font: '',
};

/** Glyphs and rulings of one page in drawing order. */
export async function marksOf(page: PDFPageProxy, ops: PdfOps): Promise<DrawnPage> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const run = new Drawing(page, ops);
  fnArray.forEach((op, i) => {
    run.step(op, (argsArray[i] ?? []) as unknown[]);
  });
  const { width, height } = page.getViewport({ scale: 1 });
  const { segments } = run.marks;
  const marks = turned({ ...run.marks, segments, width, height });
  return { ...marks, segments: withoutFrame(marks.segments, marks.width, marks.height) };
}

type Operator = (args: unknown[]) => void;

/** pdf.js gives each operator its own list of operands; here they get their types. */
function on<A extends readonly unknown[]>(run: (...args: A) => void): Operator {
  return (args) => run(...(args as unknown as A));
}

class Drawing {
  readonly marks: { glyphs: DrawnGlyph[]; segments: Segment[] } = { glyphs: [], segments: [] };
  readonly #page: PDFPageProxy;
  readonly #operators: Map<number, Operator>;
  readonly #painted: Set<number>;
  readonly #stroked: Set<number>;
  #state: State;
  readonly #saved: State[] = [];

  constructor(page: PDFPageProxy, ops: PdfOps) {
    this.#page = page;
    this.#state = { ...START, matrix: page.getViewport({ scale: 1 }).transform as unknown as Matrix };
    this.#stroked = new Set([ops.stroke, ops.closeStroke]);
    this.#painted = new Set([...this.#stroked, ops.fill, ops.eoFill, ops.fillStroke, ops.eoFillStroke]);
    for (const op of [ops.closeFillStroke, ops.closeEOFillStroke]) this.#painted.add(op);
    const state = () => this.#state;
    const set = (change: Partial<State>) => Object.assign(this.#state, change);
    const lineStart = { x: 0, y: 0, lineX: 0, lineY: 0 };
    this.#operators = new Map([
      [ops.save, on(() => this.#save())],
      [ops.restore, on(() => this.#restore())],
      [ops.paintFormXObjectBegin, on((matrix: Matrix | null) => this.#save(matrix))],
      [ops.paintFormXObjectEnd, on(() => this.#restore())],
      [ops.transform, on((...matrix: Matrix) => set({ matrix: multiply(state().matrix, matrix) }))],
      [ops.beginText, on(() => set({ text: IDENTITY, ...lineStart }))],
      [ops.setTextMatrix, on((text: Matrix) => set({ text, ...lineStart }))],
      [ops.moveText, on((x: number, y: number) => this.#move(x, y))],
      [
        ops.setLeadingMoveText,
        on((x: number, y: number) => {
          set({ leading: y });
          this.#move(x, y);
        }),
      ],
      [ops.nextLine, on(() => this.#move(0, state().leading))],
      [ops.setLeading, on((leading: number) => set({ leading: -leading }))],
      [ops.setCharSpacing, on((charSpacing: number) => set({ charSpacing }))],
      [ops.setWordSpacing, on((wordSpacing: number) => set({ wordSpacing }))],
      [ops.setHScale, on((percent: number) => set({ scale: percent / 100 }))],
      [ops.setTextRise, on((rise: number) => set({ rise }))],
      [
        ops.setFont,
        on((font: string, size: number) => set({ font, size: Math.abs(size), direction: Math.sign(size) })),
      ],
      [ops.showText, on((shown: Shown[]) => this.#show(shown))],
      [ops.constructPath, on((op: number, data: [ArrayLike<number> | null]) => this.#path(op, data))],
    ]);
  }

  step(op: number, args: unknown[]): void {
    this.#operators.get(op)?.(args);
  }

  #restore(): void {
    this.#state = this.#saved.pop() ?? this.#state;
  }

  #save(matrix: Matrix | null = null): void {
    this.#saved.push({ ...this.#state });
    if (matrix) this.#state.matrix = multiply(this.#state.matrix, matrix);
  }

  #move(x: number, y: number): void {
    const state = this.#state;
    state.x = state.lineX += x;
    state.y = state.lineY += y;
  }

  #show(shown: Shown[]): void {
    const state = this.#state;
    const font = this.#page.commonObjs.has(state.font) ? this.#page.commonObjs.get(state.font) : null;
    const vertical = font?.vertical === true;
    const unit = state.size * (font?.fontMatrix?.[0] ?? 0.001);
    const matrix = multiply(state.matrix, state.text);
    for (const glyph of shown) {
      if (glyph === null) continue;
      let advance: number;
      if (typeof glyph === 'number') advance = (-glyph * state.size) / 1000;
      else {
        advance = glyph.width * unit + (state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)) * state.direction;
        this.#glyph(glyph.unicode, matrix, vertical ? state.size : glyph.width * unit * state.scale);
      }
      if (vertical) state.y -= Math.abs(advance);
      else state.x += advance * state.scale * state.direction;
    }
  }

  #glyph(text: string, matrix: Matrix, width: number): void {
    const { x, y, rise, size } = this.#state;
    const [left, baseline] = apply(matrix, x, y + rise);
    const [right, end] = apply(matrix, x + width, y + rise);
    const height = size * Math.hypot(matrix[2], matrix[3]);
    this.marks.glyphs.push({ text, x: left, y: baseline, dx: right - left, dy: end - baseline, size: height });
  }

  #path(op: number, [data]: [ArrayLike<number> | null]): void {
    if (!this.#painted.has(op) || data === null) return;
    append(this.marks.segments, segmentsOf(data, this.#state.matrix, this.#stroked.has(op)));
  }
}
