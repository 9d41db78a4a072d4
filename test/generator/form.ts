/**
 * The official forms as printed, typed out from docs/domain.md and the two formats: a second way to the same cells, independent
 * of the reader's own labels.
 */
import type { CellAddress, FormEdition, RequestRow } from '../../shared/domain/addresses.ts';

/** One printed cell: the text, how far it reaches, and the address of its number if it holds one. */
interface FormCell {
  text: string;
  colSpan: number;
  rowSpan: number;
  address: CellAddress | null;
}

export interface FormTable {
  name: 'proactive' | 'requests' | 'disputes';
  /** Columns of the whole table: rows with fewer cells are padded where a site flattens them. */
  columns: number;
  rows: FormCell[][];
}

const label = (text: string, colSpan = 1, rowSpan = 1): FormCell => ({ text, colSpan, rowSpan, address: null });
const number = (address: string, colSpan = 1): FormCell => ({
  text: '',
  colSpan,
  rowSpan: 1,
  address: address as CellAddress,
});

/** `item` heads a block, `columns` are its header, `rows` pair the printed label with the row of the address. */
interface Block {
  item: string;
  columns: readonly (readonly [printed: string, column: string])[];
  rows: readonly (readonly [printed: string, row: string])[];
}

const DECISIONS = [['本年处理决定数量', 'decisions']] as const;
const DOCUMENTS_2019 = [
  ['本年新制作数量', 'created'],
  ['本年新 公开数量', 'disclosed'],
  ['对外公开总数量', 'disclosedTotal'],
] as const;
const POWERS_2019 = [
  ['上一年项目数量', 'previousItems'],
  ['本年增/减', 'change'],
  ['处理决定数量', 'decisions'],
] as const;

const BLOCKS: Record<FormEdition, readonly Block[]> = {
  '2021-30': [
    {
      item: '第二十条第(一)项',
      columns: [
        ['本年制发件数', 'issued'],
        ['本年废止件数', 'repealed'],
        ['现行有效件数', 'inForce'],
      ],
      rows: [
        ['规章', 'regulations'],
        ['行政规范性文件', 'normativeDocuments'],
      ],
    },
    { item: '第二十条第(五)项', columns: DECISIONS, rows: [['行政许可', 'licensing']] },
    {
      item: '第二十条第(六)项',
      columns: DECISIONS,
      rows: [
        ['行政处罚', 'penalties'],
        ['行政强制', 'coercion'],
      ],
    },
    {
      item: '第二十条第(八)项',
      columns: [['本年收费金额(单位:万元)', 'amount']],
      rows: [['行政事业性收费', 'fees']],
    },
  ],
  '2019-60': [
    {
      item: '第二十条第(一)项',
      columns: DOCUMENTS_2019,
      rows: [
        ['规章', 'regulations'],
        ['规范性文件', 'normativeDocuments'],
      ],
    },
    {
      item: '第二十条第(五)项',
      columns: POWERS_2019,
      rows: [
        ['行政许可', 'licensing'],
        ['其他对外管理服务事项', 'otherServices'],
      ],
    },
    {
      item: '第二十条第(六)项',
      columns: POWERS_2019,
      rows: [
        ['行政处罚', 'penalties'],
        ['行政强制', 'coercion'],
      ],
    },
    { item: '第二十条第(八)项', columns: POWERS_2019.slice(0, 2), rows: [['行政事业性收费', 'fees']] },
    {
      item: '第二十条第(九)项',
      columns: [
        ['采购项目数量', 'projects'],
        ['采购总金额', 'amount'],
      ],
      rows: [['政府集中采购', 'procurement']],
    },
  ],
};

export function proactiveTable(format: FormEdition): FormTable {
  const columns = format === '2021-30' ? 4 : 5;
  const rows = BLOCKS[format].flatMap((block) => {
    // The one number of a row takes up the columns of three.
    const span = block.columns.length === 1 ? columns - 1 : 1;
    return [
      [label(block.item, columns)],
      [label('信息内容'), ...block.columns.map(([printed]) => label(printed, span))],
      ...block.rows.map(([printed, row]) => [
        label(printed),
        ...block.columns.map(([, column]) => number(`proactive.${row}.${column}`, span)),
      ]),
    ];
  });
  return { name: 'proactive', columns, rows };
}

const APPLICANTS = [
  'naturalPerson',
  'enterprise',
  'researchInstitution',
  'socialOrganization',
  'legalService',
  'otherOrganization',
  'total',
] as const;
const numbers = (row: RequestRow) => APPLICANTS.map((column) => number(`requests.${row}.${column}`));

