/** Short ways to read a file in tests. */
import { type InputFile, readDocuments } from '../../../shared/document/read.ts';
import type { Block, Document, Grid } from '../../../shared/document/types.ts';
import { UnreadableError } from '../../../shared/document/unreadable.ts';

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The document of a single file that must be readable. */
export async function documentOf(content: Uint8Array | string, name = 'report'): Promise<Document> {
  const [file] = await readDocuments(inputOf(content, name));
  if (file === undefined || file.document instanceof UnreadableError) throw file?.document ?? new Error('no result');
  return file.document;
}

/** Why a single file cannot be read; `null` if it can. */
export async function reasonOf(content: Uint8Array | string, name = 'report'): Promise<string | null> {
  const [file] = await readDocuments(inputOf(content, name));
  return file?.document instanceof UnreadableError ? file.document.reason : null;
}

function inputOf(content: Uint8Array | string, name: string): InputFile {
  return { name, bytes: typeof content === 'string' ? bytesOf(content) : content };
}

/** Paragraphs as text, grids as rows of text with `<columns×rows>` behind merged cells. */
export function shown(blocks: Block[]): (string | string[][])[] {
  return blocks.map((block) => (block.kind === 'paragraph' ? block.text : rowsOf(block)));
}

export function rowsOf(grid: Grid): string[][] {
  return grid.rows.map((row) =>
    row.map(({ text, colSpan, rowSpan }) => (colSpan * rowSpan > 1 ? `${text}<${colSpan}×${rowSpan}>` : text)),
  );
}

export function gridsOf({ blocks }: Document): Grid[] {
  return blocks.filter((block) => block.kind === 'grid');
}
