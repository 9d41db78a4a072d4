/**
 * The numbers and words of the example report: 示例市示例局, 2023. Everything in it is consistent and true to its
 * tables; rules take pieces of it for their examples. It knows nothing of the rules.
 */

import type { Place } from '../document/types.ts';
import type { CellAddress, FormEdition, RequestRow, Table } from '../domain/addresses.ts';
import { type Heading, PARTS, type Part, type TableReading, type Where } from '../report/types.ts';

/** Six applicant columns of table 3, left to right; the total column and the rows not named are made from them. */
export const REQUESTS: Partial<Record<RequestRow, readonly number[]>> = {
  received: [46, 5, 1, 2, 4, 1],
  carriedIn: [3, 1, 0, 0, 0, 0],
  granted: [18, 2, 1, 1, 2, 0],
  partiallyGranted: [6, 1, 0, 0, 1, 0],
  'denied.prohibitedByLaw': [1, 0, 0, 0, 0, 0],
  'denied.thirdPartyRights': [3, 1, 0, 0, 0, 0],
  'denied.internalAffairs': [2, 0, 0, 0, 0, 0],
  'denied.processInformation': [2, 0, 0, 0, 1, 0],
  'denied.enforcementFile': [4, 0, 0, 0, 0, 0],
  'denied.administrativeInquiry': [1, 0, 0, 0, 0, 0],
  'unavailable.notHeld': [5, 1, 0, 1, 0, 0],
  'unavailable.needsCreation': [1, 0, 0, 0, 0, 0],
  'unavailable.unclearAfterCorrection': [1, 0, 0, 0, 0, 0],
  'notProcessed.complaint': [1, 0, 0, 0, 0, 0],
  'notProcessed.repeated': [1, 0, 0, 0, 0, 1],
  'other.notCorrected': [1, 0, 0, 0, 0, 0],
  carriedOut: [2, 1, 0, 0, 0, 0],
};

/** upheld, corrected, otherResult, pending; the total is made from them. */
export const DISPUTES = {
  reconsideration: [3, 1, 1, 1],
  directLitigation: [1, 0, 0, 1],
  litigationAfterReconsideration: [1, 0, 1, 0],
} as const;

export const PROACTIVE_NUMBERS: Record<FormEdition, Partial<Record<CellAddress, number>>> = {
  '2021-30': {
    'proactive.normativeDocuments.issued': 6,
    'proactive.normativeDocuments.repealed': 2,
    'proactive.normativeDocuments.inForce': 31,
    'proactive.licensing.decisions': 1284,
    'proactive.penalties.decisions': 312,
    'proactive.coercion.decisions': 17,
    'proactive.fees.amount': 128.5,
  },
  '2019-60': {
    'proactive.normativeDocuments.created': 6,
    'proactive.normativeDocuments.disclosed': 6,
    'proactive.normativeDocuments.disclosedTotal': 31,
    'proactive.licensing.previousItems': 42,
    'proactive.licensing.change': -3,
    'proactive.licensing.decisions': 1284,
    'proactive.otherServices.previousItems': 11,
    'proactive.otherServices.decisions': 96,
    'proactive.penalties.previousItems': 205,
    'proactive.penalties.change': 4,
    'proactive.penalties.decisions': 312,
    'proactive.coercion.previousItems': 12,
    'proactive.coercion.decisions': 17,
    'proactive.fees.previousItems': 2,
    'proactive.procurement.projects': 8,
    'proactive.procurement.amount': 96.4,
  },
};

/** The header cells of each table as the forms print them. */
export const HEADERS: Record<FormEdition, Record<Table, readonly string[]>> = {
  '2021-30': {
    proactive: [
      '第二十条第(一)项',
      '信息内容',
      '本年制发件数',
      '本年废止件数',
      '现行有效件数',
      '第二十条第(五)项',
      '信息内容',
      '本年处理决定数量',
      '第二十条第(六)项',
      '信息内容',
      '本年处理决定数量',
      '第二十条第(八)项',
      '信息内容',
      '本年收费金额(单位:万元)',
    ],
    requests: [
      '(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)',
      '申请人情况',
      '自然人',
      '法人或其他组织',
      '总计',
      '商业企业',
      '科研机构',
      '社会公益组织',
      '法律服务机构',
      '其他',
    ],
    disputes: [
      '行政复议',
      '行政诉讼',
      '结果维持',
      '结果纠正',
      '其他结果',
      '尚未审结',
      '总计',
      '未经复议直接起诉',
      '复议后起诉',
    ],
  },
  '2019-60': {
    proactive: [
      '第二十条第(一)项',
      '信息内容',
      '本年新制作数量',
      '本年新公开数量',
      '对外公开总数量',
      '第二十条第(五)项',
      '信息内容',
      '上一年项目数量',
      '本年增/减',
      '处理决定数量',
      '第二十条第(六)项',
      '第二十条第(八)项',
      '信息内容',
      '上一年项目数量',
      '本年增/减',
      '第二十条第(九)项',
      '信息内容',
      '采购项目数量',
      '采购总金额',
    ],
    requests: [
      '申请人情况',
      '自然人',
      '法人或其他组织',
      '总计',
      '商业企业',
      '科研机构',
      '社会公益组织',
      '法律服务机构',
      '其他',
    ],
    disputes: [
      '行政复议',
      '行政诉讼',
      '结果维持',
      '结果纠正',
      '其他结果',
      '尚未审结',
      '总计',
      '未经复议直接起诉',
      '复议后起诉',
    ],
  },
};

