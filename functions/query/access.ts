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

/** Whether this caller may write and see addresses of people. */
export function mayWrite({ callers }: Dependencies, identity: string | null): boolean {
  return callers === 'trusted' || identity !== null;
}

/**
 * Callers must be known, whatever a gateway lets through; only reading may be switched open.
 * @throws ProblemError 403
 */
export function refuseUnknown(
  { method, ownToken, open, personal }: Operation,
  dependencies: Dependencies,
  identity: string | null,
): void {
  const isOpenReading = dependencies.openReading && method === 'get' && !personal;
  if (open || ownToken || isOpenReading || mayWrite(dependencies, identity)) return;
  throw new ProblemError('not-allowed', {
    zh: '须先表明身份：程序在 /api 下以 IAM 签名或令牌访问。',
    en: 'Callers must be known here: programs call under /api, signed (IAM) or with a token.',
  });
}
