import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { rebuildChanged } from '../../functions/dataset/rebuild.ts';
import { OPERATIONS } from '../../functions/query/operations.ts';
import { makeLink } from '../../functions/store/access/links.ts';
import { getSubscription } from '../../functions/store/mail/subscription-items.ts';
import { putSubscription } from '../../functions/store/mail/subscriptions.ts';
import { SubscriptionRequest } from '../../shared/mail/subscription.ts';
import { SCRIPT } from '../../shared/output/page/assets.ts';
import { faultyDocx, recordOf } from '../output/papers.ts';
import { finding } from '../output/results.ts';
import { useApi } from './api.ts';
import { record, store } from './records.ts';

const api = useApi();

interface Parameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
}
interface Described {
  parameters: Parameter[];
  requestBody?: { content: Record<string, unknown> };
  responses: Record<string, unknown>;
}

/** A value for every parameter, of things that are stored. */
const VALUES: Record<string, string> = {
  fingerprint: finding().fingerprint,
  agency: '示例市示例局',
  region: '360403',
  name: 'a.txt',
  sha256: '0'.repeat(64),
  reason: '误传',
  year: '2023',
  who: 'li@agency.example',
};
const DATASET_FILE = { resource: 'long', year: 'year=2023', province: 'province=36', file: 'long.parquet' };
/** What is sent where a body is described. */
const BODIES: Record<string, unknown> = {
  'put /reports/{id}/findings/{fingerprint}/decision': { decision: 'confirmed', by: '复核人' },
  'post /subscriptions': {
    address: 'page@example.org',
    leastSeverity: 'error',
    delivery: 'weekly',
    region: '360403',
  },
  'post /subscriptions/{id}/removal': {},
  'post /decisions': { decision: 'confirmed', reason: '属实', reports: ['0'.repeat(20)], rule: 'T3.BALANCE' },
  'post /decisions/form': {
    decision: 'confirmed',
    reason: '属实',
    reports: '0'.repeat(20),
    rule: 'T3.BALANCE',
    back: '/reports?year=2023#list',
  },
  'post /reports/{id}/notes': { findings: [finding().fingerprint], text: '系模板误差' },
  'post /reports/{id}/notes/form': { findings: finding().fingerprint, text: '系模板误差', back: '/' },
  'put /reports/{id}/assignment': { assignee: '李四', due: '2026-12-31' },
  'post /reports/{id}/assignment': { assignee: '李四', due: '', back: '/' },
  'put /agencies/{agency}/region': { region: '320106' },
  'post /agencies/{agency}/region': { region: '320106' },
  'put /rosters/{region}': { agencies: ['示例市示例局'], by: '管理员' },
  'put /subscriptions/{id}': { address: 'clerk@example.org', scope: { kind: 'all' } },
  'put /uploads/{name}': '一份文件',
  'put /rosters/{region}/file': '示例市示例局,office@example.org',
  'post /rosters/{region}/form': { text: '示例市示例局', back: '/regions/360403/2023' },
  'put /reports/{id}/file': '更正后的文件',
  'post /reports/{id}/withdrawal': { reason: '误传' },
  'put /grants/{who}': { grants: [{ role: 'clerk', agency: '示例市示例局' }] },
  'post /grants': { who: 'wang@agency.example', role: 'reader' },
  'post /sign-out': {},
};
/** What needs a report of its own, since it ends one. */
const ENDINGS = ['post /reports/{id}/supersede', 'post /reports/{id}/withdrawal', 'delete /reports/{id}'];
/** Deletions come last, and what a subscription needs comes before what uses it. */
const rank = (name: string) =>
  ENDINGS.includes(name) || name.endsWith('/removal')
    ? 9
    : ['put', 'get', 'post', 'delete'].indexOf(name.split(' ', 1)[0] as string);

beforeAll(async () => {
  // Of no version, so that its file may be sent below.
  const checked = record('示例.txt', { report: { regionCode: '360403' } }, { findings: [finding()] });
  const { id } = await store({ ...checked, version: null });
  VALUES.id = id;
  const request = SubscriptionRequest.parse({ address: 'clerk@agency.example', scope: { kind: 'all' } });
  VALUES.key = await makeLink(
    id,
    await putSubscription('linked', request, new Date(), { confirmed: true }),
    new Date(),
  );
});

