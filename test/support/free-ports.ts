import { once } from 'node:events';
import { createServer } from 'node:net';

/** The first of three ports that are free, one after the other. */
export async function freePorts(): Promise<number> {
  const base = 20_000 + Math.floor(Math.random() * 20_000);
  const servers = [base, base + 1, base + 2].map((port) => createServer().listen(port, '127.0.0.1'));
  const free = await Promise.all(servers.map((server) => once(server, 'listening'))).then(
    () => true,
    () => false,
  );
  for (const server of servers) server.close();
  return free ? base : freePorts();
}
