/** Terms that reports get wrong, each with the right one: data of NAR.TERM. */

import type { Text } from '../../domain/labels.ts';

export interface Term {
  code: string;
  /** In the plain sentence, without spaces. */
  wrong: RegExp;
  /** What to write; `$` stands for the words found. */
  advice: Text;
  /** Wrong only in reports from this year on. */
  since?: number;
}

export const TERMS: readonly Term[] = [
  {
    code: 'ANSWER',
    wrong:
      /(?:答复|办理)(?:情况|结果)?(?:为|:)?[^。;]{0,20}?(?<!予以|依法)主动公开\d+[件条份宗](?=[^。;]*(?:部分公开|不予公开|无法提供))/,
    advice: {
      zh: '答复类型没有“主动公开”，应为“予以公开”。',
      en: 'No answer to a request is called 主动公开; it is 予以公开.',
    },
  },
  {
    code: 'REQUEST',
    wrong: /政府信息依申请公开申请/,
    advice: { zh: '“政府信息依申请公开申请”应为“政府信息公开申请”。', en: 'A request is called 政府信息公开申请.' },
  },
  {
    code: 'FEE',
    wrong: /(?:信息公开|政府信息)处理费/,
    advice: { zh: '规范名称是“信息处理费”（国办函〔2020〕109号）。', en: 'The fee is called 信息处理费.' },
  },
  {
    code: 'NEW-REGULATIONS',
    wrong: /新(?:修订的?)?《条例》/,
    advice: {
      zh: '现行《条例》2019年5月已施行，不宜再称“新《条例》”。',
      en: 'The Regulations have been in force since May 2019; 新 is out of date.',
    },
    since: 2021,
  },
  {
    code: 'REPORT-NAME',
    wrong: /\d{4}年度?政务公开(?:工作)?(?:年度)?报告(?!会)/,
    advice: {
      zh: '报告的名称是“政府信息公开工作年度报告”，不是“政务公开工作报告”。',
      en: 'The report is called 政府信息公开工作年度报告, not 政务公开.',
    },
  },
];

/** How agencies call themselves; more than two kinds in one report read as if pasted together. */
export const SELF_REFERENCES =
  /本(?:机关|单位|部门)|我(?:局|委|办|厅|院|会|中心|镇|乡|街道|办事处|县|区|市|省|部门|单位|机关)/g;
