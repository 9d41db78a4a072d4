/** How often the blocks of this project's code run while a file is checked, as V8 counts them: the same on any machine. */
import { Session } from 'node:inspector/promises';
import { check } from '../../shared/check.ts';

const session = new Session();
session.connect();
await session.post('Profiler.enable');

/** Runs of blocks of functions in `shared/`. What happens inside one regular expression or one built-in is one step. */
export async function stepsOf(file: { name: string; bytes: Uint8Array }): Promise<number> {
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  await check(file);
  const { result } = await session.post('Profiler.takePreciseCoverage');
  await session.post('Profiler.stopPreciseCoverage');
  const ours = result.filter(({ url }) => url.includes('/shared/'));
  return ours.reduce(
    (sum, { functions }) =>
      sum + functions.reduce((of, { ranges }) => of + ranges.reduce((all, { count }) => all + count, 0), 0),
    0,
  );
}
