/** What API Gateway (HTTP API, payload 2.0) hands over, as the client sent it. */
import type { LambdaEvent } from 'hono/aws-lambda';

/** Programs call under this path, where the gateway checks their signature or token. */
export const SIGNED_PREFIX = '/api';

/** Addresses whose last part is a name that may hold a `/`: what stands behind them is one name, whatever is in it. */
const NAMED = /^((?:\/api)?\/uploads\/)(.+)$/s;

/**
 * The event with its path as it was sent: the gateway has decoded it, so that a `#`, `?` or `%` in a name would cut the
 * address in two or be decoded twice. A `/` in a name cannot be told from one between names any more, except where no
 * other part follows the name.
 */
export function asSent(event: LambdaEvent): LambdaEvent {
  if (!('rawPath' in event)) return event;
  const [, folder, name] = NAMED.exec(event.rawPath) ?? [];
  const path =
    folder === undefined || name === undefined
      ? event.rawPath.split('/').map(encodeURIComponent).join('/')
      : folder + encodeURIComponent(name);
  const isSigned = path === SIGNED_PREFIX || path.startsWith(`${SIGNED_PREFIX}/`);
  return { ...event, rawPath: (isSigned ? path.slice(SIGNED_PREFIX.length) : path) || '/' };
}
