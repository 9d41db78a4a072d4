/** Signing in at an issuer, what each role may do where, and what others must not get by it. */
import { generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { readProgress } from '../../functions/query/resources/uploads.ts';
import { putGrants } from '../../functions/store/access/grants.ts';
import type { ReportRecord } from '../../shared/record.ts';
import { finding } from '../output/results.ts';
import { Browser } from './browser.ts';
import { record, store } from './records.ts';
import { useSigned } from './signed.ts';

const signed = useSigned();
const at = (path: string) => `${signed().address}${path}`;
const JSON_TYPE = { 'Content-Type': 'application/json', Accept: 'application/json' };

let ours: ReportRecord;
let nextDoor: ReportRecord;
beforeAll(async () => {
  const findings = [finding()];
  ours = await store(
    record('内/示例局2023.txt', { report: { regionCode: '360403', agency: '示例市示例局', year: 2023 } }, { findings }),
  );
  nextDoor = await store(
    record('外/邻县局2023.txt', { report: { regionCode: '360502', agency: '邻县邻局', year: 2023 } }, { findings }),
  );
});

/** A browser in which somebody with this login has signed in. */
async function as(login: string): Promise<Browser> {
  const browser = new Browser();
  await browser.signIn(at('/sign-in'), login);
  return browser;
}
const own = () => ({ Origin: signed().address });
const status = async (browser: Browser, path: string, init: RequestInit = {}) =>
  (await browser.open(at(path), { ...init, headers: { ...JSON_TYPE, ...own(), ...init.headers } }, false)).status;
const decision = (report: ReportRecord) => `/reports/${report.id}/findings/${finding().fingerprint}/decision`;
const decide = { method: 'PUT', body: JSON.stringify({ decision: 'confirmed', by: 'x', remark: '核实' }) };
const roster = { method: 'PUT', body: JSON.stringify({ agencies: ['示例市示例局'], by: 'x' }) };
const file = { method: 'PUT', body: '内容', headers: { 'Content-Type': 'application/octet-stream' } };
const subscription = (scope: object) => ({ method: 'PUT', body: JSON.stringify({ address: 'a@b.example', scope }) });

describe('signing in', () => {
  test('a page leads to the issuer and back to itself; the session is a cookie that no script reads', async () => {
    const browser = new Browser();
    const page = await browser.signIn(at(`/reports/${ours.id}?lang=en`), 'supervisor:360400');
    expect([page.status, page.url.href]).toEqual([200, at(`/reports/${ours.id}?lang=en`)]);
    const session = browser.set.find((line) => line.startsWith('gouji-session='));
    expect(session).toMatch(/HttpOnly/i);
    expect(session).toMatch(/SameSite=Lax/i);
    const asked = new URL(browser.visited.find((address) => address.includes('/auth?')) ?? '');
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
    });
  });

  test('a program is told that it is not known, and not led anywhere', async () => {
    const answer = await fetch(at('/reports'), { headers: { Accept: 'application/json' }, redirect: 'manual' });
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });

  test('signing out ends the session, also for a copy of its cookie', async () => {
    const browser = await as('operator');
    const cookie = browser.cookiesFor(new URL(at('/')));
    expect(await status(browser, '/reports')).toBe(200);
    await browser.open(at('/sign-out'), { method: 'POST', body: new URLSearchParams(), headers: own() }, false);
    expect((await fetch(at('/reports'), { headers: { Cookie: cookie, Accept: 'application/json' } })).status).toBe(401);
  });

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    '/%0d%0aSet-Cookie:x=1',
    'https:evil.example',
  ])('no open redirect: %s', async (to) => {
    const browser = new Browser();
    const page = await browser.signIn(at(`/sign-in?to=${encodeURIComponent(to)}`), 'operator');
    expect(page.url.origin).toBe(signed().address);
    expect(browser.set.join()).not.toMatch(/(?:^|,)x=1/);
  });

  test('session fixation: a word that somebody planted is no session, before or after signing in', async () => {
    const browser = new Browser();
    browser.plant(at('/'), 'gouji-session', 'planted');
    await browser.signIn(at('/sign-in'), 'operator');
    expect(browser.cookiesFor(new URL(at('/')))).not.toContain('planted');
    const planted = await fetch(at('/reports'), {
      headers: { Cookie: 'gouji-session=planted', Accept: 'application/json' },
    });
    expect(planted.status).toBe(401);
  });

  test('the answer to a sign-in of another browser is refused, and one answer works once', async () => {
    const [one, other] = [new Browser(), new Browser()];
    await one.signIn(at('/sign-in'), 'operator');
    const callback = one.visited.find((address) => address.includes('/sign-in/callback')) ?? '';
    await other.open(at('/sign-in'), {}, false);
    for (const browser of [one, other]) expect((await browser.open(callback, {}, false)).status).toBe(401);
    expect(other.cookiesFor(new URL(at('/')))).not.toContain('session');
  });

  test('an answer with a foreign issuer or state is refused', async () => {
    for (const change of [{ iss: 'https://other.example' }, { state: 'x' }, { code: 'x' }]) {
      const browser = new Browser();
      const asking = await browser.open(at('/sign-in'), {}, false);
      const state = new URL(asking.headers.get('location') ?? '').searchParams.get('state') ?? '';
      const query = new URLSearchParams({ code: 'any', state, iss: signed().issuer, ...change });
      expect((await browser.open(at(`/sign-in/callback?${query}`), {}, false)).status).toBe(401);
    }
  });
});

