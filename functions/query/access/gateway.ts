/** Who calls, as the gateway knows them: programs, under the prefix where it checks signatures. */
import type { Context } from 'hono';
import type { AppEnv } from '../operation.ts';
import type { Caller } from './caller.ts';

/** What the gateway's authorisers leave in the event (HTTP API, payload 2.0). */
interface Authorized {
  authorizer?: { iam?: { userArn?: string }; jwt?: { claims?: Record<string, unknown> } };
}

/** `null` where the gateway did not authenticate. Whom the account lets call, by IAM or by the issuer set for programs, may do all. */
export function fromGateway(context: Context<AppEnv>): Caller | null {
  const event = context.env?.event;
  if (!event || !('requestContext' in event)) return null;
  const { authorizer } = event.requestContext as Authorized;
  const subject = authorizer?.jwt?.claims?.sub;
  const identity = authorizer?.iam?.userArn ?? (typeof subject === 'string' ? subject : null);
  return identity === null ? null : { kind: 'owner', identity };
}
