/** Versions over HTTP, as S3's clients ask for them: before and after what fauxqs does with a request. */
import type { buildApp } from 'fauxqs';
import { VERSION_FIELD, type Versions } from './versions.ts';
import { versionsXml } from './versions-xml.ts';

type App = ReturnType<typeof buildApp>;
interface Asked {
  method: string;
  params: unknown;
  query: unknown;
  headers: Record<string, string | string[] | undefined>;
  body?: unknown;
}
interface Answered {
  statusCode: number;
  hasHeader(name: string): boolean;
  getHeader(name: string): string | number | string[] | undefined;
  removeHeader(name: string): unknown;
  header(name: string, value: unknown): this;
  status(code: number): this;
  send(payload?: unknown): unknown;
}
type Parameters = { bucket?: string; '*'?: string };
type Query = Record<string, string | undefined>;
const HIDDEN_HEADER = `x-amz-meta-${VERSION_FIELD}`;
const COPY_SOURCE = 'x-amz-copy-source';

/** @param app with fauxqs' routes */
export function serveVersions(app: App, versions: Versions): void {
  app.addHook('preHandler', (request, reply, done) => {
    if (before(versions, request, reply)) done();
  });
  app.addHook('onSend', (request, reply, _payload, done) => {
    after(versions, request, reply);
    done();
  });
}

/** @returns whether fauxqs is to go on with the request; where not, it has been answered */
function before(versions: Versions, request: Asked, reply: Answered): boolean {
  const parameters = (request.params ?? {}) as Parameters;
  const query = (request.query ?? {}) as Query;
  if (parameters.bucket === versions.hidden) return refuse(reply, 404, 'NoSuchBucket');
  if (!copiesFrom(versions, request)) return refuse(reply, 404, 'NoSuchVersion');
  if (parameters.bucket !== versions.bucket) return true;
  const key = parameters['*'] ?? '';
  if (key === '') {
    if (request.method === 'GET' && 'versions' in query) {
      reply.header('content-type', 'application/xml').send(versionsXml(versions, query));
      return false;
    }
    const asks = request.method === 'POST' && 'delete' in query && String(request.body).includes('<VersionId>');
    return asks ? refuse(reply, 501, 'NotImplemented') : true;
  }
  const id = query.versionId;
  return id === undefined || !['GET', 'HEAD', 'DELETE'].includes(request.method)
    ? true
    : aboutOne(versions, { key, id }, request, reply);
}

/** A request for one version: reading is led to where it lies, deleting is done here. */
function aboutOne(
  versions: Versions,
  { key, id }: { key: string; id: string },
  request: Asked,
  reply: Answered,
): boolean {
  const place = versions.place(key, id);
  if (request.method === 'DELETE') {
    if (place?.isMarker) reply.header('x-amz-delete-marker', 'true');
    if (place !== null) versions.remove(key, id);
    reply.header('x-amz-version-id', id).status(204).send();
    return false;
  }
  if (place === null) return refuse(reply, 404, 'NoSuchVersion');
  if (place.isMarker) {
    reply.header('x-amz-delete-marker', 'true').header('x-amz-version-id', id);
    return refuse(reply, 405, 'MethodNotAllowed');
  }
  Object.assign(request.params as object, { bucket: place.bucket, '*': place.key });
  return true;
}

/** A copy from a version is one from where that lies. @returns whether there is such a version */
function copiesFrom(versions: Versions, { headers }: Asked): boolean {
  const [source = '', id] = String(headers[COPY_SOURCE] ?? '').split('?versionId=');
  if (id === undefined) return true;
  const [, bucket = '', key = ''] = /^\/?([^/]+)\/(.+)$/.exec(decodeURIComponent(source)) ?? [];
  const place = bucket === versions.bucket ? versions.place(key, id) : null;
  if (place === null || place.isMarker) return false;
  headers[COPY_SOURCE] = `/${place.bucket}/${encodeURIComponent(place.key)}`;
  return true;
}

/** What S3 says of versions in the head of an answer. */
function after(versions: Versions, request: Asked, reply: Answered): void {
  const carried = reply.getHeader(HIDDEN_HEADER);
  if (carried !== undefined) {
    reply.removeHeader(HIDDEN_HEADER);
    reply.header('x-amz-version-id', carried);
  }
  const { bucket, '*': key = '' } = (request.params ?? {}) as Parameters;
  if (bucket !== versions.bucket || key === '' || reply.hasHeader('x-amz-version-id')) return;
  const marker = versions.markerId(key);
  const isGone = reply.statusCode === 404 || request.method === 'DELETE';
  if (isGone && marker !== null) reply.header('x-amz-delete-marker', 'true').header('x-amz-version-id', marker);
  const isWritten = reply.statusCode === 200 && ['PUT', 'POST'].includes(request.method);
  const id = versions.presentId(key);
  if (isWritten && id !== null) reply.header('x-amz-version-id', id);
}

function refuse(reply: Answered, status: number, code: string): false {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${code}</Message></Error>`;
  reply.header('content-type', 'application/xml').status(status).send(xml);
  return false;
}
