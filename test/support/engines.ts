import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type Engines, startEngines } from '../../infra/local/engines.ts';

/**
 * The embedded engines for one test file, on free ports, with their environment in `process.env`.
 * @param options.keep keeps the state in a temporary folder, as the laptop does; otherwise in memory
 * @example const engines = useEngines(); test('…', async () => { await fetch(engines().ses) });
 */
export function useEngines({ keep = false } = {}): () => Engines {
  let engines: Engines;
  let folder: string | null = null;
  beforeAll(async () => {
    folder = keep ? mkdtempSync(join(tmpdir(), 'gouji-')) : null;
    engines = await startEngines({ data: folder, strict: true });
    Object.assign(process.env, engines.environment, { POWERTOOLS_LOG_LEVEL: 'SILENT' });
  });
  afterAll(async () => {
    await engines.stop();
    if (folder !== null) rmSync(folder, { recursive: true });
  });
  return () => engines;
}
