/** The requests that some work sends to the table, by the partition keys that they are about. */
import { table } from '../../functions/store/table/table.ts';

export interface Asked {
  /** Of an index, with its name. */
  pk: string;
  reads: number;
  writes: number;
  /** Requests of one row are sent at once; a row follows the answers of the one before. */
  row: number;
}

type Keyed = { pk?: unknown };
interface Input {
  Key?: Keyed;
  Item?: Keyed;
  IndexName?: string;
  ExpressionAttributeValues?: Record<string, unknown>;
  RequestItems?: Record<
    string,
    { Keys?: Keyed[] } & { PutRequest?: { Item: Keyed }; DeleteRequest?: { Key: Keyed } }[]
  >;
}

/** What a command names, a batch once for each of its items. */
function keysOf({ Key, Item, IndexName, ExpressionAttributeValues, RequestItems }: Input): string[] {
  const [batch] = Object.values(RequestItems ?? {});
  if (Array.isArray(batch)) return batch.map((one) => String((one.PutRequest?.Item ?? one.DeleteRequest?.Key)?.pk));
  if (batch) return ((batch as { Keys?: Keyed[] }).Keys ?? []).map(({ pk }) => String(pk));
  const pk = Key?.pk ?? Item?.pk ?? ExpressionAttributeValues?.[':pk'];
  return [IndexName === undefined ? String(pk) : `${IndexName} ${pk}`];
}

export async function recorded(work: () => Promise<unknown>): Promise<Asked[]> {
  const { middlewareStack } = table().client;
  const asked: Asked[] = [];
  let answered = 0;
  middlewareStack.add(
    (next, context) => async (args) => {
      const row = answered + 1;
      const input = { ...(args.input as object), ReturnConsumedCapacity: 'TOTAL' };
      const result = await next({ ...args, input: input as never }).finally(() => {
        answered = Math.max(answered, row);
      });
      const { ConsumedCapacity: consumed } = result.output as { ConsumedCapacity?: object };
      const units = [consumed ?? []].flat().reduce((sum, one) => sum + Number((one as Units).CapacityUnits ?? 0), 0);
      const keys = keysOf(args.input as Input);
      const isWrite = /Put|Update|Delete|Write/.test(String(context.commandName));
      const each = units / keys.length;
      for (const pk of keys) asked.push({ pk, row, reads: isWrite ? 0 : each, writes: isWrite ? each : 0 });
      return result;
    },
    { step: 'initialize', name: 'recorded', override: true },
  );
  try {
    await work();
  } finally {
    middlewareStack.remove('recorded');
  }
  return asked;
}

interface Units {
  CapacityUnits?: number;
}
