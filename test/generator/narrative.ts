/** Sentences that say what the tables say, in the wordings of docs/layouts.md §9b; and nothing that they do not. */
import type { CellAddress } from '../../shared/domain/addresses.ts';
import type { Cells } from './cells.ts';

interface Speaker {
  /** 我局, 我县, 本机关. */
  self: string;
  government: boolean;
  year: number;
}

type Sentence = (read: (address: CellAddress) => number, speaker: Speaker) => string;

const RESULT_GROUPS: readonly [word: string, prefix: string][] = [
  ['予以公开', 'granted'],
  ['部分公开', 'partiallyGranted'],
  ['不予公开', 'denied'],
  ['无法提供', 'unavailable'],
  ['不予处理', 'notProcessed'],
  ['其他处理', 'other'],
];

const REQUESTS: readonly Sentence[] = [
  (read, { year, self }) =>
    `${year}年,${self}共收到政府信息公开申请${read('requests.received.total')}件,上年结转${read('requests.carriedIn.total')}件,办结${read('requests.total.total')}件,结转下年度继续办理${read('requests.carriedOut.total')}件。`,
  (read, { year, self }) =>
    `${year}年度${self}新收政府信息公开申请${read('requests.received.total')}件,上年度结转${read('requests.carriedIn.total')}件,共办结${read('requests.total.total')}件,结转下年度${read('requests.carriedOut.total')}件。`,
  (read, { self }) =>
    `${self}全年累计收到政府信息公开申请${read('requests.received.total')}件,其中自然人申请${read('requests.received.naturalPerson')}件。`,
  (read, { self }) =>
    read('requests.received.total') === 0
      ? `${self}本年度未收到政府信息公开申请。`
      : `${self}本年度收到政府信息公开申请${read('requests.received.total')}件。`,
  (read, { year }) =>
    `${year}年共受理依申请公开${read('requests.received.total')}宗(含上年结转${read('requests.carriedIn.total')}宗不计),均已登记。`,
  (read, { self }) =>
    `${self}新受理政府信息公开申请${read('requests.received.total')}件,${read('requests.carriedOut.total') === 0 ? '无结转下年度办理' : `${read('requests.carriedOut.total')}件结转下年度继续办理`}。`,
  (read, { year }) =>
    `截至${year}年12月31日,累计收到政府信息公开申请${read('requests.received.total')}件,其中自然人${read('requests.received.naturalPerson')}件、法人和其他组织${read('requests.received.total') - read('requests.received.naturalPerson')}件。`,
  (read) =>
    `全年新增依申请公开${read('requests.received.total')}件,加上年结转${read('requests.carriedIn.total')}件,共办理${read('requests.received.total') + read('requests.carriedIn.total')}件。`,
  (read, { self }) =>
    `${self}通过网络、信函、当面等多种渠道共接到政府信息公开申请${read('requests.received.total')}件,已办结${read('requests.total.total')}件。`,
];
/** Numbers that are no claims about a cell, as texts are full of them. */
const OTHER_NUMBERS: readonly Sentence[] = [
  () => '全年公开行政许可类信息979条、行政处罚类信息30条。',
  () => '通过政务微信发布信息356条,阅读量12万余次;12345热线办结来电1204件,其中咨询类856件、投诉类348件。',
  (_, { year }) => `历年累计公开政府信息4592条,${year}年更新政策解读18篇。`,
  () => '办理人大代表建议23件、政协提案17件,均已答复。',
  () => '组织专题培训3场次,参训人员126人次;接待现场咨询45人次。',
  () => '公开公示公告26条、工作动态85条、财政信息12条、其他信息7条。',
  () => '门户网站全年更新信息1286条,其中工作动态540条,政策文件86条,公告公示660条。',
  () => '',
];
const DISPUTES: readonly Sentence[] = [
  (read) =>
    `全年因政府信息公开被申请行政复议${read('disputes.reconsideration.total')}件,被提起行政诉讼${litigation(read)}件。`,
  (read) => {
    const none = read('disputes.reconsideration.total') + litigation(read) === 0;
    return none
      ? '本年度未发生因政府信息公开申请行政复议、提起行政诉讼情况。'
      : `本年度发生政府信息公开行政复议案件${read('disputes.reconsideration.total')}件、行政诉讼案件${litigation(read)}件。`;
  },
  (read) =>
    `政府信息公开领域的行政复议${read('disputes.reconsideration.total')}件(维持${read('disputes.reconsideration.upheld')}件、纠正${read('disputes.reconsideration.corrected')}件、其他结果${read('disputes.reconsideration.otherResult')}件、尚未审结${read('disputes.reconsideration.pending')}件)。`,
  (read) =>
    `因政府信息公开工作被申请行政复议${read('disputes.reconsideration.total')}起,其中${read('disputes.reconsideration.upheld')}起维持、${read('disputes.reconsideration.corrected')}起纠正;行政诉讼${litigation(read)}起。`,
];
const DOCUMENTS: readonly Sentence[] = [
  (read) =>
    `本年度制发行政规范性文件${read('proactive.normativeDocuments.issued')}件,废止${read('proactive.normativeDocuments.repealed')}件,现行有效${read('proactive.normativeDocuments.inForce')}件;办理行政许可${read('proactive.licensing.decisions')}件、行政处罚${read('proactive.penalties.decisions')}件、行政强制${read('proactive.coercion.decisions')}件。`,
  (read) =>
    `全年共制发行政规范性文件${read('proactive.normativeDocuments.issued')}件,废止${read('proactive.normativeDocuments.repealed')}件。`,
  (read) => `梳理并集中公布现行有效规范性文件${read('proactive.normativeDocuments.inForce')}件。`,
  (read) =>
    `全年作出行政许可决定${read('proactive.licensing.decisions')}件、行政处罚决定${read('proactive.penalties.decisions')}件,${read('proactive.coercion.decisions') === 0 ? '未作出行政强制决定' : `行政强制决定${read('proactive.coercion.decisions')}件`}。`,
  (read) =>
    `规范性文件制发${read('proactive.normativeDocuments.issued')}件,清理废止${read('proactive.normativeDocuments.repealed')}件,现行有效${read('proactive.normativeDocuments.inForce')}件。`,
];
/** The tables of 〔2019〕60号 do not say how many documents were repealed: the text says nothing either. */
const DOCUMENTS_2019: Sentence = () => '规范性文件随制随公开。';

