/** `npm start` as a process of its own, and what it tells over HTTP. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { deadLetterName, QUEUES, type QueueName } from '../../../infra/wiring.ts';

const SCRIPT = fileURLToPath(new URL('../../../infra/local/start.ts', import.meta.url));
const LOOK_MILLISECONDS = 500;
/** Longer than a burst of mails waits for more, with the sweep after it. */
const QUIET_MILLISECONDS = 42_000;

export interface Running {
  child: ChildProcess;
  /** Everything that it printed so far. */
  printed(): string;
  /** Resolves when it prints its first line, or ends. */
  busy: Promise<unknown>;
  ended: Promise<number | null>;
}

export interface Mail {
  /** Second of the epoch. */
  at: number;
  subject: string;
  body: { html?: string; text?: string };
}

interface StartOptions {
  /** Files and options behind those that are always there. */
  more?: readonly string[];
  /** No file may become longer; `null`: as the machine has it. */
  fileKilobytes?: number | null;
  /** Root, who may write everywhere, keeps to the modes of files like everybody else. */
  keepsModes?: boolean;
}

/** Starts it in a folder. */
export function startProcess(
  data: string,
  port: number,
  { more = [], fileKilobytes = null, keepsModes = false }: StartOptions = {},
): Running {
  const args = [SCRIPT, '--data', data, '--port', String(port), ...more];
  const bound = fileKilobytes === null ? 'unlimited' : String(fileKilobytes);
  const isRoot = process.getuid?.() === 0;
  const without = keepsModes && isRoot ? 'setpriv --bounding-set=-dac_override,-dac_read_search ' : '';
  const child = spawn('bash', ['-c', `ulimit -f ${bound}; exec ${without}"$0" "$@"`, process.execPath, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, POWERTOOLS_LOG_LEVEL: 'ERROR' },
  });
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = once(child, 'close').then(([status]) => status as number | null);
  const busy = Promise.race([once(child.stdout, 'data'), ended]);
  return { child, printed: () => output, busy, ended };
}

/** Resolves when it serves. @throws Error where it ends instead */
export async function serving(running: Running): Promise<void> {
  while (!running.printed().includes('Ctrl-C')) {
    if (running.child.exitCode !== null) throw new Error(`it ended:\n${running.printed()}`);
    await sleep(50);
  }
}

/** Kills it. */
export async function end(running: Running): Promise<void> {
  running.child.kill('SIGKILL');
  await running.ended;
}

/** A server ends connections that it finds idle, also at the moment in which one is used again: that is no refusal. */
export async function patiently<Done>(ask: () => Promise<Done>): Promise<Done> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      const { code } = ((error as Error).cause ?? {}) as { code?: string };
      if (tries === MOST_TRIES || (code !== 'ECONNRESET' && code !== 'UND_ERR_SOCKET')) throw error;
    }
  }
}
const MOST_TRIES = 5;

export function clientOf(port: number) {
  const s3 = `http://127.0.0.1:${port}`;
  const sqs = new SQSClient({
    ...{ endpoint: s3, region: 'us-east-1', credentials: { accessKeyId: 'any', secretAccessKey: 'any' } },
  });
  const objectAt = (key: string) => `${s3}/reports/${key.split('/').map(encodeURIComponent).join('/')}`;
  const json = async <Answer>(path: string): Promise<Answer> => {
    const answer = await patiently(() => fetch(`http://127.0.0.1:${port + 1}${path}`));
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
  const mails = async () =>
    ((await (await patiently(() => fetch(`http://127.0.0.1:${port + 2}/store`))).json()) as { emails: Mail[] }).emails;
  const messagesIn = async (queue: string) => {
    const asked = { QueueUrl: `${s3}/000000000000/${queue}`, AttributeNames: ['All' as const] };
    const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand(asked));
    const counts = ['', 'NotVisible', 'Delayed'] as const;
    return counts.reduce((sum, name) => sum + Number(Attributes[`ApproximateNumberOfMessages${name}`] ?? 0), 0);
  };
  const waiting = async () => {
    const counts = await Promise.all((['ingest', 'rechecks', 'notify'] as const).map(messagesIn));
    return counts.reduce((sum, one) => sum + one, 0);
  };
  return {
    json,
    mails,
    /** Uploads, or removes where there are no bytes. */
    async send(key: string, bytes: Uint8Array | null): Promise<void> {
      const init = bytes === null ? { method: 'DELETE' } : { method: 'PUT', body: bytes.slice() };
      const answer = await fetch(objectAt(key), init);
      if (!answer.ok) throw new Error(`${key}: ${answer.status} ${await answer.text()}`);
      await answer.arrayBuffer();
    },
    async object(key: string): Promise<Uint8Array | undefined> {
      const answer = await patiently(() => fetch(objectAt(key)));
      const bytes = new Uint8Array(await answer.arrayBuffer());
      return answer.status === 404 ? undefined : bytes;
    },
    async dead(): Promise<Record<string, number>> {
      const names = (Object.keys(QUEUES) as QueueName[]).map(deadLetterName);
      return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await messagesIn(name)])));
    },
    /** Until no message is left and no mail has come for longer than a burst waits. */
    async quiet(): Promise<void> {
      let last = '';
      let since = Date.now();
      while (Date.now() - since < QUIET_MILLISECONDS) {
        const now = `${await waiting()} ${(await mails()).length}`;
        if (now !== last || !now.startsWith('0 ')) since = Date.now();
        last = now;
        await sleep(LOOK_MILLISECONDS);
      }
    },
    /** Until no file waits, nor a check on account of another. */
    async idle(): Promise<void> {
      while ((await messagesIn('ingest')) + (await messagesIn('rechecks')) > 0) await sleep(LOOK_MILLISECONDS);
    },
  };
}
export type Client = ReturnType<typeof clientOf>;
