/** Web pages: paragraphs and data tables as a browser shows them; page furniture such as scripts is dropped. */
import { type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import { type Decoded, declaredEncoding, decode } from '../../encoding.ts';
import { Flow, preformatted } from '../../flow.ts';
import { MAX_COLUMNS, MAX_DEPTH, MAX_NODES, MAX_ROWS, refuse } from '../../limits.ts';
import { type TableCell, tableBlocks } from '../../table.ts';
import type { Block, DocumentContent, Place } from '../../types.ts';
import { UnreadableError } from '../../unreadable.ts';
import { decodingNotes } from '../text/read.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** Struck out is what no longer holds: the number beside it is the one that counts. */
const SKIPPED = new Set(
  'script style noscript template iframe object svg math del s strike head audio video canvas'.split(' '),
);
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p search section summary ul'
  ).split(' '),
);
/** Where the rows of a group are shown, whatever the order of the groups in the source (HTML, "The table element"). */
const ROW_GROUPS: Readonly<Record<string, number>> = { thead: 0, tbody: 1, tfoot: 2 };
/** Fields of forms whose value a page shows. Some systems print the numbers of a report in them. */
const VALUED = new Set([null, '', 'text', 'number', 'tel']);
/** Names of `<meta>` that Chinese government sites use for the date of publication, lower case. */
const PUBLISHED = ['pubdate', 'publishdate', 'publish_date', 'publishtime', 'article:published_time'];
/** … and for the title of the article, beside that of the page. */
const TITLED = ['articletitle', 'og:title'];

/**
 * Reads a web page; places are lines and columns of its source.
 * @throws UnreadableError FILE.KIND for bytes that are no text, FILE.BOMB for nesting without end, FILE.PICTURES.
 */
export function readHtml(bytes: Uint8Array): DocumentContent {
  return readPage(decode(bytes, declaredEncoding(bytes)));
}

/** A page whose bytes are decoded already: see {@link readHtml}. */
export function readPage(decoded: Decoded): DocumentContent {
  const root = parse(decoded.text, { sourceCodeLocationInfo: true, treeAdapter: boundedAdapter() });
  const page = new Page();
  page.walk(root);
  page.flow.end();
  if (page.pictures > 0 && page.flow.blocks.length === 0) throw new UnreadableError('FILE.PICTURES');
  return {
    blocks: page.flow.blocks,
    encoding: decoded.encoding,
    title: page.titles.size > 0 ? [...page.titles].join(' | ') : null,
    published: page.published,
    notes: decodingNotes(decoded),
  };
}

/** parse5 looks through all open elements at every tag: without a bound, deep nesting takes quadratic time. */
function boundedAdapter(): typeof defaultTreeAdapter {
  let depth = 0;
  let elements = 0;
  return {
    ...defaultTreeAdapter,
    createElement: (...name) => {
      if (++elements > MAX_NODES) refuse(`more than ${MAX_NODES} elements`);
      return defaultTreeAdapter.createElement(...name);
    },
    onItemPush: () => {
      if (++depth > MAX_DEPTH) refuse(`more than ${MAX_DEPTH} elements in each other`);
    },
    onItemPop: () => {
      depth--;
    },
    // Where an element ends is of no use here, and copying its place at every end takes a fifth of the time.
    updateNodeSourceCodeLocation: () => {},
  };
}

class Page {
  flow = new Flow();
  /** Of the article and of the page, in the order of the source. */
  titles = new Set<string>();
  published: string | null = null;
  pictures = 0;
  #tables = 0;
  /** Fields count inside of tables only: elsewhere they are searches. */
  #cellDepth = 0;

  walk(node: DefaultTreeAdapterMap['node']): void {
    if (node.nodeName === '#text') {
      const { value } = node as DefaultTreeAdapterTypes.TextNode;
      this.flow.add(value, () => placeOf(node, value));
    } else if ('tagName' in node) this.#element(node);
    else if ('childNodes' in node) for (const child of node.childNodes) this.walk(child);
  }

  #element(element: Element): void {
    const { tagName } = element;
    if (tagName === 'head') this.#head(element);
    if (SKIPPED.has(tagName) || isHidden(element)) return;
    if (tagName === 'br') this.flow.break(placeOf(element));
    else if (tagName === 'pre') this.flow.insert(preformatted(textOf(element), placeOf(element)));
    else if (tagName === 'table') this.flow.insert(this.#table(element));
    else if (FIELDS.has(tagName)) this.flow.add(this.#cellDepth > 0 ? fieldValue(element) : '', () => placeOf(element));
    else {
      if (tagName === 'img') this.pictures++;
      const block = BLOCKS.has(tagName);
      if (block) this.flow.end();
      for (const child of element.childNodes) this.walk(child);
      if (block) this.flow.end();
    }
  }

  #head(head: Element): void {
    for (const child of elementsOf(head)) {
      if (child.tagName === 'title') this.#title(textOf(child));
      if (child.tagName !== 'meta') continue;
      const name = (attribute(child, 'name') ?? attribute(child, 'property') ?? '').toLowerCase();
      if (PUBLISHED.includes(name)) this.published ??= attribute(child, 'content');
      if (TITLED.includes(name)) this.#title(attribute(child, 'content') ?? '');
    }
  }

