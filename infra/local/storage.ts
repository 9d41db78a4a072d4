/**
 * S3 and SQS: fauxqs. Its own `startFauxqs` listens on every interface; the contract asks for loopback, so the same
 * parts are put together here. Its stores are no public export and are loaded by their path.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildAppOptions, buildApp, type SpyMessage } from 'fauxqs';
import { deadLetterName, QUEUES, type QueueName, visibilitySeconds } from '../wiring.ts';
import { onDisk } from './disk.ts';
import { LOOPBACK, portError } from './listen.ts';
import { onlyOurs } from './ours.ts';
import type { Answer, Door, SdkRequest } from './transport.ts';
import { type Deletion, Versions } from './versions.ts';
import { serveVersions } from './versions-http.ts';

type Stores = NonNullable<BuildAppOptions['stores']>;
type Constructor<Made, Given extends unknown[] = []> = new (...given: Given) => Made;
/** Write-through to SQLite. */
interface Persistence {
  db: { exec(sql: string): void };
  stmts: Record<string, { run(...values: unknown[]): unknown }>;
  load(sqs: Stores['sqsStore'], sns: Stores['snsStore'], s3: Stores['s3Store']): void;
  close(): void;
}

/** What happened to an object, told as soon as it is on disk. */
export interface ObjectChange {
  kind: 'Object Created' | 'Object Deleted';
  bucket: string;
  key: string;
  size: number;
  etag: string;
  /** Of the object, or of the delete marker; `null` in a bucket without versions. */
  version: string | null;
  deletion?: Deletion;
}

export type AnyQueue = QueueName | ReturnType<typeof deadLetterName>;

export interface LocalStorage {
  address: string;
  /** Carries out one request of S3 or SQS. */
  handle: Door;
  /** Puts an object into the bucket of reports; it and its event are on disk then. @throws DiskError */
  putObject(key: string, bytes: Buffer): void;
  /** Bytes of a version in the bucket of reports; `null` where there is none. */
  readVersion(key: string, version: string): Uint8Array | null;
  queueUrl(queue: AnyQueue): string;
  /** Puts a message into a queue in the same turn of the event loop, so that a crash comes before or after it. */
  enqueue(queue: QueueName, body: string): void;
  /** Bodies of the messages that wait in a queue or are being worked on. */
  waiting(queue: AnyQueue): string[];
  /** Resolves when the next message is put into a queue by this process, or after some milliseconds. */
  arrival(queue: QueueName, withinMilliseconds: number): Promise<void>;
  /** Takes messages that are due out of a queue; each is there again after its visibility timeout. */
  receive(queue: QueueName, most: number): Received[];
  /** A message is done. */
  remove(queue: QueueName, receiptHandle: string): void;
  /** A message comes again after these seconds. */
  putBack(queue: QueueName, receiptHandle: string, seconds: number): void;
  /** When a message that is being worked on comes again, in milliseconds; `undefined` where it is not. */
  visibleAt(queue: QueueName, receiptHandle: string): number | undefined;
  stop(): Promise<void>;
}

/** A message that was taken out of a queue. */
export interface Received {
  id: string;
  receiptHandle: string;
  body: string;
  /** How often it was taken out, this time included. */
  tries: number;
}

export const REGION = 'us-east-1';
export const LOCAL_BUCKET = 'reports';
export const LOCAL_DATASET_BUCKET = 'dataset';
const ACCOUNT = '000000000000';
/** fauxqs takes 11 MiB in one request; S3 takes 5 GiB. This is what a laptop's memory takes. */
const MAX_REQUEST_BYTES = 256 * 1024 * 1024;

export const localQueueUrl = (address: string, queue: AnyQueue): string => `${address}/${ACCOUNT}/${queue}`;

/**
 * @param folder where the state is kept; `null` keeps it in memory
 * @param onChange called after each change of an object, before the client has its answer
 * @throws PortInUseError
 */
