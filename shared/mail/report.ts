/** The mail about one report: its faults, what changed since the last mail, that it is unreadable, or the all-clear. */

import type { ReportRecord } from '../record.ts';
import type { Finding } from '../result.ts';
import { cleanLine } from './clean.ts';
import { type Freshness, findingCard } from './finding.ts';
import { type Footer, finishWithin, footerBlocks, nameOf, pageOf } from './letter.ts';
import type { Change } from './news.ts';
import { crossingsOf } from './sum.ts';
import type { Block, Letter, MailContent, Tone, Voice } from './types.ts';

/** Findings told in full; the rest are counted, with a link. Fewer where the mail would grow too large. */
const IN_FULL = 10;
const MOST_MENDED = 20;
const MAIN_TONE: Record<Change['kind'], Tone> = { failed: 'bad', changed: 'bad', unreadable: 'doubt', clear: 'good' };

interface ReportMail {
  record: Pick<ReportRecord, 'id' | 'result'>;
  news: Change;
  /** Public address of the API, without a slash at its end. */
  base: string;
  footer: Footer;
}

/** Renders the mail about one report, in HTML and text, under 100 KB as sent. */
export function renderReportMail(mail: ReportMail, voice: Voice): MailContent {
  function* letters(): Generator<Letter> {
    for (let full = IN_FULL; full >= 0; full--) yield letterOf(mail, full, voice);
  }
  return finishWithin(letters(), voice);
}

function letterOf(mail: ReportMail, full: number, voice: Voice): Letter {
  const { record, news } = mail;
  // Of a ZIP it names the entry too.
  const { name } = record.result.source;
  const file = cleanLine(name, 200);
  const values = {
    name: nameOf(record.result, voice),
    file: cleanLine(name, 80),
    errors: news.kind === 'clear' ? 0 : count(news.findings, 'error'),
    fresh: news.kind === 'changed' ? news.fresh.length : 0,
    changed: news.kind === 'changed' ? news.changed.length : 0,
    mended: news.kind === 'changed' ? news.mended.length : 0,
  };
  return {
    subject: voice.say(`subject.${news.kind}`, values),
    lead: voice.say(`lead.${news.kind}`, values),
    tone: MAIN_TONE[news.kind],
    title: record.result.report === null ? file : values.name,
    blocks: [
      ...(record.result.report === null
        ? []
        : [{ kind: 'paragraph', quiet: true, text: voice.say('facts.file', { file }) } as const]),
      ...(news.kind === 'clear' ? [] : findingBlocks(mail, news, full, voice)),
      { kind: 'link', prominent: true, text: voice.say('link.report'), href: pageOf(mail.base, record.id) },
    ],
    footer: footerBlocks(mail.footer, voice),
  };
}

function findingBlocks(
  { record }: ReportMail,
  news: Exclude<Change, { kind: 'clear' }>,
  full: number,
  voice: Voice,
): Block[] {
  const { report } = record.result;
  const fresh = new Set(news.kind === 'changed' ? news.fresh : []);
  const changed = new Set(news.kind === 'changed' ? news.changed : []);
  const freshness = (finding: Finding): Freshness => {
    if (news.kind !== 'changed') return null;
    return fresh.has(finding) ? 'new' : changed.has(finding) ? 'changed' : 'still';
  };
  const crossings = crossingsOf(news.findings);
  const ordered = [...news.findings].sort((one, other) => rank(freshness(one)) - rank(freshness(other)));
  const cards = ordered
    .slice(0, full)
    .map((finding, index) => findingCard(finding, index + 1, report, crossings, freshness(finding), voice));
  const rest = ordered.length - cards.length;
  const hasGrid = cards.some((card) => card.kind === 'card' && card.blocks.some((block) => block.kind === 'grid'));
  return [
    ...besideBlocks(news.findings, voice),
    ...(news.kind === 'changed' ? mendedBlocks(news, ordered.length, voice) : []),
    ...(hasGrid ? [{ kind: 'paragraph', quiet: true, text: voice.say('facts.marks') } as const] : []),
    ...cards,
    ...(rest > 0 ? [{ kind: 'paragraph', text: voice.say('facts.more', { n: rest }) } as const] : []),
  ];
}

/** Warnings and notices are counted beside the errors of the first line. */
function besideBlocks(findings: readonly Finding[], voice: Voice): Block[] {
  const counts = { warnings: count(findings, 'warning'), notices: count(findings, 'notice') };
  const parts = Object.entries(counts).flatMap(([name, n]) => (n > 0 ? [voice.say(`facts.${name}`, { n })] : []));
  if (parts.length === 0) return [];
  return [{ kind: 'paragraph', text: voice.say('facts.beside', { parts: parts.join(voice.say('comma')) }) }];
}

function mendedBlocks(news: Extract<Change, { kind: 'changed' }>, open: number, voice: Voice): Block[] {
  const { mended } = news;
  const items = mended.slice(0, MOST_MENDED).map((one) => `✓ ${cleanLine(voice.text(one.message), 200)}`);
  if (mended.length > MOST_MENDED) items.push(voice.say('mended.more', { n: mended.length }));
  return [
    ...(mended.length > 0
      ? ([
          { kind: 'heading', text: voice.say('mended.heading', { n: mended.length }) },
          { kind: 'list', items },
        ] as const)
      : []),
    { kind: 'heading', text: voice.say('open.heading', { n: open }) },
  ];
}

const rank = (freshness: Freshness) => ['new', 'changed', 'still', null].indexOf(freshness);

function count(findings: readonly Finding[], severity: Finding['severity']): number {
  return findings.filter((finding) => finding.severity === severity).length;
}
