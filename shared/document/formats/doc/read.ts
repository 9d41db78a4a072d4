/** Word 97–2003 files ([MS-DOC]), which WPS also writes as .wps: text, tables and list labels. */

import { append } from '../../../unbounded.ts';
import { CompoundFile } from '../../compound.ts';
import { mergedRows, type RowDefinition } from '../../edges.ts';
import { NOTES } from '../../notes.ts';
import { joinLines, type TableCell, tableBlocks } from '../../table.ts';
import type { Block, DocumentContent } from '../../types.ts';
import { UnreadableError } from '../../unreadable.ts';
import { isOn, type Modifier } from './properties.ts';
import { type Character, type WordPart, WordText } from './text.ts';

/** Switches of paragraphs: inside a table; end of a row. */
const IN_TABLE = 0x2416;
const ROW_END = 0x2417;
const TABLE_DEFINITION = 0xd608;

/** Character codes that stand for something else: 2.4.1 and 2.8.25 (fields). */
const PARAGRAPH_END = '\r';
const LINE_BREAKS = '\x0B\x0C\x0E';
const CELL_END = '\x07';
const FIELD_BEGIN = '\x13';
const FIELD_RESULT = '\x14';
const FIELD_END = '\x15';

/** Read in this order; headers, footers and comments are left out. */
const READ: WordPart[] = ['body', 'boxes', 'footnotes', 'endnotes'];

/**
 * Reads a .doc or .wps file. `line` of a place counts paragraphs through the file.
 * @throws UnreadableError FILE.ENCRYPTED, FILE.DAMAGED, FILE.BOMB; FILE.KIND for Word 95.
 */
export function readDoc(bytes: Uint8Array): DocumentContent {
  return { ...contentOf(bytes), encoding: null, title: null, published: null };
}

function contentOf(bytes: Uint8Array): Pick<DocumentContent, 'blocks' | 'notes'> {
  try {
    const text = new WordText(new CompoundFile(bytes));
    const reader = new PartReader(text);
    const blocks = READ.flatMap((part) => reader.blocks(text.part(part)));
    return { blocks, notes: text.lists.isCut ? [NOTES.lists] : [] };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UnreadableError('FILE.DAMAGED', 'an offset leads out of the file', { cause: error });
  }
}

interface Row {
  cells: TableCell[];
  modifiers: Modifier[];
}

class PartReader {
  readonly #text: WordText;
  #line = 1;
  #tables = 0;
  #blocks: Block[] = [];
  #rows: Row[] = [];
  #cells: TableCell[] = [];
  /** Paragraphs of the cell that is open. */
  #lines: Block[] = [];
  #buffer = '';
  /** For each field that is open, whether its instructions are over. */
  #fields: boolean[] = [];

  constructor(text: WordText) {
    this.#text = text;
  }

  blocks(characters: Character[]): Block[] {
    this.#blocks = [];
    for (const { text, offset } of characters) {
      if (text === CELL_END) this.#endCell(this.#text.paragraphs.at(offset));
      else if (text === PARAGRAPH_END) this.#endParagraph(this.#text.paragraphs.at(offset));
      else if (LINE_BREAKS.includes(text)) this.#append('\n');
      else this.#append(text);
    }
    this.#endParagraph([]);
    const printed = this.#blocks.findLastIndex((block) => block.kind === 'grid' || block.text !== '');
    return this.#blocks.slice(0, printed + 1);
  }

  #append(text: string): void {
    if (text === FIELD_BEGIN) this.#fields.push(false);
    else if (text === FIELD_RESULT) this.#fields[this.#fields.length - 1] = true;
    else if (text === FIELD_END) this.#fields.pop();
    else if (this.#fields.includes(false)) return;
    else if (text === '\x1E') this.#buffer += '-';
    else if (text >= ' ' || text === '\t' || text === '\n') this.#buffer += text;
  }

  #endParagraph(modifiers: Modifier[]): void {
    const inTable = isOn(modifiers, IN_TABLE);
    if (!inTable) this.#endTable();
    const place = { line: this.#line++ };
    const text = joinLines([this.#text.lists.label(modifiers), this.#buffer]);
    this.#buffer = '';
    const lines = text.split('\n').map((part): Block => ({ kind: 'paragraph', text: part, place }));
    if (!inTable) append(this.#blocks, lines);
    else if (text !== '') append(this.#lines, lines);
  }

  #endCell(modifiers: Modifier[]): void {
    if (isOn(modifiers, ROW_END)) {
      this.#rows.push({ cells: this.#cells, modifiers });
      this.#cells = [];
      return;
    }
    this.#endParagraph(modifiers);
    const place = this.#lines[0]?.place ?? { line: this.#line - 1 };
    this.#cells.push({ blocks: this.#lines, place, colSpan: 1, rowSpan: 1 });
    this.#lines = [];
  }

  #endTable(): void {
    if (this.#rows.length === 0) return;
    const place = { line: this.#rows[0]?.cells[0]?.place.line ?? this.#line, table: ++this.#tables };
    const rows = this.#rows.map(({ cells, modifiers }) => ({ cells, definition: definitionOf(modifiers) }));
    append(this.#blocks, tableBlocks(mergedRows(rows, place), place));
    this.#rows = [];
  }
}

/** 2.9.331 TDefTableOperand: number of cells, their edges, and 20 bytes for each cell whose first bits tell merges. */
function definitionOf(modifiers: Modifier[]): RowDefinition | null {
  const operand = modifiers.findLast(({ code }) => code === TABLE_DEFINITION)?.operand;
  if (operand === undefined || operand.byteLength < 3) return null;
  const count = operand.getUint8(2);
  if (operand.byteLength < 3 + (count + 1) * 2) return null;
  const edges = Array.from({ length: count + 1 }, (_, i) => operand.getInt16(3 + i * 2, true));
  const flags = edges.slice(1).map((_, i) => {
    const at = 3 + (count + 1) * 2 + i * 20;
    return at + 2 <= operand.byteLength ? operand.getUint16(at, true) : 0;
  });
  return {
    edges,
    left: flags.map((flag) => (flag & 0x02) !== 0),
    above: flags.map((flag) => (flag & 0x60) === 0x20),
  };
}
