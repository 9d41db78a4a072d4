/** The state machine that reads objects again, as its definition has it (`infra/stack/reprocessing.ts`). */
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { handler as reprocess } from '../../../functions/ingest/reprocess.ts';
import { handler as inventory } from '../../../functions/inventory/handler.ts';
import { contextOf } from '../../../infra/local/context.ts';
import { OPERATIONS_FOLDER, REPROCESSING } from '../../../infra/wiring.ts';
import type { Service } from './service.ts';

export interface Machine {
  service: Service;
  /** Ends the next run behind so many batches. */
  failAfter(batches: number): void;
}

interface Run {
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED';
  batches: { key: string }[][] | null;
  outputs: string[];
}

const executionOf = (name: string) => `arn:aws:states:us-east-1:000000000000:execution:gouji:${name}`;
const mapOf = (name: string) => `arn:aws:states:us-east-1:000000000000:mapRun:gouji/Read:${name}`;
const nameOf = (arn: unknown) => String(arn).split(':').at(-1) ?? '';

export function machine(): Machine {
  const runs = new Map<string, Run>();
  let bound = Number.POSITIVE_INFINITY;
  const work = async (name: string, run: Run, input: object) => {
    run.batches ??= await list(name, input);
    while (run.outputs.length < run.batches.length) {
      if (run.outputs.length >= bound) {
        bound = Number.POSITIVE_INFINITY;
        run.status = 'FAILED';
        return;
      }
      const Items = run.batches[run.outputs.length] ?? [];
      run.outputs.push(JSON.stringify(await reprocess({ Items }, contextOf('reprocess'))));
    }
    await keep(name, run.outputs);
    run.status = 'SUCCEEDED';
  };
  const begin = (name: string, run: Run, input: object) => {
    run.status = 'RUNNING';
    work(name, run, input).catch((error) => {
      console.error('state machine:', error);
      run.status = 'FAILED';
    });
  };
  const service: Service = async (operation, { executionArn, mapRunArn, input }) => {
    const name = operation === 'StartExecution' ? `run-${runs.size + 1}` : nameOf(executionArn ?? mapRunArn);
    const run = runs.get(name) ?? { status: 'RUNNING', batches: null, outputs: [] };
    switch (operation) {
      case 'StartExecution':
        runs.set(name, run);
        begin(name, run, JSON.parse(String(input)));
        return { executionArn: executionOf(name), startDate: 0 };
      case 'RedriveExecution':
        begin(name, run, {});
        return { redriveDate: 0 };
      case 'DescribeExecution':
        return { executionArn, status: run.status, ...(run.status === 'FAILED' && { error: 'Broken', cause: 'test' }) };
      case 'ListExecutions':
        return {
          executions: [...runs].reverse().map(([one, { status }]) => ({ executionArn: executionOf(one), status })),
        };
      case 'ListMapRuns':
        return { mapRuns: run.batches === null ? [] : [{ mapRunArn: mapOf(name), executionArn }] };
      case 'DescribeMapRun':
        return { itemCounts: { total: run.batches?.flat().length ?? 0, succeeded: run.outputs.length, failed: 0 } };
      default:
        throw new Error(`no operation ${operation}`);
    }
  };
  return {
    service,
    failAfter(batches) {
      bound = batches;
    },
  };
}

async function list(name: string, input: object): Promise<{ key: string }[][]> {
  const listed = await inventory({ ...input, task: 'list', name } as never, contextOf('inventory'));
  const { Body } = await new S3Client({}).send(new GetObjectCommand({ Bucket: listed?.bucket, Key: listed?.key }));
  const items = JSON.parse((await Body?.transformToString()) ?? '[]') as { key: string }[];
  const size = REPROCESSING.batchSize;
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html */
async function keep(name: string, outputs: readonly string[]): Promise<void> {
  const Body = JSON.stringify(outputs.map((Output) => ({ Output, Status: 'SUCCEEDED' })));
  const Key = `${OPERATIONS_FOLDER}/results/${name}/SUCCEEDED_0.json`;
  await new S3Client({}).send(new PutObjectCommand({ Bucket: process.env.DATASET_BUCKET_NAME, Key, Body }));
}
