/** What happens to a table between its author and us: cells that are dropped, labels that are cut. */
import fc from 'fast-check';
import type { PrintedCell, PrintedTable } from './layouts/layout.ts';

export type Damage = (table: PrintedTable) => PrintedTable;

/** Whether one of the numbered things is hit: the same for the same number. */
type Hit = (index: number) => boolean;

const cells = (change: (cell: PrintedCell, hit: boolean) => PrintedCell[], at: Hit): Damage => {
  return (table) => {
    let index = 0;
    const next = () => {
      index += 1;
      return at(index);
    };
    const rows = table.rows.map((row) => row.flatMap((cell) => change(cell, next())));
    return { ...table, rows: rows.filter((row) => row.length > 0) };
  };
};

const DAMAGES: Record<string, (hit: Hit) => Damage> = {
  'empty cells dropped': (hit) => cells((cell, isHit) => (isHit && cell.number && cell.text === '' ? [] : [cell]), hit),
  'all empty cells dropped': () =>
    cells(
      (cell) => (cell.number && cell.text === '' ? [] : [cell]),
      () => true,
    ),
  'numbers dropped': (hit) => cells((cell, isHit) => (isHit && cell.number ? [] : [cell]), hit),
  'labels cut': (hit) =>
    cells(
      (cell, isHit) =>
        isHit && !cell.number ? [{ ...cell, text: cell.text.slice(0, 3) + cell.text.slice(6) }] : [cell],
      hit,
    ),
  'labels lost': (hit) => cells((cell, isHit) => (isHit && !cell.number ? [{ ...cell, text: '' }] : [cell]), hit),
  'rows lost': (hit) => (table) => ({ ...table, rows: table.rows.filter((_, index) => !hit(index)) }),
};

/** Every kind of damage at every subset of places, rare and frequent. */
export const damageArbitrary: fc.Arbitrary<{ name: string; damage: Damage }> = fc
  .record({
    name: fc.constantFrom(...Object.keys(DAMAGES)),
    /** Of a hundred places. */
    share: fc.constantFrom(3, 10, 30, 60, 90),
    seed: fc.nat(),
  })
  .map(({ name, share, seed }) => ({
    name: `${name} (${share} %)`,
    damage: (DAMAGES[name] as (hit: Hit) => Damage)((index) => scatter(seed, index) % 100 < share),
  }));

/** A number that says nothing about its neighbours' (the mixing step of MurmurHash3). */
function scatter(seed: number, index: number): number {
  let hash = Math.imul(seed ^ (index * 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
