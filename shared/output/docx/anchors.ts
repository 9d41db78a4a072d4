/** Places in the source of a Word file's main part where a comment on a paragraph begins and ends. */
import { SaxesParser } from 'saxes';

/** Offsets in the source, both inside the paragraph; where it has neither content nor end tag, both are `null`. */
export interface Anchor {
  start: number;
  end: number;
  /** Offset of the `/` of `<w:p/>`, which has to become a start and an end tag. */
  closed: number | null;
  /** Tag name as written. */
  tag: string;
}

export interface Anchors {
  /** Of each element `p`, in the order of their start; a paragraph in a text box has that of the paragraph around it. */
  paragraphs: Anchor[];
  root: { name: string; attributes: Record<string, string> };
}

interface Open {
  anchor: Anchor;
  /** Number of elements open when its start tag was read. */
  depth: number;
}

/** Word has no comments in text boxes. */
const BOX = 'txbxContent';

export function anchorsOf(source: string): Anchors {
  const paragraphs: Anchor[] = [];
  const open: Open[] = [];
  const boxes: Anchor[] = [];
  let depth = 0;
  let root: Anchors['root'] | null = null;
  const parser = new SaxesParser({ xmlns: false, position: true });
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    const at = parser.position;
    root ??= { name, attributes: { ...attributes } };
    depth += 1;
    const inner = local(name);
    if (inner === BOX && !isSelfClosing) boxes.push((open.at(-1) as Open).anchor);
    if (inner !== 'p') return;
    const anchor = { start: at, end: at, closed: isSelfClosing ? source.lastIndexOf('/', at) : null, tag: name };
    open.push({ anchor, depth });
    paragraphs.push(boxes[0] ?? anchor);
  });
  parser.on('closetag', ({ name, isSelfClosing }) => {
    const at = parser.position;
    const here = open.at(-1);
    const inner = local(name);
    if (inner === BOX && !isSelfClosing) boxes.pop();
    // The properties of a paragraph come before everything else in it.
    if (inner === 'pPr' && here && depth === here.depth + 1) here.anchor.start = at;
    if (inner === 'p' && here && depth === here.depth) {
      if (here.anchor.closed === null) here.anchor.end = source.lastIndexOf('</', at);
      open.pop();
    }
    depth -= 1;
  });
  parser.write(source).close();
  return { paragraphs, root: root ?? { name: '', attributes: {} } };
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);
