/** Stands between a bundle and AWS: passes every request on as it is, and remembers which operation it was. */
import { request as ask, createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { close, listen } from '../../infra/local/listen.ts';

export interface Call {
  service: string;
  operation: string;
  body: string;
}

export interface Recording {
  address: string;
  calls: Call[];
  stop(): Promise<void>;
}

/** @param upstream address of a service, by the name that requests are signed for */
export async function startProxy(upstream: (service: string) => string): Promise<Recording> {
  const calls: Call[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const call = { ...operationOf(request), body: body.toString('utf8') };
    calls.push(call);
    const target = new URL(request.url ?? '/', upstream(call.service));
    const headers = { ...request.headers, host: target.host };
    const passed = ask(target, { method: request.method ?? 'GET', headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', (error) => response.writeHead(502).end(String(error)));
    passed.end(body);
  });
  const address = await listen(server, 0);
  return { address, calls, stop: () => close(server) };
}

/** Of requests that name no operation: by method and address, the first that fits. */
const OPERATIONS: readonly [service: string, method: string, address: RegExp, operation: string][] = [
  ['s3', 'GET', /\?(?:.*&)?versions(?:[=&]|$)/, 'ListObjectVersions'],
  ['s3', 'GET', /\?(?:.*&)?list-type=2/, 'ListObjectsV2'],
  ['s3', 'GET', /./, 'GetObject'],
  ['s3', 'HEAD', /./, 'HeadObject'],
  ['s3', 'PUT', /./, 'PutObject'],
  ['s3', 'DELETE', /./, 'DeleteObject'],
  ['ses', 'POST', /\/outbound-emails$/, 'SendEmail'],
  ['lambda', 'POST', /\/invocations$/, 'InvokeFunction'],
];

/** The service that a request is signed for, and its operation as IAM would name it. */
function operationOf(request: Pick<IncomingMessage, 'method' | 'url'> & { headers: IncomingHttpHeaders }): {
  service: string;
  operation: string;
} {
  const { method = '', url = '', headers } = request;
  const scope = /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//.exec(headers.authorization ?? '')?.[1];
  if (scope === undefined) throw new Error(`a request that is not signed: ${method} ${url}`);
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return { service: scope, operation: target.split('.').at(-1) ?? '' };
  const found = OPERATIONS.find(([service, verb, path]) => service === scope && verb === method && path.test(url));
  return { service: scope, operation: found?.[3] ?? `${method} ${url.split('?')[0]}` };
}
