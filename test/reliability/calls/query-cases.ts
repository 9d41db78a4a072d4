/** A right request for every operation of the API, and where its outcome shows. What is not here, and why. */

export interface Case {
  body?: unknown;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  /** Requests that are made before it. */
  after?: readonly [string];
  /** What it leads to, where it changes something; otherwise its own answer is compared. */
  shows?: readonly string[];
}

const REPORT = '/reports/{id}';
const SUBSCRIPTION = '/subscriptions/{subscription}';
const decision = { decision: 'confirmed', remark: '属实', by: '复核人' };
const explains = { findings: ['{fingerprint}'], text: '系模板误差' };
const many = { decision: 'confirmed', reason: '属实', reports: ['{id}'], rule: 'T3.BALANCE' };
const roster = { agencies: ['示例市示例局'], by: '管理员' };
const back = '/reports?year=2023';
const reads = (...paths: string[]) => Object.fromEntries(paths.map((path) => [`get ${path}`, {} as Case]));
const page = { headers: { Accept: 'text/html' } };

/** `{n}` is another number each time. */
export const CASES: Record<string, Case> = {
  ...reads('/', '/reports', REPORT, `${REPORT}/original`, `${REPORT}/notes`, '/review', '/agencies/{agency}/reports'),
  ...reads('/statistics', '/dataset', '/dataset/datapackage.json', '/rules', '/findings', '/subscriptions'),
  ...reads('/regions/{region}/{year}', SUBSCRIPTION, '/grants', '/notices', `${REPORT}/opinion`, `${REPORT}/commented`),
  ...reads(
    `${REPORT}/reading`,
    `${REPORT}/original/view`,
    '/years/{year}',
    '/dataset/{resource}/{year}/{province}/{file}',
  ),
  'get /reports/{id}/assignment': { after: ['put /reports/{id}/assignment'] },
  'get /agencies/{agency}/region': { after: ['put /agencies/{agency}/region'] },
  'get /rosters/{region}': { after: ['put /rosters/{region}'] },
  'get /regions': { query: { region: '360403', year: '2023' } },
  'get /reports/{id}/file': { query: { sha256: '0'.repeat(64) } },
  'get /uploads/{name}': { query: { sha256: '0'.repeat(64) } },
  'get /reports/{id}/open': { query: { key: '{link}' } },
  'get /subscriptions/{id}/confirm': { query: { token: '{token}' }, ...page },
  'get /subscriptions/{id}/unsubscribe': { query: { token: '{token}' }, ...page },

  'put /reports/{id}/findings/{fingerprint}/decision': { body: decision, shows: [REPORT] },
  'delete /reports/{id}/findings/{fingerprint}/decision': {
    after: ['put /reports/{id}/findings/{fingerprint}/decision'],
    shows: [REPORT],
  },
  'post /decisions': { body: many, shows: [REPORT] },
  'post /decisions/form': { body: { ...many, reports: '{id}', back }, shows: [REPORT] },
  'post /reports/{id}/notes': { body: explains, shows: [`${REPORT}/notes`] },
  'post /reports/{id}/notes/form': {
    body: { findings: '{fingerprint}', text: '系误差', back },
    shows: [`${REPORT}/notes`],
  },
  'put /reports/{id}/assignment': { body: { assignee: '李四', due: '2026-12-31' }, shows: [`${REPORT}/assignment`] },
  'post /reports/{id}/assignment': { body: { assignee: '李四', due: '', back }, shows: [`${REPORT}/assignment`] },
  'delete /reports/{id}/assignment': { after: ['put /reports/{id}/assignment'], shows: [`${REPORT}/assignment`] },
  'put /agencies/{agency}/region': { body: { region: '320106' }, shows: ['/agencies/{agency}/region'] },
  'post /agencies/{agency}/region': { body: { region: '320106' }, shows: ['/agencies/{agency}/region'] },
  'delete /agencies/{agency}/region': {
    query: { region: '320106' },
    after: ['put /agencies/{agency}/region'],
    shows: ['/agencies/{agency}/region'],
  },
  'put /rosters/{region}': { body: roster, shows: ['/rosters/{region}'] },
  'put /rosters/{region}/file': { body: '示例市示例局,office@example.org', shows: ['/rosters/{region}'] },
  'post /rosters/{region}/form': { body: { text: '示例市示例局', back }, shows: ['/rosters/{region}'] },
  'delete /rosters/{region}': { after: ['put /rosters/{region}'], shows: ['/rosters/{region}'] },
  'put /subscriptions/{id}': { body: { address: 'a{n}@example.org', scope: { kind: 'all' } }, shows: [SUBSCRIPTION] },
  'post /subscriptions': {
    body: { address: 'b{n}@example.org', leastSeverity: 'error', delivery: 'weekly', region: '360403' },
    shows: ['/subscriptions'],
  },
  'delete /subscriptions/{id}': { shows: [SUBSCRIPTION] },
  'post /subscriptions/{id}/removal': { body: {}, shows: [SUBSCRIPTION] },
  'post /subscriptions/{id}/confirm': { query: { token: '{token}' }, ...page, shows: [SUBSCRIPTION] },
  'post /subscriptions/{id}/unsubscribe': { query: { token: '{token}' }, ...page, shows: [SUBSCRIPTION] },
  'put /uploads/{name}': { body: '一份文件', shows: ['/uploads/{name}?sha256={zeros}'] },
  'put /reports/{id}/file': { body: '更正后的文件', shows: [`${REPORT}/file?sha256={zeros}`] },
  'delete /reports/{id}': { query: { reason: '误传' }, shows: [`${REPORT}/original`] },
  'post /reports/{id}/withdrawal': { body: { reason: '误传' }, shows: [`${REPORT}/original`] },
  'post /reports/{id}/supersede': { body: { report: '{other}' }, shows: [REPORT, '/reports/{other}/original'] },
  'put /grants/{who}': { body: { grants: [{ role: 'clerk', agency: '示例市示例局' }] }, shows: ['/grants'] },
  'post /grants': { body: { who: 'w{n}@agency.example', role: 'reader' }, shows: ['/grants'] },
  'delete /grants/{who}': { after: ['put /grants/{who}'], shows: ['/grants'] },
  'delete /reports/{id}/links': { shows: [`${REPORT}/open?key={link}`] },
};

/** Operations that ask no service, or that need an issuer. */
export const WITHOUT_CALLS: Record<string, string> = {
  'get /sign-in': 'an issuer is needed: test/query/sign-in.test.ts',
  'get /sign-in/callback': 'an issuer is needed: test/query/sign-in.test.ts',
  'post /sign-out': 'ends a session, which needs an issuer: test/query/sign-in.test.ts',
  'get /assets/{name}': 'a file of the bundle',
  'get /openapi.json': 'made of the operations',
  'get /docs': 'a page of the bundle',
  'get /docs/{name}': 'a file of the bundle',
  'get /health': 'asks nobody',
};
