/** Word files (ECMA-376, transitional and strict): the text as printed once all tracked changes are accepted. */

import { Package } from '../../package.ts';
import { joinLines, type TableCell, tableBlocks } from '../../table.ts';
import type { Block, DocumentContent, Paragraph } from '../../types.ts';
import { UnreadableError } from '../../unreadable.ts';
import { elements, find, integer, textContent, type XmlElement } from '../../xml.ts';
import { Numbering } from './numbering.ts';

/** Elements whose content is not printed: deleted or moved away, field codes, properties, notes to the author. */
const UNPRINTED = new Set([
  'del',
  'moveFrom',
  'delText',
  'instrText',
  'rPr',
  'pPr',
  'rt',
  'Fallback',
  'sdtPr',
  'sdtEndPr',
]);
/** Characters that Word writes as elements. */
const CHARACTERS: Record<string, string> = { tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };
const PICTURE = /^word\/media\//;

/**
 * Reads a .docx file. `line` of a place counts paragraphs through the file; headers and footers are left out.
 * @throws UnreadableError FILE.DAMAGED, FILE.ENCRYPTED, FILE.BOMB; FILE.PICTURES where there are only pictures.
 */
export function readDocx(bytes: Uint8Array): DocumentContent {
  const file = new Package(bytes);
  const body = find(file.part('word/document.xml'), 'body');
  if (!body) throw new UnreadableError('FILE.DAMAGED', 'no w:body');
  const numbering = new Numbering(file.optional('word/numbering.xml'), file.optional('word/styles.xml'));
  const reader = new BodyReader(numbering);
  const blocks = reader.blocks(body);
  for (const part of ['word/footnotes.xml', 'word/endnotes.xml']) {
    const notes = file.optional(part);
    if (notes) blocks.push(...printedNotes(notes).flatMap((note) => reader.blocks(note)));
  }
  if (!blocks.some((block) => block.kind === 'grid' || block.text.trim() !== '') && file.has(PICTURE)) {
    throw new UnreadableError('FILE.PICTURES');
  }
  const title = find(file.optional('docProps/core.xml'), 'title');
  return {
    blocks,
    encoding: null,
    title: title ? textContent(title).trim() || null : null,
    published: null,
    notes: [],
  };
}

/** Footnotes without the separator lines, which have a `w:type`. */
function printedNotes(notes: XmlElement): XmlElement[] {
  return elements(notes).filter(({ attributes }) => attributes.type === undefined || attributes.type === 'normal');
}

class BodyReader {
  readonly #numbering: Numbering;
  #line = 0;
  #tables = 0;
  /** Text of a paragraph whose end mark was deleted: it runs on into the next one. */
  #carried = '';

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  blocks(parent: XmlElement): Block[] {
    return elements(parent).flatMap((element) => {
      if (element.name === 'p') return this.#paragraph(element);
      if (element.name === 'tbl') return this.#table(element);
      return UNPRINTED.has(element.name) ? [] : this.blocks(element);
    });
  }

  /** The lines of a paragraph, and the text boxes anchored in it. */
  #paragraph(paragraph: XmlElement): Block[] {
    const line = ++this.#line;
    const properties = find(paragraph, 'pPr');
    const boxes: XmlElement[] = [];
    const text = this.#carried + joinLines([this.#numbering.label(properties), runText(paragraph, boxes)]);
    const runsOn = find(properties, 'rPr', 'del') !== undefined;
    this.#carried = runsOn ? text : '';
    const lines = runsOn
      ? []
      : text.split('\n').map((part): Paragraph => {
          return { kind: 'paragraph', text: part, place: { line } };
        });
    return [...lines, ...boxes.flatMap((box) => this.blocks(box))];
  }

  #table(table: XmlElement): Block[] {
    const number = ++this.#tables;
    const place = { line: this.#line + 1, table: number };
    const rows = through(table, 'tr').filter((row) => find(row, 'trPr', 'del') === undefined);
    /** For each column, the cell that a vertical merge may continue. */
    let above = new Map<number, TableCell>();
    const cells = rows.map((row, index) => {
      const here = new Map<number, TableCell>();
      const started = this.#cells(row, { table: number, row: index + 1 }, above, here);
      above = here;
      return started;
    });
    return tableBlocks(cells, place);
  }

  /** The cells that a row starts; cells that continue a merge make the cell above higher instead. */
  #cells(row: XmlElement, where: { table: number; row: number }, above: Columns, here: Columns): TableCell[] {
    const started: TableCell[] = [];
    let column = 0;
    const start = (cell: TableCell) => {
      started.push({ ...cell, place: { ...cell.place, cell: started.length + 1 } });
      here.set(column, started.at(-1) as TableCell);
      column += cell.colSpan;
    };
    const empty = (colSpan: number) => ({ blocks: [], place: { line: this.#line + 1, ...where }, colSpan, rowSpan: 1 });
    const skipped = integer(find(row, 'trPr', 'gridBefore'), 'val', 0);
    if (skipped > 0) start(empty(skipped));
    for (const cell of through(row, 'tc')) {
      const properties = find(cell, 'tcPr');
      if (find(properties, 'cellDel')) continue;
      const colSpan = Math.max(1, integer(find(properties, 'gridSpan'), 'val', 1));
      const upper = isContinued(find(properties, 'vMerge')) ? above.get(column) : undefined;
      const left = isContinued(find(properties, 'hMerge')) ? started.at(-1) : undefined;
      if (upper) {
        upper.rowSpan++;
        here.set(column, upper);
        column += colSpan;
      } else if (left) {
        left.colSpan += colSpan;
        column += colSpan;
      } else start({ ...empty(colSpan), blocks: this.blocks(cell).filter(isPrinted) });
    }
    return started;
  }
}

type Columns = Map<number, TableCell>;

/** `w:vMerge` without a value continues the merge. */
function isContinued(merge: XmlElement | undefined): boolean {
  return merge !== undefined && (merge.attributes.val ?? 'continue') === 'continue';
}

function isPrinted(block: Block): boolean {
  return block.kind === 'grid' || block.text.trim() !== '';
}

/** Rows of a table or cells of a row, also inside content controls and tracked insertions. */
function through(parent: XmlElement, name: 'tr' | 'tc'): XmlElement[] {
  return elements(parent).flatMap((child) => {
    if (child.name === name) return [child];
    return child.name === 'tbl' || UNPRINTED.has(child.name) ? [] : through(child, name);
  });
}

/** The printed text of a paragraph; text boxes found on the way are put aside, for they stand apart on the page. */
function runText(parent: XmlElement, boxes: XmlElement[]): string {
  return elements(parent)
    .map((child) => {
      const { name, attributes } = child;
      if (name === 't') return textContent(child);
      const character = CHARACTERS[name];
      if (character !== undefined) return character;
      if (name === 'sym') return String.fromCharCode(Number.parseInt(attributes.char ?? '', 16) || 0x25a1);
      if (name === 'txbxContent') boxes.push(child);
      if (name === 'txbxContent' || UNPRINTED.has(name) || isHidden(child)) return '';
      return runText(child, boxes);
    })
    .join('');
}

function isHidden(run: XmlElement): boolean {
  const vanish = run.name === 'r' ? find(run, 'rPr', 'vanish') : undefined;
  return vanish !== undefined && !/^(?:0|false|off)$/.test(vanish.attributes.val ?? 'true');
}
