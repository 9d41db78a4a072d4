/** Python's moto as a server, with as much of the template deployed into it as it can take. */
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  CreateBucketCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { close, listen } from '../../infra/local/listen.ts';
import type { Deployed } from './deployed.ts';
import { functionIds, partOf, type Template } from './template.ts';

const ACCOUNT = '123456789012';
const REGION = 'us-east-1';
const STACK = 'Gouji-prod';
const TEMPLATES = 'verify-templates';

/** Whether moto's server can be started here. */
export const isMotoHere = (): boolean => spawnSync('python3', ['-c', 'import moto.server, flask']).status === 0;

/** @throws Error with moto's reason where it does not take the template */
export async function deployToMoto(
  { template, zips }: Pick<Deployed, 'template' | 'zips'>,
  tell: (line: string) => void,
): Promise<Deployed & { stop(): Promise<void> }> {
  const { endpoint, stop } = await startMoto();
  try {
    const { part, left } = partOf(template);
    await uploadAssets(endpoint, part, zips);
    const physical = await createStack(endpoint, part);
    tell(`verified: CloudFormation makes ${Object.keys(part.Resources).length} resources of the template`);
    for (const type of left) tell(`NOT verified: ${type}, which moto was not asked for`);
    for (const what of ['triggers of functions', 'calls from function to function', 'IAM', 'sign-in', 'retries']) {
      tell(`NOT verified: ${what}`);
    }
    await verifySender(endpoint, 'gouji@agency.example');
    const named = (pattern: RegExp) => {
      const [, id] = Object.entries(physical).find(([logical]) => pattern.test(logical)) ?? [];
      if (id === undefined) throw new Error(`no resource ${pattern} in the stack`);
      return id;
    };
    await tellEventBridge(endpoint, named(/^GoujiStorageReports[0-9A-F]{8}$/));
    tell(
      'NOT verified: the property of the bucket that has S3 tell EventBridge, which moto does not read; it is set here',
    );
    const lambda = new LambdaClient({ endpoint });
    return {
      ...{ template, zips, stop, upstream: () => endpoint },
      // moto gives every event the same (moto/s3/notifications.py), so that a later state looks like the one before.
      hasSequencers: false,
      bucket: named(/^GoujiStorageReports[0-9A-F]{8}$/),
      queueUrl: (name) => named(new RegExp(`^GoujiQueues${name}[0-9A-F]{8}$`)),
      async environmentOf(name) {
        const FunctionName = named(new RegExp(`^Gouji${name}Function[0-9A-F]{8}$`));
        const { Environment } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
        return Environment?.Variables ?? {};
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startMoto(): Promise<{ endpoint: string; stop(): Promise<void> }> {
  const free = createServer();
  const port = new URL(await listen(free, 0)).port;
  await close(free);
  const child = spawn('python3', ['-m', 'moto.server', '-H', '127.0.0.1', '-p', port], {
    stdio: process.env.MOTO_LOG ? 'inherit' : 'ignore',
  });
  const endpoint = `http://127.0.0.1:${port}`;
  const stop = async () => void child.kill();
  for (let tries = 0; tries < 120; tries++) {
    const answer = await fetch(`${endpoint}/moto-api/data.json`).catch(() => null);
    if (answer?.ok) return { endpoint, stop };
    await sleep(500);
  }
  await stop();
  throw new Error('moto did not start within a minute');
}

/** The bundles, where the template says that they are. */
async function uploadAssets(endpoint: string, part: Template, zips: Deployed['zips']): Promise<void> {
  const s3 = new S3Client({ endpoint, forcePathStyle: true });
  const made = new Set<string>();
  const put = async (Bucket: string, Key: string, Body: Uint8Array | string) => {
    if (!made.has(Bucket)) await s3.send(new CreateBucketCommand({ Bucket }));
    made.add(Bucket);
    await s3.send(new PutObjectCommand({ Bucket, Key, Body }));
  };
  for (const [name, id] of functionIds(part)) {
    const { S3Bucket, S3Key } = codeOf(part, id) as {
      S3Bucket: { 'Fn::Sub': string };
      S3Key: string;
    };
    const filled = S3Bucket['Fn::Sub']
      .replace('$' + '{AWS::AccountId}', ACCOUNT)
      .replace('$' + '{AWS::Region}', REGION);
    await put(filled, S3Key, zips[name]);
  }
  await put(TEMPLATES, 'template.json', JSON.stringify(part));
}

const codeOf = ({ Resources }: Template, id: string) => Resources[id]?.Properties.Code;

/** @returns physical ids by logical ones */
async function createStack(endpoint: string, part: Template): Promise<Record<string, string>> {
  const cloudFormation = new CloudFormationClient({ endpoint, maxAttempts: 1 });
  const TemplateURL = `https://${TEMPLATES}.s3.amazonaws.com/template.json`;
  const Capabilities = ['CAPABILITY_IAM' as const];
  await cloudFormation.send(new CreateStackCommand({ StackName: STACK, TemplateURL, Capabilities }));
  const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName: STACK }));
  const { StackStatus, StackStatusReason } = Stacks?.[0] ?? {};
  if (StackStatus !== 'CREATE_COMPLETE') throw new Error(`moto: ${StackStatus} ${StackStatusReason ?? ''}`);
  const { StackResources = [] } = await cloudFormation.send(new DescribeStackResourcesCommand({ StackName: STACK }));
  const there = new Map(
    StackResources.map(({ LogicalResourceId, PhysicalResourceId }) => [LogicalResourceId, PhysicalResourceId]),
  );
  const missing = Object.keys(part.Resources).filter((id) => !there.has(id));
  if (missing.length > 0) throw new Error(`moto made no ${missing.join(', ')}`);
  return Object.fromEntries([...there].map(([logical = '', id = '']) => [logical, id]));
}

async function tellEventBridge(endpoint: string, Bucket: string): Promise<void> {
  const s3 = new S3Client({ endpoint, forcePathStyle: true });
  const NotificationConfiguration = { EventBridgeConfiguration: {} };
  await s3.send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }));
}

/** SES refuses senders that nobody has verified; the version of its API that does this has no client here. */
async function verifySender(endpoint: string, address: string): Promise<void> {
  const authorization = `AWS4-HMAC-SHA256 Credential=verify/20260101/${REGION}/ses/aws4_request, SignedHeaders=host, Signature=0`;
  const body = new URLSearchParams({ Action: 'VerifyEmailIdentity', EmailAddress: address, Version: '2010-12-01' });
  const answer = await fetch(endpoint, { method: 'POST', headers: { authorization }, body });
  if (!answer.ok) throw new Error(`moto does not verify the sender: ${answer.status} ${await answer.text()}`);
}
