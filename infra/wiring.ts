/**
 * The wiring, stated once: which event reaches which queue, which queue or schedule which function, and what each
 * function is told and may do. `stack.ts` reads it for the cloud, `local/` for the laptop.
 */

import { MOST_TRIES } from '../functions/ingest/work.ts';
import type { VariableName } from '../functions/platform/environment.ts';
import { TABLE_EXPIRY, TABLE_INDEXES, TABLE_KEY } from '../functions/store/table/table.ts';
import { CONTINUATION, DETAIL_TYPES, EVENT_SOURCE, PICTURES_MET, RECHECK_REQUESTED } from '../shared/event.ts';

/**
 * The part of EventBridge's pattern language that is used: a list holds the values that match, an object descends.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */
export interface EventPattern {
  readonly [field: string]: readonly string[] | EventPattern;
}

/** Stand for names in patterns that each deployment has its own of. */
export const THIS_BUCKET = '<bucket>';
export const THIS_CONFIGURATION_SET = '<configuration set>';

/** `default` is the bus of AWS services; `reports` is our own. */
export type BusName = 'default' | 'reports';
export type QueueName = 'ingest' | 'rechecks' | 'pictures' | 'notify' | 'feedback';
export type FunctionName =
  | 'ingest'
  | 'pictures'
  | 'reprocess'
  | 'inventory'
  | 'tend'
  | 'notify'
  | 'feedback'
  | 'schedule'
  | 'dataset'
  | 'amend'
  | 'query';

interface Rule {
  bus: BusName;
  pattern: EventPattern;
  queue: QueueName;
}

export const EVENT_RULES = {
  uploads: {
    bus: 'default',
    pattern: {
      source: ['aws.s3'],
      'detail-type': ['Object Created', 'Object Deleted'],
      detail: { bucket: { name: [THIS_BUCKET] } },
    },
    queue: 'ingest',
  },
  rechecks: {
    bus: 'reports',
    pattern: { source: [EVENT_SOURCE], 'detail-type': [RECHECK_REQUESTED] },
    queue: 'rechecks',
  },
  continuations: {
    bus: 'reports',
    pattern: { source: [EVENT_SOURCE], 'detail-type': [CONTINUATION] },
    queue: 'ingest',
  },
  pictures: {
    bus: 'reports',
    pattern: { source: [EVENT_SOURCE], 'detail-type': [PICTURES_MET] },
    queue: 'pictures',
  },
  faults: {
    bus: 'reports',
    pattern: {
      source: [EVENT_SOURCE],
      'detail-type': [DETAIL_TYPES.failed, DETAIL_TYPES.incomplete, DETAIL_TYPES.unreadable],
    },
    queue: 'notify',
  },
  mailFeedback: {
    bus: 'default',
    // The mails of this deployment, and not those of another stage in the same account.
    pattern: {
      source: ['aws.ses'],
      'detail-type': ['Email Bounced', 'Email Complaint Received'],
      detail: { mail: { tags: { 'ses:configuration-set': [THIS_CONFIGURATION_SET] } } },
    },
    queue: 'feedback',
  },
} as const satisfies Record<string, Rule>;

interface Queue {
  /** The function that gets its messages. */
  target: FunctionName;
  batchSize: number;
  /** Copies of the function that may run at once for this queue. */
  maximumConcurrency: number;
  /** Tries before a message moves to the dead-letter queue. */
  maxReceiveCount: number;
}

export const QUEUES: Record<QueueName, Queue> = {
  // One file at a time: a file that breaks the function takes no other with it.
  ingest: { target: 'ingest', batchSize: 1, maximumConcurrency: 20, maxReceiveCount: MOST_TRIES },
  // Behind the uploads. One that comes too early is held a few times; nothing is wrong with it then.
  rechecks: { target: 'ingest', batchSize: 1, maximumConcurrency: 4, maxReceiveCount: 12 },
  // Each takes a minute, and none waits behind another that takes a second.
  pictures: { target: 'pictures', batchSize: 1, maximumConcurrency: 4, maxReceiveCount: MOST_TRIES },
  notify: { target: 'notify', batchSize: 10, maximumConcurrency: 2, maxReceiveCount: 10 },
  feedback: { target: 'feedback', batchSize: 10, maximumConcurrency: 2, maxReceiveCount: 5 },
};

