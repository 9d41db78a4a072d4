/** The query API on loopback: the app that Lambda runs too. */
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { createApp } from '../../functions/query/app.ts';
import { dependenciesFromEnvironment } from '../../functions/query/dependencies.ts';
import { close, LOOPBACK, portError } from './listen.ts';
import { onlyOurs } from './ours.ts';

/** @throws PortInUseError */
export async function startApi(port: number): Promise<{ address: string; stop(): Promise<void> }> {
  const app = createApp(dependenciesFromEnvironment());
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const server = serve({ fetch: app.fetch, hostname: LOOPBACK, port }, (at) => resolve(at.port));
  onlyOurs(server as Server);
  server.once('error', (error) => reject(portError(error, port)));
  const address = `http://${LOOPBACK}:${await promise}`;
  return { address, stop: () => close(server as Parameters<typeof close>[0]) };
}
