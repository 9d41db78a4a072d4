/**
 * `npm run verify:moto`: deploys what Python's moto can, runs the zipped bundles against it through a recording proxy, and
 * says what was verified and what was not. With `--embedded` against the engines of the laptop, which needs no Python.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FUNCTIONS, type FunctionName } from '../../infra/wiring.ts';
import type { Deployed } from './deployed.ts';
import { deployEmbedded } from './embedded.ts';
import { zipOf } from './functions.ts';
import { deployToMoto, isMotoHere } from './moto.ts';
import { synthesise } from './template.ts';
import { verify } from './verify.ts';

const tell = (line: string) => void process.stdout.write(`${line}\n`);
const isEmbedded = process.argv.includes('--embedded');

if (isEmbedded || isMotoHere()) process.exitCode = (await run()) ? 0 : 1;
else tell("skipped, nothing was verified: Python's moto is not here (pip install 'moto[server]' brings it)");

async function run(): Promise<boolean> {
  Object.assign(process.env, { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'verify', AWS_SECRET_ACCESS_KEY: 'verify' });
  const folder = mkdtempSync(join(tmpdir(), 'gouji-moto-'));
  try {
    const template = synthesise(folder);
    const names = Object.keys(FUNCTIONS) as FunctionName[];
    const zips = Object.fromEntries(names.map((name) => [name, zipOf(join(folder, 'bundles', name))]));
    const parts = { template, zips: zips as Deployed['zips'] };
    const deployed = isEmbedded ? await deployEmbedded(parts) : await deployToMoto(parts, tell);
    try {
      return await verify(deployed, folder, tell);
    } finally {
      await deployed.stop();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
