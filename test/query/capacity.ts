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
  const send = client.send.bind(client) as unknown as (command: Command) => Promise<Answered>;
  const commands: string[] = [];
  const units = { reads: 0, writes: 0 };
  let answered = 0;
  // Around `send`: a shortcut of the laptop passes the SDK's middleware by.
  const counting = async (command: Command) => {
    const name = command.clientCommand.constructor.name;
    commands.push(name);
    const row = answered + 1;
    Object.assign(command.input, { ReturnConsumedCapacity: 'TOTAL' });
    const output = await send(command).finally(() => {
      answered = Math.max(answered, row);
    });
    const kind = /Put|Update|Delete|Write/.test(name) ? 'writes' : 'reads';
    for (const { CapacityUnits } of [output.ConsumedCapacity ?? []].flat()) units[kind] += CapacityUnits ?? 0;
    return output;
  };
  Object.assign(client, { send: counting });
  try {
    const answer = await run();
    return { answer, commands, ...units, capacity: units.reads + units.writes, rows: answered };
  } finally {
    Object.assign(client, { send });
  }
}

interface Command {
  input: object;
  clientCommand: { constructor: { name: string } };
}
interface Answered {
  ConsumedCapacity?: Consumed | Consumed[];
}
interface Consumed {
  CapacityUnits?: number;
}
