/** `gouji ops reprocess`: objects are read again as they are now; in the account by its state machine, here in this process. */
import type { OpsCommand } from '../../shared/cli/usage-ops.ts';
import type { Operation } from './deployment.ts';

/** @returns 1 where an object could not be read again; the others were */
export async function reprocess(
  { scope, names }: Pick<OpsCommand, 'scope' | 'names'>,
  operation: Operation,
): Promise<number> {
  const { deployment, write, progress } = operation;
  const what = { scope: scope ?? ('keys' as const), keys: names };
  const { outcomes, failed } =
    deployment.reprocessing === null
      ? await (await import('./reprocess-here.ts')).reprocessHere(what, operation)
      : await (await import('./reprocess-there.ts')).reprocessThere(what, operation);
  progress('');
  for (const { key, error } of failed) await write(`failed\t${key}\t${error}\n`);
  const words = Object.entries(outcomes).map(([word, many]) => `${many} ${word}`);
  await write(`${words.join(', ') || 'nothing to read'}\n`);
  return failed.length === 0 ? 0 : 1;
}
