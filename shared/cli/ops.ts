/** `gouji ops`: what operators do with a deployment. It speaks AWS, which is no part of the package. */
import { stat } from 'node:fs/promises';
import type { Write } from './check.ts';
import { UsageError } from './usage-error.ts';
import type { OpsCommand } from './usage-ops.ts';

const OPERATIONS = new URL('../../infra/ops/run.ts', import.meta.url);

/**
 * @returns the exit status: 0 where all is well, 1 where something is not
 * @throws {UsageError} where there is no such deployment, or no checkout
 */
export async function runOps(command: OpsCommand, write: Write): Promise<number> {
  await stat(OPERATIONS).catch(() => {
    throw new UsageError('ops needs a checkout of the repository: npm run --silent gouji -- ops ...');
  });
  // Log lines are for the cloud; here a person reads.
  process.env.POWERTOOLS_LOG_LEVEL ??= 'SILENT';
  const { operate } = (await import(OPERATIONS.href)) as {
    operate(command: OpsCommand, write: Write): Promise<number>;
  };
  return operate(command, write);
}
