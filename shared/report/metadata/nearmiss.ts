/** Documents of the same office that look like an annual report and are none (docs/layouts.md §11). */
import type { UnreadableReason } from '../../document/unreadable.ts';
import { squeeze } from '../normalise.ts';
import type { Prose } from '../types.ts';
import type { Metadata } from './read.ts';

/** Lines that can hold a document's own title or salutation. */
const OPENING = 40;
/** The three tables began with the reports for 2019 (〔2019〕60号). */
const FIRST_YEAR = 2019;

const TOPIC = '(?:政府信息公开|政务公开|信息公开|依申请公开|年度报告|年报)';
/** Lines that are a title of their own: no sentence, nothing quoted. */
const NOTICE_TITLE = new RegExp(
  String.raw`^[^《。;]{0,60}${TOPIC}[^《。;]{0,40}(?:通知|通告|函|方案|提示|说明|指引|(?<!公开)指南|要求|格式|培训)(?:\([^()]*\))?$`,
);
const HALF_YEAR_TITLE = new RegExp(
  String.raw`^[^《。;]{0,40}(?:上半年|下半年|半年度?|第?[一二三四1-4]季度|\d{1,2}[-—至]\d{1,2}月份?|年\d{1,2}月份?)[^《。;]{0,30}${TOPIC}[^《。;]{0,30}$|^[^《。;]{0,40}${TOPIC}[^《。;]{0,20}(?:上半年|下半年|半年报|季报|季度)[^《。;]{0,12}$`,
);
const SUMMARY_TITLE = new RegExp(
  String.raw`^[^《。;]{0,40}${TOPIC}[^《。;]{0,10}(?:总结|小结|自查报告|情况汇报)(?:[及和暨][^《。;]{0,20})?(?:\([^()]*\))?$`,
);
const MODEL_TITLE =
  /^[^《。;]{0,60}(?:范文|模板|范本|样本|样式|标准目录|基本目录|工作要点|工作计划|公开指南|写作)[^《。;]{0,20}$|^[^《。;]{0,40}(?:年度报告|年报)[^《。;]{0,20}(?:通报|评估|评查|检查)[^《。;]{0,12}$/;

/** Several years set beside each other under a title that says so: their numbers are not those of one report. */
const COMPARISON_TITLE = new RegExp(
  String.raw`^(?=[^《。;]{0,80}$)(?=.*${TOPIC})(?=.*(?:(?<one>20\d\d)\D.*(?!\k<one>)20\d\d|年度报告|年报|[近历][\d两二三四五]?年)).*(?:对比|比较|对照)(?:表|图|分析|情况|说明|数据|统计)*(?:\([^()]*\))?$`,
);

/** 各县(区)人民政府、市直各部门: — a notice speaks to others and tells them what to do. */
const SALUTATION = /^各.{2,60}:$/;
const DIRECTIVE =
  /请(?:各|你|于|按|将|及时|认真)|各(?:单位|部门|地|级|镇|乡|街道|县|区)[^。;]{0,16}(?:要|应|须|务必|于)|须于|务必于|报送至|应当包括|应包括以下/g;
/** Parts that reports of before 2019 had and later ones do not. */
const OLD_PART =
  /^(?:[一二三四五六七八九十]+、)?(?:政府信息公开(?:的)?)?(?:收费(?:及|和|与)?减免|咨询(?:处理)?|申诉)(?:的)?情况$/;
/** The words by which a report without title says what it is. */
const SELF = /本(?:年度)?报告|年度报告|统计(?:期限|时限|时段|周期|范围)|公布.{0,20}(?:年报|年度报告)/;

/**
 * Why this document is no annual report, or `null` if it is one. `found` counts tables with at least one number read and
 * headings of the six parts recognised. Numbers in tables make a report, except under the title of half a year; words that
 * a true report merely mentions never refuse it.
 */
export function nearMiss(
  prose: readonly Prose[],
  { title, titlePlace, year, agency }: Metadata,
  found: { tables: number; headings: number },
): UnreadableReason | null {
  const opening = prose.slice(0, OPENING).map((line) => ({ key: squeeze(line.plain), line: line.place.line }));
  const own = (pattern: RegExp) => opening.find(({ key }) => pattern.test(key));
  const named = title !== null && year !== null;

  if (!named && own(HALF_YEAR_TITLE)) return 'FILE.HALF-YEAR';
  if (!named && isComparison(prose)) return 'FILE.TWO-REPORTS';
  if (found.tables > 0) return null;

  const notice = own(NOTICE_TITLE);
  const spoken = own(SALUTATION) !== undefined && directives(prose) >= 2;
  const first = !named || (titlePlace !== null && notice !== undefined && notice.line < titlePlace.line);
  if (spoken || (notice && first && directives(prose) >= 2)) return 'FILE.NOTICE';
  if (!named && notice) return 'FILE.NOTICE';
  if (!named && own(SUMMARY_TITLE)) return 'FILE.SUMMARY';
  if (own(MODEL_TITLE) && found.headings < 4) return 'FILE.NOT-REPORT';
  if (oldForm(prose, year, found.headings)) return 'FILE.OLD-FORM';

  const says = named || opening.some(({ key }) => SELF.test(key));
  const enough = found.headings >= 4 || (found.headings >= 1 && says && (named || agency !== null));
  return enough ? null : 'FILE.NOT-REPORT';
}

/** In front of all parts alone: within them, a picture or a paragraph may well compare years. */
function isComparison(prose: readonly Prose[]): boolean {
  const before = prose.filter(({ where }) => where === 'head' || where === 'preamble').slice(0, OPENING);
  return before.some(({ plain }) => COMPARISON_TITLE.test(squeeze(plain)));
}

function directives(prose: readonly Prose[]): number {
  return prose.reduce((sum, line) => sum + [...squeeze(line.plain).matchAll(DIRECTIVE)].length, 0);
}

function oldForm(prose: readonly Prose[], year: number | null, headings: number): boolean {
  if (year !== null) return year < FIRST_YEAR;
  return headings < 3 && prose.some((line) => OLD_PART.test(squeeze(line.plain)));
}
