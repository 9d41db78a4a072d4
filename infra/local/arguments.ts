/** The command line of `npm start`. */
import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { UsageError } from '../../shared/cli/usage-error.ts';

export interface StartArguments {
  paths: string[];
  once: boolean;
  data: string;
  port: number;
  /** Callers sign in at an embedded issuer, as they would in an account. */
  signIn: boolean;
}

export const USAGE = 'npm start [-- [--once] [--data DIR] [--port 9000] [--sign-in] FILE|DIR …]';

/** The API, the mailbox and the issuer take the three ports above. */
const HIGHEST_PORT = 65535 - 3;

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
  return { paths, once: values.once, data: values.data, port, signIn: values['sign-in'] };
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
        'sign-in': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}
