/** Values of JSON schemas, as far as the API's description uses them: some that fit, and some that do not. */
import type { Random } from '../chaos/random.ts';

export interface Schema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
}
type Json = Record<string, unknown>;

const isTree = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const own = (value: Json, name: string) => Object.hasOwn(value, name);
/** JSON schema counts code points, and so do most that describe; those that count units are stricter by what we never send. */
const lengthOf = (text: string) => [...text].length;

/** Whether a value is one that the schema describes. @param named the schemas that it refers to */
export function fits(schema: Schema, value: unknown, named: Record<string, Schema>): boolean {
  const of = (inner: Schema, given: unknown) => fits(inner, given, named);
  if (schema.$ref !== undefined) return of(named[schema.$ref.split('/').at(-1) as string] as Schema, value);
  const any = schema.anyOf ?? schema.oneOf;
  if (any !== undefined) return any.some((one) => of(one, value));
  if (schema.const !== undefined && schema.const !== value) return false;
  if (schema.enum !== undefined && !schema.enum.includes(value)) return false;
  switch (schema.type) {
    case 'null':
      return value === null;
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
    case 'number': {
      const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema;
      const isOne = typeof value === 'number' && (schema.type === 'number' || Number.isInteger(value));
      return isOne && value >= minimum && value <= maximum;
    }
    case 'string': {
      const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern = '' } = schema;
      return (
        typeof value === 'string' &&
        lengthOf(value) >= minLength &&
        lengthOf(value) <= maxLength &&
        new RegExp(pattern, 'u').test(value)
      );
    }
    case 'array': {
      const { minItems = 0, maxItems = Number.POSITIVE_INFINITY, items = {} } = schema;
      return (
        Array.isArray(value) &&
        value.length >= minItems &&
        value.length <= maxItems &&
        value.every((one) => of(items, one))
      );
    }
    case 'object': {
      const { properties = {}, required = [], additionalProperties = true, propertyNames = {} } = schema;
      if (!isTree(value) || required.some((name) => !own(value, name))) return false;
      return Object.entries(value).every(([name, inner]) => {
        if (own(properties as Json, name)) return of(properties[name] as Schema, inner);
        if (!of(propertyNames, name)) return false;
        return isTree(additionalProperties) ? of(additionalProperties as Schema, inner) : additionalProperties;
      });
    }
    default:
      return true;
  }
}

/** Texts that mean something here: by the name of the field, and for all others. */
export interface Texts {
  named: Readonly<Record<string, readonly string[]>>;
  any: readonly string[];
}

/** A value that fits. @param name of the field, where it has one */
export function example(
  schema: Schema,
  random: Random,
  named: Record<string, Schema>,
  texts: Texts,
  name?: string,
): unknown {
  const of = (inner: Schema, field = name) => example(inner, random, named, texts, field);
  if (schema.$ref !== undefined) return of(named[schema.$ref.split('/').at(-1) as string] as Schema);
  const any = schema.anyOf ?? schema.oneOf;
  if (any !== undefined) return of(random.of(any));
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return random.of(schema.enum);
  switch (schema.type) {
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return random.next() < 0.5;
    case 'array':
      return Array.from({ length: Math.max(schema.minItems ?? 0, 1 + random.below(2)) }, () => of(schema.items ?? {}));
    case 'object': {
      const { properties = {}, required = [] } = schema;
      const names = Object.keys(properties).filter((field) => required.includes(field) || random.next() < 0.5);
      return Object.fromEntries(names.map((field) => [field, of(properties[field] as Schema, field)]));
    }
    case 'string': {
      const fit = (list: readonly string[]) => list.filter((text) => fits(schema, text, named));
      const own = fit(texts.named[name ?? ''] ?? []);
      const fitting = own.length > 0 && random.next() < 0.9 ? own : fit(texts.any);
      if (fitting.length === 0) throw new Error(`no known text fits ${JSON.stringify(schema)}`);
      return random.of(fitting);
    }
    default:
      return null;
  }
}
