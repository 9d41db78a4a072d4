/** Asks the function that may write the objects of reports (`functions/amend/`), and waits for its answer. */
import { variable } from './environment.ts';
import { correlationId } from './logging.ts';

export interface AmendRequest {
  /** Id of the report. */
  report: string;
  /** What its file is to be, in base64; `null`: it is taken away. */
  content: string | null;
  correlationId?: string | undefined;
}

export type AmendAnswer =
  | { outcome: 'gone' }
  /** `busy`: its ZIP is just being changed; `fixed`: its ZIP cannot be written anew. */
  | { outcome: 'done' | 'busy' | 'fixed'; key: string };

/**
 * Replaces the file of a report, or takes it away.
 * @param content `null` takes it away
 * @throws Error where the function failed
 */
export async function amend(report: string, content: Uint8Array | null): Promise<AmendAnswer> {
  // Loaded for the few requests that change a file.
  const { InvokeCommand, LambdaClient } = await import('@aws-sdk/client-lambda');
  const request: AmendRequest = {
    ...{ report, correlationId: correlationId() },
    content: content === null ? null : Buffer.from(content).toString('base64'),
  };
  // Not tried again by the SDK: what was done by a call without an answer would look as if it could not be done.
  const client = new LambdaClient({ maxAttempts: 1 });
  const asked = { FunctionName: variable('AMEND_FUNCTION'), Payload: JSON.stringify(request) };
  const { Payload, FunctionError } = await client.send(new InvokeCommand(asked));
  client.destroy();
  const answer = Payload?.transformToString() ?? '';
  if (FunctionError !== undefined) throw new Error(`amend failed: ${FunctionError} ${answer.slice(0, 1000)}`);
  return JSON.parse(answer) as AmendAnswer;
}
