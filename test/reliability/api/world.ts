/** What is there while requests are made up: two faces of the API over one set of embedded engines. */
import type { Server } from 'node:http';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { serve } from '@hono/node-server';
import { type Engines, startEngines } from '../../../infra/local/engines.ts';
import { LOCAL_CLIENT, LOCAL_ROLE_CLAIM, startIssuer } from '../../../infra/local/issuer.ts';
import { SCRIPT } from '../../../shared/output/page/assets.ts';
import { faultyDocx, recordOf } from '../../output/papers.ts';
import { finding } from '../../output/results.ts';
import { record, store } from '../../query/records.ts';
import type { Description, Known } from './requests.ts';

export interface World {
  /** Every caller owns it, as on the laptop; every caller has to be known, as in the cloud. */
  addresses: { trusted: string; known: string };
  description: Description;
  /** Puts back what requests have removed. */
  refresh(): Promise<Known>;
  /** All texts that are kept: items, and keys of objects. */
  kept(): Promise<string>;
  /** What the app logged of requests that it failed at. */
  causes: string[];
  stop(): Promise<void>;
}

const AGENCIES = ['示例市示例局', '示例市人民政府', '浔阳区示例局', '__proto__', '名 %+#?/局'];

export async function startWorld(): Promise<World> {
  const engines = await startEngines({ data: null, strict: true });
  Object.assign(process.env, engines.environment, { POWERTOOLS_LOG_LEVEL: 'SILENT' });
  const { createApp } = await import('../../../functions/query/app.ts');
  const { dependenciesFromEnvironment } = await import('../../../functions/query/dependencies.ts');
  const causes: string[] = [];
  const servers: Server[] = [];
  const start = async (edit: (address: string) => Promise<object>) => {
    let app: ReturnType<typeof createApp>;
    const { promise, resolve } = Promise.withResolvers<number>();
    const fetch: Parameters<typeof serve>[0]['fetch'] = (request) => app.fetch(request);
    servers.push(serve({ fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => resolve(port)) as Server);
    const address = `http://127.0.0.1:${await promise}`;
    const log = (_message: string, { cause }: Record<string, unknown>) => void (cause && causes.push(String(cause)));
    app = createApp({ ...dependenciesFromEnvironment(), baseUrl: address, log, ...(await edit(address)) });
    return address;
  };
  const trusted = await start(async () => ({}));
  let stopIssuer = async () => {};
  const known = await start(async (address) => {
    const issuer = await startIssuer(0, address);
    stopIssuer = issuer.stop;
    const told = { url: issuer.address, client: LOCAL_CLIENT, secret: '', roleClaim: LOCAL_ROLE_CLAIM };
    return { callers: 'known', issuer: told };
  });
  const description = (await (await fetch(`${trusted}/openapi.json`)).json()) as Description;
  return {
    ...{ addresses: { trusted, known }, description, causes },
    refresh: () => refresh(trusted),
    kept: () => kept(engines),
    async stop() {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
      }
      await stopIssuer();
      await engines.stop();
    },
  };
}

async function refresh(address: string): Promise<Known> {
  const { putSubscription } = await import('../../../functions/store/mail/subscriptions.ts');
  const { makeLink } = await import('../../../functions/store/access/links.ts');
  const { rebuildChanged } = await import('../../../functions/dataset/rebuild.ts');
  const { SubscriptionRequest } = await import('../../../shared/mail/subscription.ts');
  const s3 = new S3Client({ forcePathStyle: true });
  const put = (Key: string, Body: Uint8Array) => s3.send(new PutObjectCommand({ Bucket: 'reports', Key, Body }));
  const word = await recordOf('示例局2023.docx', faultyDocx());
  const text = record('示例.txt', { report: { regionCode: '360403' } }, { findings: [finding()] });
  await put(word.key, faultyDocx());
  await put('示例.txt', Buffer.from('示例'));
  const records = [await store({ ...text, version: null }), await store(word)];
  for (const agency of AGENCIES)
    records.push(
      await store({ ...record(`${agency}.txt`, { report: { agency, regionCode: '360403' } }), version: null }),
    );
  await rebuildChanged(s3);
  s3.destroy();
  const ids = records.map(({ id }) => id);
  const request = SubscriptionRequest.parse({ address: 'clerk@agency.example', scope: { kind: 'all' } });
  const subscription = await putSubscription('all', request, new Date(), { confirmed: true });
  const cursors: string[] = [];
  for (const filters of ['', '&year=2023', '&region=360000']) {
    const { cursor } = (await (await fetch(`${address}/reports?limit=1${filters}`)).json()) as {
      cursor: string | null;
    };
    if (cursor !== null) cursors.push(cursor);
  }
  const fingerprint = finding().fingerprint;
  const any = [
    '360403',
    '2023',
    'a',
    '示例',
    fingerprint,
    '2026-12-31',
    'T3.BALANCE',
    '50',
    '/',
    'clerk@example.org',
    '1',
  ];
  const names = ['year=2023', 'province=36', 'long', 'long.parquet'];
  const [report = '', wordId = ''] = ids;
  const named = {
    ...{
      id: [report, report, wordId, wordId, ...ids],
      report: ids,
      reports: ids,
      findings: [fingerprint],
      fingerprint: [fingerprint],
    },
    ...{ agency: AGENCIES, region: ['360403', '360400', '江西省'], year: ['2023'], text: ['示例市示例局', '示例'] },
    ...{ address: ['clerk@example.org'], who: ['li@agency.example'], cursor: cursors, name: ['a.txt', '名 称.docx'] },
    ...{
      'subscriptions.id': ['all', 'new'],
      'subscriptions.token': [subscription.token],
      'docs.name': ['swagger-ui.css'],
    },
    ...{ 'assets.name': [SCRIPT.name], 'dataset.resource': ['long'], 'dataset.year': ['year=2023'] },
    'reports.key': [await makeLink(report, subscription, new Date())],
  };
  const digits = [32, 64].map((many) => '0'.repeat(many));
  return { texts: { named, any: [...any, ...names, ...digits, ...ids] }, cursors };
}

async function kept({ dynamodb, s3, environment }: Engines): Promise<string> {
  const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'DynamoDB_20120810.Scan' };
  const parts: string[] = [];
  let from: unknown;
  do {
    const body = JSON.stringify({
      TableName: environment.TABLE_NAME,
      ...(from !== undefined && { ExclusiveStartKey: from }),
    });
    const text = await (await fetch(dynamodb, { method: 'POST', headers, body })).text();
    parts.push(text);
    from = JSON.parse(text).LastEvaluatedKey;
  } while (from !== undefined);
  parts.push(await (await fetch(`${s3}/reports?list-type=2`)).text());
  return parts.join('\n');
}
