/** The app on a free port of loopback, over the embedded engines, for tests that speak HTTP. */
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll } from 'vitest';
import { createApp } from '../../functions/query/app.ts';
import { type Dependencies, dependenciesFromEnvironment } from '../../functions/query/dependencies.ts';
import type { Engines } from '../../infra/local/engines.ts';
import { useEngines } from '../support/engines.ts';

export interface Api {
  address: string;
  engines: Engines;
  /** What the app logged. */
  logged: { message: string; fields: Record<string, unknown> }[];
}

export function useApi(edit: Partial<Dependencies> = {}): () => Api {
  const engines = useEngines();
  const logged: Api['logged'] = [];
  let server: Server;
  let address = '';
  beforeAll(async () => {
    const log = (message: string, fields: Record<string, unknown>) => void logged.push({ message, fields });
    const app = createApp({ ...dependenciesFromEnvironment(), log, ...edit });
    const { promise, resolve } = Promise.withResolvers<number>();
    server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => resolve(port)) as Server;
    address = `http://127.0.0.1:${await promise}`;
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return () => ({ address, engines: engines(), logged });
}
