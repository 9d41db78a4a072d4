/** OpenDocument texts (ISO/IEC 26300), as LibreOffice and WPS save them. */
import { append } from '../../../unbounded.ts';
import { MAX_CELLS, MAX_COLUMNS, MAX_REPEATED_CHARACTERS, MAX_ROWS, refuse } from '../../limits.ts';
import { Package, zippedParts } from '../../package.ts';
import { joinLines, type TableCell, tableBlocks } from '../../table.ts';
import type { Block, DocumentContent, Paragraph } from '../../types.ts';
import { UnreadableError } from '../../unreadable.ts';
import { elements, find, findAll, integer, textContent, type XmlElement } from '../../xml.ts';
import { OdtNumbering } from './numbering.ts';

/** Elements whose content is not printed in the text: deletions, notes to the author, readings, descriptions. */
const UNPRINTED = new Set(['tracked-changes', 'annotation', 'ruby-text', 'title', 'desc', 'forms', 'number']);
/** Rows and cells may stand inside these. */
const GROUPS = new Set(['table-header-rows', 'table-rows', 'table-row-group', 'table-header-columns']);
const PICTURE = /^pictures\//i;

/**
 * Reads an .odt file. `line` of a place counts paragraphs through the file; headers and footers are left out.
 * @throws UnreadableError FILE.DAMAGED, FILE.ENCRYPTED, FILE.BOMB; FILE.PICTURES where there are only pictures.
 */
export function readOdt(bytes: Uint8Array): DocumentContent {
  const file = new Package(zippedParts(bytes));
  if (findAll(file.part('META-INF/manifest.xml'), 'encryption-data').length > 0) {
    throw new UnreadableError('FILE.ENCRYPTED');
  }
  const content = file.part('content.xml');
  const text = find(content, 'body', 'text');
  if (!text) throw new UnreadableError('FILE.KIND', 'OpenDocument without a text');
  const reader = new TextReader(new OdtNumbering([file.optional('styles.xml'), content]));
  const blocks = [...reader.blocks(text), ...reader.notes];
  if (!blocks.some((block) => block.kind === 'grid' || block.text.trim() !== '') && file.has(PICTURE)) {
    throw new UnreadableError('FILE.PICTURES');
  }
  const title = find(file.optional('meta.xml'), 'meta', 'title');
  return {
    blocks,
    encoding: null,
    title: title ? textContent(title).trim() || null : null,
    published: null,
    notes: [],
  };
}

class TextReader {
  /** Footnotes and endnotes, printed after the text. */
  readonly notes: Block[] = [];
  readonly #numbering: OdtNumbering;
  #line = 0;
  #tables = 0;
  #printed = { cells: 0, characters: 0 };

  constructor(numbering: OdtNumbering) {
    this.#numbering = numbering;
  }

  blocks(parent: XmlElement): Block[] {
    return elements(parent).flatMap((element) => {
      if (element.name === 'p') return this.#paragraph(element, this.#numbering.takeLabel());
      if (element.name === 'h') return this.#paragraph(element, this.#numbering.headingLabel(element));
      if (element.name === 'table') return this.#table(element);
      if (element.name === 'list') return this.#numbering.inList(element, () => this.blocks(element));
      if (element.name === 'list-item') return this.#numbering.inItem(element, () => this.blocks(element));
      return UNPRINTED.has(element.name) ? [] : this.blocks(element);
    });
  }

  #paragraph(paragraph: XmlElement, label: string): Block[] {
    const line = ++this.#line;
    const apart: XmlElement[] = [];
    const text = joinLines([label, this.#text(paragraph, apart)]);
    const lines = text.split('\n').map((part): Paragraph => ({ kind: 'paragraph', text: part, place: { line } }));
    const boxes = apart.filter(({ name }) => name === 'text-box');
    const notes = apart.filter(({ name }) => name === 'note-body');
    append(
      this.notes,
      notes.flatMap((note) => this.blocks(note)),
    );
    return [...lines, ...boxes.flatMap((box) => this.blocks(box))];
  }

  /** Text with white space as it is shown; text boxes and notes found on the way are put aside. */
  #text(parent: XmlElement, apart: XmlElement[]): string {
    return parent.children
      .map((child): string => {
        if (typeof child === 'string') return child.replace(/[ \t\r\n]+/g, ' ');
        if (child.name === 's') return ' '.repeat(Math.min(integer(child, 'c', 1), 1000));
        if (child.name === 'tab') return '\t';
        if (child.name === 'line-break') return '\n';
        if (child.name === 'text-box') apart.push(child);
        if (child.name === 'note') apart.push(...elements(child).filter(({ name }) => name === 'note-body'));
        return ['text-box', 'note'].includes(child.name) || UNPRINTED.has(child.name) ? '' : this.#text(child, apart);
      })
      .join('');
  }

  #table(table: XmlElement): Block[] {
    const place = { line: this.#line + 1, table: ++this.#tables };
    const rows: TableCell[][] = [];
    for (const row of through(table, ['table-row'])) {
      const times = integer(row, 'number-rows-repeated', 1);
      const cells = this.#cells(row, { table: place.table, row: rows.length + 1 });
      const isBlank = cells.every(({ blocks }) => blocks.length === 0);
      this.#count(cells, isBlank ? 1 : times);
      if (rows.length + times > MAX_ROWS && !isBlank) refuse(`${rows.length + times} rows`);
      for (let i = 0; i < (isBlank ? 1 : times); i++) rows.push(cells);
    }
    return tableBlocks(rows, place);
  }

  /** Rows and cells are repeated by a number, so that what they print together is bounded here. */
  #count(cells: readonly TableCell[], times: number): void {
    const texts = cells.flatMap(({ blocks }) =>
      blocks.map((block) => (block.kind === 'paragraph' ? block.text.length : 0)),
    );
    this.#printed.cells += cells.length * times;
    this.#printed.characters += texts.reduce((sum, length) => sum + length, 0) * times;
    if (this.#printed.cells > MAX_CELLS) refuse(`more than ${MAX_CELLS} cells`);
    if (this.#printed.characters > MAX_REPEATED_CHARACTERS)
      refuse(`cells of more than ${MAX_REPEATED_CHARACTERS} characters`);
  }

  #cells(row: XmlElement, where: { table: number; row: number }): TableCell[] {
    const started: TableCell[] = [];
    for (const cell of through(row, ['table-cell'])) {
      const place = { line: this.#line + 1, ...where };
      const blocks = this.blocks(cell).filter((block) => block.kind === 'grid' || block.text.trim() !== '');
      const times = integer(cell, 'number-columns-repeated', 1);
      if (started.length + times > MAX_COLUMNS) refuse(`${started.length + times} columns`);
      for (let i = 0; i < times; i++) {
        started.push({
          blocks,
          place: { ...place, cell: started.length + 1 },
          colSpan: integer(cell, 'number-columns-spanned', 1),
          rowSpan: integer(cell, 'number-rows-spanned', 1),
        });
      }
    }
    return started;
  }
}

function through(parent: XmlElement, names: string[]): XmlElement[] {
  return elements(parent).flatMap((child) => {
    if (names.includes(child.name)) return [child];
    return GROUPS.has(child.name) ? through(child, names) : [];
  });
}
