/** What the official form prints for each row and column: words for findings, pages and mails. */
import { type CellAddress, parseAddress, type Table } from './addresses.ts';

export type Language = 'zh' | 'en';
/** One text in the two languages of the product; Traditional is made from `zh` when it is shown. */
export type Text = Readonly<Record<Language, string>>;

export const TABLE_LABELS: Record<Table, Text> = {
  proactive: { zh: '二、主动公开政府信息情况', en: 'Table 2, proactive disclosure' },
  requests: { zh: '三、收到和处理政府信息公开申请情况', en: 'Table 3, requests' },
  disputes: { zh: '四、政府信息公开行政复议、行政诉讼情况', en: 'Table 4, disputes' },
};

/** What a reader calls the parts of a report; text before and after them has no name. */
export const PART_LABELS: Record<string, Text> = {
  overview: { zh: '第一部分', en: 'part 1' },
  proactive: { zh: '第二部分', en: 'part 2' },
  requests: { zh: '第三部分', en: 'part 3' },
  disputes: { zh: '第四部分', en: 'part 4' },
  problems: { zh: '第五部分', en: 'part 5' },
  other: { zh: '第六部分', en: 'part 6' },
};

export const ROW_LABELS: Record<string, Text> = {
  'proactive.regulations': { zh: '规章', en: 'regulations' },
  'proactive.normativeDocuments': { zh: '行政规范性文件', en: 'normative documents' },
  'proactive.licensing': { zh: '行政许可', en: 'licensing' },
  'proactive.otherServices': { zh: '其他对外管理服务事项', en: 'other services' },
  'proactive.penalties': { zh: '行政处罚', en: 'penalties' },
  'proactive.coercion': { zh: '行政强制', en: 'coercion' },
  'proactive.fees': { zh: '行政事业性收费', en: 'fees' },
  'proactive.procurement': { zh: '政府集中采购', en: 'procurement' },
  'requests.received': { zh: '一、本年新收政府信息公开申请数量', en: '1. received this year' },
  'requests.carriedIn': { zh: '二、上年结转政府信息公开申请数量', en: '2. carried in from last year' },
  'requests.granted': { zh: '（一）予以公开', en: '3.(1) granted' },
  'requests.partiallyGranted': { zh: '（二）部分公开', en: '3.(2) partially granted' },
  'requests.denied.stateSecret': { zh: '（三）1.属于国家秘密', en: '3.(3)1 state secret' },
  'requests.denied.prohibitedByLaw': { zh: '（三）2.其他法律行政法规禁止公开', en: '3.(3)2 prohibited by law' },
  'requests.denied.threeSecuritiesOneStability': {
    zh: '（三）3.危及“三安全一稳定”',
    en: '3.(3)3 three securities, one stability',
  },
  'requests.denied.thirdPartyRights': { zh: '（三）4.保护第三方合法权益', en: '3.(3)4 third-party rights' },
  'requests.denied.internalAffairs': { zh: '（三）5.属于三类内部事务信息', en: '3.(3)5 internal affairs' },
  'requests.denied.processInformation': { zh: '（三）6.属于四类过程性信息', en: '3.(3)6 process information' },
  'requests.denied.enforcementFile': { zh: '（三）7.属于行政执法案卷', en: '3.(3)7 enforcement file' },
  'requests.denied.administrativeInquiry': { zh: '（三）8.属于行政查询事项', en: '3.(3)8 administrative inquiry' },
  'requests.unavailable.notHeld': { zh: '（四）1.本机关不掌握相关政府信息', en: '3.(4)1 not held' },
  'requests.unavailable.needsCreation': { zh: '（四）2.没有现成信息需要另行制作', en: '3.(4)2 would have to be made' },
  'requests.unavailable.unclearAfterCorrection': {
    zh: '（四）3.补正后申请内容仍不明确',
    en: '3.(4)3 still unclear after correction',
  },
  'requests.notProcessed.complaint': { zh: '（五）1.信访举报投诉类申请', en: '3.(5)1 petition or complaint' },
  'requests.notProcessed.repeated': { zh: '（五）2.重复申请', en: '3.(5)2 repeated' },
  'requests.notProcessed.publication': { zh: '（五）3.要求提供公开出版物', en: '3.(5)3 published work' },
  'requests.notProcessed.excessive': { zh: '（五）4.无正当理由大量反复申请', en: '3.(5)4 excessive' },
  'requests.notProcessed.confirmation': {
    zh: '（五）5.要求行政机关确认或重新出具已获取信息',
    en: '3.(5)5 confirmation of information already held',
  },
  'requests.other.notCorrected': {
    zh: '（六）1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    en: '3.(6)1 not corrected in time',
  },
  'requests.other.feeUnpaid': {
    zh: '（六）2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    en: '3.(6)2 fee not paid in time',
  },
  'requests.other.other': { zh: '（六）3.其他', en: '3.(6)3 other' },
  'requests.total': { zh: '（七）总计', en: '3.(7) total' },
  'requests.carriedOut': { zh: '四、结转下年度继续办理', en: '4. carried out to next year' },
  'disputes.reconsideration': { zh: '行政复议', en: 'reconsideration' },
  'disputes.directLitigation': { zh: '未经复议直接起诉', en: 'direct litigation' },
  'disputes.litigationAfterReconsideration': { zh: '复议后起诉', en: 'litigation after reconsideration' },
};

