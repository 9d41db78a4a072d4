/** `npm start` as a process of its own: what it prints and how it ends, and what is left after a kill. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { lockFolder } from '../../infra/local/lock.ts';
import { reportId } from '../../shared/record.ts';
import { freePorts } from '../support/free-ports.ts';
import { reportText } from '../support/report.ts';

const script = fileURLToPath(new URL('../../infra/local/start.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'gouji-start-'));
const running = new Set<ChildProcess>();
beforeAll(() => {
  mkdirSync(join(folder, 'mixed', 'below'), { recursive: true });
  writeFileSync(join(folder, 'good.txt'), reportText());
  writeFileSync(join(folder, 'mixed', 'faulty.txt'), reportText({ agency: '云溪县示例局', received: 4 }));
  writeFileSync(join(folder, 'mixed', 'below', '空 +100%.txt'), '');
});
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts it; `printed` resolves when its output holds the text, or rejects when it ends without. */
function start(...args: string[]) {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
    child.emit('output');
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = once(child, 'close').then(([status]) => {
    running.delete(child);
    child.emit('output');
    return { status: status as number | null, output };
  });
  const printed = async (text: string) => {
    while (!output.includes(text)) {
      if (child.exitCode !== null) throw new Error(`it ended without '${text}':\n${output}`);
      await once(child, 'output');
    }
    return output;
  };
  return { child, ended, printed };
}

const s3At = (port: number) =>
  new S3Client({
    ...{ endpoint: `http://127.0.0.1:${port}`, region: 'eu-west-1', forcePathStyle: true },
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
  });

const json = async (port: number, path: string) =>
  (await (await fetch(`http://127.0.0.1:${port}${path}`)).json()) as Record<string, unknown[]>;

/** Until so many reports of 2022, or mails, are there. */
const reportsAre = (port: number, many: number) =>
  expect.poll(async () => (await json(port + 1, '/reports?year=2022')).reports?.length, PATIENCE).toBe(many);
const mailsAre = (port: number, many: number) =>
  expect.poll(async () => (await json(port + 2, '/store')).emails?.length, PATIENCE).toBe(many);
const PATIENCE = { timeout: 50_000, interval: 200 };

describe('--once ends with the exit status of check', () => {
  test.each<[what: string, files: string[], status: number, prints: RegExp[]]>([
    ['all passed', ['good.txt'], 0, [/good\.txt\s+示例市示例局\s+2023\s+通过/]],
    [
      'one failed',
      ['good.txt', 'mixed/faulty.txt'],
      1,
      [/faulty\.txt\s+云溪县示例局\s+2023\s+不通过\s+错误：“自然人”列.*新收4/],
    ],
    ['one is no report', ['mixed'], 2, [/below\/空 \+100%\.txt\s+—\s+—\s+无法识别\s+错误：文件是空的/, /faulty\.txt/]],
    ['a file that is not there', ['nothing.txt'], 64, [/nothing\.txt/, /npm start/]],
  ])('%s', async (_what, files, expected, prints) => {
    const data = mkdtempSync(join(folder, 'data-'));
    const port = await freePorts();
    const paths = files.map((file) => join(folder, file));
    const { status, output } = await start('--once', '--data', data, '--port', String(port), ...paths).ended;
    expect(status, output).toBe(expected);
    for (const pattern of prints) expect(output).toMatch(pattern);
  });

  test.each([['--twice'], ['--port=80000'], [`--data=${script}`]])('bad usage: %s', async (option) => {
    expect((await start(option).ended).status).toBe(64);
  });
});

test('a port that is taken is named, and the exit status is 1', async () => {
  const port = await freePorts();
  const taken = createServer().listen(port + 2, '127.0.0.1');
  await once(taken, 'listening');
  const data = mkdtempSync(join(folder, 'data-'));
  const { status, output } = await start('--data', data, '--port', String(port)).ended;
  taken.close();
  expect(status).toBe(1);
  expect(output).toContain(`端口 ${port + 2} 已被占用`);
});

test('a folder that another process works in is named, and the exit status is 1', async () => {
  const data = mkdtempSync(join(folder, 'data-'));
  const lock = lockFolder(data);
  const { status, output } = await start('--data', data, '--port', String(await freePorts())).ended;
  await lock.stop();
  expect(status).toBe(1);
  expect(output).toContain(`${data} is in use`);
});

test('what was accepted before a kill is worked on after it, and what was there is still there', async () => {
  const data = mkdtempSync(join(folder, 'data-'));
  const port = await freePorts();
  const args = ['--data', data, '--port', String(port)];
  const first = start(...args, join(folder, 'mixed', 'faulty.txt'));
  const output = await first.printed('Ctrl-C');
  for (const address of [port, port + 1, port + 2]) expect(output).toContain(`http://127.0.0.1:${address}`);
  expect(output).toContain(`aws --endpoint-url http://127.0.0.1:${port} s3 cp`);

  await mailsAre(port, 1);

  const s3 = s3At(port);
  const accepted = ['一.txt', '二.txt', '三.txt'];
  await Promise.all(
    accepted.map((Key) => s3.send(new PutObjectCommand({ Bucket: 'reports', Key, Body: reportText({ year: 2022 }) }))),
  );
  first.child.kill('SIGKILL');
  await first.ended;

  const second = start(...args);
  await second.printed('Ctrl-C');
  await reportsAre(port, accepted.length);
  expect(await json(port + 1, `/reports/${reportId('reports', 'faulty.txt')}`)).toMatchObject({
    ...{ status: 'failed', report: { agency: '云溪县示例局' } },
  });
  await mailsAre(port, 1);

  second.child.kill('SIGINT');
  const end = await second.ended;
  expect(end.status, end.output).toBe(0);
});
