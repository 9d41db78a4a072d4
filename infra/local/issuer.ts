/**
 * An issuer (OIDC) on loopback: `oidc-provider`, for tests and for trying out signing in on the laptop. A login
 * that spells a role has it: `operator`, `supervisor:360400`, `clerk:示例市示例局`. It proves no identity.
 */
import { createServer, type RequestListener } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider } from 'oidc-provider';
import { close, listen } from './listen.ts';

export const LOCAL_CLIENT = 'gouji';
export const LOCAL_ROLE_CLAIM = 'roles';

/**
 * @param baseUrl of the API, to which it leads back
 * @throws PortInUseError
 */
export async function startIssuer(port: number, baseUrl: string): Promise<{ address: string; stop(): Promise<void> }> {
  let serve: RequestListener | null = null;
  const server = createServer((request, response) => serve?.(request, response));
  const address = await listen(server, port);
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const provider = new Provider(address, {
    clients: [
      {
        ...{
          client_id: LOCAL_CLIENT,
          token_endpoint_auth_method: 'none',
          redirect_uris: [`${baseUrl}/sign-in/callback`],
        },
        ...{ response_types: ['code'], grant_types: ['authorization_code'] },
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' }] },
    cookies: { keys: [crypto.randomUUID()] },
    claims: { openid: ['sub', LOCAL_ROLE_CLAIM], email: ['email', 'email_verified'], profile: ['preferred_username'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({
        ...{ sub: id, preferred_username: id, [LOCAL_ROLE_CLAIM]: [id] },
        ...(id.includes('@') && { email: id, email_verified: true }),
      }),
    }),
  });
  serve = provider.callback();
  return { address, stop: () => close(server) };
}
