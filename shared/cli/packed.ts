#!/usr/bin/env node
/**
 * Starts `gouji` from the package. A check starts from one script: what V8 compiles of it the first time is kept in Node's
 * folder for compiled code, and later starts compile nothing. Other commands start from their modules, and so does a check
 * where Node has no such folder (Node 20, or told not to use one).
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as module from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';

/** Of the script's content, put in where the package is built: V8 compares no more than lengths. */
declare const SCRIPT_HASH: string;
const SCRIPT = join(__dirname, 'gouji.cjs');
const MODULES = './main.js';

const folder = module.enableCompileCache?.().directory;
if (folder === undefined || process.argv[2] !== 'check') void import(MODULES);
else run(join(folder, `gouji-${SCRIPT_HASH}`));

function run(kept: string): void {
  const script = new Script(module.default.wrap(readFileSync(SCRIPT, 'utf8')), {
    filename: SCRIPT,
    ...(existsSync(kept) && { cachedData: readFileSync(kept) }),
  });
  // Only at the end is it known which functions a check runs.
  if (script.cachedDataRejected !== false) process.once('exit', () => keep(script.createCachedData(), kept));
  const loaded = { exports: {} as { gouji(): Promise<void> } };
  script.runInThisContext()(loaded.exports, require, loaded, SCRIPT, __dirname);
  void loaded.exports.gouji();
}

/** Under another name first: a start at the same time finds all of it or nothing. */
function keep(compiled: Uint8Array, kept: string): void {
  const unfinished = `${kept}.${process.pid}`;
  try {
    writeFileSync(unfinished, compiled, { mode: 0o600 });
    renameSync(unfinished, kept);
  } catch (error) {
    // A full disk or a folder that may not be written to: the next start compiles again, and the check is done.
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}
