/** Schedule → data set: builds again what changed since the last time, as far as the time of one call goes. */
import { S3Client } from '@aws-sdk/client-s3';
import type { Context } from 'aws-lambda';
import { logger } from '../platform/logging.ts';
import { rebuildChanged } from './rebuild.ts';

/** Kept for the partition that was begun last. */
const RESERVE_MILLISECONDS = 240_000;

export async function handler(_event: unknown, context: Context): Promise<void> {
  logger.addContext(context);
  const until = Date.now() + context.getRemainingTimeInMillis() - RESERVE_MILLISECONDS;
  const s3 = new S3Client({ forcePathStyle: true });
  const built = await rebuildChanged(s3, until).finally(() => s3.destroy());
  if (built.length > 0) logger.info('data set built', { partitions: built });
}
