/** The body of a Word file in XML (docx, flat OPC, Word 2003): paragraphs, tables, text boxes and fields in reading order. */
import { append } from '../../../unbounded.ts';
import { Printed } from '../../printed.ts';
import { joinLines, type TableCell, tableBlocks } from '../../table.ts';
import type { Block, Paragraph, Place } from '../../types.ts';
import { elements, find, integer, textContent, type XmlElement } from '../../xml.ts';
import { chosenElements } from './alternates.ts';
import type { Fields } from './fields.ts';
import type { Numbering } from './numbering.ts';
import type { Styles } from './styles.ts';

/** Elements whose content is not printed: deleted or moved away, field codes, properties, notes to the author. */
const UNPRINTED = new Set(['del', 'moveFrom', 'delText', 'instrText', 'rPr', 'pPr', 'rt', 'sdtPr', 'sdtEndPr']);
/** Characters that Word writes as elements. */
const CHARACTERS = new Map(Object.entries({ tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' }));

/** What a body refers to outside of itself. */
export interface BodyContext {
  numbering: Numbering;
  styles: Styles;
  fields: Fields;
  /** `w:altChunk` → what the file that it stands for says. */
  chunks: ReadonlyMap<XmlElement, readonly Block[]>;
  /** Takes down the paragraph of each line, or the `w:altChunk` that it came in by, for those who write into the file. */
  lines?: Map<number, XmlElement> | undefined;
}

export class BodyReader {
  readonly #around: BodyContext;
  #line = 0;
  #tables = 0;
  /** A few bytes may take in another file any number of times. */
  readonly #printed = new Printed();
  /** Text of a paragraph whose end mark was deleted: it runs on into the next one. */
  #carried = '';

  constructor(around: BodyContext) {
    this.#around = around;
  }

  blocks(parent: XmlElement): Block[] {
    const blocks: Block[] = [];
    for (const element of chosenElements(parent)) append(blocks, this.#element(element));
    return blocks;
  }

  #element(element: XmlElement): Block[] {
    const { name } = element;
    if (name === 'p') return this.#paragraph(element);
    if (name === 'tbl') return this.#table(element);
    if (name === 'altChunk') return this.#chunk(element);
    if (name === 'fldChar') this.#around.fields.pass(element);
    return UNPRINTED.has(name) ? [] : this.blocks(element);
  }

  /** The lines of a paragraph, and the text boxes anchored in it. */
  #paragraph(paragraph: XmlElement): Block[] {
    const line = ++this.#line;
    const { numbering, fields, lines: seen } = this.#around;
    seen?.set(line, paragraph);
    const properties = find(paragraph, 'pPr');
    const boxes: XmlElement[] = [];
    const starts = fields.isPrinted;
    const printed = this.#text(paragraph, properties, boxes);
    // A paragraph that only holds instructions of a field is none.
    const isInside = !starts && !fields.isPrinted && printed === '';
    const text = this.#carried + joinLines([isInside ? '' : labelOf(numbering, properties), printed]);
    const runsOn = isInside || find(properties, 'rPr', 'del') !== undefined;
    this.#carried = runsOn ? text : '';
    const lines = runsOn
      ? []
      : text.split('\n').map((part): Paragraph => ({ kind: 'paragraph', text: part, place: { line } }));
    for (const box of boxes) append(lines, fields.apart(() => this.blocks(box)) as Paragraph[]);
    return lines;
  }

  /** The printed text of a paragraph; text boxes found on the way are put aside, for they stand apart on the page. */
  #text(parent: XmlElement, paragraph: XmlElement | undefined, boxes: XmlElement[]): string {
    const { fields, styles } = this.#around;
    return chosenElements(parent)
      .map((child) => {
        const { name } = child;
        if (name === 'fldChar') fields.pass(child);
        if (name === 'txbxContent') boxes.push(child);
        if (name === 'txbxContent' || UNPRINTED.has(name)) return '';
        if (name === 'r' && styles.hides(child, paragraph)) return this.#marks(child);
        const text = name === 't' ? textContent(child) : (CHARACTERS.get(name) ?? symbolOf(child));
        if (text !== null) return fields.isPrinted ? text : '';
        return this.#text(child, paragraph, boxes);
      })
      .join('');
  }

  /** Hidden text prints nothing, but fields may begin and end in it. */
  #marks(run: XmlElement): string {
    for (const child of elements(run)) if (child.name === 'fldChar') this.#around.fields.pass(child);
    return '';
  }

  /** Lines and tables of the other file are counted on from here. */
  #chunk(chunk: XmlElement): Block[] {
    const before = { line: this.#line, table: this.#tables };
    const seen = this.#around.lines;
    const moved = (place: Place, table?: number): Place => {
      const line = before.line + place.line;
      this.#line = Math.max(this.#line, line);
      seen?.set(line, chunk);
      return { ...(table === undefined ? {} : { ...place, table }), line };
    };
    return (this.#around.chunks.get(chunk) ?? []).map((block) => {
      this.#printed.add(...extentOf(block));
      if (block.kind !== 'grid') return { ...block, place: moved(block.place) };
      const table = before.table + (block.place.table ?? 1);
      this.#tables = Math.max(this.#tables, table);
      const rows = block.rows.map((row) => row.map((cell) => ({ ...cell, place: moved(cell.place, table) })));
      return { ...block, place: moved(block.place, table), rows };
    });
  }

  #table(table: XmlElement): Block[] {
    const number = ++this.#tables;
    const place = { line: this.#line + 1, table: number };
    const rows = through(table, 'tr').filter((row) => isPrintedRow(find(row, 'trPr')));
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
      const upper = isContinued(find(properties, 'vMerge') ?? find(properties, 'vmerge'))
        ? above.get(column)
        : undefined;
      const left = isContinued(find(properties, 'hMerge') ?? find(properties, 'hmerge')) ? started.at(-1) : undefined;
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

/** The character of a `w:sym`, a box where it names none. */
function symbolOf(element: XmlElement): string | null {
  if (element.name !== 'sym') return null;
  return String.fromCharCode(Number.parseInt(element.attributes.char ?? '', 16) || 0x25a1);
}

/** Word 2003 keeps the label as it was shown (`wx:t` in `w:listPr`); later ones count. */
function labelOf(numbering: Numbering, properties: XmlElement | undefined): string {
  return find(properties, 'listPr', 't')?.attributes.val ?? numbering.label(properties);
}

/** Deleted and hidden rows are not. */
function isPrintedRow(properties: XmlElement | undefined): boolean {
  const hidden = find(properties, 'hidden');
  return !find(properties, 'del') && (!hidden || /^(?:0|false|off)$/.test(hidden.attributes.val ?? 'true'));
}

/** `w:vMerge` without a value continues the merge. */
function isContinued(merge: XmlElement | undefined): boolean {
  return merge !== undefined && (merge.attributes.val ?? 'continue') === 'continue';
}

/** Cells and characters. */
function extentOf(block: Block): [cells: number, characters: number] {
  if (block.kind === 'paragraph') return [1, block.text.length];
  const cells = block.rows.flat();
  return [cells.length, cells.reduce((sum, { text }) => sum + text.length, 0)];
}

function isPrinted(block: Block): boolean {
  return block.kind === 'grid' || block.text.trim() !== '';
}

/** Rows of a table or cells of a row, also inside content controls and tracked insertions. */
function through(parent: XmlElement, name: 'tr' | 'tc'): XmlElement[] {
  return chosenElements(parent).flatMap((child) => {
    if (child.name === name) return [child];
    return child.name === 'tbl' || UNPRINTED.has(child.name) ? [] : through(child, name);
  });
}
