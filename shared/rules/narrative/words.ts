/** What claims are called in findings. */

import type { Claim, ClaimKind } from '../../claims/types.ts';
import { type CellAddress, parseAddress } from '../../domain/addresses.ts';
import { COLUMN_LABELS, cellLabel, ROW_LABELS, type Text } from '../../domain/labels.ts';
import { numberAt, type Report } from '../../report/types.ts';

const KINDS: Record<ClaimKind, Text> = {
  received: { zh: '收到（受理）申请', en: 'requests received' },
  carriedIn: { zh: '上年结转申请', en: 'requests carried in' },
  done: { zh: '办结（答复）申请', en: 'requests finished' },
  carriedOut: { zh: '结转下年度申请', en: 'requests carried out' },
  'received.naturalPerson': { zh: '自然人申请', en: 'requests of natural persons' },
  'received.organization': { zh: '法人或其他组织申请', en: 'requests of organizations' },
  granted: { zh: '予以公开', en: 'granted' },
  partiallyGranted: { zh: '部分公开', en: 'partially granted' },
  grantedOrPartially: { zh: '予以公开及部分公开', en: 'granted or partially granted' },
  denied: { zh: '不予公开', en: 'denied' },
  unavailable: { zh: '无法提供', en: 'unavailable' },
  notProcessed: { zh: '不予处理', en: 'not processed' },
  otherProcessing: { zh: '其他处理', en: 'other processing' },
  detail: { zh: '申请办理结果', en: 'requests with this result' },
  reconsideration: { zh: '行政复议', en: 'reconsiderations' },
  litigation: { zh: '行政诉讼', en: 'lawsuits' },
  disputes: { zh: '行政复议、行政诉讼', en: 'reconsiderations and lawsuits' },
  'dispute.outcome': { zh: '复议、诉讼结果', en: 'disputes with this outcome' },
  'documents.issued': { zh: '制发行政规范性文件', en: 'normative documents issued' },
  'documents.repealed': { zh: '废止行政规范性文件', en: 'normative documents repealed' },
  'documents.disclosed': { zh: '公开（制定、印发）行政规范性文件', en: 'normative documents disclosed' },
  'documents.inForce': { zh: '现行有效行政规范性文件', en: 'normative documents in force' },
  regulations: { zh: '规章', en: 'regulations' },
  licensing: { zh: '行政许可', en: 'licensing decisions' },
  penalties: { zh: '行政处罚', en: 'penalties' },
  coercion: { zh: '行政强制', en: 'coercion' },
  fees: { zh: '行政事业性收费', en: 'fees' },
};

/** `收到（受理）申请72件`; `没有收到（受理）申请` where the text has no number for it. */
export function claimText(claim: Claim): Text {
  const { value, unit } = claim;
  const { zh, en } = nameOf(claim);
  return value === 0 && unit === ''
    ? { zh: `没有${zh}`, en: `no ${en}` }
    : { zh: `${zh}${value}${unit}`, en: `${value} ${en}` };
}

/** One result among many is called by its row of table 3, or by its column of table 4. */
function nameOf({ kind, satisfiedBy: [cells = []] }: Claim): Text {
  const [cell, ...others] = cells;
  if (cell === undefined) return KINDS[kind];
  if (kind === 'detail' && others.length === 0) {
    const { zh, en } = ROW_LABELS[cell.slice(0, cell.lastIndexOf('.'))] as Text;
    return { zh: `“${zh}”`, en: `"${en}"` };
  }
  if (kind !== 'dispute.outcome') return KINDS[kind];
  const { zh, en } = COLUMN_LABELS[parseAddress(cell).column] as Text;
  return { zh: `“${zh}”的案件`, en: `cases "${en}"` };
}

/** `“一、本年新收…·总计”为70`; a long sum names its first cell only. */
export function sumText(report: Report, cells: readonly CellAddress[], sum: number): Text {
  const [first] = cells.map(cellLabel);
  if (!first) throw new RangeError('A sum of no cells has no name');
  if (cells.length === 1) return { zh: `“${first.zh}”为${sum}`, en: `"${first.en}" is ${sum}` };
  if (cells.length > 3) {
    return {
      zh: `“${first.zh}”等${cells.length}格合计${sum}`,
      en: `"${first.en}" and ${cells.length - 1} cells more add up to ${sum}`,
    };
  }
  const terms = cells.map((cell) => ({ ...cellLabel(cell), value: numberAt(report, cell) }));
  return {
    zh: `${terms.map(({ zh, value }) => `“${zh}”${value}`).join('+')}合计${sum}`,
    en: `${terms.map(({ en, value }) => `"${en}" ${value}`).join(' + ')} add up to ${sum}`,
  };
}
