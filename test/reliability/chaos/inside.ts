/** What stands in a folder in which no laptop works any more: records, memories of mails, windows, objects. */
import { type Engines, startEngines } from '../../../infra/local/engines.ts';
import { checkTogether } from '../../../shared/check-together.ts';
import { changeOf } from '../../../shared/mail/news.ts';
import { toStoredResult } from '../../../shared/record.ts';
import { PROFILES } from '../../../shared/rules/profile.ts';

const HOUR_MILLISECONDS = 3600_000;

/**
 * Compares the store with a check of the files and with what mails have told.
 * @param files the objects that should be there, by key
 * @param settle does first what the laptop would have done within some minutes
 * @returns what is wrong, in words; the names of the reports by their ids
 */
export async function lookInside(
  data: string,
  files: ReadonlyMap<string, Uint8Array>,
  settle: boolean,
): Promise<{ wrong: string[]; names: Map<string, string> }> {
  const engines = await startEngines({ data });
  Object.assign(process.env, engines.environment, { POWERTOOLS_LOG_LEVEL: 'SILENT' });
  // Imported once the environment is there.
  const { readReports } = await import('../../../functions/ingest/results.ts');
  const { getRecord } = await import('../../../functions/store/records/records.ts');
  const { readAllNotified } = await import('../../../functions/store/mail/notified.ts');
  const { listSubscriptions, recipientOf } = await import('../../../functions/store/mail/subscription-items.ts');
  const { openGroups } = await import('../../../functions/notify/outbox/items.ts');
  const { takeInventory } = await import('../../../functions/inventory/compare.ts');
  const wrong: string[] = [];
  try {
    if (settle) await finish(engines);
    for (const { kind, key } of (await takeInventory()).differences) wrong.push(`${kind}: ${key}`);
    for (const group of await openGroups()) wrong.push(`mails wait: ${group}`);
    const [reader] = (await listSubscriptions(1)).subscriptions;
    if (reader === undefined) return { wrong: ['nobody is subscribed'], names: new Map() };
    const read = [];
    for (const [key, bytes] of files) read.push(...(await readReports('reports', key, { bytes })));
    // As the table has them.
    read.sort((one, other) => (one.id < other.id ? -1 : 1));
    const checked = [
      ...checkTogether(
        read.map(({ alone }) => alone),
        PROFILES.strict,
      ),
    ];
    for (const [at, { id }] of read.entries()) {
      const should = toStoredResult(checked[at] as (typeof checked)[number]);
      const name = should.source.name;
      const record = await getRecord(id);
      if (record === null) {
        wrong.push(`${name}: no record`);
        continue;
      }
      const said = ({ status, findings }: typeof should) =>
        `${status} ${findings
          .map(({ rule, message }) => `${rule} ${message.zh}`)
          .sort()
          .join(' | ')}`;
      if (record.result.source.sha256 !== should.source.sha256) wrong.push(`${name}: the result of another content`);
      if (said(record.result) !== said(should)) wrong.push(`${name}: ${said(record.result)} ≠ ${said(should)}`);
      const told = (await readAllNotified(id)).get(recipientOf(reader.address)) ?? null;
      const news = changeOf(record.result, told, reader.leastSeverity);
      if (news.kind !== 'nothing') wrong.push(`${name}: ${news.kind} and not told`);
    }
    return { wrong, names: new Map(read.map(({ id, alone }) => [id, alone.source.name])) };
  } finally {
    await engines.stop();
  }
}

/** Regions are tended, events told and mails sent, as if an hour had passed. */
async function finish(engines: Engines): Promise<void> {
  const { handleMessage } = await import('../../../functions/notify/handler.ts');
  const { sweep } = await import('../../../functions/notify/outbox/sweep.ts');
  const { tendRegions } = await import('../../../functions/ingest/regions.ts');
  const { processWork } = await import('../../../functions/ingest/process.ts');
  const { readWork } = await import('../../../functions/ingest/work.ts');
  const { mailerOfDeployment } = await import('../../../functions/platform/mail/deployed.ts');
  do {
    for (const body of engines.waiting('rechecks')) await processWork(readWork(body));
  } while ((await tendRegions(Date.now(), { all: true })) > 0);
  const post = { mailer: mailerOfDeployment(), now: () => new Date(Date.now() + HOUR_MILLISECONDS) };
  for (const body of engines.waiting('notify')) await handleMessage(body, post);
  await sweep(post, () => true);
}
