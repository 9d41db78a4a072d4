/**
 * One flat list from all the ways in which tables arrive (docs/layouts.md §1). A pipe and a newline both end a token; only a
 * pipe, a tab or a grid can show that a cell is empty. So `规章 | 0 |`, `规章⏎|⏎0⏎|`, `| 规章 |⏎0 |` and a cell a line
 * all give the same tokens, and what differs stands beside them: gaps of blank lines, and rows where rows are known.
 */
import { MAX_CELLS, refuse } from '../document/limits.ts';
import type { Document, Paragraph, Place } from '../document/types.ts';
import { remembered, rememberedFor } from '../remembered.ts';
import { delimitedCells } from './delimited.ts';
import { splitHeadings, withPartNumbers } from './headings.ts';
import { plainLine, squeeze } from './normalise.ts';
import { looksLikeValue } from './number.ts';
import { splitAtSpaces } from './spaces.ts';

export interface Token {
  /** As printed. */
  text: string;
  /** Simplified, half width, one line. */
  plain: string;
  /** `plain` without spaces: what labels are compared with. */
  key: string;
  /** A number or a sign for "nothing", words, or nothing at all: an empty cell. */
  holds: 'value' | 'words' | 'nothing';
  place: Place;
  /** Blank lines before it. */
  gap: number;
  /** Grid row it stands in, counted through the document; `null` in text, where rows are not certain. */
  row: number | null;
  /** A pipe, a tab or a grid bounds it: if it is empty, it is an empty cell. */
  cell: boolean;
  /**
   * Of an empty cell between pipes: how many pipes stand in a row without a space where it ends, as padding does. 0 where
   * there is room between its pipes on a page that pads without, and for everything else.
   */
  pipes: number;
}

/** Tokens of a document in reading order. `simplify` converts to Simplified. */
export function tokenize(document: Document, simplify: (text: string) => string): readonly Token[] {
  const writer = new TokenWriter(simplify);
  let row = 0;
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') {
      writer.line(block);
      continue;
    }
    writer.closePipes();
    for (const cells of block.rows) {
      row += 1;
      // Converters to Markdown fill short rows up, as sites do with pipes; real tables have the cells that they have.
      const pipes = document.mediaType === 'text/markdown' ? 1 : 0;
      for (const cell of cells) writer.push(cell.text, cell.place, true, row, cell.text === '' ? pipes : 0);
    }
  }
  writer.closePipes();
  return withPartNumbers(withoutRoomy(writer.tokens));
}

/** An empty piece with room between its pipes, until it is known how the page pads its rows. */
const ROOMY = -1;

/** Where rows are padded with pipes close together, or not at all, room shows an empty cell that was printed. */
function withoutRoomy(tokens: Token[]): Token[] {
  const padding = tokens.some(({ pipes }) => pipes > 1) ? 0 : 1;
  for (const token of tokens) if (token.pipes === ROOMY) token.pipes = padding;
  return tokens;
}

type Spelling = Pick<Token, 'text' | 'plain' | 'key' | 'holds'>;

class TokenWriter {
  readonly tokens: Token[] = [];
  readonly #simplify: (text: string) => string;
  readonly #spellings: (text: string) => readonly Spelling[];
  #gap = 0;
  /** The last pipe seen and not yet followed by text: the next pipe closes an empty cell. */
  #open: Place | null = null;

  constructor(simplify: (text: string) => string) {
    this.#simplify = simplify;
    this.#spellings = spellingsIn(simplify);
  }

  push(text: string, place: Place, cell: boolean, row: number | null, pipes = 0): void {
    if (this.tokens.length > MAX_CELLS) refuse(`more than ${MAX_CELLS} cells`);
    for (const { text: printed, plain, key, holds } of this.#spellings(text)) {
      this.tokens.push({ text: printed, plain, key, holds, place, gap: this.#gap, row, cell, pipes });
      this.#gap = 0;
    }
  }

  line({ text, place }: Paragraph): void {
    if (text.trim() === '') {
      // A lone tab is the empty cell of a table whose cells were copied as tab-indented lines.
      if (text.includes('\t')) this.push('', place, true, null);
      else this.#gap += 1;
      return;
    }
    if (/\S\t/.test(text) && !text.includes('|')) {
      for (const cell of text.split('\t')) this.push(cell, place, true, null);
      return;
    }
    const delimited = text.includes('|') ? null : delimitedCells(text, this.#simplify);
    if (delimited) {
      for (const cell of delimited) this.push(cell, place, true, null);
      return;
    }
    if (!PIPE.test(text)) {
      this.push(text, place, false, null);
      this.#open = null;
      return;
    }
    let column = 1;
    const chunks = text.split(PIPE, MAX_CELLS + 1);
    if (chunks.length > MAX_CELLS) refuse(`more than ${MAX_CELLS} cells on a line`);
    const runs = pipeRuns(chunks);
    for (const [index, chunk] of chunks.entries()) {
      const closed = index < chunks.length - 1;
      const spot = { ...place, column: column + (chunk.length - chunk.trimStart().length) };
      if (chunk.trim() !== '') {
        this.push(chunk, spot, true, null);
        this.#open = null;
      } else if (closed && this.#open) {
        this.push('', spot, true, null, chunk.length > 1 ? ROOMY : runs[index]);
      }
      if (closed) this.#open = spot;
      column += chunk.length + 1;
    }
  }

  /** A table made of pipes ends where a real table begins. */
  closePipes(): void {
    this.#open = null;
  }
}

const PIPE = /[|｜│┃║]/;

/** What a text is made plain to, in the script that `simplify` comes from. Tables print the same few numbers and words. */
const spellingsIn = rememberedFor((simplify: (text: string) => string) =>
  remembered((text) => spellingsOf(text, simplify)),
);

function spellingsOf(text: string, simplify: (text: string) => string): readonly Spelling[] {
  const plain = simplify(plainLine(text));
  const pieces = plain === '' ? [''] : splitHeadings(plain).flatMap(splitAtSpaces);
  const printed = text.trim();
  return pieces.map((piece) => ({
    text: pieces.length === 1 ? printed : piece,
    plain: piece,
    key: squeeze(piece),
    holds: piece === '' ? 'nothing' : looksLikeValue(piece) ? 'value' : 'words',
  }));
}

/** For each pipe of a line, from the pieces between pipes: how many stand together with it, without a space. */
function pipeRuns(chunks: readonly string[]): number[] {
  const runs: number[] = [];
  for (let from = 0; from < chunks.length - 1; ) {
    let to = from + 1;
    while (to < chunks.length - 1 && chunks[to] === '') to += 1;
    for (let pipe = from; pipe < to; pipe += 1) runs.push(to - from);
    from = to;
  }
  return runs;
}
