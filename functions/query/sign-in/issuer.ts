/** The issuer (OIDC) at which people sign in: what is set, and what it says of itself. */
import * as oauth from 'oauth4webapi';
import { readSecret } from '../../platform/secrets.ts';

export interface Issuer {
  url: string;
  client: string;
  /** Name of the secret with the client's secret; empty where it has none. */
  secret: string;
  /** Claim with the roles; empty where only grants kept here count. */
  roleClaim: string;
}

/** So long its keys and addresses are believed. */
const KEPT_MILLISECONDS = 600_000;
const kept = new Map<string, { server: Promise<oauth.AuthorizationServer>; until: number }>();

/** Addresses and keys as the issuer publishes them (OpenID Connect Discovery 1.0). */
export function discover({ url }: Issuer): Promise<oauth.AuthorizationServer> {
  const there = kept.get(url);
  if (there !== undefined && Date.now() < there.until) return there.server;
  const server = ask(new URL(url));
  kept.set(url, { server, until: Date.now() + KEPT_MILLISECONDS });
  server.catch(() => kept.delete(url));
  return server;
}

async function ask(url: URL): Promise<oauth.AuthorizationServer> {
  const answer = await oauth.discoveryRequest(url, requestOptions(url));
  return oauth.processDiscoveryResponse(url, answer);
}

/** Plain HTTP is for an issuer on this machine only. */
export function requestOptions(url: URL): { [oauth.allowInsecureRequests]: boolean } {
  const isHere = url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  return { [oauth.allowInsecureRequests]: isHere };
}

/** How we prove who we are to the issuer: by PKCE alone, or with a secret as well. */
export async function authenticationOf({ secret }: Issuer): Promise<oauth.ClientAuth> {
  return secret === '' ? oauth.None() : oauth.ClientSecretBasic(await readSecret(secret));
}
