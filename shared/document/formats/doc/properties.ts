/** Properties of paragraphs and characters in a Word 97–2003 file: [MS-DOC] 2.6 and 2.9.33 (formatted disk pages). */
import { append } from '../../../unbounded.ts';

/** One property modifier: its code and where its operand is. */
export interface Modifier {
  code: number;
  operand: DataView;
}

interface Run {
  /** Byte offsets in the stream `WordDocument`; `to` is excluded. */
  from: number;
  to: number;
  modifiers: Modifier[];
}

const PAGE = 512;
const TABLE_DEFINITION = 0xd608;
const CHANGED_TABS = 0xc615;
/** Modifiers that did not fit stand in the stream `Data`. */
const HUGE = 0x6646;
/** Bytes of an operand by the three highest bits of the code; 0: stated in its first byte. */
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, 0, 3];

export type PropertyKind = 'paragraph' | 'character';

/** Properties by byte offset, read from the bin table at `bins` (a PLC of page numbers). */
export class Properties {
  readonly #runs: Run[];

  constructor(kind: PropertyKind, document: DataView, bins: DataView, data: DataView | null) {
    const stated = Math.max(0, Math.floor((bins.byteLength - 4) / 8));
    const pages = Math.min(stated, Math.floor(document.byteLength / PAGE));
    const runs: Run[] = [];
    for (let i = 0; i < pages; i++) {
      const start = bins.getUint32((stated + 1) * 4 + i * 4, true) * PAGE;
      if (start + PAGE <= document.byteLength) append(runs, runsOf(kind, slice(document, start, PAGE), data));
    }
    this.#runs = runs.sort((a, b) => a.from - b.from);
  }

  /** The modifiers that hold at a byte offset. */
  at(offset: number): Modifier[] {
    let low = 0;
    let high = this.#runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#runs[middle] as Run).to <= offset) low = middle + 1;
      else high = middle;
    }
    const run = this.#runs[low];
    return run && run.from <= offset ? run.modifiers : [];
  }
}

/** Whether a switch is on; `otherwise` where it is not mentioned. */
export function isOn(modifiers: Modifier[], code: number): boolean {
  return modifiers.some((modifier) => modifier.code === code && modifier.operand.getUint8(0) === 1);
}

function runsOf(kind: PropertyKind, page: DataView, data: DataView | null): Run[] {
  const count = page.getUint8(PAGE - 1);
  const width = kind === 'paragraph' ? 13 : 1;
  if ((count + 1) * 4 + count * width > PAGE - 1) return [];
  return Array.from({ length: count }, (_, i) => {
    const start = page.getUint8((count + 1) * 4 + i * width) * 2;
    return {
      from: page.getUint32(i * 4, true),
      to: page.getUint32(i * 4 + 4, true),
      modifiers: start === 0 ? [] : modifiersAt(kind, page, start, data),
    };
  });
}

/** 2.9.174 PapxInFkp and 2.9.32 Chpx: a length, for paragraphs the style, then the modifiers. */
function modifiersAt(kind: PropertyKind, page: DataView, start: number, data: DataView | null): Modifier[] {
  const first = page.getUint8(start);
  if (kind === 'character') return modifiersOf(slice(page, start + 1, first), data);
  const isLong = first === 0;
  const length = isLong ? page.getUint8(start + 1) * 2 : first * 2 - 1;
  const begin = start + (isLong ? 2 : 1) + 2;
  return modifiersOf(slice(page, begin, length - 2), data);
}

function modifiersOf(list: DataView, data: DataView | null): Modifier[] {
  const found: Modifier[] = [];
  for (let at = 0; at + 3 <= list.byteLength; ) {
    const code = list.getUint16(at, true);
    at += 2;
    const length = operandLength(list, at, code);
    const operand = slice(list, at, length);
    at += length;
    if (code === HUGE && data !== null && operand.byteLength === 4) found.push(...hugeModifiers(data, operand));
    else if (operand.byteLength > 0) found.push({ code, operand });
  }
  return found;
}

function operandLength(list: DataView, at: number, code: number): number {
  if (code === TABLE_DEFINITION) return at + 2 <= list.byteLength ? list.getUint16(at, true) + 1 : 2;
  const fixed = OPERAND_BYTES[code >> 13] as number;
  if (fixed > 0) return fixed;
  const stated = list.getUint8(at);
  return code === CHANGED_TABS && stated === 255 ? list.byteLength - at : stated + 1;
}

function hugeModifiers(data: DataView, operand: DataView): Modifier[] {
  const start = operand.getUint32(0, true);
  if (start + 2 > data.byteLength) return [];
  return modifiersOf(slice(data, start + 2, data.getUint16(start, true)), null);
}

/** Part of a view, cut off where the view ends. */
export function slice(view: DataView, start: number, length: number): DataView {
  const from = Math.min(start, view.byteLength);
  return new DataView(view.buffer, view.byteOffset + from, Math.max(0, Math.min(length, view.byteLength - from)));
}
