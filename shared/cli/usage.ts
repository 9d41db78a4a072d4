/** What the command line accepts; everything else ends with exit status 64 and a sentence on standard error. */

import { parseArgs } from 'node:util';
import type { Status } from '../domain/status.ts';
import { FACES } from '../output/faces.ts';
import { OUTPUT_LANGUAGES, type OutputLanguage } from '../output/language.ts';
import { oneOf, refuse, UsageError } from './usage-error.ts';
import {
  EXPORT_HELP,
  EXPORT_OPTIONS,
  type ExportCommand,
  exportCommand,
  type SchemaCommand,
  schemaCommand,
} from './usage-export.ts';
import { OPS_FLAGS, OPS_HELP, OPS_OPTIONS, type OpsCommand, opsCommand } from './usage-ops.ts';

/** The exit status of one result. */
const EXIT: Record<Status, number> = { passed: 0, failed: 1, unreadable: 2, incomplete: 3 };
/** Of several results, the gravest decides. */
const GRAVEST: readonly Status[] = ['unreadable', 'failed', 'incomplete'];

/** The exit status of many results: 2 before 1 before 3; 0 where every report passed. */
export function exitStatus(statuses: Iterable<Status>): number {
  const met = new Set(statuses);
  return EXIT[GRAVEST.find((status) => met.has(status)) ?? 'passed'];
}

type FormatName = keyof typeof FACES;
const CATALOG_FORMATS = ['text', 'json', 'md'] as const;
export type CatalogFormat = (typeof CATALOG_FORMATS)[number];

export type Command =
  | { command: 'help' | 'version' }
  | ExportCommand
  | SchemaCommand
  | OpsCommand
  | { command: 'rules'; format: CatalogFormat; language: OutputLanguage }
  | {
      command: 'check';
      format: FormatName;
      language: OutputLanguage;
      profile: string;
      roster: string | null;
      alone: boolean;
      paths: string[];
    };

export const HELP = `gouji - checks the annual reports of Chinese administrative bodies on government information disclosure
勾稽：检查政府信息公开工作年度报告

Usage
  gouji check [options] FILE|DIR ...   check reports; - reads standard input
    --format ${Object.keys(FACES).join('|')}
                                       default text; cells: one row a report, one column a cell
    --lang LANGUAGE                    language of the findings: zh (default), zh-Hant (Hong Kong), zh-TW, en
    --profile strict|town|FILE         severities and deadlines, default strict
    --roster FILE                      JSON: the bodies of a region that owe a report
    --alone                            each report by itself: no rules across years and bodies, results as they come
  gouji rules [--format ${CATALOG_FORMATS.join('|')}] [--lang zh|zh-Hant|zh-TW|en]
                                       the catalogue of rules
${EXPORT_HELP}
${OPS_HELP}
  gouji --help | --version

Exit status of check
  0  every report passed
  1  some report has an error-level finding
  2  some file is no readable report
  3  nothing wrong was found, but some report could be read only in part
  64 bad usage
`;

/** `--data` is of `ops` too. */
const ONLY_EXPORT = EXPORT_OPTIONS.filter((name) => name !== 'data');

/** Reads the arguments after `gouji`. @throws {UsageError} naming the argument at fault. */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = parsed(args);
  if (values.help) return { command: 'help' };
  if (values.version) return { command: 'version' };
  const [command, ...paths] = positionals;
  const language = oneOf('--lang', values.lang ?? 'zh', OUTPUT_LANGUAGES);
  if (command === 'ops') {
    refuse(command, values, ['format', 'lang', 'profile', 'roster', 'alone', ...ONLY_EXPORT]);
    return opsCommand(values, paths);
  }
  refuse(command ?? 'gouji', values, [...OPS_OPTIONS, ...OPS_FLAGS]);
  if (command === 'rules') {
    if (paths.length > 0) throw new UsageError(`rules takes no file: ${paths.join(' ')}`);
    refuse(command, values, ['profile', 'roster', 'alone', ...EXPORT_OPTIONS]);
    return { command, format: oneOf('--format', values.format ?? 'text', CATALOG_FORMATS), language };
  }
  if (command === 'export') return exportCommand(values, paths, language);
  if (command === 'schema') return schemaCommand(values, paths);
  if (command === undefined) throw new UsageError('no command given');
  if (command !== 'check') throw new UsageError(`unknown command: ${command}`);
  refuse(command, values, EXPORT_OPTIONS);
  if (paths.length === 0) throw new UsageError('no file given');
  if (paths.indexOf('-') !== paths.lastIndexOf('-')) throw new UsageError('- can be given only once');
  const format = oneOf('--format', values.format ?? 'text', Object.keys(FACES) as FormatName[]);
  const { profile = 'strict', roster = null, alone = false } = values;
  if (alone && roster !== null) throw new UsageError('--roster has no use with --alone');
  return { command, format, language, profile, roster, alone, paths };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...{ format: text, lang: text, profile: text, roster: text },
        ...Object.fromEntries([...EXPORT_OPTIONS, ...OPS_OPTIONS].map((name) => [name, text])),
        ...Object.fromEntries(OPS_FLAGS.map((name) => [name, flag])),
        ...{ alone: flag, help: { ...flag, short: 'h' }, version: flag },
      },
    });
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message.split('. ')[0], { cause: error });
    throw error;
  }
}
