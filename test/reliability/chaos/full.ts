/** The disk fills up under load: the laptop says so and ends, and with room again it goes on. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportText } from '../../support/report.ts';
import { lookInside } from './inside.ts';
import { clientOf, serving, startProcess } from './laptop.ts';
import type { Outcome } from './verdict.ts';

/** Room for the engines when they are empty, and for some hundred files. */
const SMALL_MEGABYTES = 4;
const LARGE_MEGABYTES = 64;
const MOST_UPLOADS = 2000;
/** Lines that no rule has anything to say about, so that it does not take thousands of files. */
const PADDING = Array.from({ length: 400 }, (_, at) => `第${at}段说明文字，内容从略。`);
const WORDS = /磁盘已满|读写数据文件时出错/;

interface FullOptions {
  port: number;
  /** `disk`: a small file system in memory, which needs the right to mount; `file`: no file may grow further. */
  small: 'disk' | 'file';
  say(line: string): void;
}

export async function fullDisk({ port, small, say }: FullOptions): Promise<Outcome> {
  const data = mkdtempSync(join(tmpdir(), 'gouji-full-'));
  const mount = (megabytes: number, ...more: string[]) =>
    execFileSync('mount', ['-t', 'tmpfs', '-o', [...more, `size=${megabytes}m`].join(), 'tmpfs', data]);
  if (small === 'disk') mount(SMALL_MEGABYTES);
  try {
    return await fillUp({
      port,
      say,
      data,
      small,
      enlarge: () => small === 'disk' && mount(LARGE_MEGABYTES, 'remount'),
    });
  } finally {
    if (small === 'disk') execFileSync('umount', [data]);
    rmSync(data, { recursive: true });
  }
}

async function fillUp({
  port,
  say,
  data,
  small,
  enlarge,
}: FullOptions & { data: string; enlarge(): unknown }): Promise<Outcome> {
  const wrong: string[] = [];
  const first = startProcess(data, port, { fileKilobytes: small === 'file' ? SMALL_MEGABYTES * 1024 : null });
  await serving(first);
  const client = clientOf(port);
  const accepted = new Map<string, Uint8Array>();
  for (let at = 0; at < MOST_UPLOADS && first.child.exitCode === null; at++) {
    const text = reportText({ agency: `示例市第${at}局`, overview: PADDING });
    const bytes = new TextEncoder().encode(text);
    const isTaken = await client.send(`${at}.txt`, bytes).then(
      () => true,
      () => false,
    );
    if (!isTaken) break;
    accepted.set(`${at}.txt`, bytes);
  }
  const status = await first.ended;
  say(`${accepted.size} accepted; exit status ${status}: ${first.printed().trim().split('\n').at(-1)}`);
  if (status !== 1 || !WORDS.test(first.printed())) wrong.push(`exit status ${status}:\n${first.printed()}`);
  if (/^\s+at .+:\d+:\d+/m.test(first.printed())) wrong.push(`a stack:\n${first.printed()}`);
  enlarge();
  const second = startProcess(data, port);
  await serving(second);
  await client.idle();
  for (const [key, bytes] of accepted) {
    if (!Buffer.from((await client.object(key)) ?? []).equals(bytes)) wrong.push(`${key}: not what was accepted`);
  }
  // The last one may have been stored without an answer.
  const unanswered = await client.object(`${accepted.size}.txt`);
  if (unanswered !== undefined) accepted.set(`${accepted.size}.txt`, unanswered);
  second.child.kill('SIGINT');
  await second.ended;
  const inside = await lookInside(data, accepted, true);
  return { counts: { accepted: accepted.size }, wrong: [...wrong, ...inside.wrong] };
}
