/** `gouji ops inventory`: a line for each object whose records are not what they should be. */
import { takeInventory } from '../../functions/inventory/compare.ts';
import type { Operation } from './deployment.ts';

export async function showInventory({ write, progress }: Operation): Promise<number> {
  progress('正在对照存储桶与数据表 …');
  const { keys, differences } = await takeInventory();
  progress('');
  for (const { kind, key } of differences) await write(`${kind}\t${key}\n`);
  await write(`${keys.length} objects, ${differences.length} differences\n`);
  return differences.length === 0 ? 0 : 1;
}
