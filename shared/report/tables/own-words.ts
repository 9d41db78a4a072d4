/**
 * Words that stand between a label and its numbers in running text: the rest of that label, which was wrapped, or a label
 * that was not recognised, whose numbers these then are.
 */
import type { RequestRow } from '../../domain/addresses.ts';
import { plainLabel, ROW_LABELS } from '../../domain/labels.ts';
import { remembered } from '../../remembered.ts';
import { isPageMark } from '../number.ts';
import type { Token } from '../tokens.ts';
import { GROUP_NAMES } from './patterns.ts';

/** 本单位未制作规章: no piece of a label says so. */
export const DENIAL = /^[^\d(]*(?:未|没有(?!现成)|无(?!法提供|正当)|不(?:涉及|适用|具备|含|存在))[^\d]*$/;

/** What each row's label may go on with, beyond the words of the form that `ROW_LABELS` has. */
const NOTES: Record<string, string> = {
  'requests.partiallyGranted': '(区分处理的,只计这一情形,不计其他情形)',
};
/** A numeral that a row's label begins with: another row than the one before it. */
const NUMBERED = /^(?:\(?[一二三四五六七]\)|[一二三四五六七]、|\d{1,2}[.、](?!\d))/;
const HAN = /\p{Script=Han}/gu;
/** Words with a slip in them are still a label's rest where nearly all of their characters are its own, in order. */
const SLIPS_ALLOWED_FROM = 8;
const OWN_SHARE = 0.85;

/** The label of a row of table 3, and the labels of its group around it, which may be set vertically beside it. */
export function wordsOfRequestRow(row: RequestRow | null, group: string | null): readonly string[] {
  return wordsOf(`${row ?? ''}|${group ?? ''}`);
}
const wordsOf = remembered((spot): readonly string[] => {
  const [row, group] = spot.split('|');
  const own = row === '' ? '' : plainLabel(`requests.${row}`);
  const groupName = GROUP_NAMES[row === '' ? (group ?? '') : (row?.split('.')[0] ?? '')] ?? '';
  return [own + (NOTES[`requests.${row}`] ?? ''), groupName, GROUP_NAMES.results ?? ''];
});

/** The label of a row of table 2. */
export function wordsOfItem(row: string): readonly string[] {
  return [ROW_LABELS[`proactive.${row}`]?.zh ?? ''];
}

/** Whether words in running text, before the first number behind a label, can be no part of that label. */
export function isForeign({ key, plain, row, holds }: Token, own: readonly string[]): boolean {
  if (row !== null || holds === 'value' || isPageMark(key) || DENIAL.test(plain) || isNote(key)) return false;
  // A line that could not be taken apart: its numbers are those of some row.
  if (/\d/.test(key.replace(NUMBERED, ''))) return true;
  const words = key.match(HAN)?.join('') ?? '';
  if (words === '') return NUMBERED.test(key);
  if (NUMBERED.test(key)) return !own.some((label) => label.startsWith(key));
  return !own.some((label) => isPart(words, label));
}

/** Whether words say that there is nothing, in place of a number, and are no rest of the label. */
export function denies({ plain }: Token, own: readonly string[]): boolean {
  return DENIAL.test(plain) && !own.some((label) => isPart(plain.match(HAN)?.join('') ?? '', label));
}

/** (区分处理的, 其他情形): a note of the form, or the end of one. */
function isNote(key: string): boolean {
  return /^\((?![一二三四五六七]\))/.test(key) || /^[^(\d]*\)$/.test(key);
}

function isPart(words: string, label: string): boolean {
  let at = 0;
  let found = 0;
  for (const character of words) {
    const place = label.indexOf(character, at);
    if (place === -1) continue;
    at = place + 1;
    found += 1;
  }
  return found === words.length || (words.length >= SLIPS_ALLOWED_FROM && found >= words.length * OWN_SHARE);
}
