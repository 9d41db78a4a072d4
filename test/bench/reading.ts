/**
 * Reading and checking one report of each kind against the least that could be done with its bytes:
 * `node test/bench/reading.ts [--json]`. The reports are read again and again, as those of a folder are; what functions
 * remember of labels and numbers is therefore part of it, as it is there.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../shared/check.ts';
import { type InputFile, readDocuments } from '../../shared/document/read.ts';
import { type Figure, report } from './figures.ts';
import { parse5Alone, plainText, textItems, unzipAndSax } from './floors.ts';
import { inTurns } from './measure.ts';

const ROOT = join(import.meta.dirname, '../..');
const SAMPLES = 'samples';
const TWINS = 'test/corpus/samples';
const FIXTURES = 'test/document/fixtures';

const load = (name: string): InputFile => ({ name, bytes: new Uint8Array(readFileSync(join(ROOT, name))) });
const texts = (folder: string, names: RegExp) =>
  readdirSync(join(ROOT, folder)).flatMap((name) => (names.test(name) ? [load(join(folder, name))] : []));

interface Kind {
  name: string;
  files: readonly InputFile[];
  floor: (bytes: Uint8Array) => unknown;
  /** Floors that the document alone, and the whole check, may take. */
  document?: number;
  whole?: number;
}

const KINDS: readonly Kind[] = [
  { name: 'text, project samples', files: texts(SAMPLES, /[局府镇]20\d\d\.txt$/), floor: plainText, whole: 25 },
  { name: 'text, twins of real reports', files: texts(TWINS, /\.txt$/), floor: plainText, whole: 25 },
  { name: 'HTML', files: [load(`${FIXTURES}/report.html`)], floor: parse5Alone, document: 1.6, whole: 5 },
  { name: 'DOCX', files: [load(`${FIXTURES}/report.docx`)], floor: unzipAndSax, document: 1.6 },
  { name: 'PDF', files: [load(`${FIXTURES}/report.pdf`)], floor: textItems, document: 1.3 },
];

const figures: Figure[] = [];
for (const { name, files, floor, document, whole } of KINDS) {
  const costs = await inTurns({
    floor: async () => {
      for (const { bytes } of files) await floor(bytes);
    },
    document: async () => {
      for (const file of files) await readDocuments(file);
    },
    whole: async () => {
      for (const file of files) await check(file);
    },
  });
  const each = (key: keyof typeof costs) => costs[key].median / files.length;
  const figure = (what: string, value: number, bar: number | undefined): Figure => ({
    ...{ name: `${name}: ${what}`, value, unit: 'ms', floor: each('floor') },
    ...(bar !== undefined && { bar }),
  });
  figures.push(figure('document', each('document'), document), figure('whole check', each('whole'), whole));
}
report(figures);
