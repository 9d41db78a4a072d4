/** What API Gateway (HTTP API, payload 2.0) hands over, as the client sent it. */
import type { LambdaEvent } from 'hono/aws-lambda';

/** Programs call under this path, where the gateway checks their signature or token. */
export const SIGNED_PREFIX = '/api';

/** Addresses with a name in them that people give, which may hold a `/`: what stands in its place is one name. */
export const NAMED_PATHS = [
  '/uploads/{name}',
  '/grants/{who}',
  '/agencies/{agency}/reports',
  '/agencies/{agency}/region',
];
const NAMED = NAMED_PATHS.map((path) => {
  const [before, after] = path.split(/\{\w+\}/);
  return new RegExp(`^((?:${SIGNED_PREFIX})?${before})(.+)(${after})$`, 's');
});

/**
 * The event with its path as it was sent: the gateway has decoded it, so that a `#`, `?` or `%` in a name would cut the
 * address in two or be decoded twice. Where a `/` may belong to a name, all between the fixed parts of the address is the name.
 */
export function asSent(event: LambdaEvent): LambdaEvent {
  if (!('rawPath' in event)) return event;
  const { rawPath } = event;
  const [, before, name, after] = NAMED.map((named) => named.exec(rawPath)).find((found) => found !== null) ?? [];
  const path =
    name === undefined
      ? rawPath.split('/').map(encodeURIComponent).join('/')
      : `${before}${encodeURIComponent(name)}${after}`;
  const isSigned = path === SIGNED_PREFIX || path.startsWith(`${SIGNED_PREFIX}/`);
  return { ...event, rawPath: (isSigned ? path.slice(SIGNED_PREFIX.length) : path) || '/' };
}
