/** Starts the laptop, uploads the files that were named, prints what comes of them, and serves. */
import { readFileSync } from 'node:fs';
import { tendRegions } from '../../functions/ingest/regions.ts';
import { recordIds } from '../../functions/store/records/manifest.ts';
import { getRecords } from '../../functions/store/records/records.ts';
import { exitStatus } from '../../shared/cli/usage.ts';
import type { Status } from '../../shared/domain/status.ts';
import { width } from '../../shared/output/width.ts';
import type { ReportRecord } from '../../shared/record.ts';
import type { StartArguments } from './arguments.ts';
import { diskTrouble } from './disk.ts';
import { type FollowedOutcome, Following } from './following.ts';
import { type Laptop, startLaptop } from './laptop.ts';
import { addressLines, print, progress, reportLine } from './print.ts';
import { LOCAL_BUCKET } from './storage.ts';
import type { Upload } from './upload.ts';

/** How long `--once` waits for checks across reports and for mails; what is left then is done at the next start. */
const WORK_WITHIN_MILLISECONDS = 30_000;

/**
 * Runs until ctrl-C, or with `once` until the files are done.
 * @returns the exit status
 * @throws PortInUseError, DiskError
 */
export async function run(uploads: readonly Upload[], { once, data, port, signIn }: StartArguments): Promise<number> {
  const columns = Math.min(40, Math.max(20, ...uploads.map(({ key }) => width(key))));
  const printed = new Map<string, string>();
  const dead = new Set<string>();
  const statuses = new Map<string, Status[]>();
  const tell = async (key: string, outcome: FollowedOutcome, onlyNews: boolean) => {
    if (outcome === 'dead') {
      dead.add(key);
      print(`${key}  处理失败，消息已移入死信队列`);
    }
    const records = await recordsOf(key);
    statuses.set(
      key,
      records.map(({ result }) => result.status),
    );
    for (const record of records) {
      const line = reportLine(record, columns);
      if (!onlyNews || printed.get(record.id) !== line) print(line);
      printed.set(record.id, line);
    }
  };
  // Reports that are compared with another are checked again when that comes: nothing to tell where nothing changes.
  const following = new Following((key, outcome) => tell(key, outcome, true));

  progress('正在启动 …');
  const laptop = await startLaptop({ data, port, signIn }, (handled) => following.handled(handled));
  const ended = Promise.race([interrupted(), diskTrouble.then((trouble) => Promise.reject(trouble))]);
  const orEnded = interruptible(ended);
  for (const [index, file] of uploads.entries()) {
    progress(`检查中 ${index + 1}/${uploads.length}  ${file.key}`);
    const handled = following.until(file.key);
    laptop.engines.putObject(file.key, readFileSync(file.path));
    const outcome = await orEnded(handled);
    if (outcome === 'interrupted') break;
    await tell(file.key, outcome, false);
  }
  progress('');
  if (once) await Promise.race([finish(laptop), ended]);
  else {
    print(addressLines({ s3: laptop.engines.s3, api: laptop.api, mailbox: laptop.engines.ses }));
    await ended;
  }
  await laptop.stop();
  if (!once) return exitStatus([]);
  return exitStatus([...(dead.size > 0 ? (['unreadable'] as const) : []), ...new Set([...statuses.values()].flat())]);
}

/**
 * Waits for one of many promises in turn, or for the end of all. (A race with the end for each would leave something
 * behind at the end for each.)
 */
function interruptible<End>(ended: Promise<End>): <Done>(work: Promise<Done>) => Promise<Done | End> {
  let leave: () => void = () => undefined;
  let isOver = false;
  const end = () => {
    isOver = true;
    leave();
  };
  ended.then(end, end);
  return async (work) => {
    const left = Promise.withResolvers<void>();
    leave = left.resolve;
    if (!isOver) await Promise.race([work, left.promise]);
    return isOver ? ended : work;
  };
}

/** Checks across reports, and mails: what does not end in time is done at the next start. */
async function finish({ idle }: Laptop): Promise<void> {
  const end = Date.now() + WORK_WITHIN_MILLISECONDS;
  do {
    if (!(await idle(['ingest', 'rechecks', 'notify'], end - Date.now()))) return;
  } while ((await tendRegions(Date.now(), { all: true })) > 0);
}

async function recordsOf(key: string): Promise<ReportRecord[]> {
  return [...(await getRecords(await recordIds({ bucket: LOCAL_BUCKET, key }))).values()];
}

/** Resolves at ctrl-C; a second one ends at once. */
function interrupted(): Promise<'interrupted'> {
  const { promise, resolve } = Promise.withResolvers<'interrupted'>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve('interrupted'));
  return promise;
}
