/** Takes over what an earlier release kept: rows of DynamoDB's JSON, one a table item, in a table of their own. */
import type { DatabaseSync } from 'node:sqlite';
import { type Item, sizeOf } from './values.ts';
import { fromWire, type WireItem } from './wire.ts';

/** @param put keeps an item in the way of today */
export function takeOver(file: DatabaseSync, put: (row: { item: Item; bytes: number }) => void): void {
  const there = file.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'items'").get();
  if (there === undefined) return;
  for (const { value } of file.prepare("SELECT value FROM items WHERE part LIKE 'item-%'").iterate()) {
    const item = fromWire(JSON.parse(value as string) as WireItem);
    put({ item, bytes: sizeOf(item) });
  }
  file.exec('DROP TABLE items');
}
