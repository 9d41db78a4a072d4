/** Everything of the product on one machine: engines, functions and the API. */
import { QUEUES, type QueueName } from '../wiring.ts';
import { startApi } from './api.ts';
import { type Engines, startEngines } from './engines.ts';
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
  options: { data: string; port: number },
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
    const api = await startApi(options.port === 0 ? 0 : options.port + 1);
    running.push(api);
    process.env.BASE_URL = api.address;
    await recover(engines);
    const queues = Object.keys(QUEUES) as QueueName[];
    const runner = startRunner(engines, { queues, schedules: ['sweep', 'digest'], onHandled });
    running.push(runner);
    return { engines, api: api.address, idle: runner.idle, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
