/**
 * JSON logs, one line an event. Every line of one piece of work carries its correlation id: that of the event of S3 with
 * which it all began (or of the request), through every message that follows, up to `mailed`. Neither text of a report nor
 * an address goes in: ids, keys, counts and rules tell enough.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { Logger } from '@aws-lambda-powertools/logger';
import type { Context } from 'aws-lambda';

type Fields = Readonly<Record<string, unknown>>;

const powertools = new Logger({ serviceName: 'gouji' });
const correlation = new AsyncLocalStorage<string>();

const told = (fields: Fields): { [key: string]: string } => {
  const id = correlation.getStore();
  return { ...fields, ...(id !== undefined && { correlation_id: id }) } as { [key: string]: string };
};

export const logger = {
  /** What Lambda says of the call, in each line of it. */
  addContext: (context: Context): void => powertools.addContext(context),
  info: (message: string, fields: Fields = {}): void => powertools.info(message, told(fields)),
  warn: (message: string, fields: Fields = {}): void => powertools.warn(message, told(fields)),
  error: (message: string, fields: Fields = {}): void => powertools.error(message, told(fields)),
};

/** Runs some work whose log lines, and the events that it puts on the bus, all carry this id. */
export function correlated<Result>(id: string, work: () => Result): Result {
  return correlation.run(id, work);
}

/** The id of the work that is being done; `undefined` outside of any. */
export const correlationId = (): string | undefined => correlation.getStore();
