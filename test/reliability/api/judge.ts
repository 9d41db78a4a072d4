/** What is wrong with an answer: nothing, where the API refused or did what it describes. */
import { request } from 'node:http';
import { wantsPage } from '../../../functions/query/problem-page.ts';
import type { Sent } from './requests.ts';

interface Answered {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** As the bytes are: `fetch` would mend the path. */
export function send(address: string, { method, path, headers, body }: Sent): Promise<Answered> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const length = body === null || method === 'HEAD' ? {} : { 'Content-Length': String(body.length) };
    const sent = request({ hostname, port, method, path, headers: { ...headers, ...length } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(parts).toString() }),
      );
    });
    sent.on('error', reject);
    sent.end(method === 'HEAD' ? undefined : (body ?? undefined));
  });
}

/** What is shown of a request that went wrong, so that it can be made again. */
export const shortOf = ({ method, path, headers, body, changes }: Sent): string =>
  [
    method,
    path.slice(0, 160),
    JSON.stringify(headers).slice(0, 160),
    String(body ?? '').slice(0, 120),
    changes.join('+'),
  ].join(' ');

const TEXTS = /^(?:text\/html|text\/csv|application\/(?:problem\+)?json)/;

/** @returns in words; `null` where nothing is wrong */
export function wrongWith(sent: Sent, { status, headers, text }: Answered): string | null {
  const type = String(headers['content-type'] ?? '');
  if (status >= 500) return `${status} ${text.slice(0, 300)}`;
  if (/\n\s+at .+:\d+/.test(text)) return 'a stack';
  if ('x-a' in headers || String(headers['set-cookie'] ?? '').includes('a=b')) return 'a header of the client';
  if (TEXTS.test(type) && headers['content-encoding'] === undefined && text.includes('\ufffd'))
    return 'a replacement character';
  const isWhole = !sent.changes.some((change) => ['method', 'header', 'bytes'].includes(change));
  if (sent.wrong && isWhole && status < 400) return `${status}, where the description forbids the body`;
  if (status < 400 || sent.method === 'HEAD') return null;
  if (headers['content-encoding'] !== undefined) return null;
  if (type.startsWith('text/html')) return wantsPage(sent.headers.Accept) ? null : 'a page that was not asked for';
  if (!type.startsWith('application/problem+json')) return `${status} ${type || 'no type'}: ${text.slice(0, 80)}`;
  const problem = JSON.parse(text);
  const whole = ['type', 'title', 'status', 'detail', 'requestId'].every((field) => field in problem);
  return whole && problem.status === status ? null : `half a problem: ${text.slice(0, 200)}`;
}
