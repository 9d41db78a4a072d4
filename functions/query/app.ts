/** The query API as one app, which Lambda and the laptop serve alike. */

import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { cors } from 'hono/cors';
import { etag } from 'hono/etag';
import { PROBLEMS } from '../../shared/output/words/problems.ts';
import { NewerItemError } from '../store/table/schema.ts';
import { permit } from './access/guard.ts';
import { whoCalls } from './access/who.ts';
import { readBody } from './body.ts';
import type { Dependencies } from './dependencies.ts';
import { isDecodable } from './escapes.ts';
import { type AppEnv, type Operation, parsed, problemLanguage, queryOf } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import { PROBLEM_MEDIA_TYPE, ProblemError } from './problem.ts';
import { problemPage, wantsPage } from './problem-page.ts';
import { security } from './security.ts';

/**
 * @example const app = createApp(dependenciesFromEnvironment()); await app.request('/health');
 */
export function createApp(dependencies: Dependencies): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.use(async (context, next) => {
    const event = context.env?.event;
    const given =
      event && 'requestContext' in event ? (event.requestContext as { requestId?: string }).requestId : null;
    context.set('requestId', given ?? crypto.randomUUID());
    const started = performance.now();
    await next();
    context.header('X-Request-Id', context.get('requestId'));
    dependencies.log('request', {
      requestId: context.get('requestId'),
      method: context.req.method,
      path: context.req.path,
      status: context.res.status,
      milliseconds: Math.round(performance.now() - started),
    });
  });
  if (dependencies.corsOrigins.length > 0) {
    const exposeHeaders = ['ETag', 'X-Request-Id', 'Location'];
    app.use(cors({ origin: dependencies.corsOrigins, allowMethods: ['GET', 'PUT', 'POST', 'DELETE'], exposeHeaders }));
  }
  // Innermost, so that an answer without content (304) changes nothing of what the browser keeps for the page.
  app.use(compress(), etag(), security);

  for (const [path, operations] of Map.groupBy(OPERATIONS, (operation) => operation.path)) {
    const pattern = path.replaceAll(/\{(\w+)\}/g, ':$1');
    for (const operation of operations)
      app.on(operation.method.toUpperCase(), pattern, (context: Context<AppEnv>) => run(operation, context));
    app.all(pattern, () => {
      const allow = operations.map(({ method }) => method.toUpperCase()).join(', ');
      throw new ProblemError('method-not-allowed', PROBLEMS.methods(allow), { headers: { Allow: allow } });
    });
  }

  async function run(operation: Operation, context: Context<AppEnv>): Promise<Response> {
    if (!isDecodable(context.req.url)) {
      throw new ProblemError('invalid-request', PROBLEMS.escapes);
    }
    const caller = await whoCalls(context, dependencies);
    const path = parsed(operation.fields, context.req.param(), 'path', 'not-found');
    const asked = parsed(operation.query, queryOf(context), 'query') as Record<string, unknown>;
    const query = await permit(operation, caller, { path, query: asked }, dependencies);
    const body = await readBody(operation, context);
    return operation.handle({ path, query, body, context, dependencies, caller, identity: caller.identity });
  }

  app.notFound(() => {
    throw new ProblemError('not-found', PROBLEMS.noAddress);
  });

  app.onError(async (error, context) => {
    const requestId = context.get('requestId');
    const problem = error instanceof ProblemError ? error : internalProblem(error, requestId, dependencies);
    for (const [name, value] of Object.entries(problem.headers)) context.header(name, value);
    if (wantsPage(context.req.header('Accept'))) {
      // A person is led to sign in, and back; what is no page for reading says so instead.
      const { path, method, url } = context.req;
      if (problem.status === 401 && dependencies.issuer !== null && method === 'GET' && !path.startsWith('/sign-in')) {
        return context.redirect(`/sign-in?to=${encodeURIComponent(path + new URL(url).search)}`, 302);
      }
      return context.html(await problemPage(problem, context), problem.status);
    }
    const document = JSON.stringify(problem.document(problemLanguage(context), requestId));
    return context.body(document, problem.status, { 'Content-Type': PROBLEM_MEDIA_TYPE });
  });

  return app;
}

/** The cause goes into the log and not to the client. */
function internalProblem(error: unknown, requestId: string, dependencies: Dependencies): ProblemError {
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  dependencies.log('request failed', { requestId, cause });
  if (error instanceof NewerItemError) {
    return new ProblemError('internal', PROBLEMS.newerRelease);
  }
  return new ProblemError('internal', PROBLEMS.internal);
}
