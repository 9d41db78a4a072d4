/** Stands before the embedded SES: keeps each message as it was received, and can answer as SES does under pressure. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Trouble {
  status: number;
  /** Name of the error, as the SDK reads it. */
  type: string;
  message?: string;
}

export interface Relay {
  address: string;
  /** MIME of the messages that SES took. */
  received: Uint8Array[];
  /** What SES answers instead of taking a message; `null` lets it through. */
  trouble: () => Trouble | null;
  stop(): Promise<void>;
}

/** @param ses address of the embedded SES */
export async function startRelay(ses: string): Promise<Relay> {
  const server = createServer((request, response) => {
    void pass(request, response).catch((error) => response.destroy(error as Error));
  });
  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const trouble = relay.trouble();
    if (trouble) {
      response.writeHead(trouble.status, { 'x-amzn-errortype': trouble.type, 'content-type': 'application/json' });
      response.end(JSON.stringify({ message: trouble.message ?? trouble.type }));
      return;
    }
    const headers = { authorization: String(request.headers.authorization), 'content-type': 'application/json' };
    const answer = await fetch(`${ses}${request.url}`, { method: request.method ?? 'POST', headers, body });
    if (answer.ok) relay.received.push(Buffer.from(JSON.parse(body.toString()).Content.Raw.Data, 'base64'));
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(await answer.text());
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const relay: Relay = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: [],
    trouble: () => null,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return relay;
}
