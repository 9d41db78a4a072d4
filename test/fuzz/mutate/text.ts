/** Changes of lines, separators and numbers of a text. */
import type { Random } from '../random.ts';
import { fragment } from './fragments.ts';

const MAX_LENGTH = 1_000_000;
const LINES = [
  ...[
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '一、总体情况',
    '自然人',
  ],
  ...[
    '本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和',
    '(一)予以公开',
    '总计',
    '规章',
    '第二十条第（一）项',
    '尚未审结',
  ],
];
const ENDS = ['', '\r\n', '\r', '\n\n', ' ', '|', '\t', '\u2028', '|\n|'];
const BARS = ['', '\t', '\n', '｜', ' ', '||', '│'];

type Change = (text: string, random: Random, other: string) => string;

/** Changes that see a text as its lines. */
const OF_LINES: ((lines: string[], at: number, random: Random) => void)[] = [
  (lines, at, random) => void lines.splice(at, 1, fragment(random)),
  (lines, at, random) => {
    const line = lines[at] ?? '';
    const cut = random.int(0, line.length);
    lines[at] = line.slice(0, cut) + fragment(random) + line.slice(cut);
  },
  (lines, at, random) => void lines.splice(at, random.int(1, 40)),
  (lines, at, random) => {
    const from = random.int(0, lines.length - 1);
    lines.splice(at, 0, ...lines.slice(from, from + random.int(1, 40)));
  },
  (lines, at, random) => {
    const other = random.int(0, lines.length - 1);
    [lines[at], lines[other]] = [lines[other] as string, lines[at] as string];
  },
  (lines, at, random) => {
    lines[at] = [...(lines[at] ?? '')].join(random.pick([' ', '\u200b', '\u3000', '\t']));
  },
  (lines, at, random) => {
    lines[at] = (lines[at] ?? '').repeat(random.pick([2, 10, 200])).slice(0, 100_000);
  },
  (lines, at, random) => void lines.splice(at, 1, random.pick(LINES)),
];

const CHANGES: Change[] = [
  ...OF_LINES.flatMap((change): Change[] => {
    const apply: Change = (text, random) => {
      const lines = text.split('\n');
      change(lines, random.int(0, lines.length - 1), random);
      return lines.join('\n');
    };
    return [apply, apply];
  }),
  number,
  number,
  number,
  (text, random) => text.replaceAll('\n', random.pick(ENDS)),
  (text, random) => text.replaceAll('|', random.pick(BARS)),
  (text, random) =>
    text.replaceAll(/\d/g, (digit) => (random.chance(0.3) ? String.fromCharCode(0xff10 + Number(digit)) : digit)),
  (text, random) => text.slice(random.int(0, text.length >> 1), random.int(text.length >> 1, text.length)),
  (text, random, other) => text.slice(0, random.int(0, text.length)) + other.slice(random.int(0, other.length)),
  (text, _random, other) => `${text}\n${other}`,
  (text, random) => text.replaceAll(/[ \t]+/g, random.pick(['', ' ', '\t', '  ', '|'])),
  (text, random) => {
    const character = random.pick([...new Set(text.slice(0, 3000))]) ?? ' ';
    return text.replaceAll(character, random.pick(['', character + character, ' ', '?', '\ufffd']));
  },
];

/** Another number, or what is none, in place of one. */
function number(text: string, random: Random): string {
  const found = [...text.matchAll(/\d+/g)];
  if (found.length === 0) return text;
  const { index, 0: old } = random.pick(found);
  const others = [
    fragment(random).slice(0, 50),
    '',
    '-',
    '１',
    '9999999',
    '0.5',
    '1,000',
    '1e5',
    String(random.int(0, 99999)),
    ' ',
  ];
  return text.slice(0, index) + random.pick(others) + text.slice(index + old.length);
}

export function mutateText(random: Random, text: string, other: string): string {
  let changed = text;
  for (let times = random.int(1, 4); times > 0; times--)
    changed = random.pick(CHANGES)(changed, random, other).slice(0, MAX_LENGTH);
  return changed;
}

/** The text in one of the ways in which files are encoded, rightly or not. */
export function encoded(random: Random, text: string): Buffer {
  const way = random.int(0, 7);
  if (way === 0) return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  if (way === 1) return Buffer.from(`\ufeff${text}`);
  if (way === 2) return Buffer.from(text, 'latin1');
  return Buffer.from(text);
}
