/** The narrative read into claims: numbers that it states about cells of the tables. */

import { cellAddresses, type FormEdition } from '../domain/addresses.ts';
import { rememberedFor } from '../remembered.ts';
import type { Report, Where } from '../report/types.ts';
import { countsOtherThings, isAll, isCutOff, isListed, onePerKind, opened, suits } from './clauses.ts';
import { itemsOf, type ListItem } from './items.ts';
import { type Fit, fits, matchersFor } from './match.ts';
import type { Topic } from './pattern.ts';
import { isForeign, isNeutral, KEPT_DOCUMENTS, ownNameTest } from './scope.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { Spoken } from './spoken.ts';
import { latestTopic, namesTopic, outcomesNamed } from './topics.ts';
import type { Claim } from './types.ts';

/** Where an agency speaks of its own year; parts five and six tell of other years and other work as well. */
const ABOUT_THE_YEAR: readonly Where[] = ['preamble', 'overview', 'proactive', 'requests', 'disputes'];
/** Without these words, 行政复议 may be the cases that the agency decides itself, or those about anything else. */
const COMPLAINED_OF = /信息公开|依申请公开|发生|被/;
/** 上年结转3件已全部办结,本年新增45件,办结41件: the 41 are those of this year alone, a number that no cell has. */
const CARRIED_IN_DONE =
  /(?:结转|转结)\D{0,12}[1-9]\d*[件条宗份项起]?,?(?:已|均|都|全部|悉数)+(?:依法|按期)?(?:办结|答复|办理)/;
/** The label of a row of table 3 whose cells were left among the text, with no mark or measure word behind it. */
const TABLE_ROW = /[一二四]、(?:(?:本年新收|上年结转)政府信息公开申请数量|结转下年度继续办理)$/;
const PRINTED: Record<FormEdition, ReadonlySet<string>> = {
  '2021-30': new Set(cellAddresses('2021-30')),
  '2019-60': new Set(cellAddresses('2019-60')),
};

interface Reader {
  report: Report;
  matchers: ReturnType<typeof matchersFor>;
  own: ReturnType<typeof ownNameTest>;
  spoken: Spoken;
}

/**
 * Every claim of the prose, in reading order; kept for each report, since rules and mistakes ask. Which cells satisfy it follows the report's form; nothing is compared
 * here. Unscoped claims are kept: no rule of error level looks at them.
 */
export const readClaims: (report: Report) => readonly Claim[] = rememberedFor((report) => {
  const spoken = new Spoken(report.year);
  const reader = { report, matchers: matchersFor(String(report.year)), own: ownNameTest(report.agency), spoken };
  return report.prose.flatMap((line) => {
    spoken.startLine(line);
    return sentencesOf(line).flatMap((sentence) => readSentence(sentence, reader));
  });
});

function readSentence(sentence: Sentence, reader: Reader): Claim[] {
  const { plain } = sentence;
  const { spoken } = reader;
  spoken.startSentence(plain);
  const claims: Claim[] = [];
  // Stryker disable next-line ConditionalExpression: only saves time
  if (namesTopic(spoken.prior + plain) || spoken.headingTopic() !== null)
    claims.push(...itemsOf(sentence).flatMap((item) => readItem(item, sentence, reader)));
  else spoken.passOver(plain);
  spoken.endSentence(plain);
  return claims;
}

function readItem(item: ListItem, sentence: Sentence, reader: Reader): Claim[] {
  const { plain } = sentence;
  if (isCutOff(item, plain) || isTableRow(item)) return [];
  const { spoken, matchers } = reader;
  const said = spoken.prior + plain.slice(0, item.quantity?.start ?? item.to);
  spoken.startItem(said, plain[item.from - 1] === ';');
  const fitting = fits(item, matchers);
  // Stryker disable next-line ConditionalExpression,EqualityOperator: only saves time
  const topic = fitting.length > 0 ? topicOf(said, item, plain, spoken) : null;
  const found = fitting.filter(
    (fit) => suits(fit, item, said, topic, plain) && !(isAll(fit) && spoken.counted === null),
  );
  const [first] = found;
  spoken.passOver(first ? first.lead : `${item.gaps[0]}|${item.rest}|`);
  if (!first) spoken.unclear ||= countsOtherThings(item);
  else if (latestTopic(first.words, false) !== null) spoken.unclear = false;
  // A clause may deny two things at once; a number counts one.
  const taken = item.quantity === null ? onePerKind(found) : found.slice(0, 1);
  return taken.map((fit) => toClaim(fit, item, said, sentence, reader));
}

