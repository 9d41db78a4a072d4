/** The year that a report is about. */
import { squeeze } from '../normalise.ts';
import type { Prose } from '../types.ts';
import { arabicDates } from './calendar.ts';

/** 截止2023年12月31日, 我镇2023年…, behind a comma 2023年我局…: what figures and sentences are about. */
const OTHER_TOPICS: readonly RegExp[] = [
  /截[至止]到?((?:19|20)\d{2})年(?:12月(?:31日)?|年?底|末)/gu,
  /[我本](?:局|厅|委|办|镇|乡|县|市|区|旗|街道|机关|单位|部门|院|中心|部)((?:19|20)\d{2})年度?(?=\p{Script=Han})(?![^,。]{0,3}月)/gu,
  /[,、]((?:19|20)\d{2})年度?,?(?=[我本全])/gu,
  /(?<!《[^》]{0,60}|[较比])((?:19|20)\d{2})年度?(?:的)?(?:政府信息公开|政务公开|信息公开)(?:工作)?(?:年度)?(?:工作)?(?:的)?(?:开展|总体|具体|完成|进行了?)?(?:情况|报告|年报|汇报|总结|梳理|汇总|统计)/gu,
];
/** 2023年,我局… at the head of a sentence: what the sentence is about. */
const TOPIC =
  /(?:^|[。;:])(?:截[至止])?((?:19|20)\d{2})年度?(?=[,本我全共,]|\p{Script=Han}|1月[至到—-]+12月)(?!\d(?!月[至到—-]+12月)|(?!1月[至到—-]+12月)[^,。]{0,3}月)/gu;

/**
 * The year of a report that names it in neither title nor period: the one that its sentences begin with, if more do than
 * with all others together. Never a date of publication.
 */
export function topicYear(prose: readonly Prose[]): number | null {
  const years = prose
    .filter(({ where, plain }) => where !== 'tail' && (where !== 'head' || /[。:]$/.test(plain)))
    .flatMap((line) => {
      const text = arabicDates(squeeze(line.plain));
      return [TOPIC, ...OTHER_TOPICS].flatMap((topic) => [...text.matchAll(topic)].map((match) => Number(match[1])));
    });
  const count = (year: number) => years.filter((other) => other === year).length;
  return years.find((year) => count(year) * 2 > years.length) ?? null;
}
