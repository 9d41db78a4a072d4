/** 核查意见 and 整改通知书 as Word files, of one report each. */
import type { Status } from '../../domain/status.ts';
import type { StoredResult } from '../../record.ts';
import type { Finding } from '../../result.ts';
import type { Say } from '../language.ts';
import type { Markup } from '../markup.ts';
import { type MistakeFacts, mistakeFacts, type Spot } from '../mistake-facts.ts';
import {
  dayWords,
  requestWords,
  type Subject,
  titleOf,
  verdictWords,
  PAPER_WORDS as WORDS,
  withFile,
} from '../words/papers.ts';
import { docxOf } from './package.ts';
import { letterhead, paragraph, table } from './wordprocessing.ts';

/** Whose paper it is; what is empty is left to be filled in by hand. */
export interface Office {
  letterhead: string;
  signatory: string;
}

export interface PaperAbout {
  result: StoredResult;
  /** Those of the result that still stand. */
  standing: readonly Finding[];
  /** After the decisions of reviewers. */
  status: Status;
}

/** Of 序号, 位置, 填报, 请核实是否为 and what is wrong: together the width of the text. */
const WIDTHS = [620, 2480, 900, 1000, 3845];

/**
 * @param kind `opinion`: 核查意见, what was found; `notice`: 整改通知书, which asks the agency to correct it
 * @param day on which it is made, `YYYY-MM-DD`
 */
export function paperOf(
  kind: 'opinion' | 'notice',
  { result, standing, status }: PaperAbout,
  office: Office,
  day: string,
  say: Say,
): Promise<Uint8Array<ArrayBuffer>> {
  const facts = mistakeFacts(result, standing);
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of facts) counts[severity] += 1;
  const { report, source } = result;
  const subject = { agency: report?.agency ?? null, year: report?.year ?? null, file: source.name, status, counts };
  const title = say(titleOf(kind, subject));
  const agency = subject.agency === null ? say(WORDS.noAgency) : say({ zh: subject.agency, en: subject.agency });
  return docxOf(title, [
    ...(office.letterhead === '' ? [] : [letterhead(office.letterhead)]),
    paragraph('Number', say(WORDS.number)),
    paragraph('Rule', ''),
    paragraph('Title', title),
    paragraph('To', `${agency}${say(WORDS.colon)}`),
    ...(kind === 'opinion' ? opinion(subject, facts, say) : notice(subject, facts, say)),
    paragraph('Body', ''),
    paragraph('Sign', office.signatory || say(WORDS.signatory)),
    paragraph('Sign', say(dayWords(day))),
  ]);
}

function opinion(subject: Subject, facts: readonly MistakeFacts[], say: Say): Markup[] {
  return [
    paragraph('Heading', say(WORDS.verdictHead)),
    paragraph('Body', withFile(say(verdictWords(subject)), subject)),
    ...(facts.length > 0 ? [paragraph('Heading', say(WORDS.opinionListHead)), listOf(facts, say)] : []),
    ...(facts.length > 0 ? [paragraph('Body', say(WORDS.caution))] : []),
  ];
}

function notice(subject: Subject, facts: readonly MistakeFacts[], say: Say): Markup[] {
  return [
    paragraph('Body', withFile(say(requestWords(subject)), subject)),
    ...(subject.status === 'unreadable' ? [] : [paragraph('Body', say(WORDS.caution))]),
    paragraph('Heading', say(WORDS.listHead)),
    listOf(facts, say),
    paragraph('Body', say(WORDS.contact)),
  ];
}

/** A row a mistake. */
function listOf(facts: readonly MistakeFacts[], say: Say): Markup {
  const heads = [WORDS.order, WORDS.place, WORDS.reported, WORDS.expected, WORDS.problem].map(say);
  const rows = facts.map(({ spots, message, advice, basis, table: where }, i) => {
    const side = (of: (spot: Spot) => Spot['reported']) =>
      spots.map((spot) => paragraph('Middle', String(of(spot) ?? '—')));
    const place = spots.length > 0 ? spots.map((spot) => cell(say(spot.where))) : [cell(say(where ?? WORDS.whole))];
    return [
      [paragraph('Middle', String(i + 1))],
      place,
      side(({ reported }) => reported),
      side(({ expected }) => expected),
      [
        cell(say(message)),
        ...advice.map((text) => cell(`${say(WORDS.advice)}${say(text)}`)),
        ...basis.map((text) => cell(`${say(WORDS.basis)}${say(text)}`)),
      ],
    ].map((paragraphs) => (paragraphs.length > 0 ? paragraphs : [paragraph('Middle', '—')]));
  });
  return table(WIDTHS, heads, rows);
}

const cell = (text: string) => paragraph('Cell', text);
