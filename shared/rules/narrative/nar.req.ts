import type { Text } from '../../domain/labels.ts';
import { earlierYear } from '../../neighbours/example.ts';
import type { Rule } from '../types.ts';
import { contradictions } from './compare.ts';
import { saysNone } from './nar.req-none.ts';

export const rule: Rule = {
  id: 'NAR.REQ',
  title: { zh: '正文申请数量与表三不一致', en: 'Requests in the text differ from table 3' },
  severity: 'error',
  about: 'words',
  why: {
    zh: '正文与表格说的是同一件事，两个数必有一个错。',
    en: 'Text and table say the same thing: one of the numbers is wrong.',
  },
  falseAlarm: {
    zh: '正文统计口径不同（如含下属单位）而没有写明。',
    en: 'The text counts otherwise (with its offices) and does not say so.',
  },
  basis: null,
  check(context) {
    return contradictions(
      context,
      ['received', 'carriedIn', 'done', 'carriedOut', 'received.naturalPerson', 'received.organization'],
      (claim) => !saysNone(claim, context.report),
    );
  },
  examples: () => [
    { title: 'every number of the text stands in table 3', outcome: 'pass' },
    {
      title: 'another number of new requests',
      text: { overview: ['2023年，本机关新收政府信息公开申请72件。'] },
      outcome: { fails: [{ cells: ['requests.received.total'], expected: 59, actual: 72 }] },
    },
    {
      title: '收到 may mean the new ones with those carried in',
      text: { overview: ['2023年，本机关收到政府信息公开申请63件。'] },
      outcome: 'pass',
    },
    {
      title: '收到 is neither',
      text: { overview: ['2023年，本机关收到政府信息公开申请61件。'] },
      outcome: {
        fails: [{ cells: ['requests.received.total', 'requests.carriedIn.total'], expected: 59, actual: 61 }],
      },
    },
    {
      title: '收到 is neither, and none were carried in: one sum is enough',
      cells: { 'requests.carriedIn.total': 0 },
      text: { overview: ['2023年，本机关收到政府信息公开申请61件。'] },
      outcome: { fails: [{ cells: ['requests.received.total'], expected: 59, actual: 61 }] },
    },
  ],
  cases: () => [
    {
      title: 'the number of the year before was left standing',
      text: { overview: ['2023年，本机关收到政府信息公开申请61件。'] },
      neighbours: {
        earlier: earlierYear({ cells: { 'requests.received.total': 58, 'requests.carriedIn.total': 3 } }),
      },
      outcome: { fails: [{ actual: 61, message: SIXTY_ONE, hint: LEFT_STANDING }] },
    },
    {
      title: 'the number of neither year',
      text: { overview: ['2023年，本机关新收政府信息公开申请72件。'] },
      neighbours: { earlier: earlierYear({ cells: { 'requests.received.total': 71 } }) },
      outcome: { fails: [{ actual: 72, ...WITHOUT_HINT }] },
    },
    {
      title: 'two in both years may be chance',
      text: { overview: ['2023年，本机关新收政府信息公开申请2件。'] },
      neighbours: { earlier: earlierYear({ cells: { 'requests.received.total': 2 } }) },
      outcome: { fails: [{ actual: 2, ...WITHOUT_HINT }] },
    },
    {
      title: 'three are not',
      text: { overview: ['2023年，本机关新收政府信息公开申请3件。'] },
      neighbours: { earlier: earlierYear({ cells: { 'requests.received.total': 3 } }) },
      outcome: { fails: [{ actual: 3, hint: LEFT_STANDING }] },
    },
    {
      title: 'another number finished',
      text: { overview: ['新收政府信息公开申请59件，上年结转4件，办结63件，结转下年度0件。'] },
      outcome: {
        fails: [
          { cells: ['requests.total.total'], expected: 60, actual: 63 },
          { cells: ['requests.carriedOut.total'], expected: 3, actual: 0 },
        ],
      },
    },
    {
      title: 'the direction of 结转 follows the year that it names',
      text: { overview: ['收到政府信息公开申请59件，2022年结转4件，结转2024年3件。'] },
      outcome: 'pass',
    },
    {
      title: 'finished, some of them carried in (随县 2023)',
      text: { overview: ['2023年办结政府信息公开申请60件（其中3件为2022年结转）。'] },
      outcome: 'pass',
    },
    {
      title: 'letters, hot lines and proposals are no requests',
      text: { overview: ['收到网民留言72件，办结72件。', '受理12345热线工单300件。', '承办提案55件，办结55件。'] },
      outcome: 'notApplicable',
    },
    {
      title: 'the text of another body',
      text: { overview: ['全市收到政府信息公开申请720件。', '市政府办公室收到政府信息公开申请72件。'] },
      outcome: 'notApplicable',
    },
    {
      title: 'one channel is not the whole',
      text: { overview: ['通过网络收到政府信息公开申请40件，通过信函收到申请19件。'] },
      outcome: 'notApplicable',
    },
    {
      title: 'another year and a half year',
      text: { overview: ['2022年收到政府信息公开申请50件。', '上半年收到政府信息公开申请20件。'] },
      outcome: 'notApplicable',
    },
    {
      title: 'an approximation is no exact claim',
      text: { overview: ['2023年收到政府信息公开申请50余件。'] },
      outcome: 'notApplicable',
    },
    {
      title: 'a blank cell decides nothing',
      cells: { 'requests.received.total': null, 'requests.received.enterprise': null },
      text: { overview: ['新收政府信息公开申请72件。'] },
      outcome: 'undecided',
    },
    {
      title: 'a blank total (a habit of 2019) is that of the six applicants',
      cells: { 'requests.received.total': null },
      text: { overview: ['新收政府信息公开申请72件。'] },
      outcome: { fails: [{ actual: 72, expected: 59 }] },
    },
    {
      title: 'none finished is not none received',
      text: { overview: ['新收政府信息公开申请59件，办结0件。'] },
      outcome: { fails: [{ cells: ['requests.total.total'], expected: 60, actual: 0 }] },
    },
    {
      title: 'another number carried in',
      text: { overview: ['新收政府信息公开申请59件，上年结转5件。'] },
      outcome: { fails: [{ cells: ['requests.carriedIn.total'], expected: 4, actual: 5 }] },
    },
    {
      title: 'other numbers of persons and of organizations',
      text: { overview: ['新收政府信息公开申请59件，其中自然人申请1件、法人或其他组织申请1件。'] },
      outcome: { fails: [{ actual: 1 }, { actual: 1 }] },
    },
  ],
};

// Stryker disable all: what the cases expect
const WITHOUT_HINT = { hint: undefined } as object;
const SIXTY_ONE: Text = {
  zh: '正文称收到（受理）申请61件，表中“一、本年新收政府信息公开申请数量·总计”为59；“一、本年新收政府信息公开申请数量·总计”59+“二、上年结转政府信息公开申请数量·总计”4合计63，两处不一致，请对照台账核实后改正。',
  en: 'The text says 61 requests received, but "1. received this year, total" is 59; "1. received this year, total" 59 + "2. carried in from last year, total" 4 add up to 63: look it up in the records and correct one of them.',
};
const LEFT_STANDING: Text = {
  zh: '与2022年度报告的数字相同，可能沿用了上年的文稿，请按本年度数据改写。',
  en: 'It is the number of the report for 2022: the sentence may have been left standing.',
};
