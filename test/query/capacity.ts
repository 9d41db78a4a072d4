import { table } from '../../functions/store/table/table.ts';

export interface Measured<T> {
  answer: T;
  /** Names of the SDK's commands, in the order in which they were sent. */
  commands: string[];
  /** Read and write units together. */
  capacity: number;
  reads: number;
  writes: number;
  /** The longest chain of requests of which each was sent after the answer of the one before. */
  rows: number;
}

/** What DynamoDB was asked while `run` went on, and the capacity that it counted for it. */
export async function measured<T>(run: () => Promise<T>): Promise<Measured<T>> {
  const { client } = table();
  const commands: string[] = [];
  const units = { reads: 0, writes: 0 };
  let answered = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const name = String(context.commandName);
      commands.push(name);
      const row = answered + 1;
      const input = { ...(args.input as object), ReturnConsumedCapacity: 'TOTAL' };
      const result = await next({ ...args, input: input as never }).finally(() => {
        answered = Math.max(answered, row);
      });
      const consumed = (result.output as { ConsumedCapacity?: Consumed | Consumed[] }).ConsumedCapacity;
      const kind = /Put|Update|Delete|Write/.test(name) ? 'writes' : 'reads';
      for (const { CapacityUnits } of [consumed ?? []].flat()) units[kind] += CapacityUnits ?? 0;
      return result;
    },
    { step: 'initialize', name: 'measured', override: true },
  );
  try {
    const answer = await run();
    return { answer, commands, ...units, capacity: units.reads + units.writes, rows: answered };
  } finally {
    client.middlewareStack.remove('measured');
  }
}

interface Consumed {
  CapacityUnits?: number;
}
