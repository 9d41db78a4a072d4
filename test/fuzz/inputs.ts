/** Inputs of the fuzz: files of the samples, fixtures and corpus, changed by what they are made of. */
import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { mutateBytes, mutateCompound } from './mutate/bytes.ts';
import { mutateMarkup } from './mutate/markup.ts';
import { mutatePdf } from './mutate/pdf.ts';
import { encoded, mutateText } from './mutate/text.ts';
import { mutateXml } from './mutate/xml.ts';
import { mutateZip, zipped } from './mutate/zip.ts';
import { Random } from './random.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDERS = ['samples', 'test/document/fixtures', 'test/corpus/files'];
/** Files that are to be refused say nothing about numbers. */
const LEFT_OUT = /bomb|nested-forms|^(?:expected|pending|base-cells)\.json$|\.(?:ts|sh|md)$/;
/** Embedded fonts make a file large, and its reading slow, and nothing else. */
const MOST_BYTES = 60_000;
const BINARY = 0.08;

type Mutate = (random: Random, seed: Seed, seeds: readonly Seed[]) => Uint8Array;
interface Seed {
  name: string;
  bytes: Uint8Array;
}
export interface Input extends Seed {
  /** The ending of the file that it was made from. */
  kind: string;
}

const textOf = ({ bytes }: Seed) => new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gb18030').decode(bytes);
const lines: Mutate = (random, seed, seeds) =>
  encoded(random, mutateText(random, textOf(seed), textOf(random.pick(seeds))));
const tags: Mutate = (random, seed, seeds) =>
  random.chance(0.25) ? lines(random, seed, seeds) : encoded(random, mutateMarkup(random, textOf(seed)));
const elements: Mutate = (random, seed, seeds) =>
  random.chance(0.3) ? tags(random, seed, seeds) : Buffer.from(mutateXml(random, textOf(seed)));
const parts: Mutate = (random, { bytes }) => mutateZip(random, bytes);
const compound: Mutate = (random, { bytes }) => mutateCompound(random, bytes);

/** By the ending of a file. */
const WAYS: Record<string, Mutate> = {
  ...{ '.txt': lines, '.md': lines, '.csv': lines, '.rtf': lines, '.eml': lines },
  ...{ '.html': tags, '.xml': elements, '.mhtml': tags },
  ...{ '.docx': parts, '.odt': parts, '.ods': parts, '.xlsx': parts, '.ofd': parts },
  ...{ '.doc': compound, '.xls': compound, '.pdf': (random, { bytes }) => mutatePdf(random, bytes) },
};
/** How often a kind is taken: the more often, the less time its reading takes. */
const SHARES: Record<string, number> = {
  ...{ '.txt': 8, '.csv': 6, '.html': 6, '.xls': 8, '.doc': 6, '.docx': 4, '.xlsx': 4, '.eml': 4 },
  ...{ '.odt': 3, '.ods': 3, '.ofd': 3, '.rtf': 3, '.xml': 3, '.mhtml': 3, '.pdf': 1 },
};

export class Inputs {
  readonly #byKind: Map<string, Seed[]>;
  readonly #kinds: string[];

  /** @param only endings of the files to start from, all where none are given */
  constructor(only: readonly string[] = []) {
    const seeds = FOLDERS.flatMap((folder) =>
      readdirSync(join(ROOT, folder)).flatMap((name) =>
        LEFT_OUT.test(name) || WAYS[extname(name)] === undefined
          ? []
          : [{ name, bytes: readFileSync(join(ROOT, folder, name)) }],
      ),
    ).filter(({ bytes }) => bytes.length <= MOST_BYTES);
    this.#byKind = Map.groupBy(seeds, ({ name }) => extname(name));
    this.#kinds = [...this.#byKind.keys()]
      .filter((kind) => only.length === 0 || only.includes(kind.slice(1)))
      .flatMap((kind) => Array<string>(SHARES[kind] ?? 1).fill(kind));
  }

  /** The input of a number, always the same. */
  at(number: number): Input {
    const random = new Random(number);
    const kind = random.pick(this.#kinds);
    const seeds = this.#byKind.get(kind) ?? [];
    const seed = random.pick(seeds);
    const bytes = random.chance(BINARY) ? mutateBytes(random, seed.bytes) : (WAYS[kind] as Mutate)(random, seed, seeds);
    if (!random.chance(0.03)) return { kind, name: seed.name, bytes };
    const members = [
      { name: seed.name, data: bytes },
      { name: 'b.txt', data: (this.#byKind.get('.txt')?.[0] ?? seed).bytes },
    ];
    return { kind, name: 'all.zip', bytes: zipped(members) };
  }
}
