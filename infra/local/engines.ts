/** All engines of the laptop on loopback, and the environment that leads the SDK and the functions to them. */
import { join } from 'node:path';
import type { VariableName } from '../../functions/platform/environment.ts';
import { MAX_OBJECT_BYTES } from '../wiring.ts';
import { LOCAL_BUS, objectEvent, startBus, targetsOf } from './bus.ts';
import { startInvocations } from './invocations.ts';
import { LOOPBACK } from './listen.ts';
import { lockFolder } from './lock.ts';
import { startMailbox } from './mailbox.ts';
import { shortcutsTo } from './shortcuts.ts';
import {
  LOCAL_BUCKET,
  LOCAL_DATASET_BUCKET,
  type LocalStorage,
  type ObjectChange,
  REGION,
  startStorage,
} from './storage.ts';
import { startDatabase } from './table/database.ts';
import { openDoors } from './transport.ts';

export interface Engines {
  s3: string;
  sqs: string;
  dynamodb: string;
  ses: string;
  putObject: LocalStorage['putObject'];
  queueUrl: LocalStorage['queueUrl'];
  waiting: LocalStorage['waiting'];
  /** The queues, for the runner: what the cloud's event source mappings do with them. */
  queues: Pick<LocalStorage, 'arrival' | 'receive' | 'remove' | 'putBack' | 'visibleAt'>;
  /** Announces an object as an upload would: for objects whose event a kill swallowed. */
  announceObject(change: Pick<ObjectChange, 'key' | 'kind' | 'version'>): void;
  /** To be put into `process.env` before a function is called. */
  environment: Record<string, string>;
  stop(): Promise<void>;
}

const LOCAL_TABLE = 'gouji';

interface EngineOptions {
  /** Where the state is kept; `null` keeps it in memory. */
  data: string | null;
  port?: number;
  /** Every command becomes a request, which passes the SDK's middleware and DynamoDB's validations: for tests and counts. */
  strict?: boolean;
}

/**
 * Starts S3 and SQS on `port`, the mailbox on `port + 2` and the rest where there is room; port 0: all of them where
 * there is room. `port + 1` is left to the API.
 * @throws PortInUseError, FolderInUseError; what had started is stopped again
 */
export async function startEngines({ data, port = 0, strict = false }: EngineOptions): Promise<Engines> {
  const folder = (name: string) => (data === null ? null : join(data, name));
  const running: { stop(): Promise<void> }[] = [];
  const stop = async () => {
    for (const engine of running.splice(0).reverse()) await engine.stop();
  };
  const started = async <Engine extends { stop(): Promise<void> }>(starting: Promise<Engine>) => {
    const engine = await starting;
    running.push(engine);
    return engine;
  };
  const nextSequencer = sequencers();
  const route = (change: Parameters<typeof objectEvent>[0]) => {
    const made = objectEvent(change, nextSequencer());
    for (const queue of targetsOf('default', made)) storage.enqueue(queue, JSON.stringify(made));
  };
  let storage: LocalStorage;
  try {
    if (data !== null) running.push(lockFolder(data));
    storage = await started(startStorage(folder('storage'), port, route));
    const mailbox = await started(startMailbox(folder('mailbox'), port === 0 ? 0 : port + 2));
    const database = await started(startDatabase(folder('table'), 0, LOCAL_TABLE));
    const bus = await started(startBus(0, storage.enqueue));
    const invocations = await started(startInvocations(0));
    const doors: Parameters<typeof openDoors>[0] = {
      [storage.address]: storage.handle,
      [database.address]: async ({ headers, body }) => database.handle(headers['x-amz-target'] ?? '', String(body)),
      [mailbox.address]: mailbox.handle,
      [bus.address]: async ({ body }) => bus.handle(String(body)),
    };
    const closeDoors = openDoors(doors, strict ? undefined : shortcutsTo(database, storage, bus));
    running.push({ stop: async () => closeDoors() });
    const environment = {
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_S3: storage.address,
      AWS_ENDPOINT_URL_SQS: storage.address,
      AWS_ENDPOINT_URL_DYNAMODB: database.address,
      AWS_ENDPOINT_URL_SESV2: mailbox.address,
      AWS_ENDPOINT_URL_EVENTBRIDGE: bus.address,
      AWS_ENDPOINT_URL_LAMBDA: invocations.address,
      POWERTOOLS_METRICS_DISABLED: 'true',
      ...localVariables(port),
    };
    return {
      s3: storage.address,
      sqs: storage.address,
      dynamodb: database.address,
      ses: mailbox.address,
      putObject: storage.putObject,
      queueUrl: storage.queueUrl,
      waiting: storage.waiting,
      queues: storage,
      announceObject: (change) => route({ ...change, bucket: LOCAL_BUCKET, size: 0, etag: '' }),
      environment,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function localVariables(port: number): Record<VariableName, string> {
  return {
    TABLE_NAME: LOCAL_TABLE,
    BUCKET_NAME: LOCAL_BUCKET,
    DATASET_BUCKET_NAME: LOCAL_DATASET_BUCKET,
    BUS_NAME: LOCAL_BUS,
    AMEND_FUNCTION: 'amend',
    BASE_URL: `http://${LOOPBACK}:${port === 0 ? 9001 : port + 1}`,
    MAX_OBJECT_BYTES: String(MAX_OBJECT_BYTES),
    PROFILE: 'strict',
    MAIL: 'ses',
    MAIL_FROM: '勾稽 <gouji@example.com>',
    MAIL_TO: 'clerk@example.com',
    MAIL_CONFIGURATION_SET: '',
    MAIL_SECRET: '',
    SMTP_URL: '',
    WEBHOOK: '',
    CALLERS: 'trusted',
    SIGN_IN_ISSUER: '',
    SIGN_IN_CLIENT: '',
    SIGN_IN_SECRET: '',
    ROLE_CLAIM: '',
    // The owner of the machine says whose papers are made on it.
    LETTERHEAD: process.env.LETTERHEAD ?? '',
    SIGNATORY: process.env.SIGNATORY ?? '',
    OPEN_READING: 'false',
    CORS_ORIGINS: '',
  };
}

/** Sequencers like those of S3: they grow, also over a restart, as long as the clock does. */
function sequencers(): () => string {
  let last = 0;
  return () => {
    last = Math.max(last + 1, Date.now() * 1000);
    return last.toString(16).toUpperCase().padStart(18, '0');
  };
}
