/**
 * An account as far as `gouji ops --stack` needs one: one address that answers for CloudFormation and Step Functions, and
 * for what the embedded engines lack of SQS (moving dead letters) and DynamoDB (recovery); the rest goes on to them.
 */
import { createServer, type IncomingMessage } from 'node:http';
import { close, listen, textOf } from '../../../infra/local/listen.ts';
import type { Answer } from '../../../infra/local/transport.ts';
import { stackAnswer } from './cloudformation.ts';
import { moves } from './moves.ts';
import { recovery } from './recovery.ts';
import type { Service } from './service.ts';
import { type Machine, machine } from './step-functions.ts';

interface Account {
  address: string;
  /** The state machine of this account, to be made to fail. */
  machine: Machine;
  /** Operations that were asked for, in order. */
  asked: string[];
  stop(): Promise<void>;
}

/**
 * @param outputs of the stack, by name; there is one stack
 * @param engines where SQS and DynamoDB are
 */
export async function startAccount(
  stack: { name: string; outputs: (address: string) => Record<string, string> },
  engines: { sqs: string; dynamodb: string },
): Promise<Account> {
  const asked: string[] = [];
  const states = machine();
  const services: Record<string, { service: Service; engine: string | null }> = {
    AWSStepFunctions: { service: states.service, engine: null },
    AmazonSQS: { service: moves(engines.sqs), engine: engines.sqs },
    DynamoDB_20120810: { service: recovery(), engine: engines.dynamodb },
  };
  const answer = async (request: IncomingMessage, body: string): Promise<Answer> => {
    const [target = '', operation = ''] = String(request.headers['x-amz-target'] ?? '').split('.');
    if (target === '') return stackAnswer(body, stack.name, stack.outputs(address));
    asked.push(operation);
    const there = services[target];
    if (there === undefined) throw new Error(`no service ${target}`);
    const made = await there.service(operation, JSON.parse(body.replaceAll(address, there.engine ?? address)));
    if (made !== null) {
      return { status: 200, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: JSON.stringify(made) };
    }
    return pass(there.engine ?? '', request, body, address);
  };
  const server = createServer(async (request, response) => {
    const { status, headers, body } = await answer(request, await textOf(request));
    response.writeHead(status, headers).end(body);
  });
  const address = await listen(server, 0);
  return { address, machine: states, asked, stop: () => close(server) };
}

/** The same request to an engine; addresses of queues lead back here. */
async function pass(engine: string, request: IncomingMessage, body: string, address: string): Promise<Answer> {
  const names = ['x-amz-target', 'content-type', 'authorization', 'x-amz-date'] as const;
  const headers = Object.fromEntries(names.map((name) => [name, String(request.headers[name] ?? '')]));
  const made = await fetch(engine, { method: 'POST', headers, body: body.replaceAll(address, engine) });
  const type = made.headers.get('content-type') ?? '';
  const extra = made.headers.get('x-amzn-query-error');
  return {
    status: made.status,
    headers: { 'content-type': type, ...(extra !== null && { 'x-amzn-query-error': extra }) },
    // The engine for queues calls itself by a name that not every machine resolves.
    body: (await made.text()).replaceAll(/http:\/\/(?:[\w.-]+\.localhost|127\.0\.0\.1):\d+/g, address),
  };
}
