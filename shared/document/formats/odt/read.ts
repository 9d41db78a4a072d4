/** OpenDocument texts (ISO/IEC 26300), as LibreOffice and WPS save them. */
import { append } from '../../../unbounded.ts';
import { MAX_COLUMNS, MAX_ROWS, refuse } from '../../limits.ts';
import { openDocument, printedText, through, UNPRINTED } from '../../opendocument.ts';
import { Printed } from '../../printed.ts';
import { joinLines, type TableCell, tableBlocks } from '../../table.ts';
import type { Block, DocumentContent, Paragraph } from '../../types.ts';
import { UnreadableError } from '../../unreadable.ts';
import { elements, find, integer, type XmlElement } from '../../xml.ts';
import { OdtNumbering } from './numbering.ts';

/**
 * Reads an .odt file. `line` of a place counts paragraphs through the file; headers and footers are left out.
 * @throws UnreadableError FILE.DAMAGED, FILE.ENCRYPTED, FILE.BOMB; FILE.PICTURES where there are only pictures.
 */
export function readOdt(bytes: Uint8Array): DocumentContent {
  const file = openDocument(bytes);
  const { content } = file;
  const text = find(content, 'body', 'text');
  if (!text) throw new UnreadableError('FILE.KIND', 'OpenDocument without a text');
  const reader = new TextReader(new OdtNumbering([file.styles, content]));
  const blocks = [...reader.blocks(text), ...reader.notes];
  if (!blocks.some((block) => block.kind === 'grid' || block.text.trim() !== '') && file.hasPictures) {
    throw new UnreadableError('FILE.PICTURES');
  }
  return {
    blocks,
    encoding: null,
    title: file.title,
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
  readonly #printed = new Printed();

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
      return UNPRINTED.has(element.name) || element.attributes.display === 'none' ? [] : this.blocks(element);
    });
  }

  #paragraph(paragraph: XmlElement, label: string): Block[] {
    const line = ++this.#line;
    const apart: XmlElement[] = [];
    const text = joinLines([label, printedText(paragraph, apart)]);
    const lines = text.split('\n').map((part): Paragraph => ({ kind: 'paragraph', text: part, place: { line } }));
    const boxes = apart.filter(({ name }) => name === 'text-box');
    const notes = apart.filter(({ name }) => name === 'note-body');
    append(
      this.notes,
      notes.flatMap((note) => this.blocks(note)),
    );
    return [...lines, ...boxes.flatMap((box) => this.blocks(box))];
  }

  #table(table: XmlElement): Block[] {
    const place = { line: this.#line + 1, table: ++this.#tables };
    const rows: TableCell[][] = [];
    for (const row of through(table, ['table-row'])) {
      const times = integer(row, 'number-rows-repeated', 1);
      const cells = this.#cells(row, { table: place.table, row: rows.length + 1 });
      const isBlank = cells.every(({ blocks }) => blocks.length === 0);
      const texts = cells.flatMap(({ blocks: content }) =>
        content.map((block) => (block.kind === 'paragraph' ? block.text.length : 0)),
      );
      this.#printed.add(
        cells.length,
        texts.reduce((sum, length) => sum + length, 0),
        isBlank ? 1 : times,
      );
      if (rows.length + times > MAX_ROWS && !isBlank) refuse(`${rows.length + times} rows`);
      for (let i = 0; i < (isBlank ? 1 : times); i++) rows.push(cells);
    }
    return tableBlocks(rows, place);
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
