/** One mail with a table for many reports that arrived together. */

import type { ReportRecord } from '../record.ts';
import { cleanLine } from './clean.ts';
import { type Footer, finishWithin, footerBlocks, pageOf } from './letter.ts';
import type { Change } from './news.ts';
import type { Block, GridCell, Letter, MailContent, Voice } from './types.ts';

const MOST_ROWS = 100;
const FEWEST_ROWS = 20;

interface BurstMail {
  reports: { record: Pick<ReportRecord, 'id' | 'key' | 'result'>; news: Change }[];
  /** Name of the region that the reports come from; `null` where it is not known. */
  region: string | null;
  base: string;
  footer: Footer;
}

/** Renders the mail about many reports: those to deal with first, then those that are mended. */
export function renderBurstMail(mail: BurstMail, voice: Voice): MailContent {
  function* letters(): Generator<Letter> {
    for (let rows = MOST_ROWS; rows >= FEWEST_ROWS; rows -= 20) yield letterOf(mail, rows, voice);
  }
  return finishWithin(letters(), voice);
}

function letterOf(mail: BurstMail, most: number, voice: Voice): Letter {
  const ordered = mail.reports
    .map((report) => ({ ...report, errors: errorsOf(report.news) }))
    .sort((one, other) => other.errors - one.errors || (one.record.key < other.record.key ? -1 : 1));
  const open = ordered.filter(({ news }) => news.kind !== 'clear');
  const where = mail.region === null ? voice.say('burst.somewhere') : voice.script(cleanLine(mail.region, 60));
  const values = {
    where,
    reports: open.length || ordered.length,
    errors: open.reduce((total, { errors }) => total + errors, 0),
  };
  const rest = ordered.length - most;
  const blocks: Block[] = [
    {
      kind: 'grid',
      caption: voice.say('burst.caption'),
      rows: [headRow(voice), ...ordered.slice(0, most).map((report) => reportRow(report, mail.base, voice))],
    },
    ...(rest > 0 ? [{ kind: 'paragraph', text: voice.say('burst.more', { n: rest }) } as const] : []),
    { kind: 'link', prominent: true, text: voice.say('link.list'), href: `${mail.base}/reports?status=failed` },
  ];
  return {
    subject: voice.say('subject.burst', values),
    lead: voice.say(open.length > 0 ? 'lead.burst' : 'lead.burstClear', values),
    tone: open.length > 0 ? 'bad' : 'good',
    title: where,
    blocks,
    footer: footerBlocks(mail.footer, voice),
  };
}

function headRow(voice: Voice): GridCell[] {
  return ['burst.agency', 'burst.year', 'burst.errors', 'burst.first'].map((key) => ({
    text: voice.say(key),
    role: 'head',
  }));
}

function reportRow({ record, news, errors }: BurstRow, base: string, voice: Voice): GridCell[] {
  const { report } = record.result;
  const first = news.kind === 'clear' ? null : news.findings[0];
  return [
    {
      text: report?.agency ? voice.script(cleanLine(report.agency, 40)) : cleanLine(record.result.source.name, 60),
      role: 'head',
      link: pageOf(base, record.id),
    },
    { text: String(report?.year ?? '—'), role: 'value' },
    {
      text: news.kind === 'unreadable' ? voice.say('status.unreadable') : String(errors),
      role: news.kind === 'clear' ? 'value' : 'part',
    },
    { text: first ? cleanLine(voice.text(first.message), 60) : voice.say('burst.mended'), role: 'head' },
  ];
}

type BurstRow = BurstMail['reports'][number] & { errors: number };

function errorsOf(news: Change): number {
  return news.kind === 'clear' ? 0 : news.findings.filter((finding) => finding.severity === 'error').length;
}