/** 三、本年度办理结果: groups with their rows; a group without rows of its own is one row. */
const RESULTS: readonly { group: string; rows: readonly (readonly [printed: string, row: RequestRow])[] }[] = [
  { group: '(一)予以公开', rows: [['', 'granted']] },
  { group: '(二)部分公开(区分处理的,只计这一情形,不计其他情形)', rows: [['', 'partiallyGranted']] },
  {
    group: '(三)不予公开',
    rows: [
      ['1.属于国家秘密', 'denied.stateSecret'],
      ['2.其他法律行政法规禁止公开', 'denied.prohibitedByLaw'],
      ['3.危及“三安全一稳定”', 'denied.threeSecuritiesOneStability'],
      ['4.保护第三方合法权益', 'denied.thirdPartyRights'],
      ['5.属于三类内部事务信息', 'denied.internalAffairs'],
      ['6.属于四类过程性信息', 'denied.processInformation'],
      ['7.属于行政执法案卷', 'denied.enforcementFile'],
      ['8.属于行政查询事项', 'denied.administrativeInquiry'],
    ],
  },
  {
    group: '(四)无法提供',
    rows: [
      ['1.本机关不掌握相关政府信息', 'unavailable.notHeld'],
      ['2.没有现成信息需要另行制作', 'unavailable.needsCreation'],
      ['3.补正后申请内容仍不明确', 'unavailable.unclearAfterCorrection'],
    ],
  },
  {
    group: '(五)不予处理',
    rows: [
      ['1.信访举报投诉类申请', 'notProcessed.complaint'],
      ['2.重复申请', 'notProcessed.repeated'],
      ['3.要求提供公开出版物', 'notProcessed.publication'],
      ['4.无正当理由大量反复申请', 'notProcessed.excessive'],
      ['5.要求行政机关确认或重新出具已获取信息', 'notProcessed.confirmation'],
    ],
  },
  {
    group: '(六)其他处理',
    rows: [
      ['1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', 'other.notCorrected'],
      ['2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', 'other.feeUnpaid'],
      ['3.其他', 'other.other'],
    ],
  },
  { group: '(七)总计', rows: [['', 'total']] },
];

/** `broken` writes 商业企业 and 科研机构 as the narrow columns of the form force a site to. */
export function requestsTable(format: FormEdition, broken: (above: string, below: string) => string): FormTable {
  const groups = RESULTS.map((result) =>
    format === '2019-60' && result.group === '(六)其他处理'
      ? { group: result.group, rows: [['', 'other.other']] as const }
      : result,
  );
  const results = groups.flatMap(({ group, rows }) =>
    rows.map(([printed, row], index) => [
      ...(printed === ''
        ? [label(group, 2)]
        : index === 0
          ? [label(group, 1, rows.length), label(printed)]
          : [label(printed)]),
      ...numbers(row),
    ]),
  );
  results[0]?.unshift(label('三、本年度办理结果', 1, results.length));
  const rows = [
    [label('(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)', 3, 3), label('申请人情况', 7)],
    [label('自然人', 1, 2), label('法人或其他组织', 5), label('总计', 1, 2)],
    [
      label(broken('商业', '企业')),
      label(broken('科研', '机构')),
      label('社会公益组织'),
      label('法律服务机构'),
      label('其他'),
    ],
    [label('一、本年新收政府信息公开申请数量', 3), ...numbers('received')],
    [label('二、上年结转政府信息公开申请数量', 3), ...numbers('carriedIn')],
    ...results,
    [label('四、结转下年度继续办理', 3), ...numbers('carriedOut')],
  ];
  return { name: 'requests', columns: 10, rows };
}

const OUTCOMES = [
  ['结果', '维持'],
  ['结果', '纠正'],
  ['其他', '结果'],
  ['尚未', '审结'],
] as const;
const DISPUTES = ['reconsideration', 'directLitigation', 'litigationAfterReconsideration'] as const;

/** The head of 行政复议 stands over two rows; its first word is broken by none. */
export function disputesTable(broken: (above: string, below: string) => string): FormTable {
  const outcomes = [...OUTCOMES.map(([above, below]) => label(broken(above, below))), label('总计')];
  const first = outcomes.map((cell, index) => ({ ...cell, text: index === 0 ? '结果维持' : cell.text, rowSpan: 2 }));
  const columns = ['upheld', 'corrected', 'otherResult', 'pending', 'total'];
  return {
    name: 'disputes',
    columns: 15,
    rows: [
      [label('行政复议', 5), label('行政诉讼', 10)],
      [...first, label('未经复议直接起诉', 5), label('复议后起诉', 5)],
      [...outcomes, ...outcomes],
      DISPUTES.flatMap((block) => columns.map((column) => number(`disputes.${block}.${column}`))),
    ],
  };
}