export const COLUMN_LABELS: Record<string, Text> = {
  issued: { zh: '本年制发件数', en: 'issued this year' },
  repealed: { zh: '本年废止件数', en: 'repealed this year' },
  inForce: { zh: '现行有效件数', en: 'in force' },
  created: { zh: '本年新制作数量', en: 'created this year' },
  disclosed: { zh: '本年新公开数量', en: 'disclosed this year' },
  disclosedTotal: { zh: '对外公开总数量', en: 'disclosed in all' },
  previousItems: { zh: '上一年项目数量', en: 'items last year' },
  change: { zh: '本年增/减', en: 'change this year' },
  decisions: { zh: '本年处理决定数量', en: 'decisions this year' },
  amount: { zh: '本年收费金额（单位：万元）', en: 'amount, 10,000 yuan' },
  projects: { zh: '采购项目数量', en: 'projects' },
  naturalPerson: { zh: '自然人', en: 'natural persons' },
  enterprise: { zh: '商业企业', en: 'enterprises' },
  researchInstitution: { zh: '科研机构', en: 'research institutions' },
  socialOrganization: { zh: '社会公益组织', en: 'social organizations' },
  legalService: { zh: '法律服务机构', en: 'legal services' },
  otherOrganization: { zh: '其他', en: 'other organizations' },
  upheld: { zh: '结果维持', en: 'upheld' },
  corrected: { zh: '结果纠正', en: 'corrected' },
  otherResult: { zh: '其他结果', en: 'other result' },
  pending: { zh: '尚未审结', en: 'pending' },
  total: { zh: '总计', en: 'total' },
};

/** The label of a row in half width, as text is normalised before it is read. */
export function plainLabel(row: string): string {
  return (ROW_LABELS[row]?.zh ?? '').replaceAll('（', '(').replaceAll('）', ')');
}

/** What the form prints over a column; 金额 of 政府集中采购 is another than that of fees. */
export function columnLabel(table: Table, row: string, column: string): Text {
  const own = `${table}.${row}.${column}` === 'proactive.procurement.amount';
  const label = own ? PROCUREMENT_AMOUNT : COLUMN_LABELS[column];
  if (!label) throw new RangeError(`No label for column ${column}`);
  return label;
}

/** Row and column of a cell in words, for example 「（一）予以公开·自然人」. */
export function cellLabel(address: CellAddress): Text {
  const { table, row, column } = parseAddress(address);
  const rowText = ROW_LABELS[`${table}.${row}`];
  if (!rowText) throw new RangeError(`No label for cell ${address}`);
  const columnText = columnLabel(table, row, column);
  return { zh: `${rowText.zh}·${columnText.zh}`, en: `${rowText.en}, ${columnText.en}` };
}

const PROCUREMENT_AMOUNT: Text = { zh: '采购总金额', en: 'amount' };
