/** One mail with a table for many reports that arrived together. */

import { countBySeverity, type Severity } from '../domain/severity.ts';
import { itemsOf } from '../mistakes/items.ts';
import type { ReportRecord } from '../record.ts';
import { cleanLine } from './clean.ts';
import { countsIn } from './counts.ts';
import { type Footer, finishWithin, footerBlocks, pageOf, pageWith } from './letter.ts';
import type { Change } from './news.ts';
import type { Block, GridCell, Letter, MailContent, Voice } from './types.ts';

const MOST_ROWS = 100;
const FEWEST_ROWS = 20;

interface BurstMail {
  reports: { record: Pick<ReportRecord, 'id' | 'key' | 'result'>; news: Change }[];
  /** Name of the region that the reports come from; `null` where it is not known. */
  region: string | null;
  /** Its code, so that the link of the mail leads to these reports and no others. */
  regionCode: string | null;
  base: string;
  /** By report id, where a report has an address of its own for this reader. */
  links?: ReadonlyMap<string, string>;
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
    .map((report) => ({ ...report, counts: countsOf(report) }))
    .sort((one, other) => weight(other) - weight(one) || (one.record.key < other.record.key ? -1 : 1));
  const open = ordered.filter(({ news }) => news.kind !== 'clear');
  const where = mail.region === null ? voice.say('burst.somewhere') : voice.script(cleanLine(mail.region, 60));
  const sum = (severity: Severity) => open.reduce((total, { counts }) => total + counts[severity], 0);
  const total = { error: sum('error'), warning: sum('warning'), notice: sum('notice') };
  const values = { where, reports: open.length || ordered.length, counts: countsIn(total, voice) };
  const isBad = total.error > 0 || open.some(({ news }) => news.kind === 'unreadable' || news.kind === 'incomplete');
  const words = open.length === 0 ? 'burstClear' : isBad ? 'burst' : 'burstDoubts';
  const rest = ordered.length - most;
  const blocks: Block[] = [
    {
      kind: 'grid',
      caption: voice.say(open.length === 0 ? 'burst.cleared' : 'burst.caption'),
      rows: [headRow(voice), ...ordered.slice(0, most).map((report) => reportRow(report, mail, voice))],
    },
    ...(rest > 0 ? [{ kind: 'paragraph', text: voice.say('burst.more', { n: rest }) } as const] : []),
    { kind: 'link', prominent: true, text: voice.say('link.list'), href: listOf(mail) },
  ];
  return {
    subject: voice.say(`subject.${words}`, values),
    lead: voice.say(`lead.${words}`, values),
    tone: open.length === 0 ? 'good' : isBad ? 'bad' : 'doubt',
    title: where,
    blocks,
    footer: footerBlocks(mail.footer, voice),
  };
}

/** The list of these reports: within their region, and of their year where they have one in common. */
function listOf({ base, regionCode, reports }: BurstMail): string {
  const years = new Set(reports.map(({ record }) => record.result.report?.year ?? null));
  const [year] = years;
  return pageWith(base, { region: regionCode, year: years.size === 1 && year ? String(year) : null });
}

function headRow(voice: Voice): GridCell[] {
  return (['burst.agency', 'burst.year', 'burst.errors', 'burst.first'] as const).map((key) => ({
    text: voice.say(key),
    role: 'head',
  }));
}

function reportRow({ record, news, counts }: BurstRow, mail: BurstMail, voice: Voice): GridCell[] {
  const { report } = record.result;
  const first =
    news.kind === 'clear' ? null : itemsOf({ findings: news.findings, mistakes: record.result.mistakes })[0];
  return [
    {
      text: report?.agency ? voice.script(cleanLine(report.agency, 40)) : cleanLine(record.result.source.name, 60),
      role: 'head',
      link: mail.links?.get(record.id) ?? pageOf(mail.base, record.id),
    },
    { text: String(report?.year ?? '—'), role: 'value' },
    {
      text:
        news.kind === 'unreadable' || news.kind === 'incomplete'
          ? voice.say(`status.${news.kind}`)
          : countsIn(counts, voice) || '0',
      role: news.kind === 'clear' ? 'value' : 'part',
    },
    { text: first ? cleanLine(voice.text(first.message), 60) : voice.say('burst.mended'), role: 'head' },
  ];
}

type BurstRow = BurstMail['reports'][number] & { counts: Record<Severity, number> };

function countsOf({ record, news }: BurstMail['reports'][number]): Record<Severity, number> {
  const findings = news.kind === 'clear' ? [] : news.findings;
  return countBySeverity(itemsOf({ findings, mistakes: record.result.mistakes }));
}

/** Errors come before anything else. */
const weight = ({ counts }: BurstRow) => counts.error * 1000 + counts.warning;
