/** Draws the pages in Chromium for the documentation: `node test/page/pictures.ts [FOLDER]`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { createApp } from '../../functions/query/app.ts';
import { dependenciesFromEnvironment } from '../../functions/query/dependencies.ts';
import { startEngines } from '../../infra/local/engines.ts';
import { store } from '../query/records.ts';
import { launchBrowser } from './browser.ts';
import { faultyReport, otherReports } from './demo.ts';

const folder = process.argv[2] ?? 'docs/pictures';
const engines = await startEngines({ data: null });
Object.assign(process.env, engines.environment, { POWERTOOLS_LOG_LEVEL: 'SILENT' });
const { promise, resolve } = Promise.withResolvers<number>();
const { fetch } = createApp({ ...dependenciesFromEnvironment(), log: () => {} });
const server = serve({ fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => resolve(port));
const address = `http://127.0.0.1:${await promise}`;

const faulty = await store(faultyReport());
for (const other of otherReports()) await store(other);

const PAGES = { front: '/', report: `/reports/${faulty.id}` };
await mkdir(folder, { recursive: true });
const browser = await launchBrowser();
for (const [name, path] of Object.entries(PAGES)) {
  for (const width of [360, 1280]) {
    const page = await browser.newPage({ viewport: { width, height: 1200 } });
    await page.goto(address + path);
    if (name === 'report') await page.locator('.finding').first().hover();
    const file = join(folder, `${name}-${width}.png`);
    await page.screenshot({ path: file });
    console.log(file);
    await page.close();
  }
}
await browser.close();
server.close();
await engines.stop();
