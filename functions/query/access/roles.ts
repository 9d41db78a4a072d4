/** Roles as a claim of the issuer names them: `operator`, `reader`, `supervisor:360400`, `clerk:示例市教育局`. */
import { type Grant, ROLES, type Role } from '../../store/access/grants.ts';

/** Words that are no role of ours are left out: an issuer serves other programs too. */
export function grantsOfClaim(words: readonly string[]): Grant[] {
  return words.flatMap((word) => {
    const grant = grantOf(word);
    return grant === null ? [] : [grant];
  });
}

function grantOf(word: string): Grant | null {
  const [, role, over] = /^([a-z]+)(?::(.+))?$/.exec(word) ?? [];
  if (!isRole(role)) return null;
  if (over !== undefined) {
    const isRegion = /^\d{6}$/.test(over);
    return { role, region: isRegion ? over : null, agency: isRegion ? null : over };
  }
  // Who is a clerk or a supervisor of nothing named is one of nothing: such a role is never everywhere.
  return role === 'clerk' || role === 'supervisor' ? null : { role, region: null, agency: null };
}

const isRole = (word: string | undefined): word is Role => ROLES.some((role) => role === word);
