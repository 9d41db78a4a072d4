/** What API Gateway (HTTP API, payload 2.0) hands over, as the client sent it. */
import type { LambdaEvent } from 'hono/aws-lambda';

/** Programs call under this path, where the gateway checks their signature or token. */
export const SIGNED_PREFIX = '/api';

/**
 * The event with its path as it was sent: the gateway has decoded it, so that a `#`, `?` or `%` in a name would cut the
 * address in two or be decoded twice. A `/` in a name cannot be told from one between names any more.
 */
export function asSent(event: LambdaEvent): LambdaEvent {
  if (!('rawPath' in event)) return event;
  const path = event.rawPath.split('/').map(encodeURIComponent).join('/');
  const isSigned = path === SIGNED_PREFIX || path.startsWith(`${SIGNED_PREFIX}/`);
  return { ...event, rawPath: (isSigned ? path.slice(SIGNED_PREFIX.length) : path) || '/' };
}
