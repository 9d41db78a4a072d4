/** Pages that print nothing by themselves: a script of theirs carries the text as a string, a field or a frame as escaped HTML. */
import { decode } from './encoding.ts';
import { pageOf, resolved } from './escaped.ts';
import type { DocumentContent } from './types.ts';

/** With fewer characters a page shows its menu, or that it needs JavaScript. */
const LONGEST_EMPTY = 400;
/** Fewer are no report. */
const FEWEST_HAN = 200;
const CARRIER = /<(script|textarea|template)\b[^<>]*>/gi;
/** The page of a frame, written into the page around it. */
const FRAME = /\bsrcdoc\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#34;': '"', '&amp;': '&' };

/** The page in scripts, fields and frames of one that shows hardly any text, as a file of UTF-8; `null` where none carries one. */
export function carriedPage(bytes: Uint8Array, { blocks }: DocumentContent): Uint8Array | null {
  const length = blocks.reduce(
    (sum, block) => sum + (block.kind === 'paragraph' ? block.text.length : LONGEST_EMPTY),
    0,
  );
  if (length >= LONGEST_EMPTY) return null;
  const { text } = decode(bytes);
  const frames = [...text.matchAll(FRAME)].map(([, double, single]) => double ?? single ?? '');
  const carried = [...contentsOf(text), ...frames]
    .map((inner) => resolved(inner).replace(/&(?:lt|gt|quot|#34|amp);/g, (entity) => ENTITIES[entity] ?? entity))
    .join('\n');
  const han = carried.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han < FEWEST_HAN ? null : new TextEncoder().encode(pageOf(carried));
}

/** What stands in each script and field, in order; in one without an end, the rest of the page. */
function contentsOf(text: string): string[] {
  const lower = text.toLowerCase();
  const found: string[] = [];
  for (let from = 0; ; ) {
    CARRIER.lastIndex = from;
    const open = CARRIER.exec(text);
    if (!open) return found;
    const start = open.index + open[0].length;
    const end = lower.indexOf(`</${open[1]?.toLowerCase()}`, start);
    found.push(text.slice(start, end === -1 ? text.length : end));
    if (end === -1) return found;
    from = end;
  }
}
