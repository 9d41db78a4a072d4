/** What was tried of each kind of file: the properties of the cases in test/corpus/files, by what has to come out. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { FORMATS } from '../shared/document/formats.ts';

/** The fields of `test/corpus/case.ts` that say which outcome is asked for. */
interface Case {
  about?: string;
  readable?: boolean;
  cells?: unknown;
  mustFindOneOf?: string[];
}

const CASES = new URL('../test/corpus/files/', import.meta.url);
const FIXTURES = new URL('../test/document/fixtures/', import.meta.url);

const readJson = (name: string, otherwise: string) =>
  JSON.parse(existsSync(new URL(name, CASES)) ? readFileSync(new URL(name, CASES), 'utf8') : otherwise);
const escaped = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('*', '\\*');
const named = (names: readonly string[]) => names.join('; ') || '–';

/** The table, one row a kind; a kind with no case has its tests in test/document. @throws Error for a file of no kind. */
export function propertiesTable(): string {
  const cases = Object.entries<Case>(readJson('expected.json', '{}'));
  const pending: string[] = readJson('pending.json', '[]');
  const fixtures = readdirSync(FIXTURES).filter((name) => /^(?:report|lists|hidden|unruled)\./.test(name));
  const byKind = Map.groupBy(cases, ([name]) => kindOf(name));
  const rows = FORMATS.map(({ kind }) => {
    const byOutcome = Map.groupBy(byKind.get(kind) ?? [], ([, expected]) => outcomeOf(expected));
    const told = (outcome: Outcome) =>
      named(
        (byOutcome.get(outcome) ?? []).map(
          ([name, expected]) => property(name, expected) + (pending.includes(name) ? ' (not yet so)' : ''),
        ),
      );
    const made = fixtures.filter((name) => kindOf(name) === kind).map((name) => `\`${name}\``);
    return `| ${kind} | ${told('read')} | ${told('never wrong')} | ${told('refused')} | ${named(made)} |`;
  });
  const head = '| kind | each number right | no number wrong, some may be absent | refused | fixtures |';
  return [head, '|---|---|---|---|---|', ...rows].join('\n');
}

type Outcome = 'read' | 'never wrong' | 'refused';

function outcomeOf({ readable, cells }: Case): Outcome {
  if (readable === false) return 'refused';
  return cells === undefined ? 'never wrong' : 'read';
}

/** What a case says it shows, with the number of its kind of property where its name has one, and the reason of a refusal. */
function property(name: string, { about, mustFindOneOf }: Case): string {
  if (about === undefined) throw new Error(`test/corpus/files: ${name} does not say what it is about`);
  const number = name.match(/^[a-z]\d+[a-z]?(?=-)/)?.[0];
  const reason = mustFindOneOf ? ` (${mustFindOneOf.map((rule) => `\`${rule}\``).join(' or ')})` : '';
  return `${number ? `${number} ` : ''}${escaped(about)}${reason}`;
}

function kindOf(name: string): string {
  const format = FORMATS.find(({ extensions }) => extensions.includes(extname(name).slice(1)));
  if (format === undefined) throw new Error(`${name} has the ending of no kind`);
  return format.kind;
}
