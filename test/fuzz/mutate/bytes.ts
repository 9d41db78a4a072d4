/** Damage that knows nothing of the format: bits, cuts, repeats, lengths that lie. */
import type { Random } from '../random.ts';
import { fragment } from './fragments.ts';

const SIZES = [1, 2, 4, 8, 64, 512, 4096];
const HEADER = 512;
const LENGTHS = [0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0xfffffffe, 0xffff, 512];

type Change = (bytes: Buffer, at: number, size: number, random: Random) => Buffer;

/** Changes that leave everything else where it is. */
const IN_PLACE: Change[] = [
  (bytes, at, _size, random) => {
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.int(0, 7));
    return bytes;
  },
  (bytes, at, size, random) => {
    for (let i = at; i < Math.min(at + size, bytes.length); i++) bytes[i] = random.int(0, 255);
    return bytes;
  },
  (bytes, at, _size, random) => {
    if (at + 4 <= bytes.length) bytes.writeUInt32LE(random.pick(LENGTHS), at);
    return bytes;
  },
  (bytes, at, size, random) => {
    const from = random.int(0, Math.max(0, bytes.length - 1));
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(from, from + size), bytes.subarray(at + size)]);
  },
  (bytes, at, size, random) => bytes.fill(random.pick([0, 0xff, 0x20, 0x30]), at, Math.min(at + size, bytes.length)),
];
const CHANGES: Change[] = [
  ...IN_PLACE,
  (bytes, at, size) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + size)]),
  (bytes, at, size) => Buffer.concat([bytes.subarray(0, at + size), bytes.subarray(at)]),
  (bytes, at) => bytes.subarray(0, at),
  (bytes, at, _size, random) =>
    Buffer.concat([bytes.subarray(0, at), Buffer.from(fragment(random)), bytes.subarray(at)]),
];

export function mutateBytes(random: Random, original: Uint8Array): Buffer {
  let bytes = Buffer.from(original);
  for (let times = random.int(1, 5); times > 0 && bytes.length > 0; times--)
    bytes = Buffer.from(random.pick(CHANGES)(bytes, random.int(0, bytes.length - 1), random.pick(SIZES), random));
  return bytes;
}

/** Behind the header of a compound file, so that it is still one. */
export function mutateCompound(random: Random, original: Uint8Array): Buffer {
  let bytes: Buffer = Buffer.from(original);
  for (let times = random.int(1, 5); times > 0; times--)
    bytes = random.pick(IN_PLACE)(bytes, random.int(HEADER, bytes.length - 1), random.pick(SIZES.slice(0, 5)), random);
  return bytes;
}