function litigation(read: (address: CellAddress) => number): number {
  return read('disputes.directLitigation.total') + read('disputes.litigationAfterReconsideration.total');
}

/** 其中予以公开31件、部分公开5件: the groups that are not 0. */
function outcomes(cells: Cells): string {
  const parts = RESULT_GROUPS.map(([word, prefix]) => {
    let sum = 0;
    for (const [address, value] of cells) {
      const row = address.split('.');
      if (row[0] === 'requests' && row[1] === prefix && row.at(-1) === 'total') sum += value;
    }
    return { word, sum };
  }).filter(({ sum }) => sum > 0);
  return parts.length === 0 ? '' : `答复结果为${parts.map(({ word, sum }) => `${word}${sum}件`).join('、')}。`;
}

/** The prose of parts one, five and six. `choice` picks the wordings. */
export function narrative(
  cells: Cells,
  speaker: Speaker,
  choice: readonly number[],
): Record<'overview' | 'problems' | 'other', string[]> {
  const read = (address: CellAddress) => {
    const value = cells.get(address);
    if (value === undefined) throw new RangeError(`No cell ${address}`);
    return value;
  };
  const pick = (sentences: readonly Sentence[], index: number) =>
    sentences[(choice[index] ?? 0) % sentences.length]?.(read, speaker) ?? '';
  const modern = cells.has('proactive.normativeDocuments.issued');
  const unpaid = cells.get('requests.other.feeUnpaid.total') ?? 0;
  return {
    overview: [
      `(一)主动公开。${speaker.year}年,${speaker.self}通过门户网站及时公开政府信息。${pick(OTHER_NUMBERS, 3)}${modern ? pick(DOCUMENTS, 0) : DOCUMENTS_2019(read, speaker)}`,
      `(二)依申请公开。${pick(REQUESTS, 1)}${outcomes(cells)}${pick(DISPUTES, 2)}`,
      '(三)政府信息管理。健全信息发布审核制度,规范政府信息管理。',
      '(四)平台建设。优化政府信息公开平台栏目设置。',
      `(五)监督保障。加强监督检查${speaker.government ? ',工作考核结果良好,社会评议满意,未发生责任追究情形' : '和业务培训'}。`,
    ],
    problems: ['存在的问题:一是解读形式不够丰富,二是队伍力量不足。', '改进措施:下一步将丰富解读形式,加强培训。'],
    other: [unpaid > 0 ? '本年度按规定发出信息处理费收费通知。' : '本年度未收取信息处理费。'],
  };
}
