/** A command as an operator types it: in the checkout, with the programs of the machine. */
import { execFile } from 'node:child_process';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** As from a shell: without what npm, or the runner of these tests, has put before the machine's own programs. */
export function fromShell(
  variables: Record<string, string>,
  command: string,
  ...args: string[]
): Promise<{ status: number; said: string; failed: string }> {
  const own = (process.env.PATH ?? '').split(delimiter).filter((path) => !path.includes('node_modules'));
  const env = { PATH: own.join(delimiter), POWERTOOLS_LOG_LEVEL: 'SILENT', ...variables };
  return new Promise((resolve) => {
    execFile(command, args, { cwd: root, env }, (error, said, failed) => {
      resolve({ status: error === null ? 0 : Number(error.code), said, failed });
    });
  });
}

/** `gouji ops …` by npm. */
export const byNpm = (variables: Record<string, string>, ...args: string[]) =>
  fromShell(variables, 'npm', 'run', '--silent', 'gouji', '--', 'ops', ...args);
