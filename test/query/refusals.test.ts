/**
 * What the API refuses: every operation that it describes is sent what its schema does not allow, and what no client
 * sends by chance. Whatever comes, the answer is no 5xx, and a refusal is a problem document without a stack.
 */
import { request } from 'node:http';
import { beforeAll, describe, expect, test } from 'vitest';
import { OPERATIONS } from '../../functions/query/operations.ts';
import { finding } from '../output/results.ts';
import { useApi } from './api.ts';
import { record, store } from './records.ts';

const api = useApi();
let id = '';
beforeAll(async () => {
  id = (await store(record('示例.txt', { report: { regionCode: '360403' } }, { findings: [finding()] }))).id;
});

interface Sent {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: Uint8Array | string;
}
interface Answered {
  status: number;
  type: string;
  text: string;
}

/** As the bytes are: `fetch` would mend the path. */
function send({ method, path, headers = {}, body }: Sent): Promise<Answered> {
  const { hostname, port } = new URL(api().address);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          text: Buffer.concat(parts).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** In place of a field of a path: nonsense of each kind. */
const SEGMENTS = [
  ...[
    '__proto__',
    'constructor',
    'toString',
    '%',
    '%E0%A4',
    '%FF%FE',
    '%00',
    '..%2f..',
    '0'.repeat(2000),
    '%D6%D0%B9%FA',
  ],
  ...['360403%20', '-1', '1e3', 'null', '%F0%9F%98%80', "'%3Cscript%3E"],
];
const QUERIES = [
  ...[
    'year=abcd',
    'year=2023&year=2022',
    'limit=0',
    'limit=1e2',
    'limit=99999',
    'region=36',
    'unknown=1',
    '__proto__=1',
  ],
  ...['cursor=AAAA', `cursor=${'A'.repeat(3000)}`, 'lang=xx', 'format=exe', 'status=none', 'level=king', 'severity='],
  ...['constructor[prototype]=1', 'year=%', 'text=%FF', 'text=%E0%A4', `text=${'a'.repeat(5000)}`, '&&&=', 'token=%00'],
];
const GBK = Uint8Array.from([0x7b, 0x22, 0x62, 0x79, 0x22, 0x3a, 0x22, 0xd6, 0xd0, 0xb9, 0xfa, 0x22, 0x7d]);
const BODIES: (Uint8Array | string)[] = [
  ...['', 'null', '[]', '0', '"a"', '{', '{}', '{"__proto__":{"by":"x"}}', '{"constructor":1}', '{"by":1e999}'],
  ...[GBK, Uint8Array.from([0xff, 0xfe, 0x00]), `{"by":"${'a'.repeat(3000)}"}`, '['.repeat(100_000), '{"by":"\ud800"}'],
  ...['{"agencies":[null],"by":"x"}', '{"agencies":"x","by":{}}', '{"scope":{"kind":"none"},"address":"x"}'],
];
const HEADERS: Record<string, string>[] = [
  ...['application/exe', '*/*;q=x', ',,,', 'text/html;q=0', 'a'.repeat(3000)].map((accept) => ({ Accept: accept })),
  ...['text/plain', 'application/json; charset=gbk', 'multipart/form-data', ';'].map((type) => ({
    'Content-Type': type,
  })),
  ...[
    { Range: 'bytes=9-1' },
    { 'If-None-Match': '"' },
    { Origin: 'null' },
    { Origin: '::' },
    { 'Content-Length': '0' },
  ],
];

const fill = (path: string, value?: string) => {
  const known: Record<string, string> = { id, fingerprint: finding().fingerprint, region: '360403', name: 'a.txt' };
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => value ?? known[name] ?? 'a');
};

async function refuses(sent: Sent): Promise<string | null> {
  const { status, type, text } = await send(sent);
  const about = `${sent.method} ${sent.path.slice(0, 80)} ${JSON.stringify(sent.headers ?? {}).slice(0, 80)} ${String(sent.body ?? '').slice(0, 40)} → ${status}`;
  if (status >= 500) return `${about} ${text.slice(0, 200)}`;
  if (status < 400) return null;
  if (sent.method === 'HEAD') return null;
  if (/\n\s+at .+:\d+/.test(text)) return `${about}: a stack`;
  if (type.startsWith('text/html') && sent.headers?.Accept?.includes('text/html')) return null;
  if (!type.startsWith('application/problem+json')) return `${about}: ${type || 'no type'} ${text.slice(0, 80)}`;
  const problem = JSON.parse(text);
  const whole = ['type', 'title', 'status', 'detail', 'requestId'].every((field) => field in problem);
  return whole && problem.status === status ? null : `${about}: ${text.slice(0, 200)}`;
}

/** What ends something that the others need is sent nonsense only. */
const valid = (method: string, path: string) => method === 'get' && !path.includes('openapi');

describe.each(OPERATIONS.map(({ method, path }) => [method, path] as const))('%s %s', (method, path) => {
  test('refuses what does not fit, and says so', async () => {
    const upper = method.toUpperCase();
    const json = { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' };
    const form = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' };
    const sent: Sent[] = [
      ...(path.includes('{') ? SEGMENTS : []).map((value) => ({ method: upper, path: fill(path, value) })),
      ...QUERIES.map((query) => ({ method: upper, path: `${fill(path, 'a')}?${query}` })),
      ...(valid(method, path) ? QUERIES.map((query) => ({ method: upper, path: `${fill(path)}?${query}` })) : []),
      ...(method === 'get' || method === 'delete'
        ? []
        : BODIES.flatMap((body) =>
            [json, form].map((headers) => ({ method: upper, path: fill(path), headers, body })),
          )),
      ...(valid(method, path) ? HEADERS.map((headers) => ({ method: upper, path: fill(path), headers })) : []),
      ...['PATCH', 'TRACE', 'PROPFIND', 'HEAD'].map((other) => ({ method: other, path: fill(path) })),
    ];
    const problems: string[] = [];
    for (const one of sent) {
      const problem = await refuses(one);
      if (problem) problems.push(problem);
    }
    expect(problems).toEqual([]);
  });
});

test('names in another encoding are refused, not stored with replacement characters', async () => {
  const body = Buffer.concat([
    Buffer.from('{"agencies":["'),
    Buffer.from([0xbd, 0xcc, 0xd3, 0xfd]),
    Buffer.from('"],"by":"x"}'),
  ]);
  const answer = await send({
    method: 'PUT',
    path: '/rosters/360404',
    headers: { 'Content-Type': 'application/json' },
    body,
  });
  expect([answer.status, answer.type]).toEqual([400, 'application/problem+json']);
  expect((await send({ method: 'GET', path: '/rosters/360404' })).status).toBe(404);
});

test('a cursor of another filter, cut or changed, is refused', async () => {
  for (let i = 0; i < 3; i++) await store(record(`更多${i}.txt`, { report: { regionCode: '360403', year: 2020 + i } }));
  const { cursor } = JSON.parse((await send({ method: 'GET', path: '/reports?limit=1' })).text);
  expect(cursor).toBeTypeOf('string');
  for (const bad of [cursor.slice(0, -1), `${cursor}A`, cursor.slice(4), cursor.toUpperCase()]) {
    const answer = await send({ method: 'GET', path: `/reports?limit=1&cursor=${bad}` });
    expect([answer.status, JSON.parse(answer.text).type]).toEqual([400, 'urn:gouji:problem:invalid-cursor']);
  }
  expect((await send({ method: 'GET', path: `/reports?limit=1&year=2021&cursor=${cursor}` })).status).toBe(400);
});
