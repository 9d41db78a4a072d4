/** What is wrong with a laptop that was killed: nothing, where all is well. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lookInside } from './inside.ts';
import { type Client, clientOf, end, patiently, type Running, serving, startProcess } from './laptop.ts';
import { repetitions } from './mails.ts';
import { differences, type Portrait, portraitOf } from './portrait.ts';

/** Counts, and what is wrong. */
export interface Outcome {
  counts: Record<string, number>;
  wrong: string[];
}

/** Regions are summed up when they have been quiet for five seconds, and ask for checks. */
const TENDED_MILLISECONDS = 15_000;

interface Scene {
  /** It serves, and has done all that it will do. */
  running: Running;
  client: Client;
  data: string;
  /** Objects that should be there. */
  files: ReadonlyMap<string, Uint8Array>;
  /** When it was killed, in milliseconds. */
  kills: readonly number[];
  /** First port of a laptop that is not killed; `null` spares it. */
  calmPort: number | null;
  /** Whether mails that wait for more are still to be sent. */
  settle: boolean;
  say(line: string): void;
}

/**
 * Ends the laptop, and compares what it keeps and tells with a check of the files, and with a laptop that took them in
 * without a kill.
 */
export async function verdict({ running, client, data, files, kills, calmPort, settle, say }: Scene): Promise<Outcome> {
  const wrong: string[] = [];
  const [portrait, dead] = [await portraitOf(client), await client.dead()];
  for (const [queue, count] of Object.entries(dead)) if (count > 0) wrong.push(`${count} messages in ${queue}`);
  const mails = await client.mails();
  running.child.kill('SIGINT');
  const status = await running.ended;
  if (status !== 0) wrong.push(`exit status ${status} at the end:\n${running.printed()}`);
  say(`${portrait.reports.size} reports, ${mails.length} mails; looking inside`);
  const inside = await lookInside(data, files, settle);
  wrong.push(...inside.wrong);
  for (const one of wrong) say(`so far wrong: ${one.slice(0, 300)}`);
  for (const [id, name] of inside.names) if (!portrait.reports.has(id)) wrong.push(`${name}: not in the list`);
  for (const [id, { key }] of portrait.reports)
    if (!inside.names.has(id)) wrong.push(`${key}: in the list, and not there`);

  const repeated = repetitions(mails);
  if (repeated.length > kills.length) wrong.push(`${repeated.length} mails repeated, more than kills`);
  for (const { first, second, subject } of repeated) {
    // Between a mail and its receipt the process may be busy with files, so that a kill a while later explains it.
    if (!kills.some((kill) => first <= kill && kill <= second))
      wrong.push(`told twice without a kill in between: ${subject}`);
  }
  if (calmPort !== null) {
    say('the same files without a kill');
    wrong.push(...differences(await calm(files, portrait, calmPort), { ...portrait, reports: shownIn(portrait) }));
  }
  const counts = { files: files.size, reports: portrait.reports.size, mails: mails.length };
  return { counts: { ...counts, 'mails repeated': repeated.length }, wrong };
}

const shownIn = ({ reports }: Portrait) => Object.fromEntries([...reports].map(([id, { shown }]) => [id, shown]));

/** What a laptop shows that took in the files one after the other, in the order in which the other one did. */
async function calm(files: ReadonlyMap<string, Uint8Array>, { reports }: Portrait, port: number): Promise<unknown> {
  const data = mkdtempSync(join(tmpdir(), 'gouji-calm-'));
  const running = startProcess(data, port);
  await serving(running);
  const client = clientOf(port);
  const received = new Map([...reports.values()].map(({ key, receivedAt }) => [key, receivedAt]));
  const timeOf = (key: string) => received.get(key) ?? '';
  const ordered = [...files].sort(([one], [other]) => (timeOf(one) < timeOf(other) ? -1 : 1));
  for (const [key, bytes] of ordered) await patiently(() => client.send(key, bytes));
  await client.idle();
  await sleep(TENDED_MILLISECONDS);
  await client.idle();
  const portrait = await portraitOf(client);
  await end(running);
  rmSync(data, { recursive: true });
  return { ...portrait, reports: shownIn(portrait) };
}
