/** Whether a number that was read stands in the file: in the text at the place that its provenance names. */
import type { Document } from '../../shared/document/types.ts';
import type { Report } from '../../shared/report/types.ts';

const digitsOf = (text: string) => text.normalize('NFKC').replace(/\D/g, '');
/** Lines over which a run of digits may go on. */
const RUN = 200;
/** 本年增/减 of 2019 is a difference of two numbers; numbers may be written in Chinese. */
const COUNTED = /[增减/]/;

/** Addresses whose number is not the one printed there, each with what is wrong; empty where all is well. */
export function inventedNumbers(document: Document, report: Pick<Report, 'cells'>): string[] {
  const byLine = new Map<number, string>();
  const add = (line: number, text: string) => byLine.set(line, `${byLine.get(line) ?? ''}\n${text}`);
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') add(block.place.line, block.text);
    else for (const { text, place } of block.rows.flat()) add(place.line, text);
  }
  const digits = new Map([...byLine].map(([line, text]) => [line, digitsOf(text)]));
  /** Where the ways to cut a run of digits leave open which of them a number is made of, its place is where the run begins. */
  const behind = (line: number) => Array.from({ length: RUN }, (_, i) => digits.get(line + i) ?? '').join('');
  return [...report.cells].flatMap(([address, { value, raw, place, by }]) => {
    if (value === null) return [];
    if (!Number.isFinite(value)) return [`${address} is ${value}`];
    const there = by === 'sums' ? behind(place.line) : (digits.get(place.line) ?? '');
    if (!there.includes(digitsOf(raw))) return [`${address}: ${raw} is not in line ${place.line}`];
    return isPrinted(value, raw) ? [] : [`${address}: ${value} is not ${raw}`];
  });
}

/** Whether one of the numbers of a cell is the value, with marks of thousands and spaces between digits or without. */
function isPrinted(value: number, raw: string): boolean {
  const plain = raw.normalize('NFKC');
  if (!/\d/.test(plain) || COUNTED.test(plain)) return true;
  const joined = plain.replace(/(?<=[\d.])[,，\s\p{Cf}]+(?=[\d.])/gu, '');
  return [plain, joined].some((text) =>
    (text.match(/\d+(?:\.\d+)?/g) ?? []).some((number) => Number(number) === Math.abs(value)),
  );
}
