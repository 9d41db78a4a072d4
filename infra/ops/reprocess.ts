/** `gouji ops reprocess`: objects are read again as they are now; in the account by its state machine, here in this process. */
import type { ReprocessAnswer } from '../../functions/ingest/reprocess.ts';
import type { OpsCommand } from '../../shared/cli/usage-ops.ts';
import type { Operation } from './deployment.ts';

/** What came of a run. */
export type Outcomes = Pick<ReprocessAnswer, 'outcomes' | 'failed'>;

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

/** The outcomes of several batches together. */
export function together(answers: readonly Outcomes[]): Outcomes {
  const outcomes: Outcomes['outcomes'] = {};
  for (const [word, many] of answers.flatMap((answer) => Object.entries(answer.outcomes))) {
    outcomes[word] = (outcomes[word] ?? 0) + many;
  }
  return { outcomes, failed: answers.flatMap(({ failed }) => failed) };
}
