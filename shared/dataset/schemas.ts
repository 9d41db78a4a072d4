/** The JSON Schema of a line of each table, as ndjson has it: made from the columns. */
import { cellAddresses, FORM_EDITIONS } from '../domain/addresses.ts';
import { COLUMNS, RESOURCE_LABELS } from './columns.ts';
import type { Column, ColumnType, ResourceName } from './types.ts';

const JSON_TYPES: Readonly<Record<ColumnType, Record<string, unknown>>> = {
  text: { type: 'string' },
  code: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  date: { type: 'string', format: 'date' },
  flag: { type: 'boolean' },
};

export function lineSchema(resource: ResourceName): Record<string, unknown> {
  const columns = COLUMNS[resource];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: RESOURCE_LABELS[resource].en,
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(columns.map((column) => [column.name, property(column)])),
    required: columns.filter(({ required }) => required).map(({ name }) => name),
  };
}

function property({ name, type, label, description, unit, words, editions }: Column): Record<string, unknown> {
  const { type: json, ...rest } = JSON_TYPES[type];
  return {
    // Of a cell, `null` says that it was printed without a number.
    ...{ type: editions ? [json, 'null'] : json, ...rest, title: `${label.zh} / ${label.en}` },
    ...(description && { description: `${description.zh} / ${description.en}` }),
    ...(unit && { unit: unit.en }),
    ...(words && { enum: Object.keys(words) }),
    ...(name === 'cell' && { enum: [...new Set(FORM_EDITIONS.flatMap(cellAddresses))] }),
    ...(name === 'form' && { enum: FORM_EDITIONS }),
  };
}
