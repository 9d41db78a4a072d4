/** Where table 2 stands, in which edition of the form, and what is printed behind each label. */
import { type FormEdition, PROACTIVE } from '../../../domain/addresses.ts';
import { remembered } from '../../../remembered.ts';
import { matchHeading } from '../../headings.ts';
import type { Token } from '../../tokens.ts';
import { doubtfulRuns, holdsDigits } from '../doubts.ts';
import { nearProactiveRow } from '../near-labels.ts';
import { wordsOfItem } from '../own-words.ts';
import { FORM_2019_HEADER, FORM_2021_HEADER, PROACTIVE_HEADER, PROACTIVE_LABELS } from '../patterns.ts';
import { areInOrder } from '../table-span.ts';
import { anyValue, type Run, valuesAfter } from '../values.ts';

export interface ProactiveRow {
  row: string;
  columns: readonly string[];
  /** First token of the label and the one after its last. */
  from: number;
  to: number;
  run: Run;
}

export interface ProactiveSurvey {
  rows: readonly ProactiveRow[];
  /** First token of the table and the one after its last. */
  start: number;
  end: number;
  /** The first token that is no longer before table 3. */
  limit: number;
  /** `null` where neither header nor rows tell: then no row is read. */
  format: FormEdition | null;
}

/** A label is cut into at most this many tokens. */
const PIECES = 3;
const LONGEST_NAME = 40;
/** With the note that some forms print behind it, in brackets. */
const LONGEST_LABEL = 250;

/** Finds table 2 among the tokens before `limit`, where table 3 begins; `null` where no row of it is labelled. */
export function surveyProactive(tokens: readonly Token[], limit: number): ProactiveSurvey | null {
  const start = tokens.findIndex(
    ({ key }, index) => index < limit && /^(?:第二十条|信息内容)/.test(key) && key.length < 16,
  );
  const from = start === -1 ? tokens.findIndex(({ key }) => matchHeading(key)?.part === 'proactive') + 1 : start;
  const labels: { row: string; from: number; to: number }[] = [];
  for (let index = from; index < limit; index += 1) {
    const label = labelAt(tokens, index, limit) ?? misspelledAt(tokens, index, limit);
    if (label) labels.push(label);
    if (label) index = label.to - 1;
  }
  const [first] = labels;
  if (!first) return null;
  const starts = new Set(labels.map((label) => label.from));
  const begin = start === -1 ? first.from : start;
  const headers = tokens.slice(begin, limit).filter(({ key }) => PROACTIVE_HEADER.some.test(key));
  const stops = (index: number) => {
    const { key } = tokens[index] as Token;
    return index >= limit || starts.has(index) || PROACTIVE_HEADER.some.test(key) || matchHeading(key) !== null;
  };
  const format = isInOrder(headers)
    ? editionOf(headers, labels, (label) => valuesAfter(tokens, label.to, 1, stops, wordsOfItem(label.row)))
    : null;
  const columns: Record<string, readonly string[]> = format === null ? {} : PROACTIVE[format];
  const rows: ProactiveRow[] = [];
  let end = begin;
  const isRepeated = headers.some((header, index) => isSameCell(header, headers[index - 1]));
  for (const label of labels) {
    const names = columns[label.row];
    if (!names) continue;
    const printed = valuesAfter(tokens, label.to, names.length, stops, wordsOfItem(label.row));
    const run = isRepeated && names.length === 1 ? withoutRepeats(printed) : printed;
    const holds = anyValue(run.found) || run.found.some((token) => token.cell);
    end = Math.max(end, holds ? run.end : label.to);
    rows.push({ ...label, columns: names, run });
  }
  const form = Object.keys(columns);
  const doubtful = doubtfulRuns(
    rows.map(({ run }) => run),
    (index) => form[form.indexOf(rows[index]?.row ?? '') + 1] === rows[index + 1]?.row,
  );
  const below = rowsBelowNumbers(tokens, rows, headers);
  const isCertain = (row: ProactiveRow) =>
    !doubtful.has(row.run) && !holdsDigits(tokens.slice(row.from, row.to)) && !below.has(row);
  const certain = rows.map((row) => (isCertain(row) ? row : { ...row, run: { ...row.run, values: [] } }));
  return { rows: certain, start: begin, end, limit, format };
}

/** Columns of a block, in the order of either edition. */
const COLUMNS = [
  ['制发', '废止', '有效'],
  ['新制作', '新公开', '对外公开'],
];

/** Whether no block has its columns in another order. */
function isInOrder(headers: readonly Token[]): boolean {
  const blocks = headers
    .map(({ key }) => key)
    .join('')
    .split('信息内容');
  return blocks.every((words) => COLUMNS.every((columns) => areInOrder(words, columns)));
}

