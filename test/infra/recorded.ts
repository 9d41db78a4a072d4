/** Calls of the SDK, by the function that made them, as the actions that IAM knows. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { FunctionName } from '../../infra/wiring.ts';

/** What each command needs; `Queue` commands come with the event source. */
export const ACTIONS: Readonly<Record<string, string>> = {
  ...{ GetCommand: 'table:GetItem', BatchGetCommand: 'table:BatchGetItem', PutCommand: 'table:PutItem' },
  ...{ BatchWriteCommand: 'table:BatchWriteItem', UpdateCommand: 'table:UpdateItem' },
  ...{ DeleteCommand: 'table:DeleteItem', QueryCommand: 'table:Query', ScanCommand: 'table:Scan' },
  ...{ GetObjectCommand: 'bucket:read', HeadObjectCommand: 'bucket:read', PutObjectCommand: 'bucket:write' },
  ...{ DeleteObjectCommand: 'bucket:write', ListObjectVersionsCommand: 'versions:list' },
  ...{ PutEventsCommand: 'bus:put', SendEmailCommand: 'mail:send', InvokeCommand: 'amend:call' },
};

interface Sent {
  constructor: { name: string };
  input: { IndexName?: string; Bucket?: string; Key?: string };
}

/** The action of one call: objects of the data set's bucket and an index have actions of their own. */
function actionOf(sent: Sent): string {
  const { IndexName, Bucket, Key } = sent.input;
  const { name } = sent.constructor;
  if (IndexName !== undefined) return 'index:Query';
  const action = ACTIONS[name];
  if (action === undefined) throw new Error(`which right does ${name} need?`);
  if (Bucket !== 'dataset') return isUpload(sent) ? 'uploads:write' : action;
  return Key?.startsWith('operations/') ? 'operations:write' : action.replace('bucket', 'dataset');
}

/** The API puts under `uploads/` what is sent; other functions replace objects wherever they lie. */
function isUpload({ constructor: { name }, input: { Key } }: Sent): boolean {
  return name === 'PutObjectCommand' && working.getStore() === 'query' && Key?.startsWith('uploads/') === true;
}

const working = new AsyncLocalStorage<FunctionName>();
const recorded = new Map<FunctionName, Set<string>>();

/** Begins to record; to be called once, before a client sends anything. */
export function record(): Map<FunctionName, Set<string>> {
  for (const { prototype } of [DynamoDBDocumentClient, S3Client, EventBridgeClient, SESv2Client, LambdaClient]) {
    const { send } = prototype as { send(command: Sent, ...rest: unknown[]): unknown };
    Object.assign(prototype, {
      send(command: Sent, ...rest: unknown[]) {
        const name = working.getStore();
        if (name !== undefined) recorded.set(name, (recorded.get(name) ?? new Set()).add(actionOf(command)));
        return send.call(this, command, ...rest);
      },
    });
  }
  return recorded;
}

/** Some work of a function. */
export const as = <Result>(name: FunctionName, work: () => Result): Result => working.run(name, work);
