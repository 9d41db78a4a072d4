/** Operators' commands on a laptop's folder, as the command line reads them. */
import { scanItems } from '../../functions/store/table/scan.ts';
import { operate } from '../../infra/ops/run.ts';
import { parseCommand } from '../../shared/cli/usage.ts';
import type { OpsCommand } from '../../shared/cli/usage-ops.ts';

/** @returns exit status and what was written */
export async function ops(folder: string, ...args: string[]): Promise<{ status: number; said: string }> {
  const lines: string[] = [];
  const command = parseCommand(['ops', ...args, '--laptop', '--data', folder]) as OpsCommand;
  const status = await operate(command, async (text) => void lines.push(text));
  return { status, said: lines.join('') };
}

/** Keys of every item of the table. */
export async function wholeTable(): Promise<string[]> {
  const keys: string[] = [];
  const every = { expression: 'attribute_exists(pk)' };
  for await (const { pk, sk } of scanItems<{ pk: string; sk: string }>(every, 'pk, sk')) keys.push(`${pk} ${sk}`);
  return keys.sort();
}
