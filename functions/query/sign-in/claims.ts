/** What a token says of a person. */
import type { Issuer } from './issuer.ts';

export interface Person {
  subject: string;
  /** As people know them. */
  name: string;
  /** Address that the issuer has verified; `null` without one: typing an address must not give its rights. */
  email: string | null;
  roles: string[];
}

export function personOfClaims(claims: Readonly<Record<string, unknown>>, { roleClaim }: Issuer): Person {
  const subject = String(claims.sub);
  const isVerified = claims.email_verified === true || claims.email_verified === 'true';
  const email = typeof claims.email === 'string' && isVerified ? claims.email.toLowerCase() : null;
  const named = [email, claims.preferred_username, claims.name, subject].find((one) => typeof one === 'string');
  const roles = roleClaim === '' ? [] : claims[roleClaim];
  const words = Array.isArray(roles) ? roles : typeof roles === 'string' ? roles.split(/[\s,]+/) : [];
  return { subject, name: String(named), email, roles: words.map(String) };
}
