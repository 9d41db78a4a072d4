/** Headers that keep a browser from doing anything with an answer but what it is for. */
import type { MiddlewareHandler } from 'hono';

const POLICY = {
  page: [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  data: "default-src 'none'; frame-ancestors 'none'",
};

export const security: MiddlewareHandler = async (context, next) => {
  await next();
  const isPage = context.res.headers.get('Content-Type')?.startsWith('text/html') ?? false;
  // What is shown in a frame of ours brings stricter ones of its own.
  if (!context.res.headers.has('Content-Security-Policy')) {
    context.header('Content-Security-Policy', isPage ? POLICY.page : POLICY.data);
  }
  context.header('X-Content-Type-Options', 'nosniff');
  if (!context.res.headers.has('X-Frame-Options')) context.header('X-Frame-Options', 'DENY');
  context.header('Referrer-Policy', 'no-referrer');
  if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-cache');
  const vary = context.res.headers.get('Vary');
  context.header('Vary', vary ? `${vary}, Accept` : 'Accept');
};
