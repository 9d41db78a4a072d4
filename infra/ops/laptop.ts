/** The laptop by its data folder: that of `npm start` where it runs, otherwise started for the command. */
import { statSync } from 'node:fs';
import { UsageError } from '../../shared/cli/usage-error.ts';
import { type Addresses, readAddresses } from '../local/addresses.ts';
import { startEngines } from '../local/engines.ts';
import { startLaptop } from '../local/laptop.ts';
import { FolderInUseError } from '../local/lock.ts';
import { LOCAL_BUCKET, LOCAL_DATASET_BUCKET, localQueueUrl } from '../local/storage.ts';
import { deadLetterName, QUEUES, type QueueName } from '../wiring.ts';
import type { Deployment } from './deployment.ts';

/**
 * @param works whether what is put in has to be worked on; otherwise only what is stored is looked at and changed
 * @throws {UsageError} where there is no such folder
 */
export async function connectLaptop(folder: string, works: boolean): Promise<Deployment> {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UsageError(`${folder}: no data folder of npm start`);
  }
  try {
    return works ? await startWhole(folder) : await startStores(folder);
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error;
    const running = readAddresses(folder);
    if (running === null) throw new UsageError(`${folder} is in use, and does not say where`, { cause: error });
    return deploymentAt(folder, running, async () => {});
  }
}

async function startWhole(folder: string): Promise<Deployment> {
  const { engines, api, stop } = await startLaptop({ data: folder, port: 0 }, () => undefined);
  return deploymentAt(folder, { environment: engines.environment, baseUrl: api }, stop);
}

async function startStores(folder: string): Promise<Deployment> {
  const { environment, stop } = await startEngines({ data: folder });
  return deploymentAt(folder, { environment, baseUrl: environment.BASE_URL ?? '' }, stop);
}

function deploymentAt(folder: string, { environment, baseUrl }: Addresses, stop: () => Promise<void>): Deployment {
  // A profile of the user's would win over the credentials of the engines.
  for (const name of ['AWS_PROFILE', 'AWS_SESSION_TOKEN']) delete process.env[name];
  Object.assign(process.env, environment, { BASE_URL: baseUrl });
  const queueUrl = (name: Parameters<typeof localQueueUrl>[1]) =>
    localQueueUrl(environment.AWS_ENDPOINT_URL_SQS ?? '', name);
  return {
    ...{ kind: 'laptop', baseUrl, bucket: LOCAL_BUCKET, datasetBucket: LOCAL_DATASET_BUCKET },
    ...{ reprocessing: null, folder, stop },
    queues: (Object.keys(QUEUES) as QueueName[]).map((name) => ({
      ...{ name, dead: queueUrl(deadLetterName(name)), source: queueUrl(name) },
    })),
  };
}
