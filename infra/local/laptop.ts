/** Everything of the product on one machine: engines, functions and the API. */
import { QUEUES, type QueueName } from '../wiring.ts';
import { writeAddresses } from './addresses.ts';
import { startApi } from './api.ts';
import { type Engines, startEngines } from './engines.ts';
import { LOOPBACK } from './listen.ts';
import { recover } from './recover.ts';
import { type Handled, startRunner } from './runner.ts';

export interface Laptop {
  engines: Engines;
  api: string;
  idle: ReturnType<typeof startRunner>['idle'];
  stop(): Promise<void>;
}

/**
 * Starts all of it, and takes up what an earlier run had accepted and not finished.
 * @throws PortInUseError
 */
export async function startLaptop(
  options: { data: string; port: number; signIn?: boolean },
  onHandled: (handled: Handled) => void | Promise<void>,
): Promise<Laptop> {
  const engines = await startEngines(options);
  const running: { stop(): Promise<void> }[] = [engines];
  const stop = async () => {
    for (const part of running.splice(0).reverse()) await part.stop();
  };
  try {
    // A profile of the user's would win over the credentials of the engines.
    for (const name of ['AWS_PROFILE', 'AWS_SESSION_TOKEN']) delete process.env[name];
    Object.assign(process.env, engines.environment);
    if (options.signIn) running.push(await signInAt(options.port));
    const api = await startApi(options.port === 0 ? 0 : options.port + 1);
    running.push(api);
    process.env.BASE_URL = api.address;
    const forget = writeAddresses(options.data, { environment: engines.environment, baseUrl: api.address });
    running.push({ stop: async () => forget() });
    await recover(engines);
    const queues = Object.keys(QUEUES) as QueueName[];
    const runner = startRunner(engines, { queues, schedules: ['tend', 'sweep', 'digest', 'dataset'], onHandled });
    running.push(runner);
    return { engines, api: api.address, idle: runner.idle, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Has callers sign in at an issuer of this machine, three ports up. Needs a fixed port, which the issuer has to know. */
async function signInAt(port: number): Promise<{ stop(): Promise<void> }> {
  // Loaded by those only who want it.
  const { LOCAL_CLIENT, LOCAL_ROLE_CLAIM, startIssuer } = await import('./issuer.ts');
  const issuer = await startIssuer(port === 0 ? 0 : port + 3, `http://${LOOPBACK}:${port + 1}`);
  const variables = { CALLERS: 'known', SIGN_IN_ISSUER: issuer.address, SIGN_IN_CLIENT: LOCAL_CLIENT };
  Object.assign(process.env, variables, { ROLE_CLAIM: LOCAL_ROLE_CLAIM });
  return issuer;
}
