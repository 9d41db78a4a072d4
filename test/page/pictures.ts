/** Draws the pages in Chromium: `node test/page/pictures.ts [FOLDER] [--all] [--only PAGE]`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { createApp } from '../../functions/query/app.ts';
import { dependenciesFromEnvironment } from '../../functions/query/dependencies.ts';
import { startEngines } from '../../infra/local/engines.ts';
import { launchBrowser } from './browser.ts';
import { fillPages } from './pages.ts';

const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean', default: false }, only: { type: 'string', multiple: true } },
});
const folder = positionals[0] ?? 'docs/pictures';

/** Those that the documentation shows. */
const SHOWN = ['front', 'report', 'region', 'agency', 'subscriptions', 'review', 'original'];
/** The documentation shows the first two; with `--all` the others are drawn to be looked at. The last is a sheet of A4 less its margins. */
const LOOKS = [
  { look: '360', width: 360, colorScheme: 'light', media: 'screen' },
  { look: '1280', width: 1280, colorScheme: 'light', media: 'screen' },
  { look: '768', width: 768, colorScheme: 'light', media: 'screen' },
  { look: '360-dark', width: 360, colorScheme: 'dark', media: 'screen' },
  { look: '768-dark', width: 768, colorScheme: 'dark', media: 'screen' },
  { look: '1280-dark', width: 1280, colorScheme: 'dark', media: 'screen' },
  { look: 'a4', width: 703, colorScheme: 'light', media: 'print' },
] as const;

const engines = await startEngines({ data: null });
Object.assign(process.env, engines.environment, { POWERTOOLS_LOG_LEVEL: 'SILENT' });
const { promise, resolve } = Promise.withResolvers<number>();
const { fetch } = createApp({ ...dependenciesFromEnvironment(), log: () => {} });
const server = serve({ fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => resolve(port));
const address = `http://127.0.0.1:${await promise}`;

const pages = Object.entries(await fillPages());
const drawn = pages.filter(([name]) => asked.only?.includes(name) ?? (asked.all || SHOWN.includes(name)));
await mkdir(folder, { recursive: true });
const browser = await launchBrowser();
for (const [name, path] of drawn) {
  for (const { look, width, colorScheme, media } of asked.all ? LOOKS : LOOKS.slice(0, 2)) {
    const page = await browser.newPage({ viewport: { width, height: 1200 }, colorScheme });
    await page.emulateMedia({ media, colorScheme });
    await page.goto(address + path);
    // What it lights is seen from the top of the page, where the answer stands.
    if (name === 'report' && media === 'screen') await page.locator('.finding').first().hover();
    await page.evaluate('window.scrollTo(0, 0)');
    const file = join(folder, `${name}-${look}`);
    await page.screenshot({ path: `${file}.png`, fullPage: asked.all });
    // The sheets themselves: where they end, what stands at their heads and feet.
    if (media === 'print') await page.pdf({ path: `${file}.pdf`, preferCSSPageSize: true });
    console.log(file);
    await page.close();
  }
}
await browser.close();
server.close();
await engines.stop();
