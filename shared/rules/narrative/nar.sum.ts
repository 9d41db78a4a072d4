import { addsUp } from '../../claims/adds-up.ts';
import { listsIn, type PartsList, saysAttributes } from '../../claims/lists.ts';
import { numberAt, type Report } from '../../report/types.ts';
import type { Fault, Rule } from '../types.ts';
import { decided, notApplicable } from '../verdict.ts';

export const rule: Rule = {
  id: 'NAR.SUM',
  title: { zh: '分项之和与总数不符', en: 'Parts of a list do not add up to their total' },
  severity: 'warning',
  about: 'words',
  why: { zh: '所列各项之和与总数不符，必有一处错。', en: 'Parts that do not add up to their total.' },
  falseAlarm: {
    zh: '所列只是其中一部分而没有“等、主要”字样；没有“其中”的清单只作提示。',
    en: 'The list is not whole and does not say so; lists without 其中 are a remark.',
  },
  basis: null,
  check({ report }) {
    const lists = listsIn(report);
    if (lists.length === 0) return notApplicable();
    return decided(lists.flatMap((list) => (isWrong(list, report) ? toFault(list) : [])));
  },
  examples: () => [
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
      title: 'an open list cannot be more',
      text: { overview: ['公开政府信息426条，其中工作动态300条、通知公告120条、政策文件30条等。'] },
      outcome: { fails: [{ expected: 426, actual: 450 }] },
    },
  ],
  cases: () => [
    {
      title: 'a list within a list (188 = 102 + 86)',
      text: { overview: ['公开信息188条，其中动态102条，含要闻60条、简讯42条，公告86条。'] },
      outcome: 'pass',
    },
    {
      title: 'parts of a number that stands farther before',
      text: { overview: ['收到申请32件，上年结转3件，其中自然人申请23件、商业企业6件、法律服务机构3件。'] },
      outcome: 'pass',
    },
    {
      title: 'parts in brackets belong to their part',
      text: { overview: ['公开信息188条，其中动态102条（要闻60条、简讯40条）、公告86条。'] },
      outcome: 'pass',
    },
    {
      title: 'the last part is joined by 以及 or 及, and a label may hold 和',
      text: {
        overview: [
          '公开信息430条，其中动态300条、政策和解读100条，以及其他36条。',
          '公开公告90条，其中通知30条、公示20条及其他50条。',
        ],
      },
      outcome: {
        fails: [
          {
            message: {
              zh: '所列3项动态300条+政策和解读100条+其他36条=436条，与总数430条不符，相差6条，请核对各项和总数。',
              en: 'The 3 parts listed (动态300条+政策和解读100条+其他36条) add up to 436条, not 430条: check the parts and the total.',
            },
          },
          { expected: 90, actual: 100 },
        ],
      },
    },
    {
      title: 'money in the unit of its total',
      text: {
        overview: ['收费12万元，其中考试费5万元、资料费8万元。', '收费1.2亿元，其中规划费5000万元、建设费9000万元。'],
      },
      outcome: {
        fails: [
          { message: money('12万元', '考试费5万元+资料费8万元', '13万元', '1万元') },
          { message: money('1.2亿元', '规划费5000万元+建设费9000万元', '1.4亿元', '0.2亿元') },
        ],
      },
    },
    {
      title: 'an open list may be less',
      text: { overview: ['公开政府信息426条，其中工作动态300条、通知公告50条、政策文件6条等。'] },
      outcome: 'pass',
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
    {
      title: 'a list without 其中 that closes with 其他',
      text: { overview: ['公开政府信息316条：统计公报100条、统计分析80条、人事信息60条、其他信息65条。'] },
      outcome: {
        fails: [
          {
            code: 'BARE',
            severity: 'notice',
            message: {
              zh: '所列4项统计公报100条+统计分析80条+人事信息60条+其他信息65条=305条，与总数316条不符，相差11条，请核对各项和总数。',
              en: 'The 4 parts listed (统计公报100条+统计分析80条+人事信息60条+其他信息65条) add up to 305条, not 316条: check the parts and the total.',
            },
          },
        ],
      },
    },
    {
      title: 'one that closes with 和 and a last part, or with its bracket',
      text: {
        overview: [
          '公开政府信息316条，统计公报100条、统计分析80条、人事信息60条和财政信息65条。',
          '更新栏目信息90条（要闻30条、通知20条、公告10条），组织培训3次。',
        ],
      },
      outcome: {
        fails: [
          { code: 'BARE', expected: 316, actual: 305 },
          { code: 'BARE', expected: 90, actual: 60 },
        ],
      },
    },
    {
      title: 'numbers before what they count, and another thing behind the semicolon',
      text: { disputes: ['被申请行政复议6件，其中3件维持、2件纠正、1件其他结果；被提起行政诉讼4件。'] },
      outcome: 'pass',
    },
    {
      title: 'numbers before what they count that do not add up',
      text: { disputes: ['被申请行政复议6件，其中3件维持、2件纠正、2件尚未审结；被提起行政诉讼4件。'] },
      outcome: {
        fails: [
          {
            message: {
              zh: '所列3项维持3件+纠正2件+尚未审结2件=7件，与总数6件不符，相差1件，请核对各项和总数。',
              en: 'The 3 parts listed (维持3件+纠正2件+尚未审结2件) add up to 7件, not 6件: check the parts and the total.',
            },
          },
        ],
      },
    },
    {
      title: '直达 is no 达到',
      text: { overview: ['公开政府信息316条，其中公报100条、分析80条、人事60条、资金直达情况40条、其他信息36条。'] },
      outcome: 'pass',
    },
    {
      title: 'money never adds to cases',
      text: { other: ['收取信息处理费380元，其中综合科1件，法规科2件，收取380元。'] },
      outcome: 'pass',
    },
    {
      title: 'money as printed',
      text: { other: ['收取信息处理费380元，其中综合科200元，法规科100元，其他科室90元。'] },
      outcome: {
        fails: [
          {
            message: {
              zh: '所列3项综合科200元+法规科100元+其他科室90元=390元，与总数380元不符，相差10元，请核对各项和总数。',
              en: 'The 3 parts listed (综合科200元+法规科100元+其他科室90元) add up to 390元, not 380元: check the parts and the total.',
            },
          },
        ],
      },
    },
    {
      title: 'attributes of the same things are no parts',
      text: { overview: ['公布办事事项88项，其中行政许可57项，可以掌上办的45项，当场办的31项。'] },
      outcome: 'pass',
    },
    {
      title: 'a list cut short is judged only if its parts exceed the total',
      text: { overview: ['公开信息426条，其中动态300条、公告50条、解读6条，转载200条。'] },
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

// Stryker disable all: what the examples expect
function money(total: string, parts: string, sum: string, difference: string): Fault['message'] {
  return {
    zh: `所列2项${parts}=${sum}，与总数${total}不符，相差${difference}，请核对各项和总数。`,
    en: `The 2 parts listed (${parts}) add up to ${sum}, not ${total}: check the parts and the total.`,
  };
}
// Stryker restore all

function isWrong(list: PartsList, report: Report): boolean {
  const { total, earlier, parts, open, closed, ends, cutShort, closelyJoined, outcomes } = list;
  if (parts.length < 2 || !total.exact || parts.some(({ exact }) => !exact)) return false;
  const numbers = parts.map(({ value }) => value);
  const totals = [
    total.value,
    ...earlier,
    ...(outcomes ? [numberAt(report, 'requests.total.total') ?? total.value] : []),
  ];
  if (totals.some((one) => addsUp(one, numbers, closelyJoined)) || saysAttributes(list)) return false;
  const sum = sumOfParts(numbers);
  return sum > total.value || (!open && !cutShort && (closed || ends || parts.length > 2));
}
/** Money is a decimal fraction, which binary numbers only approximate. */
function sumOfParts(numbers: readonly number[]): number {
  return Number(numbers.reduce((sum, value) => sum + value, 0).toFixed(8));
}

function toFault({ total, parts, sentence, announced }: PartsList): Fault {
  const sum = sumOfParts(parts.map(({ value }) => value));
  const printed = (quantity: { start: number; end: number }) => sentence.plain.slice(quantity.start, quantity.end);
  const spelled = parts
    .map((part) => `${part.label.replace(/^(?:[、,;:](?:以?及)?|以?及|和)/, '')}${printed(part)}`)
    .join('+');
  const isMoney = total.unit === '万元';
  const [summed, difference] = [sum, Math.abs(sum - total.value)].map((value) =>
    inUnitOf(value, printed(total), isMoney),
  );
  return {
    ...(announced === 'bare' && { code: 'BARE', severity: 'notice' as const }),
    message: {
      zh: `所列${parts.length}项${spelled}=${summed}，与总数${printed(total)}不符，相差${difference}，请核对各项和总数。`,
      en: `The ${parts.length} parts listed (${spelled}) add up to ${summed}, not ${printed(total)}: check the parts and the total.`,
    },
    expected: total.value,
    actual: sum,
    evidence: [{ place: sentence.line.place, text: sentence.text }],
  };
}

/** Money in the unit in which the total is printed: 380元, not 0.038万元. */
function inUnitOf(value: number, printed: string, isMoney: boolean): string {
  const unit = printed.slice(printed.search(/[万亿]?[^\d.,万亿]*$/));
  if (!isMoney) return `${Number(value.toFixed(8))}${unit}`;
  const factor = unit.startsWith('万') ? 1 : unit.startsWith('亿') ? 1e-4 : 1e4;
  return `${Number((value * factor).toFixed(6))}${unit}`;
}
