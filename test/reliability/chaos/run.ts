/** The laptop under load is killed at random moments and started again on the same folder. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadFixtures } from './files.ts';
import { type Client, clientOf, end, type Running, serving, startProcess } from './laptop.ts';
import { contentOf, Load, planOf } from './load.ts';
import { type Random, randomFrom } from './random.ts';
import { type Outcome, verdict } from './verdict.ts';

export interface ChaosOptions {
  seed: number;
  kills: number;
  keys: number;
  /** A life lasts so long at most, in milliseconds from its first work on. */
  longestLife: number;
  /** The first of three; ten higher stands the laptop that is not killed. */
  port: number;
  /** Does not wait for mails, nor start another laptop to compare with. */
  short?: boolean;
  say(line: string): void;
}

/** Kills that come so long after the start, whether it serves or not. */
const EARLY_SHARE = 0.2;
const EARLY_MILLISECONDS = 2000;

/** A server that is fed by a client, killed so many times. */
export async function chaos(options: ChaosOptions): Promise<Outcome> {
  const { seed, keys, port, short = false, say } = options;
  const random = randomFrom(seed);
  const plan = planOf(keys, random, loadFixtures());
  const client = clientOf(port);
  const load = new Load(plan, client, random);
  const data = mkdtempSync(join(tmpdir(), 'gouji-chaos-'));
  const kills: number[] = [];
  while (kills.length < options.kills) {
    const running = startProcess(data, port);
    const life = new AbortController();
    const working = load.run(Math.ceil(plan.length / options.kills), life.signal);
    kills.push(await endAnywhere(running, random, options));
    life.abort();
    await working;
    say(`kill ${kills.length}: ${load.accepted} accepted, ${load.cut} cut off, ${load.left} to come`);
  }
  const running = startProcess(data, port);
  await serving(running);
  await load.run(load.left, new AbortController().signal);
  say('all is uploaded; waiting until it is quiet');
  await (short ? client.idle() : client.quiet());
  const { files, lost } = await presentFiles(client, load.possible);
  const calmPort = short ? null : port + 10;
  const { counts, wrong } = await verdict({ running, client, data, files, kills, calmPort, settle: short, say });
  keepOrRemove([...lost, ...wrong], [data], say);
  const asked = { requests: plan.length, accepted: load.accepted, 'cut off': load.cut };
  return { counts: { kills: kills.length, keys, ...asked, ...counts }, wrong: [...lost, ...wrong] };
}

/** `npm start -- --once` over a folder, killed so many times, and at last let to its end. */
export async function chaosOnce(options: ChaosOptions): Promise<Outcome> {
  const { seed, keys, port, short = false, say } = options;
  const random = randomFrom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'gouji-chaos-files-'));
  const data = mkdtempSync(join(tmpdir(), 'gouji-chaos-'));
  const files = new Map<string, Uint8Array>();
  for (const { key, file } of planOf(keys, random, loadFixtures())) if (file !== null) files.set(key, file.bytes);
  // A file that is no report decides the exit status.
  files.set('empty.txt', new Uint8Array());
  for (const [key, bytes] of files) {
    mkdirSync(dirname(join(folder, key)), { recursive: true });
    writeFileSync(join(folder, key), bytes);
  }
  const kills: number[] = [];
  while (kills.length < options.kills) {
    kills.push(await endAnywhere(startProcess(data, port, { more: ['--once', folder] }), random, options));
    say(`kill ${kills.length}`);
  }
  const last = startProcess(data, port, { more: ['--once', folder] });
  const status = await last.ended;
  const wrong = status === 2 ? [] : [`exit status ${status}, where a file is no report:\n${last.printed()}`];
  const client = clientOf(port);
  const running = startProcess(data, port);
  await serving(running);
  await (short ? client.idle() : client.quiet());
  const calmPort = short ? null : port + 10;
  const outcome = await verdict({ running, client, data, files, kills, calmPort, settle: short, say });
  keepOrRemove([...wrong, ...outcome.wrong], [data, folder], say);
  return { counts: { kills: kills.length, keys, ...outcome.counts }, wrong: [...wrong, ...outcome.wrong] };
}

/** What is wrong can be looked into afterwards. */
function keepOrRemove(wrong: readonly string[], folders: readonly string[], say: ChaosOptions['say']): void {
  if (wrong.length > 0) say(`kept: ${folders.join(' ')}`);
  else for (const folder of folders) rmSync(folder, { recursive: true });
}

/**
 * Kills it at some moment.
 * @returns when, in milliseconds
 * @throws Error where it ended by itself before
 */
async function endAnywhere(running: Running, random: Random, { longestLife }: ChaosOptions): Promise<number> {
  const isEarly = random.next() < EARLY_SHARE;
  const moment = random.next();
  if (!isEarly) await running.busy;
  await sleep(moment * (isEarly ? EARLY_MILLISECONDS : longestLife));
  const isAlive = running.child.exitCode === null;
  const when = Date.now();
  await end(running);
  if (!isAlive) throw new Error(`it ended by itself:\n${running.printed()}`);
  return when;
}

/** The objects that are there, and keys that hold nothing that was accepted. */
async function presentFiles(
  client: Client,
  possible: Load['possible'],
): Promise<{ files: Map<string, Uint8Array>; lost: string[] }> {
  const files = new Map<string, Uint8Array>();
  const lost: string[] = [];
  for (const [key, contents] of possible) {
    const bytes = await client.object(key);
    if (!contents.has(bytes && contentOf(bytes))) lost.push(`${key}: not what was accepted`);
    if (bytes !== undefined) files.set(key, bytes);
  }
  return { files, lost };
}
