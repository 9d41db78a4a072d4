/** Changes of XML that leave it well-formed, so that they reach what reads the elements and not only the parser. */
import type { Random } from '../random.ts';
import { fragment } from './fragments.ts';

const MAX_LENGTH = 1_000_000;
const TAG = /<(\/?)([A-Za-z_][\w:.-]*)((?:\s[^<>]*?)?)(\/?)>/g;
const ATTRIBUTE = /([\w:.-]+)="([^"]*)"/g;
const VALUES = [
  '',
  '0',
  '-1',
  '1',
  '2',
  '3',
  '63',
  '1001',
  '99999',
  '2147483648',
  '1e9',
  'x',
  's',
  'str',
  'A1:C3',
  'none',
];
const PIECES = [
  ...[
    '<w:vanish/>',
    '<w:vMerge/>',
    '<w:vMerge w:val="restart"/>',
    '<w:gridSpan w:val="3"/>',
    '<w:gridBefore w:val="2"/>',
  ],
  ...[
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:fldChar w:fldCharType="separate"/>',
    '<w:fldChar w:fldCharType="end"/>',
  ],
  ...[
    '<w:p><w:r><w:t>7</w:t></w:r></w:p>',
    '<w:r><w:t>7</w:t></w:r>',
    '<w:tc><w:p><w:r><w:t>8</w:t></w:r></w:p></w:tc>',
  ],
  ...[
    '<w:br/>',
    '<w:tab/>',
    '<w:del><w:r><w:t>6</w:t></w:r></w:del>',
    '<w:p/>',
    '<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
  ],
  ...[
    '<mergeCell ref="A1:XFD1048576"/>',
    '<mergeCell ref="D30:E30"/>',
    '<c r="XFD1"><v>1</v></c>',
    '<c t="s"/>',
    '<c><v>5</v></c>',
  ],
  ...[
    '<c t="inlineStr"><is><t>5</t></is></c>',
    '<row r="99999999"/>',
    '<row r="3" hidden="1"/>',
    '<col min="3" max="4" hidden="1"/>',
  ],
  ...[
    '<table:table-cell table:number-columns-repeated="99999"><text:p>1</text:p></table:table-cell>',
    '<table:covered-table-cell/>',
  ],
  ...[
    '<table:table-cell table:number-columns-repeated="2"/>',
    '<text:s text:c="9"/>',
    '<text:p>4</text:p>',
    '<text:line-break/>',
  ],
  ...['<ofd:TextCode X="1" Y="1">7</ofd:TextCode>', '<!-- 9 -->', '<![CDATA[3]]>', '<?a b?>'],
];
const TIMES = [1, 1, 2, 5, 100, 1000];

/** An element: where its first tag begins and ends, and where it is over. */
interface Element {
  from: number;
  opened: number;
  to: number;
}
type Change = (xml: string, element: Element, random: Random, elements: readonly Element[]) => string;

const spliced = (xml: string, from: number, to: number, text: string) => xml.slice(0, from) + text + xml.slice(to);
const escaped = (text: string) => text.replace(/[<&"\0\ud800-\udfff\ufffe\uffff]/g, '');

const CHANGES: Change[] = [
  (xml, { from, to }) => spliced(xml, from, to, ''),
  (xml, { from, to }, random) =>
    spliced(xml, to, to, to - from > 5000 ? '' : xml.slice(from, to).repeat(random.pick(TIMES))),
  (xml, { from, to }, random, elements) => {
    const other = random.pick(elements);
    return spliced(xml, from, to, xml.slice(other.from, other.to));
  },
  (xml, { from, to }, random, elements) => {
    const other = random.pick(elements);
    return spliced(xml, other.from, other.from, xml.slice(from, to));
  },
  attribute,
  attribute,
  attribute,
  (xml, { from, opened }, random, elements) => {
    const { from: at, opened: end } = random.pick(elements);
    const [given] = random.pick([...xml.slice(at, end).matchAll(ATTRIBUTE), ['']]);
    return spliced(xml, from, opened, xml.slice(from, opened).replace(/(\/?>)$/, ` ${given}$1`));
  },
  (xml, { opened }, random) => spliced(xml, opened, opened, random.pick(PIECES)),
  (xml, { from }, random) => spliced(xml, from, from, random.pick(PIECES).repeat(random.pick(TIMES))),
  (xml, { from, to, opened }, random) => {
    const tag = xml.slice(from, opened);
    const name = /^<([\w:.-]+)/.exec(tag)?.[1];
    if (tag.endsWith('/>')) return xml;
    const times = random.pick([1, 2, 30, 1490]);
    return spliced(xml, from, to, tag.repeat(times) + xml.slice(from, to) + `</${name}>`.repeat(times));
  },
  text,
  text,
  text,
  text,
];

/** Another value of an attribute. */
function attribute(xml: string, { from, opened }: Element, random: Random): string {
  const found = [...xml.slice(from, opened).matchAll(ATTRIBUTE)];
  if (found.length === 0) return xml;
  const { 0: whole, 1: name, index } = random.pick(found);
  const value = random.chance(0.7) ? random.pick(VALUES) : escaped(fragment(random)).slice(0, 300);
  return spliced(xml, from + index, from + index + whole.length, `${name}="${value}"`);
}

/** Another text where a text stood between two tags, oftener in place of a number. */
function text(xml: string, _element: Element, random: Random): string {
  const found = [...xml.matchAll(random.chance(0.7) ? />[^<>]*\d[^<>]*</g : />[^<>]+</g)];
  if (found.length === 0) return xml;
  const { index, 0: old } = random.pick(found);
  return spliced(xml, index + 1, index + old.length - 1, escaped(fragment(random)));
}

/** All elements, or none where tags do not match. */
function elementsOf(xml: string): Element[] {
  const open: Element[] = [];
  const elements: Element[] = [];
  for (const { index, 0: whole, 1: closes, 4: empty } of xml.matchAll(TAG)) {
    const opened = index + whole.length;
    if (closes) {
      const element = open.pop();
      if (element !== undefined) element.to = opened;
    } else {
      const element = { from: index, opened, to: opened };
      elements.push(element);
      if (!empty) open.push(element);
    }
  }
  // Not the root: without it nothing is left to read.
  return elements.slice(1);
}

export function mutateXml(random: Random, xml: string): string {
  let changed = xml;
  for (let times = random.int(1, 4); times > 0; times--) {
    const elements = elementsOf(changed);
    if (elements.length === 0) return changed;
    const next = random.pick(CHANGES)(changed, random.pick(elements), random, elements);
    if (next.length <= MAX_LENGTH) changed = next;
  }
  return changed;
}
