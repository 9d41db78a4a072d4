/** Our cookies: HttpOnly, of this host alone, never sent with a form or a script of another site. */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';

const SESSION = 'gouji-session';
const SIGN_IN = 'gouji-sign-in';
const LINK = 'gouji-link';

/** Over TLS a name that no other host and no plain connection can set (RFC 6265bis, 4.1.3). */
const prefixed = (name: string, base: string, path: string) =>
  !base.startsWith('https:') ? name : path === '/' ? `__Host-${name}` : `__Secure-${name}`;

function put(context: Context, base: string, name: string, value: string, path: string, maxAge?: number): void {
  const options: CookieOptions = { path, httpOnly: true, sameSite: 'Lax', secure: base.startsWith('https:') };
  setCookie(context, prefixed(name, base, path), value, { ...options, ...(maxAge !== undefined && { maxAge }) });
}

const reportPath = (id: string) => `/reports/${id}`;

export const cookies = {
  session: (context: Context, base: string) => getCookie(context, prefixed(SESSION, base, '/')),
  /** Until the browser is closed, or the session ends. */
  putSession: (context: Context, base: string, word: string) => put(context, base, SESSION, word, '/'),
  endSession: (context: Context, base: string) => put(context, base, SESSION, '', '/', 0),
  signIn: (context: Context, base: string) => getCookie(context, prefixed(SIGN_IN, base, '/')),
  putSignIn: (context: Context, base: string, word: string) => put(context, base, SIGN_IN, word, '/', 600),
  endSignIn: (context: Context, base: string) => put(context, base, SIGN_IN, '', '/', 0),
  /** Sent with requests about its one report only. */
  link: (context: Context, base: string) => getCookie(context, prefixed(LINK, base, '/reports')),
  putLink: (context: Context, base: string, report: string, word: string) =>
    put(context, base, LINK, word, reportPath(report)),
};