describe('tokens', () => {
  test('of another issuer, for another service, ended or unsigned: each is refused', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const token = (issuer: string, audience: string, end: string) =>
      new SignJWT({ roles: ['operator'] })
        .setProtectedHeader({ alg: 'RS256' })
        .setSubject('x')
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(end)
        .sign(privateKey);
    const none = `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ iss: signed().issuer, sub: 'x', aud: 'gouji', exp: 4e9, roles: ['operator'] }))}.`;
    const forged = await Promise.all([
      token(signed().issuer, 'gouji', '1h'),
      token('https://other.example', 'gouji', '1h'),
    ]);
    for (const word of [...forged, none.replaceAll('=', ''), 'x.y.z']) {
      const answer = await fetch(at('/reports'), {
        headers: { Authorization: `Bearer ${word}`, Accept: 'application/json' },
      });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([401, 'application/problem+json']);
    }
  });
});

describe('another site', () => {
  test.each<[from: string, headers: Record<string, string>]>([
    [
      'a form',
      {
        Origin: 'https://evil.example',
        'Sec-Fetch-Site': 'cross-site',
        'Content-Type': 'application/x-www-form-urlencoded',
      },
    ],
    [
      'a neighbour under the same registered name',
      { Origin: 'https://evil.gouji.example', 'Sec-Fetch-Site': 'same-site' },
    ],
    ['a browser that hides where from', { Origin: 'null' }],
    ['nothing said at all', {}],
  ])('cannot act with the cookie of a person: %s', async (_from, headers) => {
    const browser = await as('operator');
    const init = {
      method: 'PUT',
      body: JSON.stringify({ agencies: ['示例市示例局'], by: 'x' }),
      headers: { 'Content-Type': 'application/json', ...headers },
    };
    const answer = await browser.open(at('/rosters/360403'), init, false);
    expect(answer.status).toBe(403);
  });
});

