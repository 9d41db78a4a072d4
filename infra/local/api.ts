/** The query API on loopback: the app that Lambda runs too. */
import { createApp } from '../../functions/query/app.ts';
import { dependenciesFromEnvironment } from '../../functions/query/dependencies.ts';
import { type Listening, serveApp } from './listen.ts';

/** @throws PortInUseError */
export function startApi(port: number): Promise<Listening> {
  return serveApp(createApp(dependenciesFromEnvironment()), port);
}
