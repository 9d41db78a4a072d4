/** The command line of `npm start`. */
import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { UsageError } from '../../shared/cli/usage-error.ts';

export interface StartArguments {
  paths: string[];
  once: boolean;
  data: string;
  port: number;
}

export const USAGE = 'npm start [-- [--once] [--data DIR] [--port 9000] FILE|DIR …]';

/** The API and the mailbox take the two ports above. */
const HIGHEST_PORT = 65535 - 2;

/** @throws UsageError */
export function readArguments(argv: readonly string[]): StartArguments {
  const { values, positionals: paths } = parse(argv);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > HIGHEST_PORT) {
    throw new UsageError(`--port ${values.port}: 1 … ${HIGHEST_PORT}`);
  }
  if (statSync(values.data, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new UsageError(`--data ${values.data}: not a folder`);
  }
  return { paths, once: values.once, data: values.data, port };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        once: { type: 'boolean', default: false },
        data: { type: 'string', default: '.gouji' },
        port: { type: 'string', default: '9000' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}