/** What was spoken about last; where nothing was named, what the sub-heading names. */
function topicOf(said: string, item: ListItem, plain: string, spoken: Spoken): Topic | null {
  return latestTopic(said + item.rest, outcomesNamed(plain) > 1) ?? spoken.headingTopic();
}

function isTableRow({ quantity, gaps }: ListItem): boolean {
  return quantity?.unit === '' && TABLE_ROW.test(gaps[0]);
}

function toClaim(fit: Fit, item: ListItem, said: string, sentence: Sentence, reader: Reader): Claim {
  const { pattern } = fit;
  const { spoken, report } = reader;
  const { line, text, plain } = sentence;
  const topic = topicOf(said, item, plain, spoken) ?? pattern.topic;
  const sums = typeof pattern.cells === 'function' ? pattern.cells(topic) : pattern.cells;
  const printed = PRINTED[report.format];
  const quantity = isAll(fit) ? spoken.counted : item.quantity;
  spoken.counted = quantity ?? spoken.counted;
  const { value = 0, unit = '', exact = true, tolerance = 0 } = quantity ?? {};
  const { kind } = pattern;
  if (kind === 'reconsideration' || kind === 'litigation') spoken.countDisputes(kind);
  return {
    kind,
    value,
    unit,
    exact,
    tolerance,
    ...scopeOf(fit, item, said, sentence, reader),
    satisfiedBy: sums.map((sum) => sum.filter((cell) => printed.has(cell))).filter((sum) => sum.length > 0),
    sentence: text,
    place: line.place,
    where: line.where,
  };
}

/** Another agency, several of them, or an act of publishing: the number may well be right, and of something else. */
const OTHERS = /[局委办厅院镇乡县区市省所站处科部]|街道|单位|系统|全|代|转|公开|公示|发布|录入|归集|推送/;

/** The claim is of this agency as a whole, of its year, and of the category that its pattern means. */
function scopeOf(
  { pattern, lead }: Fit,
  item: ListItem,
  said: string,
  sentence: Sentence,
  reader: Reader,
): Pick<Claim, 'scoped' | 'unsure'> {
  const { spoken, report, own } = reader;
  const { where } = sentence.line;
  const isComplainedOf = !pattern.complainedOf || where === 'disputes' || COMPLAINED_OF.test(said);
  const isKnown = isNeutral(lead, report, own, pattern.kind === 'documents.inForce' ? KEPT_DOCUMENTS : undefined);
  // 未收到申请 in a report on disclosure: an application for anything else is called by its name.
  const deniesAll = pattern.kind === 'received' && item.quantity === null && where === 'overview';
  const before = spoken.elsewhere;
  if (!isKnown || !isComplainedOf) spoken.elsewhere ??= opened(said).includes('(') ? 'bracket' : 'sentence';
  const isAmbiguous = pattern.kind === 'dispute.outcome' && spoken.outcomeIsAmbiguous();
  const fitsOtherwise =
    ABOUT_THE_YEAR.includes(where) &&
    isComplainedOf &&
    before === null &&
    !spoken.otherYear &&
    !isAmbiguous &&
    !pattern.loose &&
    !(pattern.kind === 'done' && CARRIED_IN_DONE.test(said)) &&
    !(pattern.wholeOnly && isListed(said)) &&
    !spoken.unclear &&
    (pattern.topic !== 'requests' || deniesAll || spoken.isAboutDisclosure(where, sentence.plain)) &&
    !isForeign(pattern.after ? spoken.foreign : `${spoken.foreign}|${item.rest}`, own);
  return {
    scoped: fitsOtherwise && isKnown,
    unsure: fitsOtherwise && !isKnown && !OTHERS.test(lead) && !isForeign(lead, own),
  };
}
