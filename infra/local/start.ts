/** `npm start`: the product on one machine. See the contract for what it promises. */
import { S3Client } from '@aws-sdk/client-s3';
import { recordIds } from '../../functions/lib/manifest.ts';
import { getRecord } from '../../functions/lib/records.ts';
import { UsageError } from '../../shared/cli/usage.ts';
import { width } from '../../shared/output/width.ts';
import type { ReportRecord } from '../../shared/record.ts';
import type { Status } from '../../shared/result.ts';
import { readArguments, USAGE } from './arguments.ts';
import { Following } from './following.ts';
import { startLaptop } from './laptop.ts';
import { PortInUseError } from './listen.ts';
import { addressLines, reportLine } from './print.ts';
import { LOCAL_BUCKET } from './storage.ts';
import { findUploads, upload } from './upload.ts';

/** As `gouji check` ends: the worst of all results. */
const EXIT: Record<Status, number> = { passed: 0, failed: 1, unreadable: 2 };

/** How long `--once` waits for the mails of its files; what is left then is sent at the next start. */
const MAILS_WITHIN_MILLISECONDS = 30_000;

process.exitCode = await main(process.argv.slice(2)).catch((error) => {
  if (error instanceof UsageError) return complain(`${error.message}\n${USAGE}`, 64);
  if (error instanceof PortInUseError) {
    return complain(
      `端口 ${error.port} 已被占用，请用 --port 换一个 (${error.message}; choose another with --port)`,
      1,
    );
  }
  throw error;
});

async function main(argv: readonly string[]): Promise<number> {
  const { paths, once, data, port } = readArguments(argv);
  const uploads = await findUploads(paths);
  const columns = Math.min(40, Math.max(0, ...uploads.map(({ key }) => width(key))));
  let worst = 0;
  const following = new Following();

  progress('正在启动 …');
  const laptop = await startLaptop({ data, port }, (handled) => following.handled(handled));
  const ended = interrupted();
  const s3 = new S3Client({});
  for (const [index, file] of uploads.entries()) {
    progress(`检查中 ${index + 1}/${uploads.length}  ${file.key}`);
    const outcome = following.until(file.key);
    await upload(s3, LOCAL_BUCKET, file);
    const end = await Promise.race([outcome, ended]);
    if (end === 'interrupted') break;
    if (end === 'dead') {
      worst = EXIT.unreadable;
      print(`${file.key}  处理失败，消息已移入死信队列`);
    }
    for (const record of await recordsOf(file.key)) {
      worst = Math.max(worst, EXIT[record.result.status]);
      print(reportLine(record, columns));
    }
  }
  s3.destroy();
  progress('');
  if (once) await laptop.idle(['ingest', 'notify'], MAILS_WITHIN_MILLISECONDS);
  else {
    print(addressLines({ s3: laptop.engines.s3, api: laptop.api, mailbox: laptop.engines.ses }));
    await ended;
  }
  await laptop.stop();
  return once ? worst : 0;
}

async function recordsOf(key: string): Promise<ReportRecord[]> {
  const ids = await recordIds({ bucket: LOCAL_BUCKET, key });
  return (await Promise.all(ids.map(getRecord))).filter((record) => record !== null);
}

/** Resolves at ctrl-C; a second one ends at once. */
function interrupted(): Promise<'interrupted'> {
  const { promise, resolve } = Promise.withResolvers<'interrupted'>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve('interrupted'));
  return promise;
}

function print(line: string): void {
  progress('');
  console.log(line);
}

/** A line that the next one overwrites; only where somebody looks on. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

function complain(message: string, status: number): number {
  console.error(message);
  return status;
}
