import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { OPERATIONS } from '../../functions/query/operations.ts';
import {
  AgencySchema,
  ProblemSchema,
  ReportRecordSchema,
  ReportsSchema,
  RosterSchema,
  StatisticsSchema,
  UploadSchema,
} from '../../functions/query/schemas.ts';
import { readHistory } from '../../functions/store/records/decision-history.ts';
import type { ReportRecord } from '../../shared/record.ts';
import { finding } from '../output/results.ts';
import { useApi } from './api.ts';
import { record, store } from './records.ts';

const api = useApi({ corsOrigins: ['https://friend.example'] });
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${api().address}${path}`, { headers, redirect: 'manual' });
/** What is there, checked by the schema that describes it. */
const read = async <S extends z.ZodMiniType>(path: string, schema: S) =>
  z.parse(schema, await (await get(path)).json());
const reports = (path: string) => read(path, ReportsSchema);
const report = (path: string) => read(path, ReportRecordSchema);
const statistics = (path: string) => read(path, StatisticsSchema);
const put = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${api().address}${path}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const Sarif = z.object({ runs: z.array(z.object({ results: z.array(z.object({ ruleId: z.string() })) })) });
const Subscriptions = z.object({ subscriptions: z.array(z.unknown()) });
const Paths = z.object({ paths: z.record(z.string(), z.looseObject({})) });

let faulty: ReportRecord;
let earlier: ReportRecord;
beforeAll(async () => {
  earlier = await store(
    record('示例/2022.txt', {
      cells: { 'requests.received.total': 40 },
      report: { year: 2022, regionCode: '360403' },
    }),
  );
  const findings = [finding(), finding({ rule: 'TBL.BLANK', severity: 'warning', fingerprint: 'blank-1', cells: [] })];
  faulty = await store(
    record(
      '示例/2023 年报.txt',
      { report: { regionCode: '360403' }, raw: { 'requests.carriedIn.total': '3?' } },
      { findings },
    ),
  );
});

describe('reports', () => {
  test('the list: filters, limit, cursor', async () => {
    const first = await reports('/reports?region=360400&limit=1');
    expect(first.reports.map(({ id }) => id)).toEqual([faulty.id]);
    const second = await reports(`/reports?region=360400&limit=1&cursor=${first.cursor}`);
    expect(second).toEqual({ reports: [expect.objectContaining({ id: earlier.id, year: 2022 })], cursor: null });
  });

  test('a cursor that was changed, or comes with other filters, is refused', async () => {
    const { cursor } = await reports('/reports?limit=1');
    if (cursor === null) throw new Error('no cursor');
    const middle = Math.floor(cursor.length / 2);
    const changed = cursor.slice(0, middle) + (cursor[middle] === 'A' ? 'B' : 'A') + cursor.slice(middle + 1);
    for (const bad of [`limit=1&cursor=${changed}`, `limit=1&year=2023&cursor=${cursor}`, 'cursor=x']) {
      const answer = await get(`/reports?${bad}`);
      expect([answer.status, z.parse(ProblemSchema, await answer.json()).type]).toEqual([
        400,
        'urn:gouji:problem:invalid-cursor',
      ]);
    }
    expect((await get(`/reports?cursor=${'A'.repeat(2000)}`)).status).toBe(400);
  });

  test('one report: the contract, provenance, decisions, versions, other years', async () => {
    const found = await report(`/reports/${faulty.id}`);
    expect(found).toMatchObject({
      id: faulty.id,
      status: 'failed',
      source: { name: '示例/2023 年报.txt' },
      report: { agency: '示例市示例局', year: 2023, raw: { 'requests.carriedIn.total': '3?' } },
      versions: [{ status: 'failed' }],
      copies: [],
      otherYears: [{ id: earlier.id }],
    });
    expect(found.cells['requests.carriedIn.total']).toMatchObject({ raw: '3?', place: { line: expect.any(Number) } });
    expect(found.findings[0]).toMatchObject({ rule: 'T3.BALANCE', decision: null, code: null });
  });

  test('in English and in Traditional', async () => {
    expect((await report(`/reports/${faulty.id}?lang=en`)).findings[0]?.message).toBe(finding().message.en);
    expect((await report(`/reports/${faulty.id}?lang=zh-Hant`)).findings[0]?.message).toContain('辦結');
  });

  test('findings as csv and sarif, by Accept and by format', async () => {
    const csv = await get(`/reports/${faulty.id}`, { Accept: 'text/csv' });
    expect(csv.headers.get('content-type')).toMatch(/^text\/csv/);
    expect(await csv.text()).toContain('T3.BALANCE');
    const sarif = await read(`/reports/${faulty.id}?format=sarif`, Sarif);
    expect(sarif.runs[0]?.results[0]?.ruleId).toBe('T3.BALANCE');
  });

  test('the original is one redirect away and comes as a file to be saved', async () => {
    const name = '原件 50%+.html';
    const hostile = '<script>alert(1)</script>';
    const uploaded = await fetch(`${api().address}/uploads/${encodeURIComponent(name)}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'text/html' },
      body: hostile,
    });
    const { key } = z.parse(UploadSchema, await uploaded.json());
    const { id } = await store({ ...record(key), version: null });
    const redirect = await get(`/reports/${id}/original`);
    expect([redirect.status, redirect.headers.get('cache-control')]).toEqual([302, 'no-store']);
    const location = redirect.headers.get('location') as string;
    expect(new URL(location).searchParams.get('X-Amz-Expires')).toBe('300');
    const original = await fetch(location);
    expect(await original.text()).toBe(hostile);
    expect(original.headers.get('content-type')).toBe('application/octet-stream');
    // S3 obeys this one, the embedded engine does not.
    expect(new URL(location).searchParams.get('response-content-disposition')).toMatch(/^attachment/);
  });
});