const OFFICIAL_HEADINGS: Record<Part, string> = {
  overview: '总体情况',
  proactive: '主动公开政府信息情况',
  requests: '收到和处理政府信息公开申请情况',
  disputes: '政府信息公开行政复议、行政诉讼情况',
  problems: '存在的主要问题及改进情况',
  other: '其他需要报告的事项',
};

/** The prose of each part. Every number in it is that of a cell. */
export const PROSE: Record<Where, readonly string[]> = {
  head: ['索引号：SL0100/2024-00012', '公开日期：2024-01-20', '示例市示例局2023年政府信息公开工作年度报告'],
  preamble: [
    '本报告依据《中华人民共和国政府信息公开条例》（国务院令第711号）和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制。本年度报告中所列数据的统计期限自2023年1月1日起至2023年12月31日止。如对本报告有疑问，请与示例市示例局办公室联系（地址：示例市示例路1号，电话：0000-1234567）。',
  ],
  overview: [
    '2023年，示例市示例局认真执行《中华人民共和国政府信息公开条例》，按时完成各项公开任务。',
    '（一）主动公开情况',
    '全年通过门户网站公开政府信息426条，制发行政规范性文件6件，废止2件，现行有效31件。',
    '（二）依申请公开情况',
    '2023年，本机关新收政府信息公开申请59件，上年结转4件；办结60件，其中予以公开24件、部分公开8件、不予公开15件、无法提供9件、不予处理3件、其他处理1件；结转下年度继续办理3件。',
    '（三）政府信息管理情况',
    '严格执行发布审查制度，动态调整政府信息公开目录，对已公开的文件标注有效性。',
    '（四）平台建设情况',
    '完成门户网站栏目优化，按月检查政务新媒体的更新情况。',
    '（五）监督保障情况',
    '将政府信息公开纳入年度考核，组织培训2次，接受社会评议，全年未发生需要追究责任的情形。',
  ],
  proactive: [
    '2023年，本机关作出行政许可决定1284件、行政处罚决定312件、行政强制决定17件，收取行政事业性收费128.5万元。',
  ],
  requests: [],
  disputes: [
    '2023年，本机关因政府信息公开工作被申请行政复议6件，其中结果维持3件、结果纠正1件、其他结果1件、尚未审结1件；被提起行政诉讼4件。',
  ],
  problems: [
    '（一）存在的主要问题',
    '一是个别科室答复文书不够规范；二是政策解读的形式还比较单一。',
    '（二）改进情况',
    '下一步将统一答复文书格式，增加图解和视频解读，并逐月检查落实情况。',
  ],
  other: [
    '按照《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕109号）的规定，本年度发出信息处理费收费通知0件，总金额0元，实际收取0元。',
  ],
  tail: ['示例市示例局', '2024年1月18日'],
};

/** The six official headings; rules change a copy for their examples. */
export function exampleHeadings(change: (heading: Heading) => Heading | null = (heading) => heading): Heading[] {
  return PARTS.flatMap((part, index) => {
    const numeral = index + 1;
    const plain = OFFICIAL_HEADINGS[part];
    const text = `${'一二三四五六'[index]}、${plain}`;
    return change({ part, numeral, plain, text, place: placeOfPart(part) }) ?? [];
  });
}

/** Each part of the example report has a hundred lines of the file for itself. */
export function placeOfPart(where: Where, offset = 0): Place {
  return { line: (['head', 'preamble', ...PARTS, 'tail'] as Where[]).indexOf(where) * 100 + 1 + offset };
}

/** How each table was read: all of them whole, but for what is given. */
export function exampleTables(
  format: FormEdition = '2021-30',
  changes: Partial<Record<Table, Partial<TableReading>>> = {},
): Record<Table, TableReading> {
  const reading = (table: Table): TableReading => ({
    state: 'read',
    headers: HEADERS[format][table].map((text) => ({ plain: text, text, place: placeOfPart(table, 50) })),
    subtotals: [],
    notes: [],
    place: placeOfPart(table, 50),
    ...changes[table],
  });
  return { proactive: reading('proactive'), requests: reading('requests'), disputes: reading('disputes') };
}
