/**
 * The codebook: `datapackage.json` (Frictionless Data Package and Table Schema v1), one resource a file, every column
 * with its labels, unit, editions of the form, and what stands for a missing value.
 * https://specs.frictionlessdata.io/table-schema/
 */
import { type CellAddress, FORM_EDITIONS, parseAddress } from '../domain/addresses.ts';
import { cellLabel, ROW_LABELS } from '../domain/labels.ts';
import { REGION_CODES_YEAR } from '../domain/regions.ts';
import type { Say } from '../output/language.ts';
import { ALL_CELLS, COUNTERPARTS, EDITION_YEARS, editionsOf, unitOf } from './cells.ts';
import { COLUMNS, RESOURCE_LABELS } from './columns.ts';
import { MEDIA_TYPES } from './formats/index.ts';
import { headsOf } from './formats/words.ts';
import type { Column, ColumnType } from './types.ts';
import type { WrittenFile } from './write.ts';

const FIELD_TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  code: 'string',
  integer: 'integer',
  number: 'number',
  date: 'date',
  flag: 'boolean',
};

/** @param heads the language of the heads and words in csv and xlsx; `null`: the names of the columns */
export function dataPackage(
  files: readonly WrittenFile[],
  about: Readonly<Record<string, string>>,
  heads: Say | null,
): Record<string, unknown> {
  return {
    profile: 'tabular-data-package',
    name: 'gouji-annual-disclosure-reports',
    title: '政府信息公开工作年度报告数据集',
    description: 'Annual disclosure reports of Chinese government bodies, as printed and as checked by gouji.',
    version: about.catalog,
    created: about.date,
    gouji: { ...about, regionCodes: `GB/T 2260, ${REGION_CODES_YEAR}`, editions: EDITIONS, cells: CELLS },
    resources: files.map((file) => resource(file, heads)),
  };
}

function resource({ resource: table, format, gzip, name, bytes, sha256, rows }: WrittenFile, heads: Say | null) {
  const isCsv = format === 'csv';
  const shown = isCsv || format === 'xlsx' ? heads : null;
  const names = headsOf({ columns: COLUMNS[table], say: shown });
  return {
    name: `${table}-${format}${gzip ? '-gzip' : ''}`,
    title: RESOURCE_LABELS[table].zh,
    titleEn: RESOURCE_LABELS[table].en,
    path: name,
    format: gzip ? `${format}.gz` : format,
    mediatype: MEDIA_TYPES[format],
    ...(gzip && { compression: 'gz' }),
    ...(isCsv && { profile: 'tabular-data-resource', encoding: 'utf-8', dialect: DIALECT }),
    bytes,
    hash: `sha256:${sha256}`,
    rows,
    schema: {
      fields: COLUMNS[table].map((column, i) => field(column, names[i] ?? column.name, shown)),
      missingValues: ['', 'null'],
      missingValueMeanings: {
        '': { zh: '未读出，或不适用；不是0', en: 'not read, or does not apply; never 0' },
        null: {
          zh: '印有而无数值（空白、短横、斜线或文字）',
          en: 'printed without a number (blank, dash, slash, words)',
        },
      },
      ...(table === 'reports' || table === 'wide' ? { primaryKey: [names[0]] } : {}),
    },
  };
}

const DIALECT = { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true };

function field(
  { name, type, label, description, unit, words, editions, required }: Column,
  head: string,
  shown: Say | null,
) {
  const levels = words && Object.keys(words);
  return {
    name: head,
    ...(head !== name && { column: name }),
    type: FIELD_TYPES[type],
    title: label.zh,
    titleEn: label.en,
    ...(description && { description: description.zh, descriptionEn: description.en }),
    ...(unit && { unit: unit.zh, unitEn: unit.en }),
    ...(editions && { editions }),
    ...(words && { words }),
    constraints: {
      ...(required && { required: true }),
      ...(words &&
        levels && { enum: shown ? levels.map((value) => shown(words[value] ?? { zh: value, en: value })) : levels }),
    },
  };
}

/** Which edition of the form has which cells, and since when. */
const EDITIONS = FORM_EDITIONS.map((edition) => ({
  edition,
  years: EDITION_YEARS[edition],
  cells: ALL_CELLS.filter((address) => editionsOf(address).includes(edition)).length,
  notes:
    edition === '2019-60'
      ? {
          zh: '（六）其他处理只有一行，为 requests.other.other；在2021年报表格式中它是三行之一，比较时应将三行相加',
          en: 'has （六） as one row, requests.other.other, which is one of three rows in the form of 2021: add those three to compare',
        }
      : null,
}));

/** What the column `cell` of the long table may hold. */
const CELLS = ALL_CELLS.map((address: CellAddress) => ({
  cell: address,
  table: parseAddress(address).table,
  label: cellLabel(address),
  row: ROW_LABELS[`${parseAddress(address).table}.${parseAddress(address).row}`],
  unit: unitOf(address),
  editions: editionsOf(address),
  ...(COUNTERPARTS[address] && { closeTo: COUNTERPARTS[address] }),
}));
