import { table } from '../../functions/store/table/table.ts';

/** What DynamoDB was asked while `run` went on, and the read and write capacity that it counted for it. */
export async function measured<T>(run: () => Promise<T>): Promise<{ answer: T; commands: string[]; capacity: number }> {
  const { client } = table();
  const commands: string[] = [];
  let capacity = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      commands.push(String(context.commandName));
      const input = { ...(args.input as object), ReturnConsumedCapacity: 'TOTAL' };
      const result = await next({ ...args, input: input as never });
      const consumed = (result.output as { ConsumedCapacity?: Consumed | Consumed[] }).ConsumedCapacity;
      for (const { CapacityUnits } of [consumed ?? []].flat()) capacity += CapacityUnits ?? 0;
      return result;
    },
    { step: 'initialize', name: 'measured', override: true },
  );
  try {
    return { answer: await run(), commands, capacity };
  } finally {
    client.middlewareStack.remove('measured');
  }
}

interface Consumed {
  CapacityUnits?: number;
}
