/** Rich Text Format (Microsoft, version 1.9.1), as WordPad, old WPS and web systems export it. */
import { append } from '../../../unbounded.ts';
import { mergedRows, type RowDefinition } from '../../edges.ts';
import { MAX_COLUMNS, MAX_DEPTH, MAX_ROWS, refuse } from '../../limits.ts';
import { type TableCell, tableBlocks } from '../../table.ts';
import type { Block, DocumentContent } from '../../types.ts';
import { Characters } from './characters.ts';
import { isUnprinted } from './destinations.ts';

/** A group, a control word with its number, a character given as a byte, a control symbol, or plain text. */
const TOKEN = /[{}]|\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([\da-f]{2})|\\([^a-z])|[^\\{}\r\n]+/gi;

/**
 * `line` of a place counts paragraphs through the file.
 * @throws UnreadableError FILE.BOMB above the bounds.
 */
export function readRtf(bytes: Uint8Array): DocumentContent {
  const reader = new RtfReader();
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  for (const token of text.matchAll(TOKEN)) reader.take(token);
  return { blocks: reader.end(), encoding: null, title: null, published: null, notes: [] };
}

interface Group {
  /** Nothing in it is printed. */
  skipped: boolean;
  hidden: boolean;
  struck: boolean;
}

class RtfReader {
  readonly #blocks: Block[] = [];
  readonly #characters = new Characters();
  readonly #groups: Group[] = [{ skipped: false, hidden: false, struck: false }];
  #line = 0;
  #tables = 0;
  #text = '';
  #lines: Block[] = [];
  #cells: TableCell[] = [];
  #rows: { cells: TableCell[]; definition: RowDefinition | null }[] = [];
  #definition: RowDefinition = { edges: [], left: [], above: [] };
  #marks = { left: false, above: false };
  #inTable = false;
  /** `\*` was seen: the destination that follows may be left out by those who do not know it. */
  #optional = false;

  take([whole, word, number, byte, symbol]: RegExpExecArray): void {
    const group = this.#groups.at(-1) as Group;
    if (whole === '{') {
      if (this.#groups.length > MAX_DEPTH) refuse(`groups nest deeper than ${MAX_DEPTH}`);
      this.#groups.push({ ...group });
      this.#characters.enter();
    } else if (whole === '}') {
      if (this.#groups.length > 1) this.#groups.pop();
      this.#print(this.#characters.leave());
    } else if (word !== undefined) this.#control(word, number === undefined ? null : Number(number), group);
    else if (symbol === '*') this.#optional = true;
    else if (counts(group)) {
      if (byte !== undefined) this.#print(this.#characters.byte(Number.parseInt(byte, 16)));
      else this.#print(this.#characters.plain(symbol === undefined ? whole : (SYMBOLS[symbol] ?? '')));
    }
  }

  #control(word: string, number: number | null, group: Group): void {
    if (isUnprinted(word, this.#optional)) group.skipped = true;
    this.#optional = false;
    this.#print(this.#characters.control(word, number));
    if (group.skipped) return;
    if (word === 'v' || word === 'deleted') group.hidden = number !== 0;
    else if (word === 'strike' || word === 'striked') group.struck = number !== 0;
    else if (word === 'plain') Object.assign(group, { hidden: false, struck: false });
    else if (counts(group) || STRUCTURE.has(word)) this.#structure(word, number);
  }

  #structure(word: string, number: number | null): void {
    const character = WORDS.get(word);
    if (character !== undefined) this.#print(this.#characters.plain(character));
    else if (word === 'par' || word === 'sect') this.#endParagraph();
    else if (word === 'pard') this.#inTable = false;
    else if (word === 'intbl') this.#inTable = true;
    else if (word === 'trowd') this.#definition = { edges: [0], left: [], above: [] };
    else if (word === 'clmrg') this.#marks.left = true;
    else if (word === 'clvmrg') this.#marks.above = true;
    else if (word === 'cellx') this.#edge(number ?? 0);
    else if (word === 'cell' || word === 'nestcell') this.#endCell();
    else if (word === 'row' || word === 'nestrow') this.#endRow();
  }

  #print(text: string): void {
    const group = this.#groups.at(-1) as Group;
    if (counts(group)) this.#text += text;
  }

  #edge(at: number): void {
    if (this.#definition.edges.length > MAX_COLUMNS) refuse(`more than ${MAX_COLUMNS} columns`);
    this.#definition.edges.push(at);
    this.#definition.left.push(this.#marks.left);
    this.#definition.above.push(this.#marks.above);
    this.#marks = { left: false, above: false };
  }

  #endParagraph(): void {
    const place = { line: ++this.#line };
    const lines = this.#text.split('\n').map((text): Block => ({ kind: 'paragraph', text, place }));
    this.#text = '';
    if (this.#inTable) append(this.#lines, lines);
    else {
      this.#endTable();
      append(this.#blocks, lines);
    }
  }

  #endCell(): void {
    this.#inTable = true;
    this.#endParagraph();
    const blocks = this.#lines.filter((block) => block.kind === 'grid' || block.text.trim() !== '');
    this.#cells.push({ blocks, place: blocks[0]?.place ?? { line: this.#line }, colSpan: 1, rowSpan: 1 });
    this.#lines = [];
  }

  #endRow(): void {
    const { edges } = this.#definition;
    const definition = edges.length === this.#cells.length + 1 ? structuredClone(this.#definition) : null;
    this.#rows.push({ cells: this.#cells, definition });
    if (this.#rows.length > MAX_ROWS) refuse(`more than ${MAX_ROWS} rows`);
    this.#cells = [];
  }

  #endTable(): void {
    if (this.#rows.length === 0) return;
    const place = { line: this.#rows[0]?.cells[0]?.place.line ?? this.#line, table: ++this.#tables };
    append(this.#blocks, tableBlocks(mergedRows(this.#rows, place), place));
    this.#rows = [];
  }

  end(): Block[] {
    this.#print(this.#characters.leave());
    this.#inTable = false;
    this.#endParagraph();
    return this.#blocks;
  }
}

/** Whether text of a group is printed, and not struck out. */
function counts({ skipped, hidden, struck }: Group): boolean {
  return !skipped && !hidden && !struck;
}

const STRUCTURE = new Set('par sect pard intbl trowd clmrg clvmrg cellx cell nestcell row nestrow'.split(' '));
const SYMBOLS: Record<string, string> = { '~': ' ', _: '-', '{': '{', '}': '}', '\\': '\\', '\n': '\n', '\r': '\n' };
const WORDS = new Map(
  Object.entries({
    ...{ tab: '\t', line: '\n', page: '\n', emdash: '—', endash: '–', bullet: '•', emspace: ' ', enspace: ' ' },
    ...{ lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”' },
  }),
);
