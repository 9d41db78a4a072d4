/** The year that a report is about. */
import { squeeze } from '../normalise.ts';
import type { Prose } from '../types.ts';
import { arabicDates } from './calendar.ts';

/** 2023年,我局… at the head of a sentence: what the sentence is about. */
const TOPIC = /(?:^|[。;:])(?:截[至止])?((?:19|20)\d{2})年度?(?=[,本我全共,]|\p{Script=Han})(?!\d|[^,。]{0,3}月)/gu;

/**
 * The year of a report that names it in neither title nor period: the one that its sentences begin with, if more do than
 * with all others together. Never a date of publication.
 */
export function topicYear(prose: readonly Prose[]): number | null {
  const years = prose
    .filter((line) => line.where !== 'head' && line.where !== 'tail')
    .flatMap((line) => [...arabicDates(squeeze(line.plain)).matchAll(TOPIC)].map((match) => Number(match[1])));
  const count = (year: number) => years.filter((other) => other === year).length;
  return years.find((year) => count(year) * 2 > years.length) ?? null;
}
