/** Signing in by authorization code with PKCE (RFC 6749, RFC 7636, OpenID Connect Core 1.0). */
import * as oauth from 'oauth4webapi';
import { randomWord, type SignIn } from '../../store/access/sessions.ts';
import { type Person, personOfClaims } from './claims.ts';
import { authenticationOf, discover, type Issuer, requestOptions } from './issuer.ts';

/** The sign-in did not come about: refused at the issuer, or what came back is not what was asked for. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
}

export const CALLBACK = '/sign-in/callback';

/** Where to send the browser, and what has to come back. */
export async function begin(issuer: Issuer, baseUrl: string, to: string): Promise<{ address: URL; signIn: SignIn }> {
  const server = await discover(issuer);
  const signIn = { state: randomWord(), nonce: randomWord(), verifier: oauth.generateRandomCodeVerifier(), to };
  const address = new URL(server.authorization_endpoint ?? '');
  const asked = {
    ...{ client_id: issuer.client, response_type: 'code', scope: 'openid email profile' },
    ...{ redirect_uri: `${baseUrl}${CALLBACK}`, state: signIn.state, nonce: signIn.nonce },
    code_challenge: await oauth.calculatePKCECodeChallenge(signIn.verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  return { address, signIn };
}

/**
 * @param returned the address at which the browser came back
 * @throws SignInError where the answer is not one to this sign-in, from this issuer, for us
 */
export async function finish(issuer: Issuer, baseUrl: string, signIn: SignIn, returned: URL): Promise<Person> {
  const server = await discover(issuer);
  const client = { client_id: issuer.client };
  try {
    const parameters = oauth.validateAuthResponse(server, client, returned, signIn.state);
    const answer = await oauth.authorizationCodeGrantRequest(
      ...([server, client, await authenticationOf(issuer), parameters] as const),
      ...([`${baseUrl}${CALLBACK}`, signIn.verifier, requestOptions(new URL(issuer.url))] as const),
    );
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, answer, {
      ...{ expectedNonce: signIn.nonce, requireIdToken: true },
    });
    const claims = oauth.getValidatedIdTokenClaims(tokens);
    if (claims === undefined) throw new SignInError('the issuer gave no id token');
    await oauth.validateApplicationLevelSignature(server, answer, requestOptions(new URL(issuer.url)));
    return personOfClaims(claims, issuer);
  } catch (error) {
    if (error instanceof SignInError) throw error;
    throw new SignInError((error as Error).message, { cause: error });
  }
}
