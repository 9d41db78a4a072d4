/** Texts of neighbours prepared for comparing, once each however many reports are compared with them. */

import type { Report } from '../report/types.ts';
import { textOf } from './neighbour.ts';
import { namesToMask, type Pieces, piecesOf } from './similarity.ts';
import type { Neighbour } from './types.ts';

type Texts = Readonly<Record<string, string>>;
const prepared = new WeakMap<Texts, Map<string, Pieces>>();

/** The pieces of these parts of another report, its own name masked. */
export function neighbourPieces({ agency, text }: Neighbour, parts: readonly string[]): Pieces {
  return partPieces(text, agency, parts);
}

const texts = new WeakMap<Report, Texts>();

/** The pieces of these parts of the report itself. */
export function reportPieces(report: Report, parts: readonly string[]): Pieces {
  const text = texts.get(report) ?? textOf(report);
  texts.set(report, text);
  return partPieces(text, report.agency ?? '', parts);
}

function partPieces(text: Texts, agency: string, parts: readonly string[]): Pieces {
  const known = prepared.get(text) ?? new Map<string, Pieces>();
  prepared.set(text, known);
  const key = parts.join();
  const pieces = known.get(key) ?? piecesOf(parts.map((part) => text[part] ?? '').join('\n'), namesToMask(agency));
  known.set(key, pieces);
  return pieces;
}
