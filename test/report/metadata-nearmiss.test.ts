import { describe, expect, test } from 'vitest';
import type { UnreadableReason } from '../../shared/document/unreadable.ts';
import { nearMiss } from '../../shared/report/metadata/nearmiss.ts';
import { readMetadata } from '../../shared/report/metadata/read.ts';
import { documentWith, proseFrom } from './metadata-support.ts';

const TITLE = '云溪县示例局2023年政府信息公开工作年度报告';
const PARTS =
  '一、总体情况\n公开信息423条。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n有待加强。\n六、其他需要报告的事项\n无。';
const judge = (text: string, found: { tables: number; headings: number }) => {
  const prose = proseFrom(text);
  return nearMiss(prose, readMetadata(prose, documentWith()), found);
};

describe('near misses', () => {
  const cases: [what: string, reason: UnreadableReason, text: string, found: { tables: number; headings: number }][] = [
    [
      'a notice on how to write the report, with all headings',
      'FILE.NOTICE',
      `关于做好2025年政府信息公开工作年度报告编制发布工作的通知\n各县(区)人民政府,市直各部门:\n请于2026年1月31日前公布。各单位要核对本年收费金额。\n${PARTS}`,
      { tables: 0, headings: 6 },
    ],
    [
      'a notice with a model of the title attached',
      'FILE.NOTICE',
      `关于报送年度报告的通知\n各乡镇:\n请按要求编制,务必于1月20日前报送。\n附件\n${TITLE}\n${PARTS}`,
      { tables: 0, headings: 6 },
    ],
    [
      'a notice in one sentence',
      'FILE.NOTICE',
      '关于编制2023年政府信息公开年度报告的提示\n现提示如下。',
      { tables: 0, headings: 0 },
    ],
    [
      'half-year statistics with a table 3',
      'FILE.HALF-YEAR',
      '云溪县2023年上半年政府信息公开申请情况统计表\n统计期限自2023年1月1日至2023年6月30日。',
      { tables: 1, headings: 0 },
    ],
    ...[
      '云溪县示例局2022年与2023年政府信息公开工作年度报告对比表',
      '云溪县示例局近两年政府信息公开情况对比',
      '云溪县示例局2023年政府信息公开年度报告与2022年比较分析',
    ].map((title): [string, UnreadableReason, string, { tables: number; headings: number }] => [
      'two years compared',
      'FILE.TWO-REPORTS',
      `${title}\n单位：件`,
      { tables: 3, headings: 0 },
    ]),
    [
      'quarterly figures',
      'FILE.HALF-YEAR',
      '云溪县示例局2023年第三季度政务公开工作情况\n公开8条。',
      { tables: 0, headings: 1 },
    ],
    ['months', 'FILE.HALF-YEAR', '青禾市2023年1-6月依申请公开情况统计\n收到8件。', { tables: 0, headings: 0 }],
    [
      'a work summary',
      'FILE.SUMMARY',
      '青禾市示例局2023年政务公开工作总结\n一、工作开展情况\n我局公开信息。\n二、存在的问题\n不足。',
      { tables: 0, headings: 2 },
    ],
    [
      'a summary with plans',
      'FILE.SUMMARY',
      '2023年政务公开工作总结及2024年工作计划\n公开8条。',
      { tables: 0, headings: 0 },
    ],
    [
      'a report for 2016',
      'FILE.OLD-FORM',
      '青禾市示例局2016年政府信息公开工作年度报告\n一、概述\n公开8条。\n二、主动公开政府信息情况\n无。\n四、收费及减免情况\n无。',
      { tables: 0, headings: 3 },
    ],
    [
      'an old report that does not name its year',
      'FILE.OLD-FORM',
      '一、概述\n公开8条。\n三、依申请公开政府信息情况\n四、收费及减免情况\n无。',
      { tables: 0, headings: 2 },
    ],
    [
      'a model text of a forum',
      'FILE.NOT-REPORT',
      '政府信息公开工作年度报告范文\n第一篇\n公开8条。',
      { tables: 0, headings: 1 },
    ],
    [
      'a catalogue of standards',
      'FILE.NOT-REPORT',
      '云溪县城乡规划领域政务公开标准目录\n序号',
      { tables: 0, headings: 0 },
    ],
    ['another letter of the office', 'FILE.NOT-REPORT', '关于召开会议的函\n请派员参加。', { tables: 0, headings: 0 }],
    [
      'an assessment of reports',
      'FILE.NOT-REPORT',
      '云溪县2023年政府信息公开工作年度报告第三方评估情况的通报\n一、总体情况\n全县45个单位均按时发布。',
      { tables: 0, headings: 2 },
    ],
    ['a guide', 'FILE.NOT-REPORT', '云溪县财政局政府信息公开指南\n主动公开', { tables: 0, headings: 0 }],
    ['nothing but a title', 'FILE.NOT-REPORT', TITLE, { tables: 0, headings: 0 }],
  ];
  test.each(cases)('%s is %s', (_, reason, text, found) => expect(judge(text, found)).toBe(reason));
});

describe('reports', () => {
  const cases: [what: string, text: string, found: { tables: number; headings: number }][] = [
    ['headings without tables', `${TITLE}\n${PARTS}`, { tables: 0, headings: 6 }],
    ['headings without title and tables', `本报告依据条例编制。\n${PARTS}`, { tables: 0, headings: 6 }],
    ['tables alone', '第二十条第(一)项', { tables: 3, headings: 0 }],
    [
      'the notice it follows is quoted',
      `${TITLE}\n根据《青禾市人民政府办公室关于做好2023年政府信息公开工作年度报告编制工作的通知》编制。\n${PARTS}`,
      { tables: 0, headings: 6 },
    ],
    [
      'a notice among the links above',
      `关于做好政府信息公开工作年度报告编制工作的通知\n${TITLE}\n${PARTS}`,
      { tables: 0, headings: 6 },
    ],
    [
      '上半年 in the text',
      `${TITLE}\n一、总体情况\n上半年政务公开工作总结会议召开。\n${PARTS}`,
      { tables: 0, headings: 6 },
    ],
    ['总结 in the text', `${TITLE}\n现将政务公开工作总结如下。\n${PARTS}`, { tables: 0, headings: 6 }],
    [
      'a comparison of years inside a part, the title lost',
      '一、总体情况\n近两年政府信息公开申请情况对比\n我局公开信息。',
      { tables: 3, headings: 4 },
    ],
    ['收费及减免 in part six', `${TITLE}\n${PARTS}\n收费及减免情况\n概述`, { tables: 0, headings: 6 }],
    ['2018 in the text', `${TITLE}\n与2018年相比增长。\n${PARTS}`, { tables: 0, headings: 6 }],
    [
      'a body founded in July',
      `${TITLE}\n统计期限自2023年7月1日至2023年12月31日。\n${PARTS}`,
      { tables: 3, headings: 6 },
    ],
    [
      'directives to its own villages',
      `${TITLE}\n各单位要高度重视。\n${PARTS}\n请各村及时公开。`,
      { tables: 3, headings: 6 },
    ],
    ['cut off after part one', `${TITLE}\n一、总体情况\n公开8条。`, { tables: 0, headings: 1 }],
  ];
  test.each(cases)('%s', (_, text, found) => expect(judge(text, found)).toBeNull());
});