export async function startStorage(
  folder: string | null,
  port: number,
  onChange: (change: ObjectChange) => void,
): Promise<LocalStorage> {
  const { SqsStore } = await internal<{ SqsStore: StaticSqs }>('sqs/sqsStore.js');
  const { SnsStore } = await internal<{ SnsStore: Constructor<Stores['snsStore']> }>('sns/snsStore.js');
  const { S3Store } = await internal<{ S3Store: Constructor<Stores['s3Store']> }>('s3/s3Store.js');
  const stores: Stores = { sqsStore: new SqsStore(), snsStore: new SnsStore(), s3Store: new S3Store() };
  const persistence = folder === null ? null : await persist(folder, stores);
  const bucket = LOCAL_BUCKET;
  const versions = new Versions(stores.s3Store, bucket, (key, version, deletion) => {
    onChange({ kind: 'Object Deleted', bucket, key, size: 0, etag: '', version, deletion });
  });

  const app = buildApp({ logger: false, defaultRegion: REGION, stores });
  app.removeContentTypeParser('*');
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_REQUEST_BYTES }, (_request, body, done) =>
    done(null, body),
  );
  // curl and Python's urllib name a form, or nothing, where nobody said what the bytes are; S3 stores them all the same,
  // an empty object among them.
  app.addHook('onRequest', (request, _reply, done) => {
    const type = request.headers['content-type'];
    const isUnsaid = type === undefined || type.startsWith('application/x-www-form-urlencoded');
    if (request.method === 'PUT' && isUnsaid) request.headers['content-type'] = 'application/octet-stream';
    done();
  });
  serveVersions(app, versions);
  // fauxqs takes the body of a POST for the object that it ought to be.
  app.setErrorHandler((error, request, reply) => {
    const isNonsense = error instanceof SyntaxError || error instanceof TypeError;
    if (!isNonsense || request.method !== 'POST') throw error;
    reply.code(400).send({ __type: 'com.amazonaws.sqs#InvalidParameterValue', message: 'the request is malformed' });
  });
  if (persistence !== null) app.addHook('preClose', (done) => done(void persistence.close()));

  const address = await app.listen({ port, host: LOOPBACK }).catch((error) => {
    throw portError(error, port);
  });
  onlyOurs(app.server);
  const bells = new Map<QueueName, Set<() => void>>();
  const queueUrl = (name: AnyQueue) => localQueueUrl(address, name);
  createQueues(stores.sqsStore, queueUrl);
  for (const bucket of [LOCAL_BUCKET, LOCAL_DATASET_BUCKET]) stores.s3Store.createBucket(bucket);
  // The spy is told of every change of an object, right after it is persisted.
  stores.s3Store.spy = {
    addMessage: (message: SpyMessage) => tell(stores.s3Store, versions, message, onChange),
  } as NonNullable<Stores['s3Store']['spy']>;
  return {
    address,
    handle: (request) => inject(app, request),
    putObject: (key, bytes) => void stores.s3Store.putObject(bucket, key, bytes, 'application/octet-stream'),
    readVersion: (key, version) => versions.read(key, version),
    queueUrl,
    enqueue(queue, body) {
      stores.sqsStore.getQueueByName(queue)?.enqueue(SqsStore.createMessage(body));
      for (const ring of bells.get(queue) ?? []) ring();
    },
    arrival(queue, withinMilliseconds) {
      const waiting = bells.get(queue) ?? new Set();
      bells.set(queue, waiting);
      const { promise, resolve } = Promise.withResolvers<void>();
      const ring = () => {
        clearTimeout(timer);
        waiting.delete(ring);
        resolve();
      };
      const timer = setTimeout(ring, withinMilliseconds);
      waiting.add(ring);
      return promise;
    },
    waiting(queue) {
      const messages = stores.sqsStore.inspectQueue(queue)?.messages;
      if (messages === undefined) return [];
      const { ready, delayed, inflight } = messages;
      return [...ready, ...delayed, ...inflight.map(({ message }) => message)].map(({ body }) => body);
    },
    receive: (name, most) => receive(stores.sqsStore, name, most),
    remove: (name, handle) => void stores.sqsStore.getQueueByName(name)?.deleteMessage(handle),
    putBack: (name, handle, seconds) => stores.sqsStore.getQueueByName(name)?.changeVisibility(handle, seconds),
    visibleAt: (queue, handle) =>
      stores.sqsStore.getQueueByName(queue)?.inflightMessages.get(handle)?.visibilityDeadline,
    stop: () => app.close(),
  };
}

