/** `npm start`: the product on one machine. See the contract for what it promises. */
import './quiet.ts';
import module from 'node:module';
import { UsageError } from '../../shared/cli/usage-error.ts';
import { readArguments, USAGE } from './arguments.ts';
import { DiskError, diskTroublesSoFar, diskWords } from './disk.ts';
import { PortInUseError } from './listen.ts';
import { FolderInUseError, NewerFolderError } from './lock.ts';
import { findUploads } from './upload.ts';

process.exitCode = await main(process.argv.slice(2)).catch((error) => {
  if (error instanceof UsageError) return complain(`${error.message}\n${USAGE}`, 64);
  if (error instanceof PortInUseError) {
    return complain(
      `端口 ${error.port} 已被占用，请用 --port 换一个 (${error.message}; choose another with --port)`,
      1,
    );
  }
  if (error instanceof FolderInUseError) {
    return complain(`数据目录已被另一个进程使用，请用 --data 换一个 (${error.message}; choose another with --data)`, 1);
  }
  if (error instanceof NewerFolderError) {
    const words = '数据目录由更新的版本使用过，请改用那个版本，或用 --data 换一个目录';
    return complain(`${words} (${error.message}; go on with that release, or choose another folder with --data)`, 1);
  }
  const trouble = error instanceof DiskError ? error : diskTroublesSoFar()[0];
  // Whatever still runs cannot keep anything any more: it is not waited for.
  if (trouble !== undefined) process.exit(complain(diskWords(trouble), 1));
  throw error;
});

async function main(argv: readonly string[]): Promise<number> {
  const options = readArguments(argv);
  const uploads = await findUploads(options.paths);
  // Loaded late, so that a typing error is told at once; from the second start on its types are taken off already.
  module.enableCompileCache();
  const { run } = await import('./run.ts');
  return run(uploads, options);
}

function complain(message: string, status: number): number {
  console.error(message);
  return status;
}
