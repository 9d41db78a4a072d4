/** Draws the pages in Chromium for the documentation: `node test/page/pictures.ts [FOLDER] [--all]`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { serve } from '@hono/node-server';
import { createApp } from '../../functions/query/app.ts';
import { dependenciesFromEnvironment } from '../../functions/query/dependencies.ts';
import { putAssignment } from '../../functions/store/records/assignments.ts';
import { putNote } from '../../functions/store/records/notes.ts';
import { startEngines } from '../../infra/local/engines.ts';
import { faultyDocx, recordOf } from '../output/papers.ts';
import { store } from '../query/records.ts';
import { launchBrowser } from './browser.ts';
import { faultyReport, otherReports } from './demo.ts';

const folder = process.argv.slice(2).find((word) => !word.startsWith('--')) ?? 'docs/pictures';
const engines = await startEngines({ data: null });
Object.assign(process.env, engines.environment, { POWERTOOLS_LOG_LEVEL: 'SILENT' });
const { promise, resolve } = Promise.withResolvers<number>();
const { fetch } = createApp({ ...dependenciesFromEnvironment(), log: () => {} });
const server = serve({ fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => resolve(port));
const address = `http://127.0.0.1:${await promise}`;

const faulty = await store(faultyReport());
for (const other of otherReports()) await store(other);

const word = await store(await recordOf('示例局2023年报.docx', faultyDocx()));
const object = { Bucket: word.bucket, Key: word.key, Body: faultyDocx() };
await new S3Client({ forcePathStyle: true }).send(new PutObjectCommand(object));
const person = { identity: null, at: '2024-02-20T01:00:00Z' };
await putAssignment(faulty.id, { ...person, assignee: '李四', due: '2024-03-01', by: '王五' });
const fingerprints = faulty.result.findings.slice(0, 1).map(({ fingerprint }) => fingerprint);
await putNote(faulty.id, { ...person, fingerprints, text: '系上年结转口径不同，台账附后。', by: '张三' });

const AGENCY = faulty.result.report?.agency ?? '';
const PAGES = {
  front: '/',
  report: `/reports/${faulty.id}`,
  region: '/regions/360000/2023',
  agency: `/agencies/${encodeURIComponent(AGENCY)}/reports`,
  subscriptions: '/subscriptions?region=浔阳区',
  review: '/review',
  original: `/reports/${word.id}?beside=1`,
};
/** The documentation shows the first; the others are looked at after a change (`--all`). The last is a sheet of A4 less its margins. */
const LOOKS = [
  { look: '360', width: 360, colorScheme: 'light', media: 'screen' },
  { look: '1280', width: 1280, colorScheme: 'light', media: 'screen' },
  { look: '768', width: 768, colorScheme: 'light', media: 'screen' },
  { look: '360-dark', width: 360, colorScheme: 'dark', media: 'screen' },
  { look: '1280-dark', width: 1280, colorScheme: 'dark', media: 'screen' },
  { look: 'a4', width: 703, colorScheme: 'light', media: 'print' },
] as const;
const isAll = process.argv.includes('--all');
await mkdir(folder, { recursive: true });
const browser = await launchBrowser();
for (const [name, path] of Object.entries(PAGES)) {
  for (const { look, width, colorScheme, media } of isAll ? LOOKS : LOOKS.slice(0, 2)) {
    const page = await browser.newPage({ viewport: { width, height: 1200 }, colorScheme });
    await page.emulateMedia({ media, colorScheme });
    await page.goto(address + path);
    // What it lights is seen from the top of the page, where the answer stands.
    if (name === 'report') await page.locator('.finding').first().hover();
    await page.evaluate('window.scrollTo(0, 0)');
    const file = join(folder, `${name}-${look}.png`);
    await page.screenshot({ path: file, fullPage: isAll });
    console.log(file);
    await page.close();
  }
}
await browser.close();
server.close();
await engines.stop();