/** As if the request had come over HTTP. */
async function inject(
  app: ReturnType<typeof buildApp>,
  { method, path, query, headers, body }: SdkRequest,
): Promise<Answer> {
  const answer = await app.inject({
    method: method as 'GET',
    url: path,
    headers,
    query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, value ?? ''])),
    ...(body !== undefined && { payload: body }),
  });
  const given = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
  return { status: answer.statusCode, headers: Object.fromEntries(given), body: answer.rawPayload };
}

function receive(store: Stores['sqsStore'], name: QueueName, most: number): Received[] {
  const queue = store.getQueueByName(name);
  const received = queue?.dequeue(most, undefined, (arn) => store.getQueueByArn(arn)) ?? [];
  return received.map(({ MessageId: id, ReceiptHandle: receiptHandle, Body: body }) => {
    const tries = queue?.inflightMessages.get(receiptHandle)?.message.approximateReceiveCount ?? 1;
    return { id, receiptHandle, body, tries };
  });
}

type SqsQueue = NonNullable<ReturnType<Stores['sqsStore']['getQueueByName']>>;
type StaticSqs = Constructor<Stores['sqsStore']> & {
  createMessage(body: string): Parameters<SqsQueue['enqueue']>[0];
};

async function internal<Module>(path: string): Promise<Module> {
  return (await import(new URL(path, import.meta.resolve('fauxqs')).href)) as Module;
}

/** Loads what an earlier run left, then writes every change through. */
async function persist(folder: string, stores: Stores): Promise<Persistence> {
  const { PersistenceManager } = await internal<{ PersistenceManager: Constructor<Persistence, [string]> }>(
    'persistence.js',
  );
  const path = join(folder, 'fauxqs.db');
  const manager = onDisk(path, () => {
    mkdirSync(folder, { recursive: true });
    return new PersistenceManager(folder);
  });
  for (const statement of Object.values(manager.stmts)) {
    const { run } = statement;
    statement.run = (...values) => onDisk(path, () => run.apply(statement, values));
  }
  onDisk(path, () => {
    // Each change is in the hands of the operating system when it is answered: a kill loses nothing.
    manager.db.exec('PRAGMA synchronous = NORMAL');
    manager.load(stores.sqsStore, stores.snsStore, stores.s3Store);
  });
  for (const store of [stores.sqsStore, stores.s3Store, ...stores.sqsStore.allQueues()]) {
    Object.assign(store, { persistence: manager });
  }
  return manager;
}

/** Makes the queues that are missing: making one that is there would empty it. */
function createQueues(store: Stores['sqsStore'], queueUrl: (name: AnyQueue) => string): void {
  const arn = (name: string) => `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`;
  for (const name of Object.keys(QUEUES) as QueueName[]) {
    const dead = deadLetterName(name);
    if (store.getQueueByName(dead) === undefined) store.createQueue(dead, queueUrl(dead), arn(dead));
    const attributes = {
      VisibilityTimeout: String(visibilitySeconds(name)),
      RedrivePolicy: JSON.stringify({
        deadLetterTargetArn: arn(dead),
        maxReceiveCount: String(QUEUES[name].maxReceiveCount),
      }),
    };
    const queue = store.getQueueByName(name);
    if (queue === undefined) {
      store.createQueue(name, queueUrl(name), arn(name), attributes);
      continue;
    }
    // The port may be another one than in the run that made it.
    Object.assign(queue, { url: queueUrl(name) });
    queue.setAttributes(attributes);
    // What was being worked on comes again; that the process was killed is no failure of the message.
    for (const [handle, { message }] of [...queue.inflightMessages]) {
      message.approximateReceiveCount = Math.max(0, message.approximateReceiveCount - 1);
      queue.changeVisibility(handle, 0.001);
    }
  }
}

/** Of the bucket of reports alone: nothing waits for changes elsewhere, and what is removed `Versions` tells itself. */
function tell(
  store: Stores['s3Store'],
  versions: Versions,
  message: SpyMessage,
  onChange: (change: ObjectChange) => void,
): void {
  if (message.service !== 's3' || message.status !== 'uploaded' || message.bucket !== versions.bucket) return;
  const { bucket, key } = message;
  const { contentLength, etag } = store.headObject(bucket, key);
  const version = versions.presentId(key);
  onChange({ kind: 'Object Created', bucket, key, size: contentLength, etag: etag.replaceAll('"', ''), version });
}
