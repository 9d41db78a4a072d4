/** Reading objects again in this process: the functions and the items of the state machine, one batch after the other. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { handler as readAgain } from '../../functions/ingest/reprocess.ts';
import { handler as list } from '../../functions/inventory/handler.ts';
import { clientOptions } from '../../functions/platform/clients.ts';
import { UsageError } from '../../shared/cli/usage-error.ts';
import { contextOf } from '../local/context.ts';
import { REPROCESSING } from '../wiring.ts';
import type { Operation } from './deployment.ts';
import { type Outcomes, together } from './outcomes.ts';

/** How far a run is: kept after each batch, so that it goes on from there. */
interface Run {
  keys: string[];
  done: number;
  so: Outcomes;
}

/** @throws {UsageError} where a run is to go on and none was cut off */
export async function reprocessHere(
  { scope, keys }: { scope: 'all' | 'differences' | 'keys' | 'resume'; keys: readonly string[] },
  { deployment, progress }: Operation,
): Promise<Outcomes> {
  const file = join(deployment.folder ?? '.', 'reprocessing.json');
  const run = scope === 'resume' ? readRun(file) : await newRun(scope, keys);
  while (run.done < run.keys.length) {
    const batch = run.keys.slice(run.done, run.done + REPROCESSING.batchSize);
    const answer = await readAgain({ Items: batch.map((key) => ({ key })) }, contextOf('reprocess'));
    run.done += batch.length;
    run.so = together([run.so, answer]);
    keep(file, run);
    progress(`${run.done}/${run.keys.length}  ${JSON.stringify(run.so.outcomes)}`);
  }
  rmSync(file, { force: true });
  return run.so;
}

async function newRun(scope: 'all' | 'differences' | 'keys', keys: readonly string[]): Promise<Run> {
  const name = `reprocessing-${new Date().toISOString().replaceAll(/\D/g, '')}`;
  const listed = await list({ task: 'list', scope, keys, name }, contextOf('inventory'));
  if (listed === null) throw new Error('the inventory made no list');
  const s3 = new S3Client(clientOptions());
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: listed.bucket, Key: listed.key }));
  const items = JSON.parse((await Body?.transformToString()) ?? '[]') as { key: string }[];
  s3.destroy();
  return { keys: items.map(({ key }) => key), done: 0, so: { outcomes: {}, failed: [] } };
}

function readRun(file: string): Run {
  if (!existsSync(file)) throw new UsageError('no run was cut off');
  return JSON.parse(readFileSync(file, 'utf8')) as Run;
}

/** Whole or not at all. */
function keep(file: string, run: Run): void {
  writeFileSync(`${file}.new`, JSON.stringify(run));
  renameSync(`${file}.new`, file);
}
