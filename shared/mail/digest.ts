/** The mail of every day or week for supervisors: how each region stands, the commonest faults, and the change since the last one. */

import type { Text } from '../domain/labels.ts';
import type { Level } from '../domain/level.ts';
import { inBrackets } from '../output/words/common.ts';
import { cleanLine } from './clean.ts';
import { type Footer, finishWithin, footerBlocks, pageWith } from './letter.ts';
import type { Block, GridCell, Letter, MailContent, Voice } from './types.ts';

const DIGEST_COUNTS = ['passed', 'failed', 'incomplete', 'unreadable', 'missing'] as const;
type CountName = (typeof DIGEST_COUNTS)[number];

/** Numbers of reports of one region. `missing` is `null` where nobody uploaded a roster. */
export type RegionCounts = Record<Exclude<CountName, 'missing'>, number> & { missing: number | null };

interface DigestMail {
  /** Year that the reports are about. */
  year: number;
  /** Day of the digest and of the one before it, `YYYY-MM-DD` in China. */
  day: string;
  lastDay: string | null;
  scope: string;
  /** Comes by the week. */
  weekly: boolean;
  /** Mistakes in the sheet that comes with it; 0 where there are none, `null` where they are too many for one. */
  attached: number | null;
  regions: { code: string | null; name: string | null; counts: RegionCounts; last: RegionCounts | null }[];
  rules: { rule: string; title: Text; reports: number; last: number | null }[];
  /** Code of the region that it is about: unreadable files, which name no region, are not in its numbers. */
  region: string | null;
  level: Level | null;
  base: string;
  footer: Footer;
}

const MOST_REGIONS = 80;
const FEWEST_REGIONS = 20;

export function renderDigestMail(mail: DigestMail, voice: Voice): MailContent {
  function* letters(): Generator<Letter> {
    for (let rows = MOST_REGIONS; rows >= FEWEST_REGIONS; rows -= 20) yield letterOf(mail, rows, voice);
  }
  return finishWithin(letters(), voice);
}

function letterOf(mail: DigestMail, most: number, voice: Voice): Letter {
  const total = (name: CountName) => mail.regions.reduce((sum, region) => sum + (region.counts[name] ?? 0), 0);
  const [failed, incomplete, unreadable] = [total('failed'), total('incomplete'), total('unreadable')];
  const calm = failed + incomplete + unreadable + total('missing') === 0;
  const scope = cleanLine(mail.scope, 80);
  return {
    subject: voice.say(mail.weekly ? 'subject.weekly' : 'subject.digest', {
      scope,
      year: mail.year,
      failed,
      incomplete,
      unreadable,
    }),
    lead: voice.say(calm ? 'lead.digestCalm' : 'lead.digest', { day: mail.day }),
    tone: calm ? 'good' : 'doubt',
    title: voice.say('digest.title', { scope, year: mail.year }),
    blocks: [
      { kind: 'grid', caption: voice.say('digest.caption'), rows: regionRows(mail, most, voice) },
      ...ruleBlocks(mail, voice),
      ...attachedBlocks(mail, voice),
      {
        kind: 'paragraph',
        quiet: true,
        text: mail.lastDay === null ? voice.say('digest.first') : voice.say('digest.since', { day: mail.lastDay }),
      },
      { kind: 'paragraph', quiet: true, text: voice.say('digest.missingNote') },
      ...(mail.region !== null
        ? [{ kind: 'paragraph', quiet: true, text: voice.say('digest.unreadableNote') } as const]
        : []),
      {
        kind: 'link',
        prominent: true,
        text: voice.say('link.list'),
        href: pageWith(mail.base, { region: mail.region, year: String(mail.year), level: mail.level }),
      },
    ],
    footer: footerBlocks(mail.footer, voice),
  };
}

function attachedBlocks({ attached }: DigestMail, voice: Voice): Block[] {
  if (attached === 0) return [];
  const text = attached === null ? voice.say('digest.tooMany') : voice.say('digest.attached', { n: attached });
  return [{ kind: 'paragraph', text }];
}

/** Regions with most to do first; those beyond `most` are added up in one row. */
function regionRows(mail: DigestMail, most: number, voice: Voice): GridCell[][] {
  const work = ({ counts }: DigestMail['regions'][number]) =>
    counts.failed + counts.incomplete + counts.unreadable + (counts.missing ?? 0);
  const ordered = [...mail.regions].sort((one, other) => work(other) - work(one));
  const head: GridCell[] = (['region', ...DIGEST_COUNTS] as const).map((name) => ({
    text: voice.say(`digest.${name}`),
    role: 'head',
  }));
  const rows = ordered.slice(0, most).map(({ code, name, counts, last }): GridCell[] => [
    {
      text: name === null ? voice.say('burst.somewhere') : voice.script(cleanLine(name, 60)),
      role: 'head',
      ...(code !== null && { link: `${mail.base}/regions/${code}/${mail.year}` }),
    },
    ...DIGEST_COUNTS.map((count) => countCell(counts[count], last?.[count] ?? null, count, voice)),
  ]);
  const rest = ordered.length - most;
  return [
    head,
    ...rows,
    ...(rest > 0 ? [[{ text: voice.say('digest.more', { n: rest }), role: 'head' } as const]] : []),
  ];
}

function countCell(value: number | null, last: number | null, name: CountName, voice: Voice): GridCell {
  if (value === null) return { text: voice.say('digest.noRoster'), role: 'value' };
  return { text: withChange(value, last, voice), role: name !== 'passed' && value > 0 ? 'part' : 'value' };
}

function ruleBlocks(mail: DigestMail, voice: Voice): Block[] {
  if (mail.rules.length === 0) return [];
  const head: GridCell[] = (['digest.rule', 'digest.reports'] as const).map((key) => ({
    text: voice.say(key),
    role: 'head',
  }));
  const rows = mail.rules.map((one): GridCell[] => [
    { text: `${voice.text(one.title)}${voice.text(inBrackets(one.rule))}`, role: 'head' },
    { text: withChange(one.reports, one.last, voice), role: 'value' },
  ]);
  return [{ kind: 'grid', caption: voice.say('digest.rulesCaption'), rows: [head, ...rows] }];
}

/** The number, with the change in brackets: `12 (+3)`. No bracket where nothing changed or there is nothing before. */
function withChange(value: number, last: number | null, voice: Voice): string {
  const change = last === null ? 0 : value - last;
  if (change === 0) return String(value);
  return value + voice.text(inBrackets(`${change > 0 ? '+' : '−'}${Math.abs(change)}`));
}
