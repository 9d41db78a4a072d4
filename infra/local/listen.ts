import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { onlyOurs } from './ours.ts';

/** Engines listen here and nowhere else. */
export const LOOPBACK = '127.0.0.1';

/** A port that another program holds: the user has to choose another one. */
export class PortInUseError extends Error {
  override readonly name = 'PortInUseError';
  readonly port: number;
  constructor(port: number) {
    super(`port ${port} on ${LOOPBACK} is in use`);
    this.port = port;
  }
}

/**
 * Listens on loopback; port 0 takes any that is free.
 * Requests of foreign pages are refused.
 * @returns the address, `http://127.0.0.1:<port>`
 * @throws PortInUseError
 */
export async function listen(server: Server, port: number): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, LOOPBACK, resolve);
  await promise.catch((error) => {
    throw portError(error, port);
  });
  server.removeListener('error', reject);
  onlyOurs(server);
  return `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`;
}

export interface Listening {
  address: string;
  stop(): Promise<void>;
}

type Answering = Response | Promise<Response>;

/**
 * Serves an app of hono as {@link listen} does.
 * @throws PortInUseError
 */
export async function serveApp(app: { fetch(request: Request): Answering }, port: number): Promise<Listening> {
  const server = createAdaptorServer(app) as Server;
  return { address: await listen(server, port), stop: () => close(server) };
}

/** Ends a server, and the connections that clients keep open. */
export async function close(server: Server): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.close((error) => (error === undefined || error === null ? resolve() : reject(error)));
  server.closeAllConnections();
  await promise;
}

/** The error in words for the user where the port is taken; any other error as it is. */
export function portError(error: unknown, port: number): unknown {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' ? new PortInUseError(port) : error;
}

/** The body of a request. @throws RangeError where it is longer than `most` bytes; Error where it was cut off */
export async function textOf(request: IncomingMessage, most = Number.POSITIVE_INFINITY): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes <= most) chunks.push(chunk as Buffer);
  }
  if (bytes > most) throw new RangeError(`${bytes} bytes`);
  return Buffer.concat(chunks).toString('utf8');
}
