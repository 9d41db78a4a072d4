/** What sites and authors put around a title: 附件1, 【年度报告】, the name in brackets or before a colon, .docx. */
import { isFullName } from './agencies.ts';

/** No title is longer; marks without end would be looked through from each of them. */
const LONGEST = 120;
const ENDING = /\.(?:docx?|wps|pdf|ofd|txt|html?|rtf|odt)$/i;
const ATTACHMENT = /^附件\d{0,2}[:.、]?/;
const BRACKETS = /^[【[](.{2,40}?)[】\]]/;
const YEAR_IN_BRACKETS = /^\(((?:19|20)\d{2}年度?)\)/;
const BEFORE_COLON = /^([^:]{2,40}):(?=.)/;
const MARKS = /^(?:[#*·•“"]|\d{1,2}[.、])+|[*”"]+$/gu;
/** 财政局23年政府信息公开…, and a year behind the title. */
const SHORT_YEAR = /(?<!\d)(\d{2}年)(?=度?(?:政府信息|政务公开|信息公开))/;
const YEAR_BEHIND = /(?<=报告|年报)((?:19|20)\d{2})$/;
const BEHIND_DASH = /[-—–]+(\p{Script=Han}{2,40})$/u;

/**
 * A title without spaces, as the form spells it: agency, year, name, and a second name in round brackets. An agency that
 * stands in brackets of another kind, before a colon or behind a dash stays; other words there go.
 */
export function undecorated(key: string): string {
  if (key.length > LONGEST) return key;
  return key
    .replace(MARKS, '')
    .replace(ENDING, '')
    .replace(ATTACHMENT, '')
    .replace(BRACKETS, (_, words: string) => (isFullName(words) ? words : ''))
    .replace(YEAR_IN_BRACKETS, '$1')
    .replace(SHORT_YEAR, '20$1')
    .replace(YEAR_BEHIND, '($1年)')
    .replace(BEFORE_COLON, (all, words: string) => (isFullName(words) ? words : all))
    .replace(BEHIND_DASH, (all, words: string) => (isFullName(words) ? `(${words})` : all));
}