describe('roles', () => {
  test('a supervisor reads, decides, keeps the roster and the subscriptions of the region, and of none next door', async () => {
    const browser = await as('supervisor:360400');
    const may = async (path: string, init?: RequestInit) => status(browser, path, init);
    expect(await may(`/reports/${ours.id}`)).toBe(200);
    expect(await may(decision(ours), decide)).toBe(200);
    expect(await may('/rosters/360403', roster)).toBe(200);
    expect(await may('/subscriptions/ours', subscription({ kind: 'region', region: '360403' }))).toBe(200);
    for (const [path, init] of [
      [`/reports/${nextDoor.id}`],
      [`/reports/${nextDoor.id}/original`],
      [`/reports/${nextDoor.id}/file`, file],
      [`/reports/${nextDoor.id}?reason=x`, { method: 'DELETE' }],
      [decision(nextDoor), decide],
      ['/rosters/360502', roster],
      ['/rosters/360000', roster],
      ['/reports?region=360502'],
      ['/reports?region=360000'],
      ['/statistics?region=360500'],
      [`/agencies/${encodeURIComponent('邻县邻局')}/reports`],
      ['/subscriptions/theirs', subscription({ kind: 'region', region: '360502' })],
      ['/subscriptions/all', subscription({ kind: 'all' })],
      ['/grants'],
      ['/grants/x', { method: 'PUT', body: '{"grants":[]}' }],
    ] as [string, RequestInit?][]) {
      expect([path, await may(path, init)]).toEqual([path, 403]);
    }
  });

  test('of agencies of one name a supervisor sees and places that of the own region, and no other', async () => {
    const browser = await as('supervisor:110000');
    const path = `/agencies/${encodeURIComponent('朝阳区档案局')}`;
    const given = (region: string) => ({ method: 'PUT', body: JSON.stringify({ region }), headers: JSON_TYPE });
    await store(record('朝阳.txt', { report: { agency: '朝阳区档案局', regionCode: null, year: 2023 } }));
    await store(record('朝阳2.txt', { report: { agency: '朝阳区档案局', regionCode: '220104', year: 2022 } }));
    expect(await status(browser, `${path}/region`, given('110105'))).toBe(200);
    expect(await status(browser, `${path}/region`, given('220104'))).toBe(403);
    expect(await status(browser, `${path}/region?region=220104`, { method: 'DELETE' })).toBe(403);
    const seen = await browser.open(at(`${path}/reports`), { headers: { Accept: 'application/json' } });
    expect(JSON.parse(seen.text).years).toEqual([2023]);
    expect(await status(browser, `${path}/region?region=110105`, { method: 'DELETE' })).toBe(204);
    expect(await status(await as('supervisor:360400'), `${path}/region`, given('360403'))).toBe(403);
  });

  test('no report is put in the place of one that is not the caller’s to withdraw, nor one that is not the caller’s in the place of an own', async () => {
    const browser = await as('supervisor:110000');
    const of = (key: string, regionCode: string | null) =>
      store(record(key, { report: { agency: '朝阳区统计局', regionCode, year: 2023 } }));
    const [mine, theirs] = [await of('朝阳统计.txt', '110105'), await of('朝阳统计2.txt', null)];
    const supersede = (by: ReportRecord, other: ReportRecord) =>
      status(browser, `/reports/${by.id}/supersede`, {
        method: 'POST',
        body: new URLSearchParams({ report: other.id }).toString(),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      });
    expect([await supersede(mine, theirs), await supersede(theirs, mine)]).toEqual([403, 403]);
    const operator = await as('operator');
    for (const { id } of [mine, theirs]) expect(await status(operator, `/reports/${id}`)).toBe(200);
  });

  test('“replace” is offered to those alone who may withdraw the other report', async () => {
    const of = (key: string) =>
      store(record(key, { report: { agency: '章贡区统计局', regionCode: '360702', year: 2023 } }));
    const [mine, copy] = [await of('统计.txt'), await of('统计（旧）.txt')];
    const page = async (login: string) =>
      (await (await as(login)).open(at(`/reports/${mine.id}`), { headers: { Accept: 'text/html' } })).text;
    const offered = `action="/reports/${mine.id}/supersede"`;
    for (const login of ['supervisor:360700', 'clerk:章贡区统计局']) expect(await page(login)).toContain(offered);
    const read = await page('reader');
    expect(read).toContain(copy.key);
    expect(read).not.toContain(offered);
    // What the page says of a file that was sent, which may be about another's agency.
    const copiesFor = async (agency: string) => {
      const caller = { kind: 'person', identity: 'x', grants: [{ role: 'clerk', region: null, agency }] } as const;
      const { reports } = await readProgress(mine, mine.result.source.sha256, caller);
      return reports.map(({ copies }) => copies.map(({ id }) => id));
    };
    expect([await copiesFor('章贡区统计局'), await copiesFor('示例市示例局')]).toEqual([[[copy.id]], [[]]]);
  });

  test('of many decisions at once those next door are passed over', async () => {
    const browser = await as('supervisor:360400');
    const asked = { decision: 'confirmed', reason: '核实', reports: [ours.id, nextDoor.id], rule: finding().rule };
    const init = { method: 'POST', body: JSON.stringify(asked), headers: { ...JSON_TYPE, ...own() } };
    const answer = await browser.open(at('/decisions'), init);
    expect(JSON.parse(answer.text)).toMatchObject({ reports: 1, skipped: [nextDoor.id] });
  });

  test('lists and sums without a region are those of the supervisor’s own', async () => {
    const browser = await as('supervisor:360400');
    const list = await browser.open(at('/reports'), { headers: { Accept: 'application/json' } });
    expect(JSON.parse(list.text).reports.map(({ id }: { id: string }) => id)).toEqual([ours.id]);
    const sums = await browser.open(at('/statistics?year=2023'), { headers: { Accept: 'application/json' } });
    expect(JSON.parse(sums.text)).toMatchObject({ region: '360400', reports: 1 });
  });

  test('a clerk sees and corrects what is of the agency, decides nothing, and replaces nobody else’s upload', async () => {
    const browser = await as('clerk:示例市示例局');
    expect(await status(browser, `/reports/${ours.id}`)).toBe(200);
    expect(await status(browser, `/reports/${ours.id}/file`, file)).toBe(202);
    expect(await status(browser, `/reports/${nextDoor.id}`)).toBe(403);
    expect(await status(browser, decision(ours), decide)).toBe(403);
    expect(await status(browser, '/subscriptions')).toBe(403);
    const upload = await browser.open(at('/uploads/a.txt'), { ...file, headers: { ...file.headers, ...own() } });
    expect(JSON.parse(upload.text).key).toBe('uploads/示例市示例局/a.txt');
  });

  test('a reader of everything reads everything and writes nothing', async () => {
    const browser = await as('reader');
    expect(await status(browser, `/reports/${nextDoor.id}`)).toBe(200);
    expect(await status(browser, `/reports/${ours.id}/file`, file)).toBe(403);
    expect(await status(browser, '/uploads/a.txt', file)).toBe(403);
    expect(await status(browser, '/subscriptions')).toBe(403);
  });

  test.each(['supervisor', 'clerk', 'somebody'])('%s of nothing named may do nothing', async (login) => {
    const browser = await as(login);
    expect(await status(browser, '/reports')).toBe(403);
    expect(await status(browser, `/reports/${ours.id}`)).toBe(403);
  });

  test('grants kept here count by verified address, from the page on, and end at once when taken back', async () => {
    const [operator, clerk] = [await as('operator'), await as('li@agency.example')];
    expect(await status(clerk, `/reports/${ours.id}`)).toBe(403);
    const page = await operator.open(at('/grants'));
    expect(page.status).toBe(200);
    const fields = { who: 'Li@agency.example', role: 'clerk', region: '', agency: '示例市示例局' };
    const saved = await operator.open(at('/grants'), {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: own(),
    });
    expect(saved.text).toContain('li@agency.example');
    expect(await status(clerk, `/reports/${ours.id}`)).toBe(200);
    expect(await status(operator, '/grants/li@agency.example', { method: 'DELETE' })).toBe(204);
    expect(await status(clerk, `/reports/${ours.id}`)).toBe(403);
  });

  test('an address that the issuer has not verified gets nothing', async () => {
    await putGrants({
      who: 'operator@agency.example',
      grants: [{ role: 'operator', region: null, agency: null }],
      by: 'x',
      at: 'now',
    });
    const { personOfClaims } = await import('../../functions/query/sign-in/claims.ts');
    const issuer = { url: '', client: '', secret: '', roleClaim: 'roles' };
    const claims = { sub: 's', email: 'operator@agency.example' };
    expect(personOfClaims(claims, issuer)).toMatchObject({ email: null, name: 's' });
    expect(personOfClaims({ ...claims, email_verified: true }, issuer).email).toBe('operator@agency.example');
  });
});

test('no log line holds a cookie, a code, a state or a token', () => {
  const lines = JSON.stringify(signed().logged);
  expect(lines).toContain('/sign-in/callback');
  expect(lines).not.toMatch(/gouji-session|[?&](?:code|state|key)=|Bearer/);
});
