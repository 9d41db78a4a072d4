/** The laptop with a browser in front of it, for one test file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { table } from '../../functions/store/table/table.ts';
import { type Laptop, startLaptop } from '../../infra/local/laptop.ts';
import { launchBrowser } from './browser.ts';

export interface Desk {
  laptop: Laptop;
  /** Waits until every report is checked and listed. */
  settled(): Promise<boolean>;
  /** Opens a page in a window of its own. */
  visit<T>(path: string, look: (page: Page) => Promise<T>, options?: BrowserContextOptions): Promise<T>;
}

/** @param prepare puts reports into the store before the first test */
export function useDesk(prepare: () => Promise<void> = async () => {}): () => Desk {
  const data = mkdtempSync(join(tmpdir(), 'gouji-page-'));
  let laptop: Laptop;
  let browser: Browser;
  beforeAll(async () => {
    // The logger looks when it is made, which is when a function is first called.
    process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
    laptop = await startLaptop({ data, port: 0 }, () => {});
    await prepare();
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await laptop?.stop();
    rmSync(data, { recursive: true, force: true });
  }, 60_000);
  const visit: Desk['visit'] = async (path, look, options = {}) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    try {
      const page = await context.newPage();
      await page.goto(laptop.api + path);
      return await look(page);
    } finally {
      await context.close();
    }
  };
  return () => ({ laptop, visit, settled: () => laptop.idle(['ingest'], 30_000) });
}

interface Command {
  input: object;
  clientCommand: { constructor: { name: string } };
}

/** Holds back every write to the table whose content this picks, until it is told to go on. */
export function holdWrites(picks: (command: string, input: string) => boolean): { goOn(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { client } = table();
  // Around `send`: a shortcut of the laptop passes the SDK's middleware by.
  const send = client.send.bind(client) as unknown as (command: Command) => Promise<unknown>;
  const held = async (command: Command) => {
    if (picks(command.clientCommand.constructor.name, JSON.stringify(command.input))) await promise;
    return send(command);
  };
  Object.assign(client, { send: held });
  return {
    goOn() {
      Object.assign(client, { send });
      resolve();
    },
  };
}
