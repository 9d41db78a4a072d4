/** Signing in and out. Where sign-in is off, these addresses are not found. */

import * as z from 'zod/mini';
import { PROBLEMS, type ProblemWords } from '../../../shared/output/words/problems.ts';
import { beginSignIn, closeSession, openSession, randomWord, takeSignIn } from '../../store/access/sessions.ts';
import { cookies } from '../access/cookies.ts';
import type { Dependencies } from '../dependencies.ts';
import { noFields, operation } from '../operation.ts';
import { notFound, ProblemError } from '../problem.ts';
import { begin, CALLBACK, finish, SignInError } from '../sign-in/flow.ts';

const noSignIn = () => notFound(PROBLEMS.noSignIn);

/** Our own path that is named, and nothing else: no other host, no scheme, no way around by backslashes. */
function ownPath(to: string, { baseUrl }: Dependencies): string {
  const isPath = /^\/(?![/\\])[^\\\p{C}]*$/u.test(to);
  return isPath && new URL(to, baseUrl).origin === new URL(baseUrl).origin ? to : '/';
}

const beginOperation = operation({
  method: 'get',
  path: '/sign-in',
  open: true,
  summary: 'Leads to the issuer to sign in, and back to the page that is named',
  fields: noFields,
  query: z.strictObject({ to: z._default(z.string().check(z.maxLength(2000)), '/') }),
  answers: { 302: { description: 'Location is the issuer' }, 404: { description: 'Nobody signs in here' } },
  async handle({ query: { to }, context, dependencies }) {
    const { issuer, baseUrl } = dependencies;
    if (issuer === null) throw noSignIn();
    const { address, signIn } = await begin(issuer, baseUrl, ownPath(to, dependencies));
    const word = randomWord();
    await beginSignIn(word, signIn, new Date());
    cookies.putSignIn(context, baseUrl, word);
    context.header('Cache-Control', 'no-store');
    return context.redirect(address.href, 302);
  },
});

const finishOperation = operation({
  method: 'get',
  path: CALLBACK,
  open: true,
  summary: 'Where the issuer leads back to',
  fields: noFields,
  query: z.looseObject({}),
  answers: {
    303: { description: 'Signed in; Location is the page' },
    401: { description: 'The sign-in did not come about' },
  },
  async handle({ context, dependencies }) {
    const { issuer, baseUrl, log } = dependencies;
    if (issuer === null) throw noSignIn();
    const word = cookies.signIn(context, baseUrl);
    const signIn = word === undefined ? null : await takeSignIn(word, new Date());
    cookies.endSignIn(context, baseUrl);
    if (signIn === null) throw failed(PROBLEMS.signInLost);
    const returned = new URL(`${baseUrl}${CALLBACK}${new URL(context.req.url).search}`);
    const person = await finish(issuer, baseUrl, signIn, returned).catch((error) => {
      if (!(error instanceof SignInError)) throw error;
      log('sign-in refused', { reason: error.message });
      throw failed(PROBLEMS.signInRefused);
    });
    // The session before, of any origin, ends: a sign-in always has a session of its own.
    const before = cookies.session(context, baseUrl);
    if (before !== undefined) await closeSession(before);
    cookies.putSession(context, baseUrl, await openSession(person, new Date()));
    context.header('Cache-Control', 'no-store');
    return context.redirect(signIn.to, 303);
  },
});

const failed = (words: ProblemWords) => new ProblemError('not-signed-in', words);

const signOutOperation = operation({
  method: 'post',
  path: '/sign-out',
  open: true,
  form: true,
  summary: 'Ends the session',
  fields: noFields,
  query: noFields,
  body: z.strictObject({}),
  answers: { 303: { description: 'Signed out; Location is the front page' } },
  async handle({ context, dependencies: { baseUrl } }) {
    const session = cookies.session(context, baseUrl);
    if (session !== undefined) await closeSession(session);
    cookies.endSession(context, baseUrl);
    return context.redirect('/', 303);
  },
});

export const SIGN_IN_OPERATIONS = [beginOperation, finishOperation, signOutOperation];
