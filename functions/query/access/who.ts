/** Who calls: the gateway's word, a token, a session, or the link of a mail, in this order. */

import type { Context } from 'hono';
import { PROBLEMS } from '../../../shared/output/words/problems.ts';
import { readGrants } from '../../store/access/grants.ts';
import { readLink } from '../../store/access/links.ts';
import { readSession } from '../../store/access/sessions.ts';
import type { Dependencies } from '../dependencies.ts';
import type { AppEnv } from '../operation.ts';
import { ProblemError } from '../problem.ts';
import { verifyBearer } from '../sign-in/bearer.ts';
import type { Person } from '../sign-in/claims.ts';
import { type Caller, NOBODY } from './caller.ts';
import { cookies } from './cookies.ts';
import { fromGateway } from './gateway.ts';
import { grantsOfClaim } from './roles.ts';

/** @throws ProblemError 401 where a token is shown that does not hold; 403 where another site uses our cookies */
export async function whoCalls(context: Context<AppEnv>, dependencies: Dependencies): Promise<Caller> {
  const known = fromGateway(context);
  if (known !== null) return known;
  const { issuer, baseUrl, callers } = dependencies;
  const bearer = /^Bearer (\S+)$/i.exec(context.req.header('Authorization') ?? '')?.[1];
  if (bearer !== undefined && issuer !== null) return personWith(await verifyBearer(bearer, issuer));
  const session = cookies.session(context, baseUrl);
  const there = session === undefined || issuer === null ? null : await readSession(session, new Date());
  if (there !== null) {
    refuseOtherSites(context, baseUrl);
    return personWith(there);
  }
  if (callers === 'trusted') return { kind: 'owner', identity: null };
  const report = /^\/reports\/([0-9a-f]{20})(?:\/|$)/.exec(context.req.path)?.[1];
  const word = cookies.link(context, baseUrl);
  const link = report === undefined || word === undefined ? null : await readLink(report, word, new Date());
  if (link === null) return NOBODY;
  refuseOtherSites(context, baseUrl);
  return { kind: 'link', identity: `mail:${link.recipient}`, report: link.report };
}

/** What is granted here is read anew with each request, so that taking it back works at once. */
async function personWith({ subject, name, email, roles }: Person): Promise<Caller> {
  const kept = await Promise.all([subject, ...(email === null ? [] : [email])].map(readGrants));
  return { kind: 'person', identity: name, grants: [...grantsOfClaim(roles), ...kept.flat()] };
}

/** A browser sends our cookies along with what another site makes it do (SameSite leaves gaps); it says so, though. */
function refuseOtherSites(context: Context<AppEnv>, baseUrl: string): void {
  if (['GET', 'HEAD'].includes(context.req.method)) return;
  const site = context.req.header('Sec-Fetch-Site');
  const origin = context.req.header('Origin');
  const own = [new URL(baseUrl).origin, new URL(context.req.url).origin];
  // A form of a page without referrer says "null".
  const isOurs =
    origin === undefined || origin === 'null' ? site === 'same-origin' : own.includes(origin) && site !== 'cross-site';
  if (isOurs) return;
  throw new ProblemError('not-allowed', PROBLEMS.foreignRequest);
}
