/** The app as in the cloud, where callers have to be known, with an embedded issuer beside it. */
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll } from 'vitest';
import { createApp } from '../../functions/query/app.ts';
import { type Dependencies, dependenciesFromEnvironment } from '../../functions/query/dependencies.ts';
import { LOCAL_CLIENT, LOCAL_ROLE_CLAIM, startIssuer } from '../../infra/local/issuer.ts';
import { useEngines } from '../support/engines.ts';

interface Signed {
  address: string;
  issuer: string;
  logged: { message: string; fields: Record<string, unknown> }[];
  dependencies: Dependencies;
}

export function useSigned(): () => Signed {
  useEngines();
  let server: Server;
  let stop: () => Promise<void>;
  const logged: Signed['logged'] = [];
  let signed: Signed;
  beforeAll(async () => {
    let app: ReturnType<typeof createApp>;
    const { promise, resolve } = Promise.withResolvers<number>();
    server = serve({ fetch: (request) => app.fetch(request), hostname: '127.0.0.1', port: 0 }, ({ port }) =>
      resolve(port),
    ) as Server;
    const address = `http://127.0.0.1:${await promise}`;
    const issuer = await startIssuer(0, address);
    stop = issuer.stop;
    const dependencies: Dependencies = {
      ...dependenciesFromEnvironment(),
      ...{ callers: 'known', baseUrl: address },
      issuer: { url: issuer.address, client: LOCAL_CLIENT, secret: '', roleClaim: LOCAL_ROLE_CLAIM },
      log: (message, fields) => void logged.push({ message, fields }),
    };
    app = createApp(dependencies);
    signed = { address, issuer: issuer.address, logged, dependencies };
  });
  afterAll(async () => {
    await new Promise((done) => server.close(done));
    await stop();
  });
  return () => signed;
}
