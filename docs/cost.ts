/** What a year costs: figures (measured, or estimated and said so) × prices × the sizes of the wiring. */
import { FUNCTIONS, QUEUES, REPROCESSING } from '../infra/wiring.ts';
import figures from './measured.json' with { type: 'json' };
import prices from './prices.json' with { type: 'json' };

const { measured, estimated } = figures;

/** One line of the bill: how it comes about, and dollars. */
interface Line {
  what: string;
  how: string;
  dollars: number;
}

const MILLION = 1e6;
const MONTHS = 12;
const DAYS = 365;
const SECONDS_OF_MONTH = 30 * 24 * 3600;
const gigabytes = (name: keyof typeof FUNCTIONS) => FUNCTIONS[name].memoryMegabytes / 1024;
const round = (value: number) => Number(value.toPrecision(3));

/** Calls of a function, so long each. */
function lambda(what: string, name: keyof typeof FUNCTIONS, calls: number, seconds: number): Line {
  const gigabyteSeconds = calls * seconds * gigabytes(name);
  return {
    what,
    how: `${round(calls / MILLION)} M × ${seconds} s × ${round(gigabytes(name))} GB`,
    dollars: gigabyteSeconds * prices.lambdaGigabyteSecond + (calls / MILLION) * prices.lambdaMillionCalls,
  };
}

/** So many millions at this price. */
const millions = (what: string, count: number, price: number, of: string): Line => ({
  what,
  how: `${round(count / MILLION)} M ${of}`,
  dollars: (count / MILLION) * price,
});
const monthly = (what: string, count: number, price: number, of: string): Line => ({
  what,
  how: `${count} ${of} × ${MONTHS} months`,
  dollars: count * price * MONTHS,
});

/** The bill of a year. @param alarms in the stack */
function yearlyBill(alarms: number): Line[] {
  const { reports, tableGigabytes } = estimated;
  const stored = (reports * estimated.megabytesAReport) / 1024;
  const checks = reports * (1 + measured.rechecksAReport);
  const requests = reports * estimated.apiRequestsAReport;
  const minutes = DAYS * 24 * 60;
  const polls = Object.keys(QUEUES).length * ((minutes * 60) / 20) * 5;
  const reads = reports * measured.tableReadsAReport + requests * estimated.tableReadsARequest;
  // An inventory reads the whole table: 8 KB a unit, as it may lag.
  const scanned = (tableGigabytes * 1024 ** 2) / 8;
  const logged = ((reports + requests / 5) * estimated.logKilobytesAReport) / 1024 ** 2;
  return [
    { what: 'S3', how: `${round(stored)} GB kept`, dollars: stored * prices.s3GigabyteMonth * MONTHS },
    millions('S3 puts', reports, prices.s3MillionPuts, 'puts'),
    millions('S3 gets', 2 * reports, prices.s3MillionGets, 'gets'),
    millions('EventBridge', 1.5 * reports, prices.busMillionEvents, 'events of ours; those of S3 are free'),
    millions('Scheduler', 2 * minutes + DAYS * 24 * 4, prices.schedulerMillionCalls, 'calls'),
    millions(
      'SQS',
      reports * estimated.queueRequestsAReport + polls,
      prices.sqsMillionRequests,
      'requests, polling included',
    ),
    lambda('Lambda `ingest`', 'ingest', checks, estimated.ingestSeconds),
    lambda('Lambda `notify`', 'notify', reports * estimated.notifyShare, estimated.notifySeconds),
    lambda('Lambda `schedule`', 'schedule', minutes, estimated.scheduledSeconds),
    lambda('Lambda `tend`', 'tend', minutes, estimated.scheduledSeconds),
    lambda('Lambda `dataset`', 'dataset', DAYS * 24 * 4, estimated.scheduledSeconds),
    lambda('Lambda `inventory`', 'inventory', DAYS, 60),
    lambda('Lambda `query`', 'query', requests, estimated.apiSeconds),
    millions('HTTP API', requests, prices.apiMillionRequests, 'requests'),
    millions('DynamoDB writes', reports * measured.tableWritesAReport, prices.tableMillionWrites, 'units'),
    millions('DynamoDB reads', reads, prices.tableMillionReads, 'units'),
    millions('… of inventories', DAYS * scanned, prices.tableMillionReads, 'units'),
    monthly('… kept', tableGigabytes, prices.tableGigabyteMonth, 'GB'),
    monthly('… recovery', tableGigabytes, prices.recoveryGigabyteMonth, 'GB'),
    {
      what: 'SES',
      how: `${round((reports * estimated.mailsAReport) / MILLION)} M mails`,
      dollars: (reports * estimated.mailsAReport * prices.sesThousandMails) / 1000,
    },
    { what: 'CloudWatch logs', how: `${round(logged)} GB`, dollars: logged * prices.logsGigabyte },
    monthly('CloudWatch metrics', estimated.metrics, prices.metricMonth, 'metrics'),
    monthly('CloudWatch alarms', alarms, prices.alarmMonth, 'alarms'),
    monthly('CloudWatch dashboard', 1, prices.dashboardMonth, 'dashboard'),
    {
      what: 'Transfer',
      how: `${estimated.pagesGigabytes} GB of pages`,
      dollars: estimated.pagesGigabytes * prices.transferGigabyte,
    },
  ];
}

