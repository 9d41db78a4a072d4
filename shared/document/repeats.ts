/** What a file prints twice: a table of contents repeats the headings, a page for telephones the whole report. */
import type { Text } from '../domain/labels.ts';
import { NOTES } from './notes.ts';
import type { Block, Paragraph } from './types.ts';

/** So many blocks in a row that were all printed before, tables among them, are a copy; fewer may be repeated phrases. */
const MIN_COPY = 10;
const MIN_COPIED_TABLES = 2;
/** So many entries in a row, each a heading of the text behind, are a table of contents. */
const MIN_ENTRIES = 3;
const ENTRY = /^(.{2,80}?)(?:[\s.．·…⋯_-]{2,}|\t)(\d{1,3})$/;
const LISTED = /^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|第[一二三四五六七八九十]{1,3}部分|\d{1,2}[、.．])/;
const CONTENTS = /^目\s*[录錄]$/;

interface Reduced {
  blocks: Block[];
  notes: Text[];
}

/** The blocks without a table of contents and without copies of what stands before, and words about what was left out. */
export function withoutRepeats(blocks: readonly Block[]): Reduced {
  const { kept, copied } = withoutCopies(blocks);
  const contents = contentsOf(kept);
  return {
    blocks: contents.size === 0 ? kept : kept.filter((block) => !contents.has(block)),
    notes: [...(copied > 0 ? [NOTES.copy] : []), ...(contents.size > 0 ? [NOTES.contents] : [])],
  };
}

/** Each run of blocks is compared once with the first place where its first block stood, so that time stays linear. */
function withoutCopies(blocks: readonly Block[]): { kept: Block[]; copied: number } {
  const texts = blocks.map(textOf);
  const first = new Map<string, number>();
  const kept: Block[] = [];
  let copied = 0;
  for (let at = 0; at < blocks.length; ) {
    const text = texts[at] as string;
    const before = first.get(text);
    let length = 0;
    if (before !== undefined && text.length >= 8) {
      while (before + length < at && at + length < blocks.length && texts[before + length] === texts[at + length])
        length++;
    }
    const tables = blocks.slice(at, at + length).filter(({ kind }) => kind === 'grid').length;
    const isCopy = length >= MIN_COPY && tables >= MIN_COPIED_TABLES;
    if (isCopy) copied += length;
    const end = at + Math.max(length, 1);
    for (; at < end; at++) {
      if (!first.has(texts[at] as string)) first.set(texts[at] as string, at);
      if (!isCopy) kept.push(blocks[at] as Block);
    }
  }
  return { kept, copied };
}

/** Entries with their page, in ascending order of pages, whose headings come again as paragraphs of their own. */
function contentsOf(blocks: readonly Block[]): Set<Block> {
  const found = new Set<Block>();
  let headings: Map<string, number> | null = null;
  for (let at = 0; at < blocks.length; ) {
    const end = entriesFrom(blocks, at);
    if (end - at >= MIN_ENTRIES) {
      headings ??= new Map(blocks.map((block, index) => [squeezed(textOf(block)), index]));
      const comeAgain = blocks.slice(at, end).every((block) => (headings?.get(squeezed(labelOf(block))) ?? -1) >= end);
      if (comeAgain) {
        for (const entry of blocks.slice(at, end)) found.add(entry);
        const title = blocks.slice(0, at).findLast((block) => textOf(block) !== '');
        if (title && CONTENTS.test(textOf(title))) found.add(title);
      }
    }
    at = Math.max(end, at + 1);
  }
  return found;
}

/** Index behind the entries that follow each other from here. */
function entriesFrom(blocks: readonly Block[], start: number): number {
  let at = start;
  let page = 0;
  for (; at < blocks.length; at++) {
    const entry = ENTRY.exec(textOf(blocks[at] as Block));
    if (!entry || !LISTED.test(entry[1] as string) || Number(entry[2]) < page) break;
    page = Number(entry[2]);
  }
  return at;
}

function labelOf(block: Block): string {
  return ENTRY.exec(textOf(block))?.[1] ?? '';
}

function textOf(block: Block): string {
  if (block.kind === 'paragraph') return (block satisfies Paragraph).text.trim();
  return block.rows.map((row) => row.map(({ text }) => text).join('\t')).join('\n');
}

function squeezed(text: string): string {
  return text.replace(/\s/g, '');
}
