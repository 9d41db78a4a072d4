/** The operators' commands, each on the deployment that was named. */
import type { Write } from '../../shared/cli/check.ts';
import type { OpsCommand } from '../../shared/cli/usage-ops.ts';
import { progress } from '../local/print.ts';
import type { Deployment, Operation } from './deployment.ts';

/** @returns exit status: 0 all is well; 1 something is not, and the lines say what */
export async function operate(command: OpsCommand, write: Write): Promise<number> {
  if (command.from !== null) {
    await (await import('./restore-table.ts')).restoreTableHere(command.from, command.data, write);
    return 0;
  }
  const deployment = await connect(command);
  try {
    return await carryOut(command, { deployment, write, progress });
  } finally {
    progress('');
    await deployment.stop();
  }
}

async function connect({ stack, data, action }: OpsCommand): Promise<Deployment> {
  if (stack !== null) return (await import('./stack.ts')).connectStack(stack);
  const works = action === 'smoke' || action === 'redrive' || action === 'restore';
  return (await import('./laptop.ts')).connectLaptop(data, works);
}

async function carryOut(command: OpsCommand, operation: Operation): Promise<number> {
  switch (command.action) {
    case 'smoke':
      return (await import('./smoke.ts')).smoke(operation);
    case 'inventory':
      return (await import('./inventory.ts')).showInventory(operation);
    case 'reprocess':
      return (await import('./reprocess.ts')).reprocess(command, operation);
    case 'redrive':
      return (await import('./redrive.ts')).redrive(command.names, operation);
    case 'restore':
      if (command.table) {
        await (await import('./restore-table.ts')).restoreTableThere(command.at, operation, command.stack ?? '');
        return 0;
      }
      return (await import('./restore.ts')).restore(command.names, command.objectVersion, operation);
  }
}