describe('years and statistics', () => {
  test('the years of a body side by side, also as csv', async () => {
    const body = await read(`/agencies/${encodeURIComponent('示例市示例局')}/reports`, AgencySchema);
    expect(body.years).toEqual([2022, 2023]);
    const row = body.cells.find(({ address }) => address === 'requests.received.total');
    expect(row?.values['2022']).toBe(40);
    const csv = await get(`/agencies/${encodeURIComponent('示例市示例局')}/reports?format=csv`);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await csv.arrayBuffer());
    expect(text.split('\r\n')[0]).toBe('\uFEFFaddress,label,2022,2023');
  });

  test('sums, counts and rates, also as csv', async () => {
    const {
      reports: count,
      failed,
      cells,
      rates,
      regions,
      years,
    } = await statistics('/statistics?year=2022&region=360000');
    expect({ count, failed, years }).toEqual({ count: 1, failed: 0, years: [2023, 2022] });
    expect(cells).toContainEqual(expect.objectContaining({ address: 'requests.received.total', sum: 40, reports: 1 }));
    expect(regions).toEqual([{ region: '360400', name: '九江市', reports: 1, failed: 0, copies: 0 }]);
    const natural = rates.find(({ id }) => id === 'naturalPersons');
    expect(natural).toMatchObject({ denominator: 40, rate: (natural?.numerator ?? 0) / 40 });
    expect(await (await get('/statistics?year=2022', { Accept: 'text/csv' })).text()).toContain(
      'cell,requests.received.total',
    );
    expect((await statistics('/statistics?region=360403')).reports).toBe(2);
  });
});