/** Rows of blocks whose numbers stand above their labels: behind the header at once, and not behind the last label. */
function rowsBelowNumbers(
  tokens: readonly Token[],
  rows: readonly ProactiveRow[],
  headers: readonly Token[],
): ReadonlySet<ProactiveRow> {
  const isHeader = new Set(headers);
  let [block, at] = [0, 0];
  const blocks = Map.groupBy(rows, ({ from }) => {
    for (; at < from; at += 1) if (isHeader.has(tokens[at] as Token)) block = at;
    return block;
  });
  const isBelow = (own: readonly ProactiveRow[]) =>
    tokens[(own[0]?.from ?? 0) - 1]?.holds === 'value' && !anyValue(own.at(-1)?.run.found ?? []);
  return new Set([...blocks.values()].filter(isBelow).flat());
}

/** The one cell of a row that programs print once for each column that it was merged over, as they do its header. */
function withoutRepeats(run: Run): Run {
  const [first, ...others] = run.found;
  return first && others.length > 0 && others.every((other) => isSameCell(other, first))
    ? { ...run, values: [first] }
    : run;
}

function isSameCell(one: Token, other: Token | undefined): boolean {
  return (
    one.key !== '' && one.key === other?.key && one.cell && one.place.line === other.place.line && one.row === other.row
  );
}

/** Rows that only the trial form has, and rows whose number of columns tells the edition. */
const ONLY_2019 = /^(?:otherServices|procurement)$/;
const THREE = /^(?:regulations|normativeDocuments)$/;
const TELLING = /^(?:licensing|penalties|coercion)$/;

/** By the header; where it is lost, by labels that one edition has, or by how many numbers stand behind the others. */
function editionOf(
  headers: readonly Token[],
  labels: readonly { row: string; to: number }[],
  run: (label: { row: string; to: number }) => Run,
): FormEdition | null {
  if (headers.some(({ key }) => FORM_2019_HEADER.test(key))) return '2019-60';
  if (headers.some(({ key }) => FORM_2021_HEADER.test(key))) return '2021-30';
  if (labels.some(({ row }) => ONLY_2019.test(row))) return '2019-60';
  const counts = labels.filter(({ row }) => TELLING.test(row)).map((label) => valuesBefore(run(label)));
  // One number behind a label may be several that were glued together, unless rows of three are parted.
  const isParted = labels.some((label) => THREE.test(label.row) && run(label).found.length >= 3);
  if (isParted && counts.length > 0 && counts.every((count) => count === 1)) return '2021-30';
  return counts.length > 1 && counts.every((count) => count === 3) ? '2019-60' : null;
}

/** How many numbers stand behind a label before the next words. */
function valuesBefore(run: Run): number {
  const { found, values } = withoutRepeats(run);
  if (found.length > 1 && values.length === 1) return 1;
  const words = found.findIndex(({ holds }) => holds === 'words');
  return found.slice(0, words === -1 ? found.length : words).filter(({ key }) => key !== '').length;
}

/** The label that starts at a token, whole or broken over lines. */
function labelAt(
  tokens: readonly Token[],
  from: number,
  limit: number,
): { row: string; from: number; to: number } | null {
  let key = '';
  for (let to = from; to < Math.min(limit, from + PIECES); to += 1) {
    const token = tokens[to] as Token;
    if (token.key === '' || /^[\d.]+$/.test(token.key)) return null;
    key += token.key;
    const row = rowNamed(key);
    if (row) return { row, from, to: to + 1 };
    if (!PREFIX.test(key)) return null;
  }
  return null;
}

/** A label with a slip: known by what is left of it, and by the number behind it. */
function misspelledAt(
  tokens: readonly Token[],
  from: number,
  limit: number,
): { row: string; from: number; to: number } | null {
  const next = tokens[from + 1];
  if (from + 1 >= limit || next?.holds !== 'value') return null;
  const { key } = tokens[from] as Token;
  const row = nearProactiveRow(key) ?? (SHORT_SLIP.test(key) && isFirstRow(tokens, from) ? 'regulations' : null);
  return row === null ? null : { row, from, to: from + 1 };
}

/** 规章 with one of its two characters wrong: only the place under the header tells it. */
const SHORT_SLIP = /^(?:规.|.章)$/;
function isFirstRow(tokens: readonly Token[], from: number): boolean {
  const above = tokens.slice(0, from).findLast(({ key }) => key !== '');
  return above !== undefined && /^(?:现行有效件数|对外公开总数量)$/.test(above.key);
}

const rowNamed = remembered((key): string | null => {
  if (key.length < 2 || key.length > LONGEST_LABEL || key.replace(/\(.*$/, '').length > LONGEST_NAME) return null;
  return PROACTIVE_LABELS.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
});

/** The first characters of a label that goes on in the next line. */
const PREFIX =
  /^(?:行政规|规范性?$|行政(?:规范(?:性文?)?|许|处|强|事(?:业(?:性收?)?)?)?$|其他对外[^(]{0,6}$|政府集中?采?$)/;
