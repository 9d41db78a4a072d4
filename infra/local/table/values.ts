/** Values of attributes as the SDK's document client has them: their size, their order, and copies of them. */
import { invalid } from './refusal.ts';

export type Item = Record<string, unknown>;

/**
 * A copy as the table would give it back: without what is `undefined`.
 * @throws Refusal for what is no value of DynamoDB
 */
export function plain(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw invalid(`${value} is no number`);
  if (value === null || typeof value !== 'object') {
    if (typeof value === 'function' || typeof value === 'symbol') throw invalid(`a ${typeof value} is no value`);
    return value;
  }
  if (ArrayBuffer.isView(value) || value instanceof Set) return value;
  if (Array.isArray(value)) return value.filter((one) => one !== undefined).map(plain);
  if (!isMap(value)) throw invalid('an object of a class is no value');
  const copy: Item = {};
  for (const name in value) if (value[name] !== undefined) copy[name] = plain(value[name]);
  return copy;
}

export function isMap(value: unknown): value is Item {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Bytes that count: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html */
export function sizeOf(item: Item): number {
  let bytes = 0;
  for (const name in item) bytes += Buffer.byteLength(name) + bytesOf(item[name]);
  return bytes;
}

function bytesOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number' || typeof value === 'bigint') return numberBytes(String(value));
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (value instanceof Set) return [...value].reduce<number>((sum, one) => sum + bytesOf(one), 0);
  if (Array.isArray(value)) return value.reduce((sum, one) => sum + 1 + bytesOf(one), 3);
  if (isMap(value)) return 3 + Object.keys(value).length + sizeOf(value);
  return 1;
}

/** A byte for each two significant digits, one for the exponent and one for the sign. */
function numberBytes(text: string): number {
  const digits = text
    .replace(/e.*$/i, '')
    .replace(/[-.]/g, '')
    .replace(/^0+|0+$/g, '');
  return 1 + Math.ceil(digits.length / 2) + (text.startsWith('-') ? 1 : 0);
}

/** Less than, equal to or greater than 0, as for a sort; `null` where the two are of different kinds or have no order. */
export function compare(one: unknown, other: unknown): number | null {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one === 'string' && typeof other === 'string') {
    return one === other ? 0 : Buffer.compare(Buffer.from(one), Buffer.from(other));
  }
  if (one instanceof Uint8Array && other instanceof Uint8Array) return Buffer.compare(one, other);
  return null;
}

export function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return one !== undefined;
  if (one instanceof Uint8Array && other instanceof Uint8Array) return Buffer.compare(one, other) === 0;
  if (one instanceof Set && other instanceof Set) {
    return one.size === other.size && [...one].every((value) => other.has(value));
  }
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, at) => isEqual(value, other[at]));
  }
  if (!isMap(one) || !isMap(other)) return false;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => isEqual(one[name], other[name]));
}
