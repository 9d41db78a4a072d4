/** Who calls, as the gateway knows them, and what may be done without being known. */
import type { Context } from 'hono';
import type { Dependencies } from './dependencies.ts';
import type { AppEnv, Operation } from './operation.ts';
import { ProblemError } from './problem.ts';

/** What the gateway's authorisers leave in the event (HTTP API, payload 2.0). */
interface Authorized {
  authorizer?: { iam?: { userArn?: string }; jwt?: { claims?: Record<string, unknown> } };
}

/** IAM user or subject of the token; `null` where nobody was asked. */
export function identityOf(context: Context<AppEnv>): string | null {
  const event = context.env?.event;
  if (!event || !('requestContext' in event)) return null;
  const { authorizer } = event.requestContext as Authorized;
  const subject = authorizer?.jwt?.claims?.sub;
  return authorizer?.iam?.userArn ?? (typeof subject === 'string' ? subject : null);
}

/** Whether this caller may write and see addresses of people: where reading is open, only who is known. */
export function mayWrite({ openReading }: Dependencies, identity: string | null): boolean {
  return !openReading || identity !== null;
}

/**
 * Writing and the addresses of people are never open, whatever a gateway lets through: there, callers must be known.
 * @throws ProblemError 403
 */
export function refuseUnknown(
  { method, ownToken, personal }: Operation,
  dependencies: Dependencies,
  identity: string | null,
): void {
  if ((method === 'get' && !personal) || ownToken || mayWrite(dependencies, identity)) return;
  throw new ProblemError('not-allowed', {
    zh: '此处只开放查阅报告。写入和查看订阅须经 IAM 签名或带有令牌。',
    en: 'Only reading reports is open here. Sign writing requests and those about subscriptions (IAM), or send a token.',
  });
}
