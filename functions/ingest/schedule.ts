/** EventBridge Scheduler → ingest: regions in which no more reports come are tended. */
import type { Context } from 'aws-lambda';
import { logger } from '../platform/logging.ts';
import { tendRegions } from './regions.ts';

export async function handler(_event: { task: 'tend' }, context: Context): Promise<void> {
  logger.addContext(context);
  await tendRegions(Date.now());
}
