/** Where the laptop of a data folder is to be found while it runs: for `gouji ops --laptop`. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onDisk } from './disk.ts';

export interface Addresses {
  /** What leads the SDK and the functions to its engines. */
  environment: Record<string, string>;
  baseUrl: string;
}

const fileOf = (folder: string) => join(folder, 'addresses.json');

/** @returns forgets them. @throws DiskError */
export function writeAddresses(folder: string, addresses: Addresses): () => void {
  const file = fileOf(folder);
  onDisk(file, () => writeFileSync(file, JSON.stringify(addresses), { mode: 0o600 }));
  return () => rmSync(file, { force: true });
}

/** `null` where none runs, or it does not say. What a kill left is there too: the folder's lock tells whether one runs. */
export function readAddresses(folder: string): Addresses | null {
  const file = fileOf(folder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Addresses) : null;
}
