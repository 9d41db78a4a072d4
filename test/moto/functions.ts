/** The zipped bundles, each run in a process of its own behind a proxy of its own. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync, zipSync } from 'fflate';
import { FUNCTIONS, type FunctionName } from '../../infra/wiring.ts';
import type { Deployed } from './deployed.ts';
import { type Call, type Recording, startProxy } from './proxy.ts';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));

/** A folder as the ZIP that Lambda gets. */
export function zipOf(folder: string): Uint8Array {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const entry = (path: string) => [path.slice(folder.length + 1), new Uint8Array(readFileSync(path))] as const;
  return zipSync(Object.fromEntries(files.map(({ parentPath, name }) => entry(join(parentPath, name)))), { level: 1 });
}

export class Functions {
  readonly #deployed: Deployed;
  readonly #folder: string;
  readonly #running = new Map<FunctionName, { child: ChildProcess; proxy: Recording }>();

  /** @param folder for what is unpacked */
  constructor(deployed: Deployed, folder: string) {
    this.#deployed = deployed;
    this.#folder = folder;
  }

  /** @throws Error where the function throws */
  async call(name: FunctionName, event: unknown): Promise<unknown> {
    const { child } = this.#running.get(name) ?? (await this.#start(name));
    child.send({ event, seconds: FUNCTIONS[name].timeoutSeconds });
    return answerOf(child);
  }

  callsOf(name: FunctionName): readonly Call[] {
    return this.#running.get(name)?.proxy.calls ?? [];
  }

  async stop(): Promise<void> {
    for (const { child, proxy } of this.#running.values()) {
      child.kill();
      await proxy.stop();
    }
  }

  async #start(name: FunctionName) {
    const folder = join(this.#folder, 'unpacked', name);
    for (const [path, bytes] of Object.entries(unzipSync(this.#deployed.zips[name]))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    const proxy = await startProxy(this.#deployed.upstream);
    const env = {
      ...(await this.#deployed.environmentOf(name)),
      ...{ AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'verify', AWS_SECRET_ACCESS_KEY: 'verify' },
      ...{ AWS_ENDPOINT_URL: proxy.address, POWERTOOLS_LOG_LEVEL: 'ERROR', POWERTOOLS_METRICS_DISABLED: 'true' },
    };
    const child = fork(CHILD, [join(folder, 'handler.mjs')], { env });
    await answerOf(child);
    const made = { child, proxy };
    this.#running.set(name, made);
    return made;
  }
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const [said] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => [{ error: `ended with ${code}` }]),
  ])) as [{ answer?: unknown; error?: string }];
  if (said.error !== undefined) throw new Error(said.error);
  return said.answer;
}
