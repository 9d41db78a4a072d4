/**
 * The laptop's servers serve this laptop only. A page that a browser shows from elsewhere can send requests to loopback, under
 * its own name (Origin) or under a name of its own that it lets point here (DNS rebinding: Host). Programs send neither.
 */
import type { IncomingHttpHeaders, IncomingMessage, RequestListener, Server } from 'node:http';

const isLoopbackName = (host: string) =>
  /^(?:127\.0\.0\.1|localhost|\[::1\]|[\w.-]+\.localhost)(?::\d{1,5})?$/i.test(host);

/** Why a request is refused; `null` where it is ours. */
export function refusal({ host, origin, ...headers }: IncomingHttpHeaders): string | null {
  if (host === undefined || !isLoopbackName(host)) return 'this server answers to 127.0.0.1 and localhost only';
  // A form of a page without referrer says "null"; whose page it is stands in a header that no page can set.
  if (origin !== undefined && !(origin === 'null' && headers['sec-fetch-site'] === 'same-origin'))
    return origin === `http://${host}` ? null : 'a page from elsewhere may not call this server';
  const site = headers['sec-fetch-site'];
  const isForeign = site === 'cross-site' || site === 'same-site';
  // Following a link is harmless: the other page sees nothing of what it leads to.
  const isVisit = headers['sec-fetch-mode'] === 'navigate';
  return isForeign && !isVisit ? 'a page from elsewhere may not call this server' : null;
}

/** Puts the check before whatever the server does with requests. */
export function onlyOurs<Checked extends Server>(server: Checked): Checked {
  const listeners = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response) => {
    const why = refusal(request.headers);
    if (why === null) {
      for (const listener of listeners) listener.call(server, request, response);
      return;
    }
    request.resume();
    // As the API says it (RFC 9457): nothing of a request that is not ours reaches it.
    response.writeHead(403, { 'content-type': 'application/problem+json' });
    response.end(
      JSON.stringify({ type: 'urn:gouji:problem:not-allowed', title: 'Not allowed', status: 403, detail: why }),
    );
  });
  return server;
}
