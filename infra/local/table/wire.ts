/**
 * Items as DynamoDB's JSON protocol writes them: each value with its type.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html
 */
import { type Item, isMap } from './values.ts';

type WireValue = Record<string, unknown>;
export type WireItem = Record<string, WireValue>;

export function fromWire(item: WireItem): Item {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, readValue(value)]));
}

export function toWire(item: Item): WireItem {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, wireOf(value)]));
}

const bytesOf = (text: string) => Buffer.from(text, 'base64');
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** Whole numbers that a double does not hold stay exact. */
function numberOf(text: string): number | bigint {
  const number = Number(text);
  return Number.isInteger(number) && !Number.isSafeInteger(number) && /^-?\d+$/.test(text) ? BigInt(text) : number;
}

const READ: Readonly<Record<string, (value: never) => unknown>> = {
  S: (text: string) => text,
  N: numberOf,
  B: bytesOf,
  BOOL: (is: boolean) => is,
  NULL: () => null,
  L: (list: WireValue[]) => list.map(readValue),
  M: fromWire,
  SS: (list: string[]) => new Set(list),
  NS: (list: string[]) => new Set(list.map(numberOf)),
  BS: (list: string[]) => new Set(list.map(bytesOf)),
};

function readValue(value: WireValue): unknown {
  const [type = '', of] = Object.entries(value)[0] ?? [];
  return READ[type]?.(of as never);
}

function wireOf(value: unknown): WireValue {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number' || typeof value === 'bigint') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value instanceof Uint8Array) return { B: textOf(value) };
  if (Array.isArray(value)) return { L: value.map(wireOf) };
  if (value instanceof Set) return setOf([...value]);
  return isMap(value) ? { M: toWire(value) } : { NULL: true };
}

function setOf(values: unknown[]): WireValue {
  if (typeof values[0] === 'string') return { SS: values };
  return values[0] instanceof Uint8Array
    ? { BS: values.map((value) => textOf(value as Uint8Array)) }
    : { NS: values.map(String) };
}