  #title(text: string): void {
    const title = text.replace(/\s+/g, ' ').trim();
    if (title !== '') this.titles.add(title);
  }

  #table(table: Element): Block[] {
    const number = ++this.#tables;
    const rows = elementsOf(table)
      .sort((one, other) => groupOrder(one) - groupOrder(other))
      .flatMap((child) => (child.tagName in ROW_GROUPS ? elementsOf(child) : [child]))
      .filter((row) => row.tagName === 'tr' && !isHidden(row))
      .map((row, index) => this.#cells(row, { table: number, row: index + 1 }));
    const captions = elementsOf(table).filter(({ tagName }) => tagName === 'caption');
    const heading = captions.flatMap((caption) => this.#within(caption));
    return [...heading, ...tableBlocks(rows, { ...placeOf(table), table: number })];
  }

  #cells(row: Element, where: { table: number; row: number }): TableCell[] {
    const cells = elementsOf(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
    return cells
      .filter((cell) => !isHidden(cell))
      .map((cell, index) => ({
        blocks: this.#within(cell).filter((block) => block.kind === 'grid' || block.text !== ''),
        place: { ...placeOf(cell), ...where, cell: index + 1 },
        colSpan: span(attribute(cell, 'colspan'), MAX_COLUMNS),
        rowSpan: span(attribute(cell, 'rowspan'), MAX_ROWS),
      }));
  }

  /** What stands in one element, as blocks of its own. */
  #within(element: Element): Block[] {
    const outer = this.flow;
    this.flow = new Flow();
    this.#cellDepth++;
    for (const child of element.childNodes) this.walk(child);
    this.#cellDepth--;
    this.flow.end();
    const { blocks } = this.flow;
    this.flow = outer;
    return blocks;
  }
}

/** HTML, "colspan" and "rowspan": 1 where the attribute is no number; a rowspan of 0 runs to the end of the table. */
function span(value: string | null, most: number): number {
  const number = Number.parseInt(value ?? '1', 10);
  return number === 0 ? most : Math.min(Math.max(number || 1, 1), most);
}

function groupOrder({ tagName }: Element): number {
  return ROW_GROUPS[tagName] ?? 1;
}

const FIELDS = new Set(['input', 'textarea', 'select']);

/** What a field shows as long as nobody changes it. */
function fieldValue(element: Element): string {
  if (element.tagName === 'textarea') return textOf(element);
  if (element.tagName === 'input')
    return VALUED.has(attribute(element, 'type')) ? (attribute(element, 'value') ?? '') : '';
  const options = elementsOf(element).filter(({ tagName }) => tagName === 'option');
  const chosen = options.find((option) => attribute(option, 'selected') !== null) ?? options[0];
  return chosen ? textOf(chosen) : '';
}

const UNSEEN =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![\d.]*[1-9])|mso-hide\s*:\s*all|text-decoration[\w-]*\s*:[^;]*line-through/i;

/** Not shown, or shown as struck out. */
function isHidden(element: Element): boolean {
  if (element.attrs.length === 0) return false;
  if (attribute(element, 'hidden') !== null) return true;
  return UNSEEN.test(attribute(element, 'style') ?? '');
}

function attribute(element: Element, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value ?? null;
}

function elementsOf(element: Element): Element[] {
  return element.childNodes.filter((child): child is Element => 'tagName' in child);
}

function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (node.nodeName === 'br') return '\n';
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** Where a node stands in the source; of a text, where its first visible character stands. Made-up nodes are on line 1. */
function placeOf(node: Node, text = ''): Place {
  const at = node.sourceCodeLocation;
  if (!at) return { line: 1 };
  const first = text.search(/\S/);
  if (first === 0 || text === '') return { line: at.startLine, column: at.startCol };
  const blank = first === -1 ? text : text.slice(0, first);
  const breaks = blank.split('\n');
  const column = breaks.length === 1 ? at.startCol + blank.length : (breaks.at(-1) as string).length + 1;
  return { line: at.startLine + breaks.length - 1, column };
}
