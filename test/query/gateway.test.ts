/** Events as API Gateway makes them: with the path decoded, and with the prefix under which programs sign. */
import type { LambdaEvent } from 'hono/aws-lambda';
import { expect, test } from 'vitest';
import { NAMED_PATHS } from '../../functions/query/gateway.ts';
import { OPERATIONS } from '../../functions/query/operations.ts';
import { readAssignedRegions } from '../../functions/store/regions/assigned.ts';
import { useEngines } from '../support/engines.ts';

useEngines();

/** What the gateway hands over for a request of a program, whose signature it has checked. */
function event(method: string, path: string, body?: string): LambdaEvent {
  const type = path.includes('/uploads/') ? 'application/octet-stream' : 'application/json';
  const iam = { userArn: 'arn:aws:iam::111122223333:user/uploader' };
  return {
    ...{ version: '2.0', routeKey: 'ANY /api/{proxy+}', rawPath: decodeURIComponent(path.split('?')[0] ?? '') },
    ...{
      rawQueryString: path.split('?')[1] ?? '',
      headers: { host: 'api.example', accept: 'application/json', 'content-type': type },
    },
    requestContext: {
      ...{ requestId: 'r-1', domainName: 'api.example', authorizer: { iam } },
      http: { method, path: decodeURIComponent(path), protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
    },
    ...{ body: body ?? null, isBase64Encoded: false },
  } as unknown as LambdaEvent;
}

test.each(['a#b.txt', 'a?b=c.txt', '100%.txt', 'a%20b.txt', '50%25.txt', '示例 2023 年报+附件.txt', 'a&b;c=d.txt'])(
  'a file called %s arrives under this name',
  async (name) => {
    Object.assign(process.env, { CALLERS: 'known' });
    const { handler } = await import('../../functions/query/handler.ts');
    const answer = await handler(event('PUT', `/api/uploads/${encodeURIComponent(name)}`, '内容'), {} as never);
    expect(answer).toMatchObject({ statusCode: 202 });
    expect(JSON.parse((answer as { body: string }).body).key).toBe(`uploads/${name}`);
  },
);

test.each(['局/年报.txt', '一/二/三 100%.txt'])(
  'a / in the name of a file, %s, is told from one between names',
  async (name) => {
    const { handler } = await import('../../functions/query/handler.ts');
    const answer = await handler(event('PUT', `/api/uploads/${encodeURIComponent(name)}`, '内容'), {} as never);
    expect(answer).toMatchObject({ statusCode: 202 });
    // Names have no folders of their own.
    expect(JSON.parse((answer as { body: string }).body).key).toBe(`uploads/${name.replaceAll('/', '_')}`);
    const got = await handler(
      event('GET', `/api/uploads/${encodeURIComponent(name)}?sha256=${'0'.repeat(64)}`),
      {} as never,
    );
    expect(got).toMatchObject({ statusCode: 200 });
  },
);

test('every address with a name that people give is known to hold one', () => {
  const names = OPERATIONS.filter(({ path }) => /\{(?:name|who|agency)\}/.test(path)).map(({ path }) => path);
  // Names of our own files are no names that people give.
  const ours = ['/assets/{name}', '/docs/{name}'];
  expect([...new Set(names)].filter((path) => !ours.includes(path)).sort()).toEqual([...NAMED_PATHS].sort());
});

test.each(['示例市甲/乙局', '一/二/三 50%局', 'a/reports'])(
  'an agency called %s is given a region under this name',
  async (agency) => {
    const { handler } = await import('../../functions/query/handler.ts');
    const address = `/api/agencies/${encodeURIComponent(agency)}`;
    const put = await handler(event('PUT', `${address}/region`, JSON.stringify({ region: '360403' })), {} as never);
    expect(put).toMatchObject({ statusCode: 200 });
    expect(await readAssignedRegions(agency)).toMatchObject([{ region: '360403' }]);
  },
);

test('the same without a signature is refused: the prefix alone proves nothing', async () => {
  const { handler } = await import('../../functions/query/handler.ts');
  const unsigned = event('PUT', '/api/uploads/a.txt', '内容');
  delete (unsigned.requestContext as { authorizer?: object }).authorizer;
  expect(await handler(unsigned, {} as never)).toMatchObject({ statusCode: 401 });
});
