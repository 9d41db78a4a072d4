/**
 * A cold start of ingest up to its first text result, against a bundle that holds nothing but the SDK clients that ingest
 * has: `node test/bench/cold.ts [--json]`. Both are bundled as they are deployed, and started in turns.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { OPTIONS } from '../../infra/bundle.ts';
import { FUNCTIONS } from '../../infra/wiring.ts';
import { report } from './figures.ts';
import { summary } from './measure.ts';

const ROOT = join(import.meta.dirname, '../..');
const SAMPLE = join(ROOT, 'samples/北岭市教育局2024.txt');
const TIMES = 11;
const TIME = `const { user, system } = process.cpuUsage(); console.log((user + system) / 1000);`;

/** Whatever the function reads of its environment when it is loaded. */
const ENVIRONMENT = Object.fromEntries(FUNCTIONS.ingest.environment.map((name) => [name, 'true']));

const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
const built = (name: string, contents: string) => {
  const outdir = join(folder, name);
  const stdin = { contents, resolveDir: ROOT, loader: 'ts' } as const;
  const { metafile } = buildSync({ ...OPTIONS, absWorkingDir: ROOT, stdin, outdir, metafile: true });
  return { module: join(outdir, 'stdin.mjs'), inputs: Object.keys(metafile.inputs) };
};

try {
  const ingest = built(
    'ingest',
    `export { handler } from './${FUNCTIONS.ingest.entry}'; export { check } from './shared/check.ts';`,
  );
  const clients = new Set(ingest.inputs.flatMap((path) => /@aws-sdk\/(?:client|lib)-[a-z0-9-]+/.exec(path)?.[0] ?? []));
  const floor = built('floor', [...clients].map((name, at) => `export * as sdk${at} from '${name}';`).join('\n'));
  const script = (name: string, lines: string) => {
    const file = join(folder, `${name}.mjs`);
    writeFileSync(file, `import { readFileSync } from 'node:fs';\n${lines}\n${TIME}\nprocess.exit();`);
    return file;
  };
  const bytes = `const bytes = new Uint8Array(readFileSync(${JSON.stringify(SAMPLE)}));`;
  const subjects = {
    floor: script('run-floor', `await import('${floor.module}');`),
    loaded: script('run-loaded', `await import('${ingest.module}');`),
    first: script(
      'run-first',
      `${bytes} const { check } = await import('${ingest.module}');
if ((await check({ name: 'report.txt', bytes }))[0].report === null) throw new Error('not read');`,
    ),
  };
  const costs = { floor: [] as number[], loaded: [] as number[], first: [] as number[] };
  for (let time = 0; time < TIMES; time += 1) {
    for (const name of ['floor', 'loaded', 'first'] as const) costs[name].push(startOnce(subjects[name]));
  }
  const bare = summary(costs.floor).median;
  const figure = (name: string, values: number[]) =>
    ({ name, value: summary(values).median, unit: 'ms', floor: bare }) as const;
  report([
    figure('cold start of ingest: loaded', costs.loaded),
    { ...figure('cold start of ingest: first text result', costs.first), bar: 1.25 },
  ]);
} finally {
  rmSync(folder, { recursive: true });
}

function startOnce(file: string): number {
  const { stdout, stderr, status } = spawnSync(process.execPath, [file], {
    encoding: 'utf8',
    env: { ...ENVIRONMENT, PATH: process.env.PATH },
  });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}
