/** The six parts of the report: their official names, those of 条例 art. 50, and what tells that a part is there. */

import { PARTS, type Part, type Report } from '../../report/types.ts';
import type { Fault } from '../types.ts';

interface PartWords {
  name: string;
  /** The statute's own words for the part: no reason for a remark. */
  aliases: readonly string[];
  /** Lines that only this part has, should its heading be lost; parts that are tables are told by their table. */
  content: RegExp | null;
}

export const PART_WORDS: Record<Part, PartWords> = {
  overview: { name: '总体情况', aliases: [], content: /^(?:\([一二]\)|[一二12][、.])主动公开(?:情况)?$/ },
  proactive: {
    name: '主动公开政府信息情况',
    aliases: ['行政机关主动公开政府信息情况', '行政机关主动公开政府信息的情况'],
    content: null,
  },
  requests: {
    name: '收到和处理政府信息公开申请情况',
    aliases: ['行政机关收到和处理政府信息公开申请情况', '行政机关收到和处理政府信息公开申请的情况'],
    content: null,
  },
  disputes: {
    name: '政府信息公开行政复议、行政诉讼情况',
    aliases: [
      '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '因政府信息公开工作被申请行政复议、提起行政诉讼的情况',
    ],
    content: null,
  },
  problems: {
    name: '存在的主要问题及改进情况',
    aliases: ['政府信息公开工作存在的主要问题及改进情况'],
    content: /^\([一二]\)(?:存在的?)?(?:主要)?(?:问题|困难)/,
  },
  other: { name: '其他需要报告的事项', aliases: [], content: /处理费/ },
};

/** The part's numeral and name stand somewhere inside a line, as where a page was saved without its line ends. */
export function isHeadedInLine(report: Report, part: Part): boolean {
  const { name, aliases } = PART_WORDS[part];
  const numeral = '一二三四五六'[PARTS.indexOf(part)];
  const names = [name, ...aliases].map(loosely);
  const heading = new RegExp(`[${numeral}][、.,:]?(?:${names.join('|')})|[一二三四五六][、.](?:${names.join('|')})`);
  return report.prose.some(({ plain }) => heading.test(plain.replace(/\s/g, '')));
}

/** With 和, 及, 与 or no mark at all where the name has 、 or 和. */
function loosely(name: string): string {
  return name.replace(/[、和及]/g, '[、和及与,]?');
}

/** The heading of a part as evidence for what is missing below it. */
export function headingOf(report: Report, part: Part): NonNullable<Fault['evidence']> {
  return report.headings.filter((heading) => heading.part === part).map(({ text, place }) => ({ text, place }));
}