/** The dearest month that the bounds of the stack allow: every queue and the API at their limit without a pause. */
function worstMonth(throttle: number): Line[] {
  const running = Object.entries(QUEUES).map(([name, { target, maximumConcurrency }]) => ({
    what: `queue \`${name}\``,
    how: `${maximumConcurrency} copies of \`${target}\` all month`,
    dollars: maximumConcurrency * SECONDS_OF_MONTH * gigabytes(target) * prices.lambdaGigabyteSecond,
  }));
  const requests = throttle * SECONDS_OF_MONTH;
  const checks = (QUEUES.ingest.maximumConcurrency * SECONDS_OF_MONTH) / estimated.ingestSeconds;
  return [
    ...running,
    millions('HTTP API', requests, prices.apiMillionRequests, `requests, ${throttle} a second`),
    lambda('Lambda `query`', 'query', requests, estimated.apiSeconds),
    millions('DynamoDB writes', checks * measured.tableWritesAReport, prices.tableMillionWrites, 'units'),
    millions('DynamoDB reads', requests * estimated.tableReadsARequest, prices.tableMillionReads, 'units'),
  ];
}

/** Reading every object again once: batches of the distributed map. */
function readingAgain(): Line[] {
  const { reports } = estimated;
  const batches = reports / REPROCESSING.batchSize;
  const transitions = batches * 3;
  return [
    {
      what: 'Step Functions',
      how: `${round(transitions / 1000)} thousand transitions`,
      dollars: (transitions / 1000) * prices.statesThousandTransitions,
    },
    lambda('Lambda `reprocess`', 'reprocess', batches, estimated.ingestSeconds * REPROCESSING.batchSize),
    millions('DynamoDB reads', reports * measured.tableReadsAReport, prices.tableMillionReads, 'units'),
  ];
}

/** A bill as a table of Markdown, with its sum. */
function billTable(lines: readonly Line[]): string {
  const sum = lines.reduce((total, { dollars }) => total + dollars, 0);
  const rows = lines.map(({ what, how, dollars }) => `| ${what} | ${how} | ${dollars.toFixed(1)} |`);
  const total = sum < 20 ? sum.toFixed(0) : String(Math.round(sum / 10) * 10);
  return ['| what | how | USD |', '| --- | --- | --: |', ...rows, `| **together** | | **about ${total}** |`].join('\n');
}

/** The figures that the bills rest on, each with where it is from. */
function figuresTable(): string {
  const rows = (all: Readonly<Record<string, number>>, from: string) =>
    Object.entries(all).map(([name, value]) => `| \`${name}\` | ${value} | ${from} |`);
  return [
    ...['| figure | value | from |', '| --- | --: | --- |'],
    ...rows(measured, `\`node test/bench/pipeline.ts\`, ${figures.date}`),
    ...rows(estimated, 'estimate, on the safe side'),
  ].join('\n');
}

/** Alarms of a deployment with the least settings: `test/docs/cost.test.ts` holds the number to the template. */
export const ALARMS = 42;
/** Requests a second that the gateway lets through. */
export const THROTTLE = 50;

/** The parts of cost.md, by their name. */
export const costParts = (): Record<string, string> => ({
  prices: `Prices: ${prices.region}, ${prices.currency}, ${prices.date}: ${prices.note}.`,
  bill: billTable(yearlyBill(ALARMS)),
  worst: billTable(worstMonth(THROTTLE)),
  again: billTable(readingAgain()),
  figures: figuresTable(),
});
