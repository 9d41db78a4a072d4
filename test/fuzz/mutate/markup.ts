/** Changes of elements, attributes and texts of HTML and of XML parts. */
import type { Random } from '../random.ts';
import { fragment } from './fragments.ts';

const MAX_LENGTH = 2_000_000;
const TAG = /<[^<>]{0,300}>/g;
const SPANS = ['0', '-1', '2', '3', '99999', '1e9', 'x', '65535', '1001'];
const PIECES = [
  ...[
    '<!--',
    '<![CDATA[',
    '<script>',
    '<style>',
    '<textarea>',
    '<plaintext>',
    '<svg>',
    '<math>',
    '<template>',
    '<select>',
    '<pre>',
    '<br>',
  ],
  ...[
    '<ol start="-99999999999">',
    '<ol type="i" start="99999999"><li>',
    '<frameset>',
    '<noscript>',
    '<title>',
    '<meta charset="utf-16">',
  ],
  ...[
    '<meta charset="gbk">',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '&b;',
    '&#0;',
    '&#x110000;',
    '&#xD800;',
    '</body></html>',
    '<table hidden>',
  ],
  ...[
    '<td style="display:none">',
    '<w:vanish/>',
    '<w:vMerge/>',
    '<w:gridSpan w:val="1000000"/>',
    '<w:gridBefore w:val="63"/>',
    '<text:s text:c="999999999"/>',
  ],
  ...[
    '<mergeCell ref="A1:XFD1048576"/>',
    '<c r="XFD1"><v>1</v></c>',
    '<row r="99999999"/>',
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:p><w:r><w:t>7</w:t></w:r></w:p>',
  ],
  ...[
    '<table:table-cell table:number-columns-repeated="99999"><text:p>1</text:p></table:table-cell>',
    '<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
  ],
];
const NESTED = ['<div>', '<table><tr><td>', '<w:tbl><w:tr><w:tc><w:p>', '<b>', '<ul><li>', '<text:span>'];
const DEPTHS = [1, 5, 40, 300, 1490, 3000];

interface Tag {
  at: number;
  end: number;
  text: string;
}
type Change = (markup: string, tag: Tag, random: Random, tags: readonly Tag[]) => string;

const put = (markup: string, at: number, text: string) => markup.slice(0, at) + text + markup.slice(at);

const CHANGES: Change[] = [
  (markup, { at, end }) => markup.slice(0, at) + markup.slice(end),
  (markup, { at, text }, random) => put(markup, at, text.repeat(random.pick([2, 5, 100, 1000]))),
  (markup, { at }, random) =>
    put(markup, at, `<td rowspan="${random.pick(SPANS)}" colspan="${random.pick(SPANS)}">${random.int(0, 99)}</td>`),
  (markup, { at }, random) => put(markup, at, random.pick(NESTED).repeat(random.pick(DEPTHS))),
  (markup, { at }, random) => put(markup, at, fragment(random)),
  (markup, { at }, random, tags) => {
    const { at: other } = random.pick(tags);
    return markup.slice(0, Math.min(at, other)) + markup.slice(Math.max(at, other));
  },
  (markup, { at }, random, tags) => {
    const { at: other } = random.pick(tags);
    return put(markup, Math.max(at, other), markup.slice(Math.min(at, other), Math.max(at, other)).slice(0, 50_000));
  },
  (markup, { at, end, text }, random) =>
    markup.slice(0, at) +
    text.replace(/"[^"]*"/, `"${random.pick([...SPANS, 'none', fragment(random).slice(0, 300)])}"`) +
    markup.slice(end),
  (markup, { at }, random) => put(markup, at, random.pick(PIECES)),
  (markup, { at }, random) => put(markup, at, random.pick(PIECES)),
  (markup, { at }, random) =>
    put(
      markup,
      at,
      random
        .pick(['<p>1</p>', '<w:p><w:r><w:t>1</w:t></w:r></w:p>', '<text:p>1</text:p>'])
        .repeat(random.pick([3, 200, 2000])),
    ),
  (markup, { at }, random) =>
    put(markup, at, `<table>${`<tr>${'<td>1</td>'.repeat(random.int(1, 40))}</tr>`.repeat(random.int(1, 60))}</table>`),
  (markup, _tag, random) => markup.slice(0, random.int(0, markup.length)),
  (markup, { at, end, text }) => markup.slice(0, at) + text.toUpperCase() + markup.slice(end),
  (markup, { at, text }, random) =>
    put(markup, at, `${text.slice(0, -1)}${' a="b"'.repeat(random.pick([2, 100, 1000]))}>`),
  number,
  number,
  number,
];

/** Another text where a number stood between two tags. */
function number(markup: string, _tag: Tag, random: Random): string {
  const found = [...markup.matchAll(/>[^<>]*\d+[^<>]*</g)];
  if (found.length === 0) return markup;
  const { index, 0: old } = random.pick(found);
  return markup.slice(0, index + 1) + fragment(random).replace(/[<&]/g, '') + markup.slice(index + old.length - 1);
}

export function mutateMarkup(random: Random, markup: string): string {
  let changed = markup;
  for (let times = random.int(1, 4); times > 0; times--) {
    const tags = [...changed.matchAll(TAG)].map(({ index, 0: text }) => ({
      at: index,
      end: index + text.length,
      text,
    }));
    if (tags.length === 0) return changed;
    changed = random.pick(CHANGES)(changed, random.pick(tags), random, tags).slice(0, MAX_LENGTH);
  }
  return changed;
}
