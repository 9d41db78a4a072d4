/** Draws the pages in Chromium for the documentation: `node test/page/pictures.ts [FOLDER] [--all]`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { createApp } from '../../functions/query/app.ts';
import { dependenciesFromEnvironment } from '../../functions/query/dependencies.ts';
import { startEngines } from '../../infra/local/engines.ts';
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

const AGENCY = faulty.result.report?.agency ?? '';
const PAGES = {
  front: '/',
  report: `/reports/${faulty.id}`,
  region: '/regions/360000/2023',
  agency: `/agencies/${encodeURIComponent(AGENCY)}/reports`,
  subscriptions: '/subscriptions?region=浔阳区',
};
/** The documentation shows the first; the others are looked at after a change (`--all`). */
const LOOKS = [
  { width: 360, colorScheme: 'light' },
  { width: 1280, colorScheme: 'light' },
  { width: 768, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'dark' },
] as const;
const isAll = process.argv.includes('--all');
await mkdir(folder, { recursive: true });
const browser = await launchBrowser();
for (const [name, path] of Object.entries(PAGES)) {
  for (const { width, colorScheme } of isAll ? LOOKS : LOOKS.slice(0, 2)) {
    const page = await browser.newPage({ viewport: { width, height: 1200 }, colorScheme });
    await page.goto(address + path);
    if (name === 'report') await page.locator('.finding').first().hover();
    const file = join(folder, `${name}-${width}${colorScheme === 'dark' ? '-dark' : ''}.png`);
    await page.screenshot({ path: file });
    console.log(file);
    await page.close();
  }
}
await browser.close();
server.close();
await engines.stop();
