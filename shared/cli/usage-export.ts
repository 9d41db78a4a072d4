/** What `gouji export` and `gouji schema` accept. */

import { EXPORT_FORMATS, type ExportFormat } from '../dataset/formats/index.ts';
import { SHAPES, type Shape } from '../dataset/types.ts';
import { LEVELS, type Level } from '../domain/level.ts';
import type { OutputLanguage } from '../output/language.ts';
import { oneOf, refuse, UsageError } from './usage-error.ts';

export interface ExportCommand {
  command: 'export';
  out: string;
  format: ExportFormat;
  shape: Shape;
  year: number | null;
  region: string | null;
  level: Level | null;
  /** Language of the messages. */
  language: OutputLanguage;
  /** Whether heads and words are in that language too, for readers; otherwise the names of the columns. */
  readable: boolean;
  profile: string;
  roster: string | null;
  /** Folder of the laptop's store, where no file is named. */
  data: string;
  paths: string[];
}

export interface SchemaCommand {
  command: 'schema';
  of: SchemaName;
}

export const SCHEMA_NAMES = ['result', 'cells', 'event', 'wide', 'reports', 'findings', 'decisions'] as const;
export type SchemaName = (typeof SCHEMA_NAMES)[number];

/** Options of `export` that no other command has; each with a value. */
export const EXPORT_OPTIONS = ['out', 'shape', 'year', 'region', 'level', 'data'] as const;

export const EXPORT_HELP = `  gouji export --out DIR [options] [FILE|DIR ...]
                                       tables of cells, reports, findings and decisions, with a codebook
                                       (datapackage.json); without files, of what the laptop (npm start) has stored
    --format ${EXPORT_FORMATS.join('|')}   default csv
    --shape long|wide                  one row a cell (default), or one row a report
    --year Y --region CODE --level ${LEVELS.join('|')}
                                       only these
    --lang zh|zh-Hant|zh-TW|en         heads and words of csv and xlsx in this language; without it, names for programs
    --profile, --roster                as for check; a roster also says which agencies were merged
    --data DIR                         the laptop's store, default .gouji
  gouji schema [${SCHEMA_NAMES.join('|')}]
                                       JSON Schema of a result, of a line of each export, of the events on the bus`;

type Given = Readonly<Record<string, string | boolean | undefined>>;

/** @throws {UsageError} naming the option at fault */
export function exportCommand(values: Given, paths: string[], language: OutputLanguage): ExportCommand {
  refuse('export', values, ['alone']);
  const text = (name: string) => (values[name] === undefined ? null : String(values[name]));
  const [out, year, region, level] = ['out', 'year', 'region', 'level'].map(text);
  if (!out) throw new UsageError('export needs --out DIR');
  if (year && !/^(?:19|20)\d{2}$/.test(year)) throw new UsageError(`--year ${year}: must be a year of four digits`);
  if (region && !/^\d{6}$/.test(region)) throw new UsageError(`--region ${region}: must be the six digits of a region`);
  if (paths.length > 0 && values.data !== undefined) throw new UsageError('--data has no use beside files');
  return {
    command: 'export',
    out,
    format: oneOf('--format', text('format') ?? 'csv', EXPORT_FORMATS),
    shape: oneOf('--shape', text('shape') ?? 'long', SHAPES),
    year: year ? Number(year) : null,
    region: region ?? null,
    level: level ? oneOf('--level', level, LEVELS) : null,
    language,
    readable: values.lang !== undefined,
    profile: text('profile') ?? 'strict',
    roster: text('roster'),
    data: text('data') ?? '.gouji',
    paths,
  };
}

/** @throws {UsageError} where what is named has no schema */
export function schemaCommand(values: Given, names: string[]): SchemaCommand {
  refuse('schema', values, ['format', 'lang', 'profile', 'roster', 'alone', ...EXPORT_OPTIONS]);
  if (names.length > 1) throw new UsageError(`schema of one thing at a time: ${names.join(' ')}`);
  return { command: 'schema', of: oneOf('schema', names[0] ?? 'result', SCHEMA_NAMES) };
}
