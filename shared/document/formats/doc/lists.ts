/** Labels of automatic lists in a Word 97–2003 file: [MS-DOC] 2.9.131 (LFO), 2.9.147 (LSTF), 2.9.150 (LVLF). */
import { type List, type ListLevel, nextLabel } from '../../lists.ts';
import { type Modifier, slice } from './properties.ts';

/** Modifiers of a paragraph: which list (from 1), which level (from 0). */
const LIST = 0x460b;
const LEVEL = 0x260a;

/** [MS-OSHARED] 2.2.1.3, numbers → number format, as far as Chinese offices use them. */
const FORMATS: Record<number, string> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  23: 'bullet',
  28: 'decimalEnclosedCircleChinese',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
};

export class WordLists {
  /** The definitions end too early: the labels of some lists are not known. */
  readonly isCut: boolean;
  readonly #lists: (List | undefined)[];

  /** `table`: the table stream; `definitions` and `overrides`: offsets and lengths of PlfLst and PlfLfo in it. */
  constructor(table: DataView, definitions: [number, number], overrides: [number, number]) {
    const { lists, isCut } =
      definitions[1] < 2 ? { lists: new Map<number, List>(), isCut: false } : listsOf(table, definitions);
    this.isCut = isCut;
    const plf = slice(table, ...overrides);
    const count = plf.byteLength < 4 ? 0 : Math.min(plf.getUint32(0, true), Math.floor((plf.byteLength - 4) / 16));
    this.#lists = Array.from({ length: count }, (_, i) => lists.get(plf.getUint32(4 + i * 16, true)));
  }

  /** The label before a paragraph with these modifiers, counting on; '' where none is. */
  label(modifiers: Modifier[]): string {
    const number = modifiers.findLast(({ code }) => code === LIST)?.operand.getInt16(0, true) ?? 0;
    const list = this.#lists[number - 1];
    const level = modifiers.findLast(({ code }) => code === LEVEL)?.operand.getUint8(0) ?? 0;
    return list && level < 9 ? nextLabel(list, level) : '';
  }
}

/** Lists by id as far as they are there: some programs cut the table short, and the text is whole all the same. */
function listsOf(table: DataView, span: [number, number]): { lists: Map<number, List>; isCut: boolean } {
  const lists = new Map<number, List>();
  try {
    addLists(lists, table, span);
    return { lists, isCut: false };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { lists, isCut: true };
  }
}

/** The levels of all lists follow their definitions: one for a simple list, else nine. @throws RangeError where they end too early. */
function addLists(lists: Map<number, List>, table: DataView, [offset, length]: [number, number]): void {
  let at = offset + length;
  const count = table.getUint16(offset, true);
  for (let i = 0; i < count; i++) {
    const definition = offset + 2 + i * 28;
    const isSimple = (table.getUint8(definition + 26) & 1) === 1;
    const levels: ListLevel[] = [];
    for (let level = 0; level < (isSimple ? 1 : 9); level++) {
      const read = levelAt(table, at);
      levels.push(read.level);
      at = read.end;
    }
    lists.set(table.getUint32(definition, true), { levels, counters: [] });
  }
}

/** A level: 28 fixed bytes, two lists of modifiers, then its text, in which characters 0–8 stand for the numbers. */
function levelAt(table: DataView, start: number): { level: ListLevel; end: number } {
  const at = start + 28 + table.getUint8(start + 24) + table.getUint8(start + 25);
  const length = table.getUint16(at, true);
  const text = new TextDecoder('utf-16le').decode(slice(table, at + 2, length * 2));
  const level = {
    format: FORMATS[table.getUint8(start + 4)] ?? 'decimal',
    text: [...text]
      .map((c) => ((c.codePointAt(0) as number) < 9 ? `%${(c.codePointAt(0) as number) + 1}` : c))
      .join(''),
    start: table.getInt32(start, true),
  };
  return { level, end: at + 2 + length * 2 };
}
