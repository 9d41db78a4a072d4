/**
 * Measures the crash window: how long after SES has taken a mail its receipt is in the table, on the embedded engines.
 * `node test/bench/crash-window.ts [MAILS]`; the figures are in docs/mail.md.
 */
import type { Mail } from '../../functions/platform/mail/mime.ts';
import { startEngines } from '../../infra/local/engines.ts';
import { ROW_TOTAL, record } from '../mail/examples.ts';

const mails = Number(process.argv[2] ?? 200);
const engines = await startEngines({ data: null, strict: true });
Object.assign(process.env, engines.environment, { MAIL_TO: 'clerk@example.com', POWERTOOLS_LOG_LEVEL: 'SILENT' });
// Imported once the environment is there.
const { putRecord } = await import('../../functions/store/records/records.ts');
const { sesMailer } = await import('../../functions/platform/mail/ses.ts');
const { table } = await import('../../functions/store/table/table.ts');
const { handleMessage } = await import('../../functions/notify/handler.ts');
const { busEvent } = await import('../notify/events.ts');

const ses = sesMailer();
let now = Date.now();
let taken: number | null = null;
const windows: number[] = [];
const whole: number[] = [];
const post = {
  now: () => new Date(now),
  mailer: {
    async send(mail: Mail) {
      await ses.send(mail);
      taken = performance.now();
    },
  },
};
table().client.middlewareStack.add(
  (next) => async (args) => {
    const answer = await next(args);
    const { Item } = args.input as { Item?: { sk?: string } };
    if (Item?.sk === 'SENT' && taken !== null) windows.push(performance.now() - taken);
    taken = null;
    return answer;
  },
  { step: 'initialize' },
);
for (let index = 0; index < mails; index++) {
  const stored = record({ key: `${index}.txt`, findings: [ROW_TOTAL], sequencer: String(index) });
  await putRecord(stored);
  await handleMessage(busEvent(stored), post);
  now += 3600_000;
  const started = performance.now();
  await handleMessage(busEvent(stored), post);
  whole.push(performance.now() - started);
}
await engines.stop();

const at = (values: number[], share: number) => {
  const sorted = [...values].sort((one, other) => one - other);
  return `${sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(1)} ms`;
};
console.log(`${windows.length} mails; window p50 ${at(windows, 0.5)}, p99 ${at(windows, 0.99)}, max ${at(windows, 1)}`);
console.log(`event to done: p50 ${at(whole, 0.5)}, p99 ${at(whole, 0.99)}`);
process.exit(0);