/** AWS asks for at least six times the timeout of the function, so that its own retries fit. */
export function visibilitySeconds(queue: QueueName): number {
  return 6 * FUNCTIONS[QUEUES[queue].target].timeoutSeconds;
}

/** Name of the queue for messages that failed too often. */
export const deadLetterName = (queue: QueueName): `${QueueName}-dead` => `${queue}-dead`;

interface Lambda {
  entry: string;
  memoryMegabytes: number;
  timeoutSeconds: number;
  environment: readonly VariableName[];
  /** What it does with each resource; nothing else is granted. */
  access: readonly Access[];
}
export type TableAction = (typeof TABLE_ACTIONS)[number];
export const TABLE_ACTIONS = [
  ...(['GetItem', 'BatchGetItem', 'PutItem', 'BatchWriteItem', 'UpdateItem', 'DeleteItem', 'Query', 'Scan'] as const),
] as const;
const table = (...actions: TableAction[]) => actions.map((action) => `table:${action}` as const);

export type Access =
  | `table:${TableAction}`
  | 'index:Query'
  | 'versions:list'
  | 'operations:write'
  | 'bucket:read'
  | 'bucket:write'
  | 'uploads:write'
  | 'dataset:read'
  | 'dataset:write'
  | 'bus:put'
  | 'amend:call'
  | 'mail:send'
  | 'sign-in:secret';

const QUERY_ENVIRONMENT = [
  ...(['TABLE_NAME', 'BUCKET_NAME', 'DATASET_BUCKET_NAME', 'BUS_NAME', 'BASE_URL'] as const),
  ...(['AMEND_FUNCTION', 'CALLERS', 'OPEN_READING', 'CORS_ORIGINS'] as const),
  ...(['SIGN_IN_ISSUER', 'SIGN_IN_CLIENT', 'SIGN_IN_SECRET', 'ROLE_CLAIM'] as const),
  ...(['LETTERHEAD', 'SIGNATORY', 'PROFILE'] as const),
] as const satisfies readonly VariableName[];

const NOTIFY_ENVIRONMENT = [
  ...(['TABLE_NAME', 'BASE_URL', 'MAIL', 'MAIL_FROM', 'MAIL_TO', 'MAIL_CONFIGURATION_SET'] as const),
  ...(['MAIL_SECRET', 'SMTP_URL', 'WEBHOOK'] as const),
] as const satisfies readonly VariableName[];