test('every operation that is described can be called as described and answers as described', async () => {
  const { paths } = (await (await fetch(`${api().address}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Described>>;
  };
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    // Signing in needs an issuer: `sign-in.test.ts` has one.
    Object.entries(path.startsWith('/sign-in') ? {} : methods).map(([method, of]) => ({
      name: `${method} ${path}`,
      method,
      path,
      of,
    })),
  );
  expect(described.length).toBeGreaterThan(20);
  await buildDataset();
  for (const { name, method, path, of } of described.sort((a, b) => rank(a.name) - rank(b.name))) {
    const answer = await call(name, method, path, of);
    const operation = OPERATIONS.find((each) => each.method === method && each.path === path);
    const expected = operation?.answers[answer.status];
    expect([name, answer.status < 400 && expected !== undefined]).toEqual([name, true]);
    const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
    const schema = expected?.content?.[type];
    if (schema) expect([name, z.safeParse(schema, await answer.json()).error]).toEqual([name, undefined]);
    else expect([name, expected?.content === undefined || type in expected.content]).toEqual([name, true]);
  }
});

async function buildDataset(): Promise<void> {
  const s3 = new S3Client({ forcePathStyle: true });
  await rebuildChanged(s3);
  s3.destroy();
}

/** A report that was uploaded as a Word file. */
async function wordFile(): Promise<string> {
  const Body = faultyDocx();
  const stored = await store(await recordOf('示例局2023.docx', Body));
  await new S3Client({ forcePathStyle: true }).send(new PutObjectCommand({ Bucket: 'reports', Key: stored.key, Body }));
  return stored.id;
}

async function call(name: string, method: string, path: string, { parameters, requestBody }: Described) {
  const values: Record<string, string> = { ...VALUES };
  if (ENDINGS.includes(name)) {
    const { id } = await store(record(`${name}.txt`));
    BODIES['post /reports/{id}/supersede'] = { report: id };
    if (!name.endsWith('supersede')) values.id = id;
  }
  if (path.endsWith('/commented')) values.id = await wordFile();
  if (path.startsWith('/subscriptions')) values.id = 'all';
  if (path.startsWith('/assets')) values.name = SCRIPT.name;
  if (path.startsWith('/docs')) values.name = 'swagger-ui.css';
  if (path.startsWith('/dataset')) Object.assign(values, DATASET_FILE);
  values.token = (await getSubscription('all'))?.token ?? '';
  const query = new URLSearchParams();
  let address = path;
  for (const parameter of parameters.filter(({ required }) => required)) {
    const value = values[parameter.name];
    if (value === undefined) throw new Error(`no value for ${parameter.name} of ${name}`);
    if (parameter.in === 'query') query.set(parameter.name, value);
    address = address.replace(`{${parameter.name}}`, encodeURIComponent(value));
  }
  const type = Object.keys(requestBody?.content ?? {})[0];
  const body = BODIES[name];
  if (type !== undefined && body === undefined) throw new Error(`no body for ${name}`);
  return fetch(`${api().address}${address}?${query}`, {
    method: method.toUpperCase(),
    redirect: 'manual',
    headers: { 'Sec-Fetch-Site': 'same-origin', ...(type !== undefined && { 'Content-Type': type }) },
    ...(type === 'application/json' && { body: JSON.stringify(body) }),
    ...(type === 'application/x-www-form-urlencoded' && {
      body: `${new URLSearchParams(body as Record<string, string>)}`,
    }),
    ...(type === 'application/octet-stream' && { body: String(body) }),
  });
}

test('every operation has an id of its own, a tag, and named schemas that are there', async () => {
  const text = await (await fetch(`${api().address}/openapi.json`)).text();
  const { paths, components, tags } = JSON.parse(text);
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods as object));
  const ids = operations.map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain('getReportsById');
  const known = tags.map(({ name }: { name: string }) => name);
  for (const operation of operations) expect(known).toContain(operation.tags[0]);
  const named = Object.keys(components.schemas);
  expect(named).toEqual(expect.arrayContaining(['Problem', 'Report', 'Statistics', 'Summary']));
  for (const [, name] of text.matchAll(/#\/components\/schemas\/(\w+)/g)) expect(named).toContain(name);
  expect(text).not.toContain('#/$defs/');
});

test('the page for people comes with its files from here alone, under the policy of all pages', async () => {
  const page = await fetch(`${api().address}/docs`);
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  const html = await page.text();
  // Not the icon, which is empty.
  const linked = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].flatMap(([, to = '']) => (to === 'data:,' ? [] : [to]));
  expect(linked).toHaveLength(4);
  for (const address of linked) {
    expect(address.startsWith('/')).toBe(true);
    expect((await fetch(`${api().address}${address}`)).status).toBe(200);
  }
});
