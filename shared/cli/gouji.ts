/** The `gouji` command: arguments in, text on standard output, exit status as `--help` says. */
import { inspect } from 'node:util';
import packageFile from '../../package.json' with { type: 'json' };
import { HELP, parseCommand } from './usage.ts';
import { UsageError } from './usage-error.ts';

const BAD_USAGE = 64;
/** A defect of the program: neither of the outcomes of a check. */
const DEFECT = 70;
const BROKEN_PIPE = 141;

/** Waits while the reader is slow, so that results do not pile up in memory. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

async function run(args: readonly string[]): Promise<number> {
  const command = parseCommand(args);
  switch (command.command) {
    case 'help':
      await write(HELP);
      return 0;
    case 'version':
      await write(`gouji ${packageFile.version}\n`);
      return 0;
    case 'rules':
      await write(await (await import('./rules.ts')).catalog(command.format, command.language));
      return 0;
    case 'export':
      return (await import('./export.ts')).runExport(command, write);
    case 'ops':
      return (await import('./ops.ts')).runOps(command, write);
    case 'schema':
      await write((await import('./schema.ts')).schemaText(command.of));
      return 0;
    case 'check':
      return (await import('./check.ts')).runCheck(command, write);
  }
}

/** Runs the command that the arguments of the process name, and sets its exit status. */
export async function gouji(): Promise<void> {
  // A reader that has seen enough (`gouji check … | head`) ends the program as it ends any other: without a word.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(BROKEN_PIPE);
  });

  try {
    process.exitCode = await run(process.argv.slice(2));
  } catch (error) {
    const isUsage = error instanceof UsageError;
    process.stderr.write(isUsage ? `gouji: ${error.message}\nSee gouji --help.\n` : `${inspect(error)}\n`);
    process.exitCode = isUsage ? BAD_USAGE : DEFECT;
  }
}
