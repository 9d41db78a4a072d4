/** Changes of the words of PDF objects and of what their streams draw. */
import { inflateSync } from 'node:zlib';
import type { Random } from '../random.ts';
import { mutateBytes } from './bytes.ts';

const STREAM = /<<([^>]{0,600})>>\s*stream\r?\n([\s\S]*?)\r?\nendstream/g;
const WORD = /-?\d+(?:\.\d+)?|\/[A-Z]\w+|\b(?:Tj|TJ|Tm|Td|re|cm|BT|ET|q|Q|Do|Tf|l|m|S|f)\b/g;
const NUMBERS = ['0', '-1', '1e10', '99999999999', '0.00001', '-99999', '1 0 R', 'null', 'NaN', '2147483648'];
const PIECES = [
  ' q ',
  ' BT ',
  ' [(',
  ' <<',
  '>> ',
  ' endobj ',
  ' stream\n',
  ' BI ID ',
  '(\\',
  '<ff',
  ' /F1 0 Tf ',
  ' 0 0 0 0 0 0 Tm ',
  ' 1e9 0 0 1e9 0 0 cm ',
  ' 0 0 1e9 1e9 re f ',
  ' 0 1 -1 0 0 0 cm ',
];
const MAX_LENGTH = 3_000_000;

interface Word {
  at: number;
  end: number;
  text: string;
}
type Change = (pdf: string, word: Word, random: Random, words: readonly Word[]) => string;

const CHANGES: Change[] = [
  (pdf, { at, end }, random) => pdf.slice(0, at) + random.pick(NUMBERS) + pdf.slice(end),
  (pdf, { at, end }, random) => pdf.slice(0, at) + random.pick(NUMBERS) + pdf.slice(end),
  (pdf, { at, end }) => pdf.slice(0, at) + pdf.slice(end),
  (pdf, { at }, random) =>
    pdf.slice(0, at) + pdf.slice(at, at + random.int(1, 200)).repeat(random.pick([2, 50, 1000])) + pdf.slice(at),
  (pdf, { at, end }, random, words) => pdf.slice(0, at) + random.pick(words).text + pdf.slice(end),
  (pdf, _word, random) => pdf.slice(0, random.int(pdf.length >> 2, pdf.length)),
  (pdf, { at }, random) => pdf.slice(0, at) + random.pick(PIECES) + pdf.slice(at),
  (pdf, _word, random) => mutateBytes(random, Buffer.from(pdf, 'latin1')).toString('latin1'),
];

export function mutatePdf(random: Random, bytes: Uint8Array): Buffer {
  let pdf = opened(Buffer.from(bytes).toString('latin1'));
  for (let times = random.int(1, 4); times > 0; times--) {
    const words = [...pdf.matchAll(WORD)].map(({ index, 0: text }) => ({ at: index, end: index + text.length, text }));
    if (words.length === 0) break;
    pdf = random.pick(CHANGES)(pdf, random.pick(words), random, words).slice(0, MAX_LENGTH);
  }
  return Buffer.from(pdf, 'latin1');
}

/** With streams unpacked, so that their words can be changed. */
function opened(pdf: string): string {
  return pdf.replace(STREAM, (whole: string, dictionary: string, body: string) => {
    if (!dictionary.includes('FlateDecode') || /Image|FontFile|Length1|XRef|ObjStm/.test(dictionary)) return whole;
    try {
      const content = inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
      const plain = dictionary
        .replace(/\/Filter\s*\/FlateDecode/, '')
        .replace(/\/Length \d+( 0 R)?/, `/Length ${content.length}`);
      return `<<${plain}>>\nstream\n${content}\nendstream`;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code?.startsWith('Z_')) return whole;
      throw error;
    }
  });
}
