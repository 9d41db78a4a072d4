/** A packed office file (docx, xlsx, odt, ofd): its XML parts by name, or by relationship as OPC has it (ECMA-376 part 2). */
import { MAX_PART_BYTES, MAX_REPEATED_BYTES, refuse } from './limits.ts';
import { UnreadableError } from './unreadable.ts';
import { elements, parseXml, type XmlElement } from './xml.ts';
import { keyOf, unzip, zipEntries } from './zip.ts';

interface Relation {
  id: string;
  /** The last step of its type: `officeDocument`, `styles`, `worksheet`. */
  type: string;
  /** Name of the part that it leads to. */
  target: string;
}

/** Where the parts of a package are kept. Names are given as {@link keyOf} has them. */
export interface PartSource {
  names: ReadonlySet<string>;
  /** Content of a part, as far as it is kept as bytes. */
  bytes(name: string): Uint8Array | undefined;
  root(name: string): XmlElement | undefined;
}

/** Parts have names without regard to case; some programs write a slash before them. */
export class Package {
  readonly #source: PartSource;

  constructor(source: PartSource) {
    this.#source = source;
  }

  has(matching: RegExp): boolean {
    return [...this.#source.names].some((name) => matching.test(name));
  }

  /** Content of a part; `undefined` if the file has no such part. */
  bytes(name: string): Uint8Array | undefined {
    return this.#source.bytes(keyOf(name));
  }

  /** The root of a part; `undefined` if the file has no such part. */
  optional(name: string): XmlElement | undefined {
    return this.#source.root(keyOf(name));
  }

  /** @throws UnreadableError FILE.DAMAGED if the part is missing. */
  part(name: string): XmlElement {
    const root = this.optional(name);
    if (root === undefined) throw new UnreadableError('FILE.DAMAGED', `${name} is missing`);
    return root;
  }

  /** What a part refers to; '' names the file as a whole. References out of the file are left out. */
  relations(name: string): Relation[] {
    const slash = name.lastIndexOf('/') + 1;
    const root = this.optional(`${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`);
    const internal = (root ? elements(root) : []).filter(({ attributes }) => attributes.TargetMode !== 'External');
    return internal.map(({ attributes: { Id = '', Type = '', Target = '' } }) => ({
      id: Id,
      type: Type.slice(Type.lastIndexOf('/') + 1),
      target: this.#named(resolved(name.slice(0, slash), Target)),
    }));
  }

  /** A target is a URI, and names in a ZIP may be the characters that it escapes. */
  #named(target: string): string {
    const { names } = this.#source;
    return names.has(keyOf(target)) || !target.includes('%') ? target : unescaped(target);
  }

  /** The part that the whole file is about, or `usual` where it does not say. */
  mainPart(usual: string): string {
    const main = this.relations('').find(
      ({ type, target }) => type === 'officeDocument' && this.#source.names.has(keyOf(target)),
    );
    return main?.target ?? usual;
  }
}

/** The parts of a ZIP, read as {@link parseXml} does. @throws UnreadableError FILE.DAMAGED, FILE.BOMB. */
export function zippedParts(bytes: Uint8Array, passOver?: ReadonlySet<string>): PartSource {
  const entries = new Map(zipEntries(bytes).map((entry) => [keyOf(entry.name), entry]));
  const content = (name: string) => {
    const entry = entries.get(name);
    return entry && unzip(bytes, entry, MAX_PART_BYTES);
  };
  const read = new Set<string>();
  let repeated = 0;
  return {
    names: new Set(entries.keys()),
    bytes: content,
    root(name) {
      const part = content(name);
      if (read.has(name)) repeated += part?.length ?? 0;
      if (repeated > MAX_REPEATED_BYTES) refuse(`${name} is read again and again`);
      read.add(name);
      return part && parseXml(part, name, passOver);
    },
  };
}

/** A target as the name of a part: relative to the folder of its source, or from the top where it starts with a slash. */
function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of `${target.startsWith('/') ? '' : folder}${target.replaceAll('\\', '/')}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** With `%E6%96%87` as the character that it stands for; as it is where that is none. */
function unescaped(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch (error) {
    if (error instanceof URIError) return target;
    throw error;
  }
}
