/** A short, consistent report as text with tabs between the cells, about an agency that does not exist. */

export interface ReportOptions {
  agency?: string;
  year?: number;
  /** Requests received from natural persons; one less than what was done makes the report fail. */
  received?: number;
  /** Requests carried in from the year before; they are answered in this one. */
  carriedIn?: number;
  /** Requests carried out into the year after; they were received in this one. */
  carriedOut?: number;
  /** Sentences of part one, after its own. */
  overview?: readonly string[];
}

export function reportText({
  agency = '示例市示例局',
  year = 2023,
  carriedIn = 0,
  carriedOut = 0,
  received = 5 + carriedOut,
  overview = [],
}: ReportOptions = {}): string {
  const row = (label: string, first = 0) => [label, first, 0, 0, 0, 0, 0, first].join('\t');
  const blank = (label: string) => row(label);
  return [
    `${agency}${year}年政府信息公开工作年度报告`,
    '一、总体情况',
    `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
    ...overview,
    '二、主动公开政府信息情况',
    '第二十条第（一）项',
    '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
    '规章\t0\t0\t0',
    '行政规范性文件\t1\t0\t7',
    '第二十条第（五）项',
    '信息内容\t本年处理决定数量',
    '行政许可\t12',
    '第二十条第（六）项',
    '信息内容\t本年处理决定数量',
    '行政处罚\t3',
    '行政强制\t0',
    '第二十条第（八）项',
    '信息内容\t本年收费金额（单位：万元）',
    '行政事业性收费\t0',
    '三、收到和处理政府信息公开申请情况',
    '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况',
    '自然人\t法人或其他组织\t总计',
    '商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他',
    row('一、本年新收政府信息公开申请数量', received),
    row('二、上年结转政府信息公开申请数量', carriedIn),
    row('三、本年度办理结果\t（一）予以公开', 5 + carriedIn),
    blank('（二）部分公开（区分处理的，只计这一情形，不计其他情形）'),
    blank('（三）不予公开\t1.属于国家秘密'),
    blank('2.其他法律行政法规禁止公开'),
    blank('3.危及“三安全一稳定”'),
    blank('4.保护第三方合法权益'),
    blank('5.属于三类内部事务信息'),
    blank('6.属于四类过程性信息'),
    blank('7.属于行政执法案卷'),
    blank('8.属于行政查询事项'),
    blank('（四）无法提供\t1.本机关不掌握相关政府信息'),
    blank('2.没有现成信息需要另行制作'),
    blank('3.补正后申请内容仍不明确'),
    blank('（五）不予处理\t1.信访举报投诉类申请'),
    blank('2.重复申请'),
    blank('3.要求提供公开出版物'),
    blank('4.无正当理由大量反复申请'),
    blank('5.要求行政机关确认或重新出具已获取信息'),
    blank('（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'),
    blank('2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'),
    blank('3.其他'),
    row('（七）总计', 5 + carriedIn),
    row('四、结转下年度继续办理', carriedOut),
    '四、政府信息公开行政复议、行政诉讼情况',
    '行政复议\t行政诉讼',
    '未经复议直接起诉\t复议后起诉',
    [...Array(3)].map(() => '结果维持\t结果纠正\t其他结果\t尚未审结\t总计').join('\t'),
    Array(15).fill('0').join('\t'),
    '五、存在的主要问题及改进情况',
    '人员培训不够。今后将加强培训。',
    '六、其他需要报告的事项',
    '无。',
  ].join('\n');
}
