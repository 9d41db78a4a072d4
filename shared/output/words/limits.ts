/** What is said where something is a part only: a result that was cut, a list that ends, neighbours that were not looked at. */
import type { Text } from '../../domain/labels.ts';

/** @param findings kept, and all @param lines of the text kept, and all */
export function trimmedWords(findings: readonly [number, number], lines: readonly [number, number]): Text {
  return {
    zh: `结果过大，只保存了${findings[1]}条问题中的前${findings[0]}条、${lines[1]}行正文中的前${lines[0]}行。`,
    en: `The result is too large: ${findings[0]} of ${findings[1]} findings and ${lines[0]} of ${lines[1]} lines are kept.`,
  };
}

export const TRIMMED_HINT: Text = {
  zh: '完整结果可用 gouji check 查看。',
  en: 'Run `gouji check` on the file for all of them.',
};

/** @param all reports of the region @param read those it was compared with */
export function someComparedWords(year: number | null, all: number, read: number): Text {
  return {
    zh: `本地区${year}年度有${all}份报告，只与其中${read}份比较。`,
    en: `The region has ${all} reports for ${year}; ${read} of them were compared.`,
  };
}

export function rosterUncheckedWords(year: number | null, most: number): Text {
  return {
    zh: `本地区${year}年度的报告超过${most}份，没有核对名录。`,
    en: `The region has more than ${most} reports for ${year}; the roster was not checked.`,
  };
}

export function firstReportsWords(most: number): Text {
  return { zh: `只含前${most}份报告，请缩小范围。`, en: `The first ${most} reports only.` };
}

export function firstNoticesWords(most: number): Text {
  return {
    zh: `只含前${most}份报告的整改通知书，请缩小范围后再下载其余各份。`,
    en: `Notices of the first ${most} reports only; narrow the filter to get the others.`,
  };
}
