/** The one operation of Lambda that the laptop needs: a function is called, and its answer waited for. */
import { createServer } from 'node:http';
import { FUNCTIONS, type FunctionName } from '../wiring.ts';
import { contextOf } from './context.ts';
import { loadHandler } from './handler.ts';
import { close, listen, textOf } from './listen.ts';
import { type Answer, jsonAnswer } from './transport.ts';

/** Lambda takes as much in one call. */
const MOST_BYTES = 6 * 1024 * 1024;

/** https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
const PATH = /^\/2015-03-31\/functions\/([^/?]+)\/invocations/;

export interface Invocations {
  address: string;
  stop(): Promise<void>;
}

/**
 * Serves Invoke. An error of the function is an answer with its name and message, as Lambda gives it.
 * @throws PortInUseError
 */
export async function startInvocations(port: number): Promise<Invocations> {
  const server = createServer(async (request, response) => {
    // What was cut off or is too long is no call, and the client is told so.
    const text = await textOf(request, MOST_BYTES).catch(() => null);
    const { status, headers, body } = await invoke(request.url ?? '', text);
    response.writeHead(status, headers).end(body);
  });
  const address = await listen(server, port);
  return { address, stop: () => close(server) };
}

async function invoke(url: string, text: string | null): Promise<Answer> {
  const name = decodeURIComponent(PATH.exec(url)?.[1] ?? '');
  if (!Object.hasOwn(FUNCTIONS, name)) return refusal(404, 'ResourceNotFoundException', `no function ${name}`);
  if (text === null) return refusal(413, 'RequestTooLargeException', `over ${MOST_BYTES} bytes`);
  try {
    const handler = await loadHandler<unknown, unknown>(name as FunctionName);
    return jsonAnswer(200, await handler(JSON.parse(text), contextOf(name as FunctionName)));
  } catch (error) {
    const { name: errorType, message: errorMessage } = error as Error;
    const { headers, ...answer } = jsonAnswer(200, { errorType, errorMessage });
    return { ...answer, headers: { ...headers, 'x-amz-function-error': 'Unhandled' } };
  }
}

function refusal(status: number, type: string, Message: string): Answer {
  const { headers, ...answer } = jsonAnswer(status, { Type: 'User', Message });
  return { ...answer, headers: { ...headers, 'x-amzn-errortype': type } };
}
