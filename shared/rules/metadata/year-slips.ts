/** One sentence that names another year than it must mean. */

import type { Where } from '../../report/types.ts';
import { groupsOf } from '../groups.ts';

const WHO = '(?:我|本|全|[\\u3400-\\u9FFF]{2,14}?[局委厅镇乡办会](?=主动|共|累计|通过|公开|收到|受理))';
/** 2021年,在公开的316条信息中: a sentence opens with a year and tells of work. */
const OPENS_WITH_YEAR = new RegExp(
  '^(?:\\([一二三四五]\\)[^。,:]{0,12}[。.,:]?)?在?(?<year>\\d{4})年度?(?:的?工作中)?,?' +
    `(?:${WHO}|共|在|累计|主动|通过|未|没有|无|严格|认真|(?:收到|受理|公开|办理|制发)(?!的))`,
);
/** Words that name another year rightly. */
const OF_OTHER_YEARS =
  /相比|以来|同期|比|上年|去年|历年|出台|印发|颁布|施行|修订|制定|成立|规划|考核|评估|测评|《|整改|反馈|决算|预算|年报|年度报告/;
/** Numbers are told up to a day: the end of the year, or the days in which the report is written. */
const UP_TO = /截[至止]到?(?<year>\d{4})年(?:(?<month>\d{1,2})月)?/;
const WHOLE_YEAR = /(?<year>\d{4})年1月1日起?[至到-](?:\k<year>年)?12月31日/;
const TOLD = /累计|公开|发布|收到|受理|办结|办理|制发|共|(?:举办|开展|组织|召开).{0,20}\d[次期场]/;
/** 将 of what is to be done; in 将解读纳入考核 it only turns the sentence around. */
const SHALL = '将(?![^,。]{1,14}(?:纳入|作为|列入|列为|放在|摆|贯穿|融入|落到))';
/** What is to be done stands under the year after the report's. */
const TO_DO = new RegExp(
  `(?<year>\\d{4})年度?(?:的?工作中)?,?(?:(?:我|本)[^\\d,。]{1,4}${SHALL}|将(?:进一步|继续|着力|持续|从|以|围绕|重点|加|丰|完|优|强|认)|` +
    '(?:(?:我|本)[^\\d,。]{1,4})?工作(?:计划|打算|安排|思路))',
);
const PLANNED = /[将拟]|计划|继续|进一步/;
/** The months in which reports are written. */
const LAST_MONTH_OF_WRITING = 3;
/** Texts are taken over from reports of a few years before. */
const MOST_YEARS_BACK = 4;

interface Slip {
  expected: number;
  actual: number;
}

/** `plain`: a sentence of this part in the report for `year`. `null`: it names the right year, or none. */
export function slipIn(plain: string, where: Where, year: number): Slip | null {
  if (where === 'problems') {
    const actual = Number(groupsOf(TO_DO, plain).year);
    return actual <= year && isNear(actual, year) ? { expected: year + 1, actual } : null;
  }
  if (OF_OTHER_YEARS.test(plain) || !TOLD.test(plain)) return null;
  const whole = Number(groupsOf(WHOLE_YEAR, plain).year);
  if (whole < year && isNear(whole, year)) return { expected: year, actual: whole };
  const years = [...plain.matchAll(/(?<!\d)(\d{4})年/g)];
  return years.length === 1 ? (toldUpTo(plain, year) ?? toldOf(plain, year)) : null;
}

function toldUpTo(plain: string, year: number): Slip | null {
  const { year: until, month } = groupsOf(UP_TO, plain);
  const actual = Number(until);
  if (actual === year && Number(month) <= LAST_MONTH_OF_WRITING) return { expected: year + 1, actual };
  return actual === year - 1 ? { expected: year, actual } : null;
}

function toldOf(plain: string, year: number): Slip | null {
  const actual = Number(groupsOf(OPENS_WITH_YEAR, plain).year);
  const isSlip = actual > year ? !PLANNED.test(plain) : actual !== year && isNear(actual, year);
  return isSlip ? { expected: year, actual } : null;
}

function isNear(actual: number, year: number): boolean {
  return actual >= year - MOST_YEARS_BACK;
}
