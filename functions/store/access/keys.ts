/** Keys for signatures of this deployment: made when first needed, kept in the table, known only to it. */
import { randomBytes } from 'node:crypto';
import { ABSENT, getItem, type Key, putIf } from '../table/items.ts';

const kept = new Map<string, Promise<Buffer>>();

/** The key of this name. Removing its item makes everything void that was signed with it, once processes end. */
export function signingKey(name: 'CURSOR' | 'LINK'): Promise<Buffer> {
  const there = kept.get(name);
  if (there !== undefined) return there;
  const key = readKey({ pk: 'CONFIGURATION', sk: `${name}-KEY` });
  kept.set(name, key);
  key.catch(() => kept.delete(name));
  return key;
}

async function readKey(item: Key): Promise<Buffer> {
  const there = await getItem(item);
  if (there !== null) return bytesOf(there);
  const made = { ...item, key: randomBytes(32).toString('hex') };
  if (await putIf(made, ABSENT)) return bytesOf(made);
  // Another process made it meanwhile: its key is the one that counts.
  return readKey(item);
}

const bytesOf = ({ key }: Record<string, unknown>) => Buffer.from(key as string, 'hex');
