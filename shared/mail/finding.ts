/** One mistake in plain words: what is wrong, the piece of the table, the sums, the likely cause, advice, the basis. */

import { cellLabel, TABLE_LABELS } from '../domain/labels.ts';
import type { Severity } from '../domain/severity.ts';
import type { MistakeItem } from '../mistakes/items.ts';
import { type Excerpt, excerptsOf } from '../output/excerpt.ts';
import { placeWords, sentencesOf } from '../output/place.ts';
import { spellSum, sumOf } from '../output/sum.ts';
import { suspectWords } from '../output/words/common.ts';
import type { StoredReport } from '../record.ts';
import type { Finding } from '../result.ts';
import { cleanLine } from './clean.ts';
import type { Block, GridCell, Tone, Voice } from './types.ts';

const TONES: Record<Severity, Tone> = { error: 'bad', warning: 'doubt', notice: 'plain' };
const MOST_QUOTES = 3;

/** What a change mail says of a mistake beside its severity. */
export type Freshness = 'new' | 'changed' | 'still' | null;

/** @param number the place of the mistake in the mail, from 1 */
export function itemCard(
  item: MistakeItem,
  number: number,
  report: StoredReport | null,
  freshness: Freshness,
  voice: Voice,
): Block {
  const marks = [voice.say(`severity.${item.severity}`), ...(freshness ? [voice.say(`fresh.${freshness}`)] : [])];
  return {
    kind: 'card',
    tone: TONES[item.severity],
    sign: `${number}. ${marks.join(' · ')}`,
    title: cleanLine(voice.text(item.message), 500),
    blocks: [
      ...quotes(item, report, voice),
      ...(report ? excerptsOf(item, report).map((excerpt) => grid(excerpt, voice)) : []),
      ...(report ? item.findings.flatMap((each) => sumBlocks(each, report, voice)) : []),
      ...causes(item, voice),
      ...advice(item, voice),
      ...bases(item, voice),
      ...places(item, report, voice),
    ],
  };
}

function grid({ table, columns, rows, zeroRows, moreRows }: Excerpt, voice: Voice): Block {
  const head = (text: string): GridCell => ({ text, role: 'head' });
  const printed = (text: string | null) =>
    text === null ? voice.say('excerpt.unread') : cleanLine(text, 40) || voice.say('excerpt.blank');
  const rest = [
    ...(zeroRows > 0 ? [voice.say('excerpt.zeros', { rows: zeroRows })] : []),
    ...(moreRows > 0 ? [voice.say('excerpt.more', { rows: moreRows })] : []),
  ];
  return {
    kind: 'grid',
    caption: voice.text(TABLE_LABELS[table]),
    rows: [
      [head(''), ...columns.map((column) => head(voice.text(column)))],
      ...rows.map(({ label, cells }) => [
        head(voice.text(label)),
        ...cells.map(({ text, role }) => ({ text: printed(text), role })),
      ]),
      ...rest.map((note) => [head(note)]),
    ],
  };
}

function paragraph(text: string, quiet = false): Block {
  return { kind: 'paragraph', text, quiet };
}

function causes({ suspects }: MistakeItem, voice: Voice): Block[] {
  if (suspects.length === 0) return [];
  const { lead, lines } = suspectWords(suspects);
  const told = lines.map(
    ({ cell, words }) => `${voice.text(cellLabel(cell))}${voice.say('colon')}${voice.text(words)}`,
  );
  return [paragraph(`${voice.text(lead)}${voice.say('colon')}${told.join(voice.say('semicolon'))}`)];
}

function advice({ findings }: MistakeItem, voice: Voice): Block[] {
  const hints = new Set(findings.flatMap(({ hint }) => (hint ? [cleanLine(voice.text(hint), 500)] : [])));
  return [...hints].map((hint) => paragraph(voice.say('finding.advice', { advice: hint })));
}

function bases({ findings }: MistakeItem, voice: Voice): Block[] {
  const told = new Set(findings.flatMap(({ basis }) => (basis ? [cleanLine(voice.text(basis), 300)] : [])));
  return [...told].map((basis) => paragraph(voice.say('finding.basis', { basis }), true));
}

function sumBlocks(finding: Finding, report: StoredReport, voice: Voice): Block[] {
  const sum = sumOf(finding);
  const spelled = sum && spellSum(sum, report);
  if (!spelled) return [];
  const zeros = spelled.zeros > 0 ? voice.say('sum.zeros', { zeros: spelled.zeros }) : '';
  return [{ kind: 'sum', text: spelled.text + zeros }];
}

/** The sentences that say another number, as printed. */
function quotes({ findings }: MistakeItem, report: StoredReport | null, voice: Voice): Block[] {
  const sentences = findings.flatMap((finding) =>
    finding.cells.length > 0 || report === null ? sentencesOf(finding, report) : finding.source,
  );
  const unique = sentences.filter(({ text }, i) => sentences.findIndex((other) => other.text === text) === i);
  return unique
    .slice(0, MOST_QUOTES)
    .map(({ text }) => ({ kind: 'quote', text: cleanLine(text, 300), note: voice.say('finding.text') }));
}

/** Where to look, and the rules that noticed it. */
function places({ findings, suspects }: MistakeItem, report: StoredReport | null, voice: Voice): Block[] {
  const rules = [...new Set(findings.map(({ rule }) => rule))].join(voice.say('comma'));
  const [first] = findings;
  const place = first && suspects.length === 0 ? placeWords(first, report) : null;
  const told = place && cleanLine(voice.text(place), 200);
  return [
    paragraph(
      told === null ? voice.say('finding.rule', { rules }) : voice.say('finding.place', { place: told, rules }),
      true,
    ),
  ];
}