const INGEST = {
  entry: 'functions/ingest/handler.ts',
  memoryMegabytes: 1769,
  environment: ['TABLE_NAME', 'BUS_NAME', 'MAX_OBJECT_BYTES', 'PROFILE'],
  access: [
    ...table('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'BatchWriteItem', 'UpdateItem', 'DeleteItem'),
    'bucket:read',
    'bus:put',
  ],
} as const satisfies Partial<Lambda>;

export const FUNCTIONS: Record<FunctionName, Lambda> = {
  ingest: { ...INGEST, timeoutSeconds: 120 },
  // The same code, with the recogniser beside it (`bundle.ts`): thirty pages at 20 s of processor each.
  pictures: { ...INGEST, timeoutSeconds: 660 },
  reprocess: {
    entry: 'functions/ingest/reprocess.ts',
    memoryMegabytes: 1769,
    timeoutSeconds: 600,
    environment: ['TABLE_NAME', 'BUS_NAME', 'BUCKET_NAME', 'MAX_OBJECT_BYTES', 'PROFILE'],
    access: [
      ...table('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'BatchWriteItem', 'UpdateItem', 'DeleteItem'),
      'bucket:read',
      'bus:put',
    ],
  },
  inventory: {
    entry: 'functions/inventory/handler.ts',
    memoryMegabytes: 1769,
    timeoutSeconds: 900,
    environment: ['TABLE_NAME', 'BUCKET_NAME', 'DATASET_BUCKET_NAME'],
    access: [...table('Scan'), 'versions:list', 'operations:write'],
  },
  tend: {
    entry: 'functions/ingest/schedule.ts',
    memoryMegabytes: 512,
    timeoutSeconds: 55,
    environment: ['TABLE_NAME', 'BUS_NAME'],
    access: [
      ...table('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'BatchWriteItem', 'UpdateItem', 'DeleteItem'),
      'bus:put',
    ],
  },
  notify: {
    entry: 'functions/notify/handler.ts',
    memoryMegabytes: 512,
    timeoutSeconds: 60,
    environment: NOTIFY_ENVIRONMENT,
    access: [
      ...table('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'BatchWriteItem', 'UpdateItem', 'DeleteItem'),
      'index:Query',
      'mail:send',
    ],
  },
  feedback: {
    entry: 'functions/notify/feedback.ts',
    memoryMegabytes: 256,
    timeoutSeconds: 30,
    environment: ['TABLE_NAME'],
    access: [...table('GetItem', 'BatchGetItem', 'PutItem'), 'index:Query'],
  },
  schedule: {
    entry: 'functions/notify/schedule.ts',
    memoryMegabytes: 512,
    timeoutSeconds: 55,
    environment: NOTIFY_ENVIRONMENT,
    access: [
      ...table('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'BatchWriteItem', 'UpdateItem', 'DeleteItem'),
      'index:Query',
      'mail:send',
    ],
  },
  dataset: {
    entry: 'functions/dataset/handler.ts',
    memoryMegabytes: 1769,
    timeoutSeconds: 600,
    environment: ['TABLE_NAME', 'DATASET_BUCKET_NAME'],
    access: [...table('GetItem', 'BatchGetItem', 'Query', 'UpdateItem'), 'index:Query', 'dataset:write'],
  },
  // The only one that writes the objects of reports wherever they lie; it is called by `query` alone.
  amend: {
    entry: 'functions/amend/handler.ts',
    memoryMegabytes: 1024,
    timeoutSeconds: 20,
    environment: ['TABLE_NAME', 'BUCKET_NAME'],
    access: [...table('GetItem', 'UpdateItem', 'DeleteItem'), 'bucket:read', 'bucket:write'],
  },
  query: {
    entry: 'functions/query/handler.ts',
    memoryMegabytes: 512,
    timeoutSeconds: 25,
    environment: QUERY_ENVIRONMENT,
    access: [
      ...table('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'BatchWriteItem', 'UpdateItem', 'DeleteItem'),
      'index:Query',
      'bucket:read',
      'uploads:write',
      'dataset:read',
      'bus:put',
      'amend:call',
      'sign-in:secret',
    ],
  },
};

/** Reading objects again, as many as there are: how many a call gets, and calls at once. */
export const REPROCESSING = { batchSize: 10, maximumConcurrency: 10 };
/** Folder of the data set's bucket for lists and results of operators' commands. */
export const OPERATIONS_FOLDER = 'operations';
/** Folder of the uploads' bucket for what is sent through the API. */
export const UPLOADS_FOLDER = 'uploads';

interface Schedule {
  target: FunctionName;
  /** EventBridge schedule expression of the cloud, in the time zone of the reports. */
  expression: string;
  /** How often the laptop does the same. */
  everySeconds: number;
  /** What the function is called with. */
  input: { task: 'tend' | 'sweep' | 'digest' | 'dataset' | 'inventory' };
}

export const TIME_ZONE = 'Asia/Shanghai';
export const SCHEDULES = {
  tend: { target: 'tend', expression: 'rate(1 minute)', everySeconds: 5, input: { task: 'tend' } },
  sweep: { target: 'schedule', expression: 'rate(1 minute)', everySeconds: 5, input: { task: 'sweep' } },
  digest: { target: 'schedule', expression: 'cron(0 8 * * ? *)', everySeconds: 24 * 3600, input: { task: 'digest' } },
  dataset: { target: 'dataset', expression: 'rate(15 minutes)', everySeconds: 10, input: { task: 'dataset' } },
  // In the small hours of a day on which nobody waits.
  inventory: {
    ...{ target: 'inventory', expression: 'cron(30 3 * * ? *)', everySeconds: 24 * 3600 },
    input: { task: 'inventory' },
  },
} as const satisfies Record<string, Schedule>;

/** Values that are the same in the cloud and on the laptop. */
export const MAX_OBJECT_BYTES = 25 * 1024 * 1024;

export const TABLE = {
  key: TABLE_KEY,
  indexes: TABLE_INDEXES,
  expiry: TABLE_EXPIRY,
} as const;
