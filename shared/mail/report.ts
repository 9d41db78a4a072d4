/** The mail about one report: its faults, what changed since the last mail, that it is unreadable, or the all-clear. */

import { countBySeverity } from '../domain/severity.ts';
import { itemsOf, type MistakeItem } from '../mistakes/items.ts';
import type { ReportRecord } from '../record.ts';
import { cleanLine } from './clean.ts';
import { changesIn, countsIn } from './counts.ts';
import { type Freshness, itemCard } from './finding.ts';
import { type Footer, finishWithin, footerBlocks, nameOf, pageOf } from './letter.ts';
import type { Change } from './news.ts';
import type { Block, Letter, MailContent, Tone, Voice } from './types.ts';

/** Findings told in full; the rest are counted, with a link. Fewer where the mail would grow too large. */
const IN_FULL = 10;
const MOST_MENDED = 20;
/** Characters of what the reader says that it left out. */
const MOST_NOTE = 300;
const MAIN_TONE: Record<Change['kind'], Tone> = {
  failed: 'bad',
  changed: 'bad',
  incomplete: 'doubt',
  unreadable: 'doubt',
  clear: 'good',
};

interface ReportMail {
  record: Pick<ReportRecord, 'id' | 'result'>;
  news: Change;
  /** Public address of the API, without a slash at its end. */
  base: string;
  /** By report id, where it has an address of its own for this reader. */
  links?: ReadonlyMap<string, string>;
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
  const told = toldOf(mail);
  const counts = countBySeverity(told.map(({ item }) => item));
  const freshItems = told.filter(({ freshness }) => freshness === 'new').map(({ item }) => item);
  const values = {
    ...{ name: nameOf(record.result, voice), file: cleanLine(name, 80), errors: counts.error },
    counts: countsIn(counts, voice),
    changes: changesIn(
      {
        fresh: countBySeverity(freshItems),
        changed: told.filter(({ freshness }) => freshness === 'changed').length,
        resolved: news.kind === 'changed' ? news.mended.length : 0,
      },
      voice,
    ),
  };
  const words = phraseOf(news.kind, counts.error);
  return {
    subject: voice.say(`subject.${words}`, values),
    lead: voice.say(`lead.${words}`, values),
    tone: words.endsWith('oubts') ? 'doubt' : MAIN_TONE[news.kind],
    title: record.result.report === null ? file : values.name,
    blocks: [
      ...(record.result.report === null
        ? []
        : [{ kind: 'paragraph', quiet: true, text: voice.say('facts.file', { file }) } as const]),
      ...(record.result.report?.notes ?? []).map(
        (note): Block => ({ kind: 'paragraph', text: cleanLine(voice.text(note), MOST_NOTE) }),
      ),
      ...(news.kind === 'clear' ? [] : itemBlocks(mail, news, told, full, voice)),
      {
        ...({
          kind: 'link',
          prominent: true,
          text: voice.say(news.kind === 'clear' ? 'link.open' : 'link.report'),
        } as const),
        href: mail.links?.get(record.id) ?? pageOf(mail.base, record.id),
      },
    ],
    footer: footerBlocks(mail.footer, voice),
  };
}

/** A mail that tells of doubts only is not headed as one of errors. */
function phraseOf(kind: Change['kind'], errors: number) {
  if (errors > 0 || (kind !== 'failed' && kind !== 'changed')) return kind;
  return kind === 'failed' ? 'doubts' : 'changedDoubts';
}

interface ToldItem {
  item: MistakeItem;
  freshness: Freshness;
}

/** The mistakes that the mail is about: the new ones first, then those with other numbers. */
function toldOf({ record, news }: ReportMail): ToldItem[] {
  if (news.kind === 'clear') return [];
  const items = itemsOf({ findings: news.findings, mistakes: record.result.mistakes });
  if (news.kind !== 'changed') return items.map((item) => ({ item, freshness: null }));
  const [fresh, changed] = [new Set(news.fresh), new Set(news.changed)];
  const freshnessOf = ({ findings }: MistakeItem): Freshness => {
    if (findings.some((finding) => fresh.has(finding))) return 'new';
    return findings.some((finding) => changed.has(finding)) ? 'changed' : 'still';
  };
  return items
    .map((item) => ({ item, freshness: freshnessOf(item) }))
    .sort((one, other) => rank(one.freshness) - rank(other.freshness));
}

function itemBlocks(
  { record }: ReportMail,
  news: Exclude<Change, { kind: 'clear' }>,
  told: readonly ToldItem[],
  full: number,
  voice: Voice,
): Block[] {
  const cards = told
    .slice(0, full)
    .map(({ item, freshness }, index) => itemCard(item, index + 1, record.result.report, freshness, voice));
  const rest = told.length - cards.length;
  const hasGrid = cards.some((card) => card.kind === 'card' && card.blocks.some((block) => block.kind === 'grid'));
  return [
    ...besideBlocks(
      told.map(({ item }) => item),
      voice,
    ),
    ...(news.kind === 'changed' ? mendedBlocks(news, told.length, voice) : []),
    ...(hasGrid ? [{ kind: 'paragraph', quiet: true, text: voice.say('facts.marks') } as const] : []),
    ...cards,
    ...(rest > 0 ? [{ kind: 'paragraph', text: voice.say('facts.more', { n: rest }) } as const] : []),
  ];
}

function besideBlocks(items: readonly MistakeItem[], voice: Voice): Block[] {
  const { error, warning, notice } = countBySeverity(items);
  // Without errors the mail is about these, and has counted them above.
  if (error === 0) return [];
  const counts = { warnings: warning, notices: notice };
  const parts = (['warnings', 'notices'] as const).flatMap((name) =>
    counts[name] > 0 ? [voice.say(`facts.${name}`, { n: counts[name] })] : [],
  );
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