describe('writing', () => {
  const decision = () => `/reports/${faulty.id}/findings/${finding().fingerprint}/decision`;

  test('a dismissed error lets the report pass, in the list and in the statistics; taken back, it fails again', async () => {
    const body = { decision: 'dismissed', remark: '已核对原表', by: '复核人' };
    const first = await (await put(decision(), body)).json();
    expect(await (await put(decision(), body)).json()).toEqual(first);
    expect(await report(`/reports/${faulty.id}`)).toMatchObject({
      status: 'passed',
      checkedStatus: 'failed',
      findings: [{ decision: first }, {}],
    });
    expect((await reports('/reports?status=failed')).reports).toEqual([]);
    expect((await statistics('/statistics?year=2023')).failed).toBe(0);
    await fetch(`${api().address}${decision()}`, { method: 'DELETE' });
    expect((await reports('/reports?status=failed')).reports).toHaveLength(1);
  });

  test('an unknown finding is not found', async () => {
    const answer = await put(`/reports/${faulty.id}/findings/none/decision`, { decision: 'confirmed', by: '某人' });
    expect(answer.status).toBe(404);
  });

  test('the form of the page does the same and leads back; from another site it is refused', async () => {
    const back = `/reports/${faulty.id}#finding-1`;
    const findings = finding().fingerprint;
    const fields = new URLSearchParams({ decision: 'confirmed', reason: '属实', reports: faulty.id, findings, back });
    const post = (headers: Record<string, string>) =>
      fetch(`${api().address}/decisions/form`, { method: 'POST', body: fields, headers, redirect: 'manual' });
    expect((await post({ Origin: 'https://evil.example' })).status).toBe(403);
    expect((await post({ 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    const own = await post({ 'Sec-Fetch-Site': 'same-origin' });
    expect([own.status, own.headers.get('location')]).toEqual([303, back]);
    fields.set('back', '//evil.example');
    expect((await post({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(400);
    expect((await report(`/reports/${faulty.id}`)).findings[0]?.decision?.decision).toBe('confirmed');
  });

  test('one rule in many reports is dismissed at once, for a reason, and every decision is kept', async () => {
    const made = ['多一局', '多二局'].map((agency) =>
      record(`${agency}.txt`, { report: { agency, year: 2019 } }, { findings: [finding()] }),
    );
    for (const one of made) await store(one);
    const ids = made.map(({ id }) => id);
    const many = (body: object) =>
      fetch(`${api().address}/decisions`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    const wanted = { decision: 'dismissed', rule: 'T3.BALANCE', reports: [...ids, '0'.repeat(20)] };
    expect((await many(wanted)).status).toBe(400);
    const outcome = await (await many({ ...wanted, reason: '模板误差' })).json();
    expect(outcome).toEqual({ findings: 2, reports: 2, skipped: ['0'.repeat(20)] });
    expect((await statistics('/statistics?year=2019')).passed).toBe(2);
    await many({ ...wanted, decision: 'none', reason: '重新核对' });
    const kept = await readHistory(ids[0] as string);
    expect(kept.map(({ decision: made, remark }) => [made, remark])).toEqual([
      ['none', '重新核对'],
      ['dismissed', '模板误差'],
    ]);
  });

  test('rosters', async () => {
    const roster = { agencies: ['示例市示例局', '示例市示例局'], by: '管理员' };
    const kept = z.parse(RosterSchema, await (await put('/rosters/360403', roster)).json());
    expect(kept.agencies).toEqual(['示例市示例局']);
    expect(await (await put('/rosters/360403', roster)).json()).toEqual(kept);
    expect(await read('/rosters/360403', RosterSchema)).toEqual(kept);
    expect((await fetch(`${api().address}/rosters/360403`, { method: 'DELETE' })).status).toBe(204);
    expect((await get('/rosters/360403')).status).toBe(404);
  });

  test('subscriptions: kept without showing the token, listed, removed', async () => {
    const wanted = { address: 'clerk@example.org', scope: { kind: 'region', region: '360403' } };
    const made = await (await put('/subscriptions/jiujiang', wanted)).json();
    expect(made).toMatchObject({ id: 'jiujiang', state: 'unconfirmed', leastSeverity: 'warning' });
    expect(made).not.toHaveProperty('token');
    expect((await read('/subscriptions', Subscriptions)).subscriptions).toContainEqual(made);
    expect((await put('/subscriptions/bad', { ...wanted, address: 'nobody' })).status).toBe(400);
    expect((await get(`/subscriptions/jiujiang/confirm?token=${'0'.repeat(32)}`)).status).toBe(404);
    expect((await fetch(`${api().address}/subscriptions/jiujiang`, { method: 'DELETE' })).status).toBe(204);
    expect((await get('/subscriptions/jiujiang')).status).toBe(404);
  });
});

describe('problems', () => {
  const cases: [string, () => Promise<Response>, number, string][] = [
    ['an unknown address', () => get('/nowhere'), 404, 'not-found'],
    ['an unknown report', () => get(`/reports/${'0'.repeat(20)}`), 404, 'not-found'],
    ['an id that is none', () => get('/reports/x'), 404, 'not-found'],
    ['a filter given twice', () => get('/reports?year=2023&year=2022'), 400, 'invalid-request'],
    ['an unknown filter', () => get('/reports?agencies=x'), 400, 'invalid-request'],
    ['a filter that does not fit', () => get('/reports?year=abc'), 400, 'invalid-request'],
    ['a page that is too long', () => get('/reports?limit=101'), 400, 'invalid-request'],
    ['another method', () => fetch(`${api().address}/reports`, { method: 'DELETE' }), 405, 'method-not-allowed'],
    ['a format that is not there', () => get('/reports', { Accept: 'image/png' }), 406, 'not-acceptable'],
    ['a body that is too large', () => put('/rosters/360403', { by: 'x'.repeat(2 ** 20) }), 413, 'too-large'],
    [
      'another kind of body',
      () => put('/rosters/360403', 'a', { 'Content-Type': 'text/plain' }),
      415,
      'unsupported-media-type',
    ],
    ['a body that is no JSON', () => put('/rosters/360403', '{"agencies":'), 400, 'invalid-request'],
  ];
  test.each(cases)('%s', async (_name, ask, status, kind) => {
    const answer = await ask();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    const problem = z.parse(ProblemSchema, await answer.json());
    expect(problem).toMatchObject({ type: `urn:gouji:problem:${kind}`, status, title: expect.any(String) });
    expect(problem.detail.length).toBeGreaterThan(5);
    expect(problem.requestId).toBe(answer.headers.get('x-request-id'));
  });

  test('405 names the methods, 400 the places', async () => {
    expect((await fetch(`${api().address}/reports`, { method: 'PUT' })).headers.get('allow')).toBe('GET');
    expect((await read('/reports?year=abc&lang=en', ProblemSchema)).errors).toEqual([
      { where: 'query.year', message: 'a year of four digits' },
    ]);
  });
});

describe('transport', () => {
  test('ETag and 304', async () => {
    const first = await get(`/reports/${faulty.id}`);
    const tag = first.headers.get('etag') as string;
    const again = await get(`/reports/${faulty.id}`, { 'If-None-Match': tag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    // A browser takes the headers of a 304 over to the page that it keeps.
    expect(again.headers.get('content-security-policy')).toBeNull();
  });

  test('gzip where it is accepted', async () => {
    const { request } = await import('node:http');
    const { promise, resolve } = Promise.withResolvers<{ encoding: string | undefined; body: Buffer }>();
    request(`${api().address}/openapi.json`, { headers: { 'Accept-Encoding': 'gzip' } }, async (response) => {
      const body = Buffer.concat(await response.toArray());
      resolve({ encoding: response.headers['content-encoding'], body });
    }).end();
    const { encoding, body } = await promise;
    expect(encoding).toBe('gzip');
    expect(JSON.parse(gunzipSync(body).toString()).openapi).toBe('3.1.0');
  });

  test('CORS for the origins that are configured, and for no other', async () => {
    const allowed = async (origin: string) =>
      (await get('/rules', { Origin: origin })).headers.get('access-control-allow-origin');
    expect(await allowed('https://friend.example')).toBe('https://friend.example');
    expect(await allowed('https://evil.example')).toBeNull();
  });

  test('every answer has a request id, which the log has too, and headers that keep browsers safe', async () => {
    const answer = await get('/rules');
    const requestId = answer.headers.get('x-request-id');
    expect(api().logged).toContainEqual({
      message: 'request',
      fields: expect.objectContaining({ requestId, path: '/rules', status: 200 }),
    });
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const page = await get('/', { Accept: 'text/html' });
    const policy = page.headers.get('content-security-policy') as string;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });
});

test('the description has every operation, and no operation is written twice', async () => {
  const { paths } = await read('/openapi.json', Paths);
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(described.sort()).toEqual(OPERATIONS.map(({ method, path }) => `${method} ${path}`).sort());
});
