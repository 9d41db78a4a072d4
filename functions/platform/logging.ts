/**
 * JSON logs, one line an event. Every line of one message carries its correlation id (the id of the bus event, or the
 * request). Neither text of a report nor an address goes in: ids, keys, counts and rules tell enough.
 */
import { Logger } from '@aws-lambda-powertools/logger';

export const logger = new Logger({ serviceName: 'gouji' });

/** Runs some work whose log lines all carry this id. */
export async function correlated<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
  logger.setCorrelationId(id);
  try {
    return await work();
  } finally {
    logger.resetKeys();
  }
}
