/** Tokens of programs and of other pages (RFC 6750): signed by our issuer, for us, and not ended. */

import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import { PROBLEMS } from '../../../shared/output/words/problems.ts';
import { ProblemError } from '../problem.ts';
import { type Person, personOfClaims } from './claims.ts';
import { discover, type Issuer } from './issuer.ts';

const keys = new Map<string, ReturnType<typeof createRemoteJWKSet>>();

/** @throws ProblemError 401 */
export async function verifyBearer(token: string, issuer: Issuer): Promise<Person> {
  const server = await discover(issuer);
  const address = server.jwks_uri ?? '';
  const published = keys.get(address) ?? createRemoteJWKSet(new URL(address));
  keys.set(address, published);
  try {
    const options = {
      issuer: server.issuer,
      algorithms: ['RS256', 'ES256', 'PS256', 'EdDSA'],
      requiredClaims: ['sub', 'exp'],
    };
    const { payload } = await jwtVerify(token, published, options);
    if (!isForUs(payload, issuer.client)) throw new Error('for somebody else');
    return personOfClaims(payload, issuer);
  } catch {
    throw new ProblemError('not-signed-in', PROBLEMS.badToken, {
      headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
    });
  }
}

/** Access tokens of Cognito name the client, and no audience. */
function isForUs({ aud, client_id }: JWTPayload, client: string): boolean {
  return aud === undefined ? client_id === client : [aud].flat().includes(client);
}
