import { addsUp, listsIn, type PartsList } from '../../claims/lists.ts';
import { numberAt, type Report } from '../../report/types.ts';
import type { Fault, Rule } from '../types.ts';
import { decided, notApplicable } from '../verdict.ts';

export const rule: Rule = {
  id: 'NAR.SUM',
  title: { zh: '“其中”分项之和与总数不符', en: 'Parts listed after 其中 do not add up to their total' },
  severity: 'warning',
  basis: null,
  check({ report }) {
    const lists = listsIn(report);
    if (lists.length === 0) return notApplicable();
    return decided(lists.flatMap((list) => (isWrong(list, report) ? toFault(list) : [])));
  },
  examples: [
    { title: 'the parts add up', outcome: 'pass' },
    {
      title: 'three parts that do not add up',
      text: { overview: ['公开政府信息426条，其中工作动态300条、通知公告100条、政策文件36条。'] },
      outcome: { fails: [{ expected: 426, actual: 436 }] },
    },
    {
      title: '其他 closes the list',
      text: { overview: ['公开政府信息426条，其中工作动态300条、其他120条。'] },
      outcome: { fails: [{ expected: 426, actual: 420 }] },
    },
    {
      title: 'measure words mix',
      text: {
        overview: [
          '公开信息5059条，其中：公开信息36条，人事任免信息11条；公开行政规范性文件6件，其他文件14件，政策解读资料48份，热点问题495个；公开工作动态2235条，公开重点领域信息2214条。',
        ],
      },
      outcome: 'pass',
    },
    {
      title: 'a list within a list (188 = 102 + 86)',
      text: { overview: ['公开信息188条，其中动态102条，含要闻60条、简讯42条，公告86条。'] },
      outcome: 'pass',
    },
    {
      title: 'parts in brackets belong to their part',
      text: { overview: ['公开信息188条，其中动态102条（要闻60条、简讯40条）、公告86条。'] },
      outcome: 'pass',
    },
    {
      title: 'an open list may be less',
      text: { overview: ['公开政府信息426条，其中工作动态300条、通知公告50条、政策文件6条等。'] },
      outcome: 'pass',
    },
    {
      title: 'an open list cannot be more',
      text: { overview: ['公开政府信息426条，其中工作动态300条、通知公告120条、政策文件30条等。'] },
      outcome: { fails: [{ expected: 426, actual: 450 }] },
    },
    {
      title: 'one part, or two without 其他, need not be all',
      text: { overview: ['公开政府信息426条，其中工作动态300条。', '公开信息30条，其中动态12条、公告3条。'] },
      outcome: 'pass',
    },
    {
      title: 'another statement after the list',
      text: { overview: ['收到申请59件，其中网络申请40件、信函申请19件，办结60件，培训12次。'] },
      outcome: 'pass',
    },
    {
      title: 'results of those received and those carried in add up to (七)',
      text: {
        overview: [
          '收到申请59件，其中予以公开24件、部分公开8件、不予公开15件、无法提供9件、其他处理1件、不予处理3件。',
        ],
      },
      outcome: 'pass',
    },
    {
      title: 'about so many',
      text: { overview: ['公开信息400余条，其中动态300条、公告50条、其他20条。'] },
      outcome: 'pass',
    },
    { title: 'no list', text: { overview: ['公开信息426条。'], disputes: [] }, outcome: 'notApplicable' },
    {
      title: 'or to the number received',
      text: {
        overview: [
          '收到申请59件，其中予以公开24件、部分公开8件、不予公开15件、无法提供9件、不予处理2件、其他处理1件。',
        ],
      },
      outcome: 'pass',
    },
    {
      title: 'other parts do not add up to (七)',
      text: { overview: ['公开信息59条，其中动态30条、公告20条、其他10条。'] },
      outcome: { fails: [{ expected: 59, actual: 60 }] },
    },
    {
      title: 'three parts that leave something out',
      text: { overview: ['公开政府信息426条，其中工作动态300条、通知公告100条、政策文件6条。'] },
      outcome: { fails: [{ expected: 426, actual: 406 }] },
    },
    {
      title: 'one part of about so many',
      text: { overview: ['公开信息426条，其中动态300余条、公告50条、其他20条。'] },
      outcome: 'pass',
    },
    {
      title: 'one part alone, called 其他',
      text: { overview: ['公开信息426条，其中其他信息120条。'] },
      outcome: 'pass',
    },
  ],
};

function isWrong({ total, parts, open, closed, outcomes }: PartsList, report: Report): boolean {
  if (parts.length < 2 || !total.exact || parts.some(({ exact }) => !exact)) return false;
  const numbers = parts.map(({ value }) => value);
  const totals = outcomes ? [total.value, numberAt(report, 'requests.total.total') ?? total.value] : [total.value];
  if (totals.some((one) => addsUp(one, numbers))) return false;
  const sum = sumOfParts(numbers);
  return sum > total.value || (!open && (closed || parts.length > 2));
}

function sumOfParts(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0);
}

function toFault({ total, parts, sentence }: PartsList): Fault {
  const numbers = parts.map(({ value }) => value);
  const sum = sumOfParts(numbers);
  return {
    message: {
      zh: `“其中”所列${parts.length}项为${numbers.join('+')}=${sum}，与总数${total.value}${total.unit}不符，相差${Math.abs(sum - total.value)}。`,
      en: `The ${parts.length} parts after 其中 are ${numbers.join(' + ')} = ${sum}, not ${total.value}.`,
    },
    expected: total.value,
    actual: sum,
    evidence: [{ place: sentence.line.place, text: sentence.text }],
  };
}
